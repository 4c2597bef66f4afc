import * as z from 'zod';
import {Slug} from './id.js';

export const Requirement = z.enum(['mandatory', 'recommended', 'optional']);
export type Requirement = z.infer<typeof Requirement>;

/** One recommended way, why it is recommended, and what it costs in money or work. */
export const Approach = z
	.strictObject({title: z.string().max(100), why: z.string(), cost: z.string()})
	.readonly();
export type Approach = z.infer<typeof Approach>;

/** More than fifty years of days, or two of hours, is a slip of the keyboard. */
const Threshold = z.int().min(0).max(20_000);

/** More than ten years would be no age any more. */
const Days = z.int().min(1).max(3_650);

/** A control that gets a plan with a date instead of being mandatory at once, and what holds until then. */
export const Planned = z
	.strictObject({control: Slug, withinDays: Days, meanwhile: z.string()})
	.readonly();
export type Planned = z.infer<typeof Planned>;

/** A situation that decides which controls are mandatory and with which thresholds. */
export const Profile = z
	.strictObject({
		id: Slug,
		title: z.string().max(60),
		summary: z.string(),
		/** Named numbers that answers and checks are judged by; the unit is in the name (`backup-retention-days`). */
		thresholds: z.record(Slug, Threshold).readonly(),
		/** Days after which an answer or a probe run is stale. */
		maxAge: z.strictObject({answers: Days, runs: Days}).readonly(),
		/** Controls not listed are `optional`. */
		mandatory: z.array(Slug).readonly(),
		recommended: z.array(Slug).readonly().default([]),
		/** Of which controls the questions of `depth: detail` are asked. */
		details: z.enum(['none', 'mandatory', 'all']).default('all'),
		/** Controls that are not wanted at once: by when, and what holds until then. */
		planned: z.array(Planned).readonly().default([]),
		/** What this situation calls for, with its reason and what it costs. */
		approach: z.array(Approach).readonly().default([]),
		/** The approver of a waiver or of an accepted risk must be another person than its author. */
		approverIsNotAuthor: z.boolean().default(false),
	})
	.readonly();
/** `own` stands at a profile of the workspace, with the shipped one that it takes the place of, or extends. */
export type Profile = z.infer<typeof Profile> & {
	readonly own?: {readonly shipped?: z.infer<typeof Profile>};
};

/** A profile that is another one with differences: what is not said is taken from `extends`. */
export const ProfileExtension = z
	.strictObject({
		id: Slug,
		extends: Slug,
		title: z.string().max(60).optional(),
		summary: z.string().optional(),
		/** Those that differ. */
		thresholds: z.record(Slug, Threshold).readonly().default({}),
		maxAge: z
			.strictObject({answers: Days.optional(), runs: Days.optional()})
			.readonly()
			.default({}),
		/** Controls that stand in another list than in the base; `optional` leaves them out. */
		mandatory: z.array(Slug).readonly().default([]),
		recommended: z.array(Slug).readonly().default([]),
		optional: z.array(Slug).readonly().default([]),
		details: z.enum(['none', 'mandatory', 'all']).optional(),
		planned: z.array(Planned).readonly().default([]),
		/** Takes the place of the base's. */
		approach: z.array(Approach).readonly().optional(),
		approverIsNotAuthor: z.boolean().optional(),
	})
	.readonly();
export type ProfileExtension = z.infer<typeof ProfileExtension>;
