import type {AnswerValue} from '../../domain/answer.js';
import {doubtfulNumber} from '../../domain/doubtful-number.js';
import type {Question} from '../../domain/question.js';
import {measure} from '../../domain/measure.js';
import {texts} from '../texts/texts.js';
import {isDay} from './time.js';

/** One line a person can choose: a typed answer, or a ready one. */
export type Choice =
	| {readonly kind: 'field'; readonly label: string}
	| {
			readonly kind: 'value';
			readonly value: string;
			readonly label: string;
			readonly wantsReason: boolean;
	  };

const ready = (value: string, label: string): Choice => ({
	kind: 'value',
	value,
	label,
	wantsReason: value === 'not-applicable',
});

const own = ({answer}: Question): readonly Choice[] => {
	switch (answer.kind) {
		case 'yes-no':
			return [
				ready('yes', texts.answers.yes),
				...(answer.claims.partly === undefined ? [] : [ready('partly', texts.answers.partly)]),
				ready('no', texts.answers.no),
			];
		case 'choice':
			return answer.options.map(o => ready(o.id, o.label));
		case 'number':
			return [{kind: 'field', label: answer.unit}];
		case 'date':
			return [
				{kind: 'field', label: texts.answers.dateFormat},
				...(answer.never === undefined ? [] : [ready('never', answer.never)]),
			];
		case 'text':
			return [{kind: 'field', label: answer.placeholder ?? ''}];
	}
};

/** The choices of a question in the order shown: its own, "don't know", "not applicable" where it is offered. */
export const choicesOf = (question: Question): readonly Choice[] => [
	...own(question),
	ready('dont-know', texts.answers.dontKnow),
	...(question.notApplicable ? [ready('not-applicable', texts.answers.notApplicable)] : []),
];

/** Where the cursor stands for a value: its own line, the field for typed values, the first line without a value. */
export const choiceIndex = (question: Question, value: AnswerValue | undefined): number => {
	if (value === undefined) return 0;
	const choices = choicesOf(question);
	const exact = choices.findIndex(c => c.kind === 'value' && c.value === value);
	return exact >= 0
		? exact
		: Math.max(
				0,
				choices.findIndex(c => c.kind === 'field'),
			);
};

/** What was typed, as an answer value; or the sentence that says what is wanted instead. */
export const readTyped = (
	question: Question,
	typed: string,
): {readonly value: AnswerValue} | {readonly problem: string} => {
	const text = typed.trim();
	const {answer} = question;
	switch (answer.kind) {
		case 'number': {
			const doubt = doubtfulNumber(text);
			if (doubt !== undefined) return {problem: `${doubt}.`};
			const n = /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
			return Number.isNaN(n) || n < answer.min || n > answer.max
				? {problem: texts.problems.number(answer.min, answer.max, answer.unit)}
				: {value: n};
		}
		case 'date':
			return isDay(text) ? {value: text} : {problem: texts.problems.date(text)};
		case 'text':
			return text === '' ? {problem: texts.problems.text} : {value: text};
		case 'yes-no':
		case 'choice':
			return {value: text};
	}
};

/** The answer in words, for example "Yes", an option's label, or "35 days". */
export const answerInWords = (question: Question, value: AnswerValue): string => {
	const choice = choicesOf(question).find(c => c.kind === 'value' && c.value === value);
	if (choice !== undefined) return choice.label;
	return question.answer.kind === 'number' ? measure(value, question.answer.unit) : String(value);
};
