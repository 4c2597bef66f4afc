import type {AnswerValue} from '../../domain/answer.js';
import {doubtfulNumber} from '../../domain/doubtful-number.js';
import {plainText} from '../../domain/text.js';
import {UserError} from '../../domain/errors.js';
import {parseAnswerValue} from '../../questionnaires/index.js';
import type {FlowItem} from '../../services/question-flow.js';

/** What a person may type besides an answer. */
const commands = {
	h: 'explain',
	s: 'skip',
	b: 'back',
	g: 'section',
	l: 'list',
	q: 'stop',
	'=': 'confirm',
} as const;

export type Reply =
	| {readonly kind: 'answer'; readonly value: AnswerValue}
	| {readonly kind: (typeof commands)[keyof typeof commands]}
	| {readonly kind: 'wrong'; readonly message: string};

type Choice = {readonly label: string; readonly value: string};

/** The numbered choices; a number, a day or a text is typed as it is, so that its questions number nothing. */
export const choicesOf = ({question}: FlowItem): readonly Choice[] => {
	const {answer} = question;
	if (answer.kind !== 'yes-no' && answer.kind !== 'choice') return [];
	const own =
		answer.kind === 'choice'
			? answer.options.map(({label, id}) => ({label, value: id}))
			: [
					{label: 'Yes', value: 'yes'},
					...(answer.claims.partly === undefined ? [] : [{label: 'Partly', value: 'partly'}]),
					{label: 'No', value: 'no'},
				];
	return [
		...own,
		{label: "Don't know", value: 'dont-know'},
		...(question.notApplicable ? [{label: 'Not applicable', value: 'not-applicable'}] : []),
	];
};

/** What may be typed, as sentences. */
export const possible = (item: FlowItem): readonly string[] => {
	const {answer, notApplicable} = item.question;
	const choices = choicesOf(item);
	const other = `or "dont-know"${notApplicable ? ' or "not-applicable"' : ''}`;
	const own =
		answer.kind === 'number'
			? `Type a number (${answer.unit}), ${other}.`
			: answer.kind === 'date'
				? `Type a day, such as 2026-06-30, ${answer.never === undefined ? '' : `"never" (${answer.never}), `}${other}.`
				: answer.kind === 'text'
					? `Type a text, ${other}.`
					: `${choices.map(({label}, i) => `${i + 1} ${label}`).join(', ')}.`;
	return [own, 'Or: h explain, s skip, b back, g another section, l list of answers, q stop.'];
};

/** The words of the command line name ids and another command; here the choices have numbers, and `h` explains them. */
const notTaken = (item: FlowItem, text: string): string => {
	const {answer} = item.question;
	const doubt = answer.kind === 'number' ? doubtfulNumber(text) : undefined;
	if (doubt !== undefined) return `${plainText(doubt, 200)}.`;
	const [own = ''] = possible(item);
	const range = answer.kind === 'number' ? ` It may be from ${answer.min} to ${answer.max}.` : '';
	const choose = choicesOf(item).length > 0 ? 'Choose by number: ' : '';
	return `"${plainText(text, 60)}" is no answer to this question. ${choose}${own}${/^[+-]?\d/.test(text) ? range : ''} Type h to read what each answer means.`;
};

/** Reads what was typed: a number of the choices, an answer as the command line takes it, or a letter. */
export const readReply = (item: FlowItem, typed: string): Reply => {
	const text = typed.trim();
	const letter = text.toLowerCase();
	if (Object.hasOwn(commands, letter)) return {kind: commands[letter as keyof typeof commands]};
	const choices = choicesOf(item);
	if (choices.length > 0 && /^\d+$/.test(text)) {
		const chosen = choices[Number(text) - 1];
		if (chosen === undefined)
			return {kind: 'wrong', message: `Type a number from 1 to ${choices.length}, or a letter.`};
		return {kind: 'answer', value: parseAnswerValue(item.question, chosen.value)};
	}
	if (text === '') return {kind: 'wrong', message: possible(item).join(' ')};
	try {
		return {kind: 'answer', value: parseAnswerValue(item.question, text)};
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return {kind: 'wrong', message: notTaken(item, text)};
	}
};
