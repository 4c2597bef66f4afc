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
		/** Not met here means: do not choose this vendor. */
		knockOut: z.boolean().default(false),
		/** Kinds of the evidence catalogue that document this control. */
		evidence: z.array(Slug).readonly().default([]),
	})
	.readonly();
export type Control = z.infer<typeof Control>;
