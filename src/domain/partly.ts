import * as z from 'zod';
import {PlatformText} from './platform.js';
import type {Question} from './question.js';

/** The place of the question that was answered, in the text of a follow-up to it. */
export const questionMark = '{question}';

const texts = {
	/** One sentence with `{question}` at its end, where the question stands that was answered. */
	text: z
		.string()
		.max(80)
		.refine(text => text.endsWith(questionMark), `ends with ${questionMark}`),
	why: z.string().min(20),
	how: PlatformText,
	evidence: z.string().optional(),
	redFlags: z.string().optional(),
};
const Written = z.strictObject({...texts, placeholder: z.string().optional()}).readonly();

/** The file `questionnaires/partly.yaml`: what is asked after an answer that means "partly", in the words of one place. */
export const Partly = z
	.strictObject({
		instead: Written,
		owner: Written,
		until: z
			.strictObject({
				...texts,
				meaning: z.strictObject({met: z.string(), 'not-met': z.string()}).readonly(),
			})
			.readonly(),
	})
	.readonly();
export type Partly = z.infer<typeof Partly>;

/** The answers to a question that mean "partly" in words; a number or a day that does so by a rule has none. */
export const partlyAnswers = ({
	answer,
	control,
	followUp,
}: Pick<Question, 'answer' | 'control' | 'followUp'>): readonly string[] => {
	if (control === undefined || followUp) return [];
	if (answer.kind === 'choice')
		return answer.options.flatMap(({id, claim}) => (claim === 'partly' ? [id] : []));
	if (answer.kind !== 'yes-no') return [];
	return Object.entries(answer.claims).flatMap(([value, claim]) =>
		claim === 'partly' ? [value] : [],
	);
};
