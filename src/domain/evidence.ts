import * as z from 'zod';
import {Day, Instant, Sha256, Slug} from './id.js';

/** A row of evidence/catalog.yaml: a kind of proof and how it is obtained. */
export const EvidenceKind = z
	.strictObject({
		id: Slug,
		title: z.string(),
		obtain: z.string(),
		redFlags: z.string().optional(),
		/** How long it convinces, counted from its effective date. */
		validDays: z.int().min(1).optional(),
	})
	.readonly();
export type EvidenceKind = z.infer<typeof EvidenceKind>;

/** An artifact in the vault with the three dates that matter. */
export const Evidence = z
	.strictObject({
		/** `e-` and the first 10 hex digits of its SHA-256, made longer when two collide. */
		id: z.string().regex(/^e-[0-9a-f]{10,64}$/),
		sha256: Sha256,
		bytes: z.int().min(0),
		fileName: z.string(),
		title: z.string(),
		kind: Slug.optional(),
		links: z
			.array(z.strictObject({target: z.string(), control: Slug}).readonly())
			.min(1)
			.readonly(),
		/** The last day of the period it speaks of. */
		effective: Day,
		collected: Day,
		validUntil: Day,
		note: z.string().optional(),
		by: z.string(),
		at: Instant,
	})
	.readonly();
export type Evidence = z.infer<typeof Evidence>;
