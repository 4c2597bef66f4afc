import type {AnswerKind, ClaimOrNothing, Question} from '../../domain/question.js';
import {reservedAnswers} from '../../domain/question.js';
import type {Book} from '../book.js';
import {error, warning, type Problem} from '../problem.js';
import {didYouMean} from '../suggest.js';
import {meaningKeys} from '../possible-answers.js';

/** Every claim that an answer of this kind can make. */
const claimsOf = (answer: AnswerKind): readonly ClaimOrNothing[] => {
	switch (answer.kind) {
		case 'yes-no':
			return Object.values(answer.claims).filter(claim => claim !== undefined);
		case 'choice':
			return answer.options.map(({claim}) => claim);
		case 'number':
		case 'date':
			return answer.met === undefined
				? []
				: ['met', 'not-met', ...(answer.partly === undefined ? [] : (['partly'] as const))];
		case 'text':
			return [];
	}
};

const options = (book: Book, question: Question): readonly Problem[] =>
	question.answer.kind === 'choice'
		? question.answer.options.flatMap(({id}, index) =>
				reservedAnswers.some(reserved => reserved === id)
					? [
							error(
								book.place(question, ['answer', 'options', index, 'id']),
								`the option "${id}" collides with an answer that every question has; choose another id`,
							),
						]
					: [],
			)
		: [];

const meanings = (book: Book, question: Question): readonly Problem[] => {
	const allowed = meaningKeys(question);
	return Object.keys(question.meaning)
		.filter(key => !allowed.includes(key))
		.map(key =>
			error(
				book.place(question, ['meaning', key], 'key'),
				`meaning: "${key}" is no answer to this question (${allowed.join(', ')})${didYouMean(key, allowed)}`,
			),
		);
};

const gaps = (book: Book, question: Question): readonly Problem[] => {
	const {gap, followUp, answer} = question;
	if (gap === undefined) return [];
	const message = !followUp
		? 'gap: only a follow-up asks about the missing part of an answer'
		: gap === 'until' && answer.kind !== 'date'
			? 'gap: "until" asks for a day, so that the answer has to be a date'
			: undefined;
	return message === undefined ? [] : [error(book.place(question, ['gap']), message)];
};

const claims = (book: Book, question: Question): readonly Problem[] => {
	const {answer, followUp, control, when} = question;
	const problems: Problem[] = [];
	const place = book.place(question, ['id']);
	if (followUp && when === undefined) {
		problems.push(
			error(place, `the follow-up "${question.id}" needs "when": the answer that brings it up`),
		);
	}
	if ((answer.kind === 'number' || answer.kind === 'date') && answer.partly && !answer.met) {
		const message = 'answer: "partly" needs "met" beside it, or no answer could be good enough';
		problems.push(error(book.place(question, ['answer', 'partly'], 'key'), message));
	}
	if (answer.kind === 'date' && answer.never !== undefined) {
		// Only about the past can somebody say that there never was such a day, and only a rule makes it a failure.
		if (answer.met === undefined || !('within' in answer.met)) {
			const message = 'answer: "never" needs "met: {within: …}" beside it, a rule about the past';
			problems.push(error(book.place(question, ['answer', 'never'], 'key'), message));
		}
	}
	if (answer.kind === 'number' && answer.min >= answer.max) {
		const message = `answer: min ${answer.min} must lie below max ${answer.max}`;
		problems.push(error(book.place(question, ['answer', 'max']), message));
	}
	if (control !== undefined && !followUp) {
		const possible = claimsOf(answer);
		const missing = (['met', 'not-met'] as const).filter(claim => !possible.includes(claim));
		if (missing.length > 0) {
			const message = `no answer to "${question.id}" can say that its control is ${missing.join(' or ')}; make it a follow-up, or give its answers claims`;
			problems.push(warning(place, message));
		}
	}
	return problems;
};

/** Whether the answers of each question fit together: options, meanings, rules and claims. */
export const answers = (book: Book): readonly Problem[] =>
	book.parts.questionnaires
		.flatMap(q => q.questions)
		.flatMap(question => [
			...options(book, question),
			...meanings(book, question),
			...gaps(book, question),
			...claims(book, question),
		]);
