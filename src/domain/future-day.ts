import type {AnswerValue} from './answer.js';
import {daysBetween, dayOf} from './day.js';
import {Day} from './id.js';
import type {AnswerKind, Question} from './question.js';

/**
 * What is wrong with a day that answers a question about the past and has not come yet at the instant `now`, or that lies further
 * ahead than what it speaks of can last; undefined for every other answer. Such a day would settle nothing.
 */
export const unbelievableDay = (
	kind: AnswerKind,
	value: AnswerValue,
	now: string,
): string | undefined => {
	if (kind.kind !== 'date' || !Day.safeParse(value).success) return undefined;
	const ahead = daysBetween(now, String(value));
	if (kind.furthest !== undefined && ahead > kind.furthest)
		return `${value} is more than ${kind.furthest} days ahead (today is ${dayOf(now)}), and ${kind.expires === undefined ? 'nothing of this kind' : `no ${kind.expires}`} lasts so long`;
	const past = [kind.met, kind.partly].some(rule => rule !== undefined && 'within' in rule);
	// One day of grace: whoever answers east of Greenwich may already be in tomorrow.
	return past && ahead > 1
		? `${value} has not come yet (today is ${dayOf(now)}), and the question asks about the past`
		: undefined;
};

/** A year, and a day for the one that has more. */
const longestException = 366;

/**
 * What keeps a day from being recorded at the instant `now`, with the step that follows; undefined for every other answer. The
 * derived question until when a part may be missing says that a year is the longest; what was recorded with a later day before
 * stays as it is.
 */
export const refusedDay = (
	{answer, derived, gap}: Pick<Question, 'answer' | 'derived' | 'gap'>,
	value: AnswerValue,
	now: string,
): {readonly what: string; readonly next: string} | undefined => {
	const wrong = unbelievableDay(answer, value, now);
	if (wrong !== undefined && answer.kind === 'date') {
		const never = answer.never === undefined ? '' : 'never or ';
		if (answer.furthest !== undefined)
			return {what: wrong, next: 'Look at the day again: a wrong year is the usual slip.'};
		return {
			what: wrong,
			next: `Give the day on which it was last done, or answer ${never}dont-know.`,
		};
	}
	if (derived !== true || gap !== 'until' || !Day.safeParse(value).success) return undefined;
	return daysBetween(now, String(value)) > longestException
		? {
				what: `${value} is more than a year ahead (today is ${dayOf(now)}), and an exception holds for a year at most`,
				next: 'Give the day on which the missing part will be there, or on which somebody will look again.',
			}
		: undefined;
};
