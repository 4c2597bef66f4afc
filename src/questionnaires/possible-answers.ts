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

/** The reserved answers that a question takes. A scoping fact or a follow-up with `notApplicable: false` takes only "don't know". */
export const reservedOf = (question: Question): readonly string[] =>
	reservedAnswers.filter(word => word !== 'not-applicable' || question.notApplicable);

/** What a question's `meaning` may speak of: its words, or the three judgements of a number or a day. */
export const meaningKeys = (question: Question): readonly string[] => {
	const {answer} = question;
	const judged =
		answer.kind === 'number' || answer.kind === 'date' ? ['met', 'partly', 'not-met'] : [];
	return [...(wordsOf(answer) ?? judged), ...reservedOf(question)];
};
