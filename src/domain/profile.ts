import * as z from 'zod';
import {Slug} from './id.js';

export const Requirement = z.enum(['mandatory', 'recommended', 'optional']);
export type Requirement = z.infer<typeof Requirement>;

/** A situation that decides which controls are mandatory and with which thresholds. */
export const Profile = z
	.strictObject({
		id: Slug,
		title: z.string().max(60),
		summary: z.string(),
		/** Named numbers that answers and checks are judged by; the unit is in the name (`backup-retention-days`). */
		thresholds: z.record(Slug, z.number()).readonly(),
		/** Days after which an answer or a probe run is stale. */
		maxAge: z.strictObject({answers: z.int().min(1), runs: z.int().min(1)}).readonly(),
		/** Controls not listed are `optional`. */
		mandatory: z.array(Slug).readonly(),
		recommended: z.array(Slug).readonly().default([]),
		/** The approver of a waiver or resolution must be another person than its author. */
		approverIsNotAuthor: z.boolean().default(false),
	})
	.readonly();
export type Profile = z.infer<typeof Profile>;
