import type {AnswerValue} from './answer.js';
import {daysBetween, dayOf} from './day.js';
import {Day} from './id.js';
import type {AnswerKind} from './question.js';

/**
 * What is wrong with a day that answers a question about the past and has not come yet at the instant `now`; undefined for every
 * other answer. Such a day would settle nothing.
 */
export const futureDay = (
	kind: AnswerKind,
	value: AnswerValue,
	now: string,
): string | undefined => {
	if (kind.kind !== 'date' || !Day.safeParse(value).success) return undefined;
	const past = [kind.met, kind.partly].some(rule => rule !== undefined && 'within' in rule);
	// One day of grace: whoever answers east of Greenwich may already be in tomorrow.
	return past && daysBetween(now, String(value)) > 1
		? `${value} has not come yet (today is ${dayOf(now)}), and the question asks about the past`
		: undefined;
};
