import {questionsIn} from '../domain/condition.js';
import {daysBetween} from '../domain/day.js';
import {Day} from '../domain/id.js';
import type {Asked} from './questions.js';

/** The day until which a question that asks for one says that a part may be missing; undefined while nobody has named one. */
export const untilOf = ({definition, evaluation}: Asked): string | undefined => {
	const day = evaluation.answer?.value;
	return definition.gap === 'until' && evaluation.asked && Day.safeParse(day).success
		? String(day)
		: undefined;
};

/**
 * The questions with every "partly" whose day has passed turned into "not met": an exception that is over has to be decided
 * anew, and until then nothing stands for the missing part. The day itself still counts.
 * @param now ISO instant
 */
export const withLapsed = (questions: readonly Asked[], now: string): readonly Asked[] => {
	const over = new Map<string, string>();
	for (const question of questions) {
		const day = untilOf(question);
		const {when} = question.definition;
		if (day === undefined || when === undefined || daysBetween(now, day) >= 0) continue;
		for (const id of questionsIn(when)) over.set(id, day);
	}
	if (over.size === 0) return questions;
	return questions.map((asked): Asked => {
		const lapsed = over.get(asked.definition.id);
		const {evaluation} = asked;
		if (lapsed === undefined || evaluation.claim !== 'partly') return asked;
		const readings = asked.readings?.map(claim => (claim === 'partly' ? 'not-met' : claim));
		const before = evaluation.meaning === undefined ? '' : `${evaluation.meaning} `;
		const meaning = `${before}That was to hold until ${lapsed} and counts as not met since.`;
		return {
			...asked,
			...(readings === undefined ? {} : {readings}),
			evaluation: {...evaluation, claim: 'not-met', meaning, lapsed},
		};
	});
};
