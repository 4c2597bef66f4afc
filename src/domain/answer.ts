import * as z from 'zod';
import {Day, Instant, Sha256, Slug} from './id.js';

/** `yes`, `no`, `partly`, an option id, a number, an ISO day, `never`, a text, `dont-know` or `not-applicable`. */
export const AnswerValue = z.union([z.string().max(10_000), z.number()]);
export type AnswerValue = z.infer<typeof AnswerValue>;

export const Answer = z
	.strictObject({
		target: z.string(),
		question: Slug,
		value: AnswerValue,
		/** Required for `not-applicable`: it is the reason. */
		note: z.string().max(20_000).optional(),
		by: z.string(),
		at: Instant,
	})
	.readonly();
export type Answer = z.infer<typeof Answer>;

const Failure = z
	.strictObject({check: Slug, endpoint: z.string(), object: z.string().optional()})
	.readonly();
export type Failure = z.infer<typeof Failure>;

/** An accepted failure, bound to what failed on the day, so that it cannot hide another failure. */
export const Waiver = z
	.strictObject({
		id: z.string().regex(/^w-[0-9a-f]{10}$/),
		target: z.string(),
		failures: z.array(Failure).min(1).readonly(),
		reason: z.string().min(1),
		approver: z.string().min(1),
		until: Day,
		by: z.string(),
		at: Instant,
	})
	.readonly();
export type Waiver = z.infer<typeof Waiver>;

/** "The observation is wrong or out of scope": holds while the answers and the failures stay what they were. */
export const Resolution = z
	.strictObject({
		target: z.string(),
		control: Slug,
		reason: z.string().min(1),
		until: Day,
		/** Hash over the answers (question and value) that it spoke of. */
		answers: Sha256,
		failures: z.array(Failure).min(1).readonly(),
		by: z.string(),
		at: Instant,
		/** When one of the answers got another value; from then on it settles nothing. */
		overtaken: Instant.optional(),
	})
	.readonly();
export type Resolution = z.infer<typeof Resolution>;
