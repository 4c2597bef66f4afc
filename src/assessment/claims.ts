import type {AnswerValue} from '../domain/answer.js';
import {count} from '../domain/count.js';
import {daysBetween} from '../domain/day.js';
import {unbelievableDay} from '../domain/future-day.js';
import {Day} from '../domain/id.js';
import {boundIn} from '../domain/limit-words.js';
import type {AnswerKind, Bound, ClaimOrNothing, Question} from '../domain/question.js';

export type ClaimContext = {
	readonly thresholds: Readonly<Record<string, number>>;
	/** ISO instant. */
	readonly now: string;
};

export type AnswerClaim = {
	readonly claim: ClaimOrNothing;
	/** Why the answer claims what it claims, one sentence; absent where nothing is to be said. */
	readonly meaning?: string;
};

type NumberKind = Extract<AnswerKind, {kind: 'number'}>;
type DateKind = Extract<AnswerKind, {kind: 'date'}>;

const nothing = (meaning?: string): AnswerClaim =>
	meaning === undefined ? {claim: 'nothing'} : {claim: 'nothing', meaning};

const misfit = nothing('The answer no longer fits the question; answer it again.');

/**
 * What an answer says about its control, after the thresholds. Never throws: an answer that does not fit (the
 * questionnaire may have changed since) claims nothing. Follow-ups and scoping questions claim nothing.
 */
export const claimOf = (
	question: Question,
	value: AnswerValue,
	context: ClaimContext,
): AnswerClaim => {
	const result = claimOfValue(question, value, context);
	return canClaim(question) ? result : {...result, claim: 'nothing'};
};

/** True when some answer to the question can say something about a control; only such questions are waited for. */
export const canClaim = ({control, followUp, answer}: Question): boolean => {
	if (control === undefined || followUp) return false;
	switch (answer.kind) {
		case 'yes-no':
			return Object.values(answer.claims).some(claim => claim !== 'nothing');
		case 'choice':
			return answer.options.some(option => option.claim !== 'nothing');
		case 'number':
		case 'date':
			return answer.met !== undefined || answer.partly !== undefined;
		case 'text':
			return false;
	}
};

const claimOfValue = (
	question: Question,
	value: AnswerValue,
	context: ClaimContext,
): AnswerClaim => {
	if (value === 'dont-know') return nothing(question.meaning['dont-know']);
	if (value === 'not-applicable')
		return question.notApplicable
			? withMeaning('not-applicable', question.meaning['not-applicable'])
			: nothing('The question does not offer "not applicable"; answer it again.');
	const {answer} = question;
	switch (answer.kind) {
		case 'yes-no': {
			if (value !== 'yes' && value !== 'no' && value !== 'partly') return misfit;
			const claim = answer.claims[value];
			return claim === undefined ? misfit : withMeaning(claim, question.meaning[value]);
		}
		case 'choice': {
			const option = answer.options.find(o => o.id === value);
			return option === undefined
				? misfit
				: withMeaning(option.claim, question.meaning[option.id] ?? option.label);
		}
		case 'number':
			return numberClaim(answer, value, question, context);
		case 'date':
			return dateClaim(answer, value, question, context);
		case 'text':
			return nothing();
	}
};

const withMeaning = (claim: ClaimOrNothing, meaning: string | undefined): AnswerClaim =>
	meaning === undefined ? {claim} : {claim, meaning};

type Rule = {readonly wanted: Bound; readonly words: 'at least' | 'at most'};

const numberClaim = (
	kind: NumberKind,
	value: AnswerValue,
	question: Question,
	context: ClaimContext,
): AnswerClaim => {
	const number = typeof value === 'number' ? value : Number.NaN;
	if (!Number.isFinite(number) || number < kind.min || number > kind.max) return misfit;
	const rule = (r: NumberKind['met']): Rule | undefined =>
		r === undefined
			? undefined
			: 'atLeast' in r
				? {wanted: r.atLeast, words: 'at least'}
				: {wanted: r.atMost, words: 'at most'};
	return measured(number, rule(kind.met), rule(kind.partly), question, context, {
		said: `${number} ${kind.unit}`,
		wanted: (words, bound) => `${words} ${bound} ${kind.unit}`,
	});
};

const dateClaim = (
	kind: DateKind,
	value: AnswerValue,
	question: Question,
	context: ClaimContext,
): AnswerClaim => {
	if (value === 'never' && kind.never !== undefined)
		return {claim: 'not-met', meaning: question.meaning.never ?? `${kind.never}.`};
	if (!Day.safeParse(value).success) return misfit;
	const days = daysBetween(context.now, String(value));
	const past = [kind.met, kind.partly].some(r => r !== undefined && 'within' in r);
	if (unbelievableDay(kind, value, context.now) !== undefined)
		return nothing(
			past
				? `${value} has not come yet, and the question asks about the past.`
				: `${value} is further ahead than this can last.`,
		);
	const rule = (r: DateKind['met']): Rule | undefined =>
		r === undefined
			? undefined
			: 'within' in r
				? {wanted: r.within, words: 'at most'}
				: {wanted: r.ahead, words: 'at least'};
	const distance = past ? Math.max(0, -days) : days;
	const far = (days: number): string => `${count(days, 'day', 'days')} ${past ? 'ago' : 'ahead'}`;
	return measured(distance, rule(kind.met), rule(kind.partly), question, context, {
		said:
			distance < 0
				? `${value} was ${count(-distance, 'day', 'days')} ago`
				: `${value} is ${far(distance)}`,
		wanted: (words, bound) => `${words} ${far(bound)}`,
	});
};

/** Met if the first rule holds, else partly if the second does, else not met; undecided while a bound is not known. */
const measured = (
	number: number,
	met: Rule | undefined,
	partly: Rule | undefined,
	question: Question,
	context: ClaimContext,
	text: {readonly said: string; readonly wanted: (words: string, bound: number) => string},
): AnswerClaim => {
	const shown = met ?? partly;
	if (shown === undefined) return nothing();
	const holds = (rule: Rule): boolean | undefined => {
		const bound = boundIn(rule.wanted, context.thresholds);
		if (bound === undefined) return undefined;
		return rule.words === 'at least' ? number >= bound : number <= bound;
	};
	const isMet = met === undefined ? false : holds(met);
	const isPartly = partly === undefined ? false : holds(partly);
	if (isMet === undefined || (!isMet && isPartly === undefined))
		return nothing('No profile in force sets the threshold that decides this answer.');
	const claim = isMet ? 'met' : isPartly ? 'partly' : 'not-met';
	const bound = boundIn(shown.wanted, context.thresholds);
	const fact =
		bound === undefined ? text.said : `${text.said}; wanted: ${text.wanted(shown.words, bound)}`;
	const meaning = question.meaning[claim];
	return {claim, meaning: meaning === undefined ? `${fact}.` : `${meaning} (${fact})`};
};
