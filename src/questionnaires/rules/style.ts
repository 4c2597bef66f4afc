import type {Question} from '../../domain/question.js';
import type {Book} from '../book.js';
import {isWritten} from '../partly-questions.js';
import {error, warning, type Problem} from '../problem.js';
import type {Path} from '../yaml-source.js';

const plain = (text: string): string =>
	text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

const textsOf = (question: Question): readonly (readonly [Path, string | undefined])[] => [
	[['text'], question.text],
	[['why'], question.why],
	...Object.entries(question.how).map(([platform, text]) => [['how', platform], text] as const),
	[['evidence'], question.evidence],
	[['redFlags'], question.redFlags],
	...Object.entries(question.meaning).map(([value, text]) => [['meaning', value], text] as const),
	[['remediation', 'text'], question.remediation?.text],
];

/** The style of questions: they end with a question mark, stand once, and do not beg. */
export const style = (book: Book): readonly Problem[] => {
	const first = new Map<string, string>();
	return book.parts.questionnaires
		.flatMap(q => q.questions)
		.filter(isWritten)
		.flatMap(question => {
			const problems: Problem[] = [];
			const place = book.place(question, ['text']);
			if (!question.text.trimEnd().endsWith('?')) {
				problems.push(error(place, 'text: a question ends with "?"'));
			}
			const words = plain(question.text);
			const before = first.get(words);
			if (before === undefined) first.set(words, question.id);
			else problems.push(error(place, `text: the question "${before}" asks the same`));
			for (const [path, text] of textsOf(question)) {
				if (text !== undefined && /\bplease\b/i.test(text)) {
					const message = `${path.join('.')}: say what to do, without "please"`;
					problems.push(warning(book.place(question, path), message));
				}
			}
			return problems;
		});
};
