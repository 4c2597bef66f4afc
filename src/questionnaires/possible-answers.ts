import {reservedAnswers, type AnswerKind, type Question} from '../domain/question.js';

/** The words that an answer may be, besides "don't know" and "not applicable"; undefined for numbers, days and texts. */
export const wordsOf = (answer: AnswerKind): readonly string[] | undefined => {
	switch (answer.kind) {
		case 'yes-no':
			return ['yes', 'no', ...(answer.claims.partly === undefined ? [] : ['partly'])];
		case 'choice':
			return answer.options.map(({id}) => id);
		case 'number':
		case 'date':
		case 'text':
			return undefined;
	}
};

/**
 * The reserved answers that a question takes: `never` where it asks for a day that may never have been, "don't know", and
 * "not applicable" unless it always applies, as a scoping fact does.
 */
export const reservedOf = ({answer, notApplicable}: Question): readonly string[] => [
	...(answer.kind === 'date' && answer.never !== undefined ? ['never'] : []),
	...reservedAnswers.filter(word => word !== 'not-applicable' || notApplicable),
];

/** What a question's `meaning` may speak of: its words, or the three judgements of a number or a day. */
export const meaningKeys = (question: Question): readonly string[] => {
	const {answer} = question;
	const judged =
		answer.kind === 'number' || answer.kind === 'date' ? ['met', 'partly', 'not-met'] : [];
	return [...(wordsOf(answer) ?? judged), ...reservedOf(question)];
};
