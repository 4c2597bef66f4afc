import * as z from 'zod';
import {Condition} from './condition.js';
import {Slug} from './id.js';
import {PlatformText} from './platform.js';

/** What an answer says about its control. */
export const Claim = z.enum(['met', 'partly', 'not-met', 'not-applicable']);
export type Claim = z.infer<typeof Claim>;

/** What a given answer claims; `nothing` leaves the control open. */
export const ClaimOrNothing = z.enum(['met', 'partly', 'not-met', 'not-applicable', 'nothing']);
export type ClaimOrNothing = z.infer<typeof ClaimOrNothing>;

/** Values that every kind of answer knows besides its own. */
export const reservedAnswers = ['dont-know', 'not-applicable'] as const;

/** A number, or the name of a threshold of the profile. */
const Bound = z.union([z.number(), Slug]);
export type Bound = z.infer<typeof Bound>;

const NumberRule = z
	.union([z.strictObject({atLeast: Bound}), z.strictObject({atMost: Bound})])
	.readonly();
/** `within`: at most so many days ago. `ahead`: at least so many days in the future. Both count whole days in UTC. */
const DateRule = z
	.union([z.strictObject({within: Bound}), z.strictObject({ahead: Bound})])
	.readonly();

export const AnswerKind = z.discriminatedUnion('kind', [
	z
		.strictObject({
			kind: z.literal('yes-no'),
			/** Without `partly` here, "partly" is not offered. */
			claims: z
				.strictObject({yes: ClaimOrNothing, no: ClaimOrNothing, partly: ClaimOrNothing.optional()})
				.readonly()
				.default({yes: 'met', no: 'not-met', partly: 'partly'}),
		})
		.readonly(),
	z
		.strictObject({
			kind: z.literal('choice'),
			options: z
				.array(
					z
						.strictObject({
							id: Slug,
							label: z.string().max(90),
							claim: ClaimOrNothing.default('nothing'),
						})
						.readonly(),
				)
				.min(2)
				.max(9)
				.readonly(),
		})
		.readonly(),
	z
		.strictObject({
			kind: z.literal('number'),
			unit: z.string(),
			min: z.number().default(0),
			max: z.number(),
			met: NumberRule.optional(),
			partly: NumberRule.optional(),
		})
		.readonly(),
	z
		.strictObject({
			kind: z.literal('date'),
			met: DateRule.optional(),
			partly: DateRule.optional(),
			/** What runs out when the day no longer meets the rule, for example "SOC 2 report": shown where expiry is. */
			expires: z.string().max(40).optional(),
			/** How it is said that there was no such day, for example "Never reviewed": the answer `never`, which is not met. */
			never: z.string().min(3).max(60).optional(),
			/** The question of the same questionnaire whose day this one cannot lie before: the begin of the period that ends here. */
			notBefore: Slug.optional(),
			/**
			 * How many days the period from `notBefore` to this day must have, both counted: with fewer than `met` the answer means
			 * "partly" at best, with fewer than `partly` "not met".
			 */
			period: z
				.strictObject({met: z.int().min(1), partly: z.int().min(1)})
				.readonly()
				.optional(),
			/** A day further ahead than so many days is refused, and not believed where it was recorded: nothing lasts so long. */
			furthest: z.int().min(1).optional(),
		})
		.readonly(),
	z.strictObject({kind: z.literal('text'), placeholder: z.string().optional()}).readonly(),
]);
export type AnswerKind = z.infer<typeof AnswerKind>;

/**
 * What has to be known about an answer that means "partly": what makes up for the missing part, who answers for it, and
 * until which day it may stay so.
 */
export const GapPart = z.enum(['instead', 'owner', 'until']);
export type GapPart = z.infer<typeof GapPart>;

/** Asks a person about one control of one target, or (a scoping question) settles a fact. */
export const Question = z
	.strictObject({
		id: Slug,
		section: Slug,
		/** The control it speaks about; a scoping question has a `fact` instead. */
		control: Slug.optional(),
		fact: Slug.optional(),
		/** A follow-up carries no claim and is asked only while its condition holds. */
		followUp: z.boolean().default(false),
		/** Which part of a "partly" this follow-up asks for; the questions that it speaks of are those of its `when`. */
		gap: GapPart.optional(),
		/**
		 * `detail`: left out by profiles that ask no details. What the control then claims rests on its other questions and on
		 * probes, so that only what cannot make the control's title untrue may be a detail.
		 */
		depth: z.enum(['core', 'detail']).default('core'),
		text: z.string().min(10).max(220),
		why: z.string().min(20),
		how: PlatformText,
		/** What convinces an auditor. */
		evidence: z.string().optional(),
		/** What gives a weak answer away. */
		redFlags: z.string().optional(),
		answer: AnswerKind,
		/** What each answer means, by value (`yes`, an option id, `met`, `partly`, `not-met` for numbers and dates). */
		meaning: z.record(z.string(), z.string()).readonly().default({}),
		notApplicable: z.boolean().default(true),
		when: Condition.optional(),
		/** A duty that vendor and customer divide; the answer is a choice of `vendor`, `us`, `both` and `nobody`. */
		duty: z
			.strictObject({
				title: z.string().max(40),
				/** Controls of the databases at this vendor that have to be met when the duty is ours. */
				ours: z.array(Slug).readonly().default([]),
			})
			.readonly()
			.optional(),
		/** What to do when the answer falls short, and how much work it is. */
		remediation: z
			.strictObject({text: z.string(), effort: z.enum(['hours', 'days', 'weeks'])})
			.readonly()
			.optional(),
	})
	.readonly();
/** `derived`: made from `questionnaires/partly.yaml` for an answer that means "partly", and not written by anybody. */
export type Question = z.infer<typeof Question> & {readonly derived?: true};
