import type {AnswerValue} from '../domain/answer.js';
import {refusedDay} from '../domain/future-day.js';
import type {Question} from '../domain/question.js';
import {readAnswerValue} from './answer-value.js';
import {didYouMean} from './suggest.js';
import {gluedKey, missingSpace, otherIndent} from './yaml-slips.js';
import type {Path, YamlSource} from './yaml-source.js';

const maxNote = 20_000;

export type Group = Readonly<Record<string, unknown>>;

/** Tells a group of keys from a list, a plain value and nothing. */
export const isGroup = (value: unknown): value is Group =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Collects problems of one file; each `no` says what is wrong at a path. */
export type Reporter = {
	readonly source: YamlSource;
	/** ISO instant, against which days are judged. */
	readonly now: string;
	readonly no: (path: Path, message: string, what?: 'key' | 'value') => void;
	/** Whether a word is the id of a question, so that it stands in the wrong place and is no unknown key. */
	readonly isQuestion: (word: string) => boolean;
};

/** Reports every key of a group that is not allowed there. */
export const unknownKeys = (
	{no}: Pick<Reporter, 'no'>,
	group: Group,
	path: Path,
	allowed: readonly string[],
): void =>
	Object.keys(group)
		.filter(key => !allowed.includes(key))
		.forEach(key => {
			const glued = gluedKey(key);
			if (glued !== undefined && allowed.includes(glued)) {
				no([...path, key], `${missingSpace} in "${key}"`, 'key');
				return;
			}
			const message = `unknown key "${key}"; allowed: ${allowed.join(', ')}${didYouMean(key, allowed)}`;
			no([...path, key], message, 'key');
		});

/** What a person typed as value: numbers as they are written, so that `35` and `"35"` are the same answer. */
const readValue = (
	{source, now, no}: Reporter,
	question: Question,
	value: unknown,
	path: Path,
): AnswerValue | undefined => {
	if (typeof value === 'boolean') {
		no(path, `${question.id}: write yes or no; YAML takes ${String(value)} for something else`);
		return undefined;
	}
	if (typeof value !== 'string' && typeof value !== 'number') {
		no(path, `${question.id}: expected one value, or a group of "value" and "note"`);
		return undefined;
	}
	const text = typeof value === 'string' ? value : (source.written(path) ?? String(value));
	const result = readAnswerValue(question, text);
	const fault = result.ok ? refusedDay(question, result.value, now)?.what : result.reason;
	if (result.ok && fault === undefined) return result.value;
	no(path, `${question.id}: ${fault}`);
	return undefined;
};

/** The note without blanks around it; an empty one is none. */
const readNote = ({no}: Reporter, note: unknown, path: Path): string | undefined => {
	if (note === undefined || note === null) return undefined;
	if (typeof note !== 'string') {
		no(path, 'note: expected a text');
		return undefined;
	}
	if (note.length > maxNote) no(path, `note: expected at most ${maxNote} characters`);
	return note.trim() === '' ? undefined : note.trim();
};

/**
 * One entry of an answers file: a plain value, or a group of `value` and `note`. An empty value leaves the question
 * open and gives nothing; a note beside it would be lost, so that is reported, as is a "not-applicable" without reason.
 */
export const readEntry = (
	report: Reporter,
	question: Question,
	given: unknown,
	path: Path,
): {readonly value: AnswerValue; readonly note?: string} | undefined => {
	const group = isGroup(given) ? given : undefined;
	if (group !== undefined) {
		const misplaced = Object.keys(group).filter(report.isQuestion);
		misplaced.forEach(key => report.no([...path, key], otherIndent, 'key'));
		if (misplaced.length > 0) return undefined;
		unknownKeys(report, group, path, ['value', 'note']);
		// The value stands there, glued to its key: that nothing is answered would be a second error for one slip.
		if (Object.keys(group).some(key => gluedKey(key) !== undefined)) return undefined;
	}
	const note = readNote(report, group?.note, [...path, 'note']);
	const raw = group === undefined ? given : group.value;
	if (raw === undefined || raw === null) {
		if (note !== undefined) report.no(path, `${question.id}: there is a note but no value`);
		return undefined;
	}
	const at = group === undefined ? path : [...path, 'value'];
	const value = readValue(report, question, raw, at);
	if (value === undefined) return undefined;
	if (value === 'not-applicable' && note === undefined) {
		report.no(at, `${question.id}: "not-applicable" needs a note that says why`);
		return undefined;
	}
	return note === undefined ? {value} : {value, note};
};
