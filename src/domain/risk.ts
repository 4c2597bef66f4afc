import * as z from 'zod';
import {Condition} from './condition.js';
import {Day, Slug} from './id.js';
import {TargetKind} from './target.js';

/** 1 to 5, in words of NIST SP 800-30 style: very low, low, moderate, high, very high. */
export const Scale = z.int().min(1).max(5);

export const RiskLevel = z.enum(['low', 'medium', 'high', 'critical']);
export type RiskLevel = z.infer<typeof RiskLevel>;

/** One row of the register: what can happen, and what lowers it. */
export const RiskScenario = z
	.strictObject({
		id: Slug,
		title: z.string().max(70),
		/** Who or what does what to which data, with which consequence: two or three plain sentences. */
		scenario: z.string(),
		kind: TargetKind,
		likelihood: Scale,
		impact: Scale,
		/** Raises the inherent impact by one (at most to 5) for each condition that holds. */
		impactRaisedWhen: z.array(Condition).readonly().default([]),
		appliesWhen: Condition.optional(),
		/** Each lowers one factor while all its controls are met; of several on one factor the strongest counts. */
		treatments: z
			.array(
				z
					.strictObject({
						lowers: z.enum(['likelihood', 'impact']),
						by: z.int().min(1).max(4),
						controls: z.array(Slug).min(1).readonly(),
						/** What it lowers by while a control is only partly met; without it nothing. */
						partlyBy: z.int().min(1).max(4).optional(),
						why: z.string(),
					})
					.readonly(),
			)
			.min(1)
			.readonly(),
	})
	.readonly();
export type RiskScenario = z.infer<typeof RiskScenario>;

/** What the owner decided about one risk of one target. */
export const RiskDecision = z
	.strictObject({
		target: z.string(),
		risk: Slug,
		treatment: z.enum(['mitigate', 'accept', 'transfer', 'avoid']),
		owner: z.string().optional(),
		due: Day.optional(),
		reason: z.string().optional(),
		approver: z.string().optional(),
		until: Day.optional(),
		/** Who recorded it; absent in what an earlier dbvet recorded. */
		by: z.string().optional(),
	})
	.readonly();
export type RiskDecision = z.infer<typeof RiskDecision>;

/** Likelihood times impact, 1 to 25: low up to 4, medium up to 9, high up to 14, critical from 15. */
export const riskLevel = (likelihood: number, impact: number): RiskLevel => {
	const score = likelihood * impact;
	return score >= 15 ? 'critical' : score >= 10 ? 'high' : score >= 5 ? 'medium' : 'low';
};

/** The word for a step of the scale of likelihood or impact. */
export const scaleWord = (step: number): string =>
	['very low', 'low', 'moderate', 'high', 'very high'][
		Math.min(Math.max(Math.round(step), 1), 5) - 1
	] ?? 'moderate';
