import type {AnswerValue} from '../domain/answer.js';
import {notADay} from '../domain/day.js';
import {doubtfulNumber} from '../domain/doubtful-number.js';
import {UserError} from '../domain/errors.js';
import {Day} from '../domain/id.js';
import type {Question} from '../domain/question.js';
import {reservedOf, wordsOf} from './possible-answers.js';
import {didYouMean} from './suggest.js';

const maxText = 10_000;

/** An answer's value, or one sentence that says what would be accepted. */
export type ValueOrReason =
	{readonly ok: true; readonly value: AnswerValue} | {readonly ok: false; readonly reason: string};

const yes = (value: AnswerValue): ValueOrReason => ({ok: true, value});
const no = (reason: string): ValueOrReason => ({ok: false, reason});

/** What a question accepts, in words: for help texts and for errors. */
export const allowedAnswers = (question: Question): string => {
	const {answer} = question;
	const own = ((): readonly string[] => {
		switch (answer.kind) {
			case 'yes-no':
			case 'choice':
				return wordsOf(answer) ?? [];
			case 'number':
				return [`a number from ${answer.min} to ${answer.max} (${answer.unit})`];
			case 'date':
				return ['a day as YYYY-MM-DD'];
			case 'text':
				return [`a text of at most ${maxText} characters`];
		}
	})();
	return [...own, ...reservedOf(question)].join(' | ');
};

const word = (question: Question, text: string, words: readonly string[]): ValueOrReason => {
	const wanted = text.toLowerCase();
	const found = words.find(w => w === wanted);
	if (found !== undefined) return yes(found);
	const all = [...words, ...reservedOf(question)];
	return no(
		`"${cut(text)}" is no answer here; allowed: ${all.join(' | ')}${didYouMean(wanted, all)}`,
	);
};

const number = (question: Question, text: string): ValueOrReason => {
	const {answer} = question;
	if (answer.kind !== 'number') return no(allowedAnswers(question));
	const doubt = doubtfulNumber(text);
	if (doubt !== undefined) return no(doubt);
	const [, digits = '', unit = ''] = /^([+-]?\d{1,15}(?:\.\d{1,9})?)\s*(.*)$/s.exec(text) ?? [];
	const value = Number(digits);
	const right = digits !== '' && (unit === '' || unit.toLowerCase() === answer.unit.toLowerCase());
	if (!right) return no(`"${cut(text)}" is no number; allowed: ${allowedAnswers(question)}`);
	// Adding zero turns a negative zero into the plain one, so that equal answers have equal text.
	return value >= answer.min && value <= answer.max
		? yes(value + 0)
		: no(`${digits} is out of range; allowed: ${allowedAnswers(question)}`);
};

const day = (question: Question, text: string): ValueOrReason => {
	if (Day.safeParse(text).success) return yes(text);
	return no(`"${cut(text)}" ${notADay(text)}; allowed: ${allowedAnswers(question)}`);
};

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/**
 * Reads what a person typed as an answer to a question: yes, no or partly, an option's id, a number (its unit may
 * follow), a day that exists, a text, or a reserved answer. Words may be in any case; blanks around are dropped.
 * Whether a "not-applicable" comes with its reason is left to the caller.
 */
export const readAnswerValue = (question: Question, typed: string): ValueOrReason => {
	const text = typed.trim();
	if (text === '') return no(`nothing was given; allowed: ${allowedAnswers(question)}`);
	const lower = text.toLowerCase();
	if (reservedOf(question).includes(lower)) return yes(lower);
	if (lower === 'not-applicable') {
		return no(`"not-applicable" is not offered here; allowed: ${allowedAnswers(question)}`);
	}
	const {answer} = question;
	switch (answer.kind) {
		case 'yes-no':
		case 'choice':
			return word(question, text, wordsOf(answer) ?? []);
		case 'number':
			return number(question, text);
		case 'date':
			return day(question, text);
		case 'text':
			return text.length <= maxText
				? yes(text)
				: no(`this text has ${text.length} characters; allowed: ${allowedAnswers(question)}`);
	}
};

/** As readAnswerValue; a value that is not accepted throws a UserError that says what is. */
export const parseAnswerValue = (question: Question, typed: string): AnswerValue => {
	const result = readAnswerValue(question, typed);
	if (result.ok) return result.value;
	throw new UserError(`${question.id}: ${result.reason}`, [
		`See the question and what each answer means with: dbvet questionnaire show ${question.id}`,
	]);
};
