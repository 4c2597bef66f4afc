import * as z from 'zod';
import {Control} from './control.js';
import {Slug} from './id.js';
import {Question} from './question.js';
import {TargetKind} from './target.js';

export const Section = z
	.strictObject({id: Slug, title: z.string().max(60), intro: z.string().optional()})
	.readonly();
export type Section = z.infer<typeof Section>;

/** One `questionnaires/<id>/questionnaire.yaml`: what we ask about one kind of target. */
export const Questionnaire = z
	.strictObject({
		id: Slug,
		title: z.string().max(60),
		kind: TargetKind,
		intro: z.string(),
		sections: z.array(Section).min(1).readonly(),
		controls: z.array(Control).readonly().default([]),
		questions: z.array(Question).min(1).readonly(),
	})
	.readonly();
export type Questionnaire = z.infer<typeof Questionnaire>;
