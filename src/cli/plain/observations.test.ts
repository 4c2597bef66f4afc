import {expect, test} from 'vitest';
import {ids, recorded} from '../../../test/helpers/fake-record.js';
import {fakeWorkbench} from '../../../test/helpers/fake-workbench.js';
import type {ControlEvaluation, CurrentFinding} from '../../domain/evaluation.js';
import {observations} from './observations.js';

const now = '2026-11-22T12:00:00.000Z';
const at = '2026-09-01T08:00:00.000Z';

const control = (more: Partial<CurrentFinding>, count = 1): ControlEvaluation => {
	const found = fakeWorkbench({findings: recorded(ids.prod, at)})
		.snapshot()
		.evaluation.controls.find(c => c.findings.some(f => f.outcome === 'fail'))!;
	const finding = {...found.findings.find(f => f.outcome === 'fail')!, object: undefined};
	const findings = Array.from({length: count}, (_, n) => ({
		...finding,
		...more,
		...(count === 1 ? {} : {object: `user ${n}`}),
	}));
	return {...found, findings: findings};
};

test('what was observed has a day, an age, and what is too old says so', () => {
	expect(observations(control({stale: true}), now)).toEqual([
		'Observed on 2026-09-01, 82 days ago, too old to count: fail, let in without TLS',
	]);
	expect(observations(control({at: now}), now)[0]).toMatch(/^Observed on 2026-11-22, today: fail/);
});

test('a later attempt that saw nothing is told beside it', () => {
	const failedAttempt = {at: now, reason: 'offline', observed: 'not tried'};
	expect(observations(control({stale: true, failedAttempt}), now)[1]).toBe(
		'It could not be looked at again on 2026-11-22, today (offline).',
	);
	expect(observations(control({outcome: 'unknown', reason: 'offline', at: now}), now)[0]).toMatch(
		/^Not seen when looked at on 2026-11-22, today: unknown, .*\(offline\)$/,
	);
});

test('where not all is told, it is said how many are left and what tells them', () => {
	const told = observations(control({}, 9), now, 6);
	expect(told).toHaveLength(7);
	expect(told.at(-1)).toBe('And 3 more about what was observed: h tells all.');
	expect(observations(control({}, 9), now)).toHaveLength(9);
	expect(observations(undefined, now)).toEqual([]);
});

test('what a server said is shown without its control characters', () => {
	const evil = '\u001B[2J\u202Ename\nnext';
	const [told] = observations(control({object: evil, observed: evil}), now);
	for (const hidden of ['\u001B', '\u202E', '\n']) expect(told).not.toContain(hidden);
});
