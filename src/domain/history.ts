import * as z from 'zod';
import {Instant, Sha256} from './id.js';
import {collections} from './workspace.js';

/** One line of history/<writer>.jsonl: a change with who, when, why, before, after and what it followed. */
export const Entry = z
	.strictObject({
		/** SHA-256 of the canonical JSON of all other members. */
		id: Sha256,
		at: Instant,
		by: z.string().min(1),
		kind: z.enum(
			Object.keys(collections) as [keyof typeof collections, ...(keyof typeof collections)[]],
		),
		key: z.string().min(1),
		before: z.unknown(),
		after: z.unknown(),
		why: z.string().optional(),
		/** Ids of the entries that nothing had followed when this one was written. */
		parents: z.array(Sha256).readonly(),
	})
	.readonly();
export type Entry = z.infer<typeof Entry>;
