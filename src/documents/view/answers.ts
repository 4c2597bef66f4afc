import type {Answer} from '../../domain/answer.js';
import type {Source} from './source.js';

const words: Readonly<Record<string, string>> = {
	yes: 'yes',
	no: 'no',
	partly: 'partly',
	'dont-know': 'don’t know',
	'not-applicable': 'not applicable',
};

/** An answer as a person reads it: the label of an option, a number with its unit, a day, or the text itself. */
export const answerText = (
	source: Source,
	question: string,
	answer: Answer | undefined,
): string => {
	if (answer === undefined) return 'not answered';
	const {value} = answer;
	const kind = source.content.questionnaires
		.flatMap(q => q.questions)
		.find(q => q.id === question)?.answer;
	if (kind?.kind === 'choice') {
		const option = kind.options.find(o => o.id === value);
		if (option) return option.label;
	}
	if (kind?.kind === 'date' && value === 'never') return kind.never ?? value;
	if (typeof value === 'number')
		return kind?.kind === 'number' ? `${value} ${kind.unit}` : String(value);
	return kind?.kind === 'text' ? value : (words[value] ?? value);
};
