import {daysBetween} from '../domain/day.js';
import type {AnswerValue} from '../domain/answer.js';
import type {CurrentFinding} from '../domain/evaluation.js';
import {Day} from '../domain/id.js';
import {measure} from '../domain/measure.js';
import {bySeverity} from '../domain/severity-order.js';
import type {Question} from '../domain/question.js';
import {plainText} from '../domain/text.js';
import {byFinding} from './current-findings.js';
import {unique} from './order.js';
import type {Asked} from './questions.js';

/** A value in the words that a person chose: "yes", an option's label, "7 days", a date. */
export const valueWords = ({answer}: Question, value: AnswerValue | undefined): string => {
	if (value === undefined) return 'nothing';
	if (value === 'dont-know') return '"don\'t know"';
	if (value === 'not-applicable') return '"not applicable"';
	switch (answer.kind) {
		case 'date':
			return value === 'never' && answer.never !== undefined
				? `"${plainText(answer.never, 60)}"`
				: plainText(String(value), 40);
		case 'yes-no':
			return plainText(String(value), 40);
		case 'choice': {
			const option = answer.options.find(o => o.id === value);
			return `"${plainText(option?.label ?? String(value), 90)}"`;
		}
		case 'number':
			return plainText(measure(value, answer.unit), 40);
		case 'text':
			return 'with a text';
	}
};

/** An answer in words; where people gave several, all of them. */
export const answerWords = ({definition, evaluation: {answer, versions}}: Asked): string =>
	versions === undefined
		? valueWords(definition, answer?.value)
		: `${unique(versions.map(v => valueWords(definition, v?.value))).join(' or ')} (people differ)`;

const lapsedWords = (asked: Asked): string => {
	const {lapsed} = asked.evaluation;
	return lapsed === undefined ? '' : `, which was to hold until ${lapsed}`;
};

/** What was answered, as the middle of a sentence: "yes", "yes and 7 days". */
export const answersWords = (questions: readonly Asked[]): string => {
	const words = questions.map(asked => `${answerWords(asked)}${lapsedWords(asked)}`);
	return words.length === 0 ? 'nothing' : listed(words);
};

const listed = (words: readonly string[]): string =>
	words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

/** The thing that an answered day says has run out, with that day; undefined for every other answer. */
const ranOut = ({definition: {answer}, evaluation}: Asked, now: string): string | undefined => {
	const day = evaluation.answer?.value;
	if (answer.kind !== 'date' || answer.expires === undefined) return undefined;
	if (answer.met === undefined || !('ahead' in answer.met)) return undefined;
	return Day.safeParse(day).success && daysBetween(now, String(day)) < 0
		? `${plainText(answer.expires, 60)} ran out on ${String(day)}`
		: undefined;
};

/** So many answers are named; a reader who wants all of them opens the questions. */
const named = 2;

/**
 * The answers that decide against a control, as the beginning of a sentence: "the certificate ran out on 2026-11-01 and
 * answered no to “Is …?”".
 * @param amongOthers the control has further questions, so that each answer needs its own
 * @param now ISO instant
 */
export const decisiveWords = (
	questions: readonly Asked[],
	amongOthers: boolean,
	now: string,
): string => {
	const over = questions.flatMap(asked => ranOut(asked, now) ?? []);
	const others = questions
		.filter(asked => ranOut(asked, now) === undefined)
		.map(asked => {
			const to = amongOthers ? ` to ${quoted(asked.definition.text)}` : '';
			return `${answerWords(asked)}${to}${lapsedWords(asked)}`;
		});
	const more = others.length > named ? [`${others.length - named} more`] : [];
	const answered =
		others.length === 0 ? [] : [`answered ${listed([...others.slice(0, named), ...more])}`];
	return [...over, ...answered].join(', and ');
};

/** The gravest of some findings in words, and how many more there are; no full stop at the end. */
export const observedWords = (findings: readonly CurrentFinding[]): string => {
	const [first, ...others] = findings.toSorted(
		(a, b) => bySeverity(a.severity, b.severity) || byFinding(a, b),
	);
	if (first === undefined) return 'nothing';
	const seen = plainText(first.observed, 300).replace(/[.\s]+$/u, '');
	const object = first.object === undefined ? undefined : plainText(first.object, 80);
	const place = `on ${plainText(first.endpoint, 120)}`;
	const where = object === undefined || seen.includes(object) ? place : `${object}, ${place}`;
	const more = others.length === 0 ? '' : `, and ${others.length} more`;
	return `${seen} (${where})${more}`;
};

/** The text as one sentence: first letter large, one full stop. */
export const sentence = (text: string): string => {
	const trimmed = text.trim().replace(/[.\s]+$/u, '');
	return `${trimmed.slice(0, 1).toUpperCase()}${trimmed.slice(1)}${/[!?…]$/u.test(trimmed) ? '' : '.'}`;
};

/** The title of a control or check, or a question, inside a sentence; short enough for one line of a wide terminal. */
export const quoted = (title: string): string => `“${plainText(title, 130)}”`;

/** `1 check`, `2 checks`. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
	`${n} ${n === 1 ? one : many}`;
