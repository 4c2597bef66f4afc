import * as z from 'zod';
import {Condition} from './condition.js';
import {Slug} from './id.js';
import {Severity} from './severity.js';
import {TargetKind} from './target.js';

/** `required`: all of these passing proves the control. `refutes`: failing disproves, passing proves nothing. `informs`: shown. */
export const CheckRole = z.enum(['required', 'refutes', 'informs']);
export type CheckRole = z.infer<typeof CheckRole>;

/** How strongly a control supports a requirement; `related` unless the reference says why it is more. */
export const Strength = z.enum(['direct', 'partial', 'related']);
export type Strength = z.infer<typeof Strength>;

export const Reference = z
	.strictObject({
		framework: z.string(),
		/** Always a string: 3.10 is not 3.1. */
		id: z.string(),
		strength: Strength.default('related'),
		why: z.string().optional(),
	})
	.readonly();
export type Reference = z.infer<typeof Reference>;

/** How much a control counts beside the others when vendors are compared. */
const Weight = z.int().min(1).max(5);

/** Something that should be true of one kind of target. */
export const Control = z
	.strictObject({
		id: Slug,
		kind: TargetKind,
		/** A statement that is true when the control holds, for example "Plaintext connections are refused". */
		title: z.string().max(110),
		severity: Severity,
		/** Rows of the requirements ledger, for example B13. */
		requirements: z
			.array(z.string().regex(/^[A-F][0-9]{1,2}$/))
			.min(1)
			.readonly(),
		risks: z.array(Slug).readonly().default([]),
		checks: z
			.array(z.strictObject({check: Slug, role: CheckRole}).readonly())
			.readonly()
			.default([]),
		/** What a failing check means; `partly` only where the control says so. */
		failingMeans: z.enum(['not-met', 'partly']).default('not-met'),
		references: z.array(Reference).readonly().default([]),
		/** Scoping facts and target attributes only; false makes the control not applicable. */
		appliesWhen: Condition.optional(),
		/** Why it does not apply when `appliesWhen` is false: shown as the reason. */
		notApplicableReason: z.string().optional(),
		/** The state comes from the linked target's control when nobody answered here. */
		derives: z
			.strictObject({relation: z.enum(['vendor', 'uses', 'hosts', 'of']), control: Slug})
			.readonly()
			.optional(),
		/** Not met here means: do not choose this vendor; with `when` only where the scoping facts say so. */
		knockOut: z.union([z.boolean(), z.strictObject({when: Condition}).readonly()]).default(false),
		/** From 1 (nice to have) to 5, when vendors are compared; without it the control is not compared. */
		weight: Weight.optional(),
		/** Another weight under a profile, by the profile's id; of several profiles the largest counts. */
		weightIn: z.record(Slug, Weight).readonly().optional(),
		/** Kinds of the evidence catalogue that document this control. */
		evidence: z.array(Slug).readonly().default([]),
	})
	.readonly();
export type Control = z.infer<typeof Control>;
