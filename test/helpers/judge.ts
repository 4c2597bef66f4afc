import type {JudgeContext, Verdict} from '../../src/probes/engine/check.js';
import {checks} from '../../src/probes/postgresql/checks.js';
import type {PostgresFacts} from '../../src/probes/postgresql/facts.js';

/** What is known beside the facts when nothing else is said: the time, and no threshold of a profile. */
export const judgeContext: JudgeContext = {now: '2026-11-22T04:00:00.000Z', thresholds: {}};

/** What a check of the PostgreSQL family says about facts; throws when there is no such check. */
export const judge = (
	id: string,
	facts: PostgresFacts,
	more: Partial<JudgeContext> = {},
): readonly Verdict[] => {
	const check = checks.find(c => c.id === id);
	if (check === undefined) throw new Error(`no check ${id}`);
	return check.judge(facts, {...judgeContext, ...more});
};

export const outcomes = (id: string, facts: PostgresFacts): readonly string[] =>
	judge(id, facts).map(({outcome}) => outcome);
