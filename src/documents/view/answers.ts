import type {Answer} from '../../domain/answer.js';
import type {QuestionEvaluation} from '../../domain/evaluation.js';
import type {Source} from './source.js';

const words: Readonly<Record<string, string>> = {
	yes: 'yes',
	no: 'no',
	partly: 'partly',
	'dont-know': 'don’t know',
	'not-applicable': 'not applicable',
};

type Given = Pick<QuestionEvaluation, 'question' | 'answer' | 'versions'>;

/** What was answered, as a person reads it; where people answered differently, every version. */
export const answerText = (source: Source, {question, answer, versions}: Given): string =>
	versions === undefined
		? valueText(source, question, answer)
		: `${[...new Set(versions.map(v => valueText(source, question, v ?? undefined)))].join(' or ')} (people differ)`;

/** An answer as a person reads it: the label of an option, a number with its unit, a day, or the text itself. */
const valueText = (source: Source, question: string, answer: Answer | undefined): string => {
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
