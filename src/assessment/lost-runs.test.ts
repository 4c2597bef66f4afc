import {expect, test} from 'vitest';
import {tinyDatabase, tinyFinding, tinyRun} from '../../test/helpers/tiny-record.js';
import type {CheckInfo} from '../domain/check.js';
import type {RecordedRun, TargetReport} from '../domain/run.js';
import {currentFindings} from './current-findings.js';
import {lostRunsOf} from './lost-runs.js';

const prod = tinyDatabase();
const checks = new Map(
	['roles', 'owner', 'tls'].map(id => [
		id,
		{id, family: id === 'tls' ? 'tls' : 'postgresql'} as CheckInfo,
	]),
);

type Outcome = 'pass' | 'fail' | 'unknown' | 'not-applicable';
const run = (
	day: string,
	outcomes: Readonly<Record<string, Outcome>>,
	more?: Partial<TargetReport>,
): RecordedRun =>
	tinyRun(
		prod,
		Object.entries(outcomes).map(([check, outcome]) => tinyFinding({check, outcome})),
		`2026-11-${day}T10:00:00.000Z`,
		more,
	);
const lost = (day: string): RecordedRun => ({
	...run(day, {}, {status: 'unreachable', reason: 'file-unreadable'}),
	lost: 'runs/x.json is missing.',
});
const now = (...runs: readonly RecordedRun[]): Readonly<Record<string, string>> =>
	Object.fromEntries(
		currentFindings(prod, runs, () => false).map(({finding, failedAttempt}) => [
			finding.check,
			`${finding.outcome}${failedAttempt === undefined ? '' : '*'}`,
		]),
	);
const all = {roles: 'pass', owner: 'pass', tls: 'pass'} as const;

test('what passed before a lost run is not known any more, what failed stays failed', () => {
	expect(now(run('01', {roles: 'pass', owner: 'fail', tls: 'not-applicable'}), lost('02'))).toEqual(
		{roles: 'unknown', owner: 'fail*', tls: 'unknown'},
	);
});

test('a later run brings back only what it saw itself', () => {
	expect(now(run('01', all), lost('02'), run('03', {roles: 'pass'}))).toEqual({
		roles: 'pass',
		owner: 'unknown',
		tls: 'unknown',
	});
	expect(now(run('01', all), lost('02'), run('03', {roles: 'unknown'})).roles).toBe('unknown');
});

test('a lost run of which nothing older is known gives no findings', () => {
	expect(now(lost('02'))).toEqual({});
});

test.each([
	['nothing later', [], false],
	['a complete run of all checks', [run('03', all)], true],
	['a run of some checks', [run('03', all, {only: ['roles', 'owner', 'tls']})], false],
	['a run of some checks, from before that was kept', [run('03', {roles: 'pass'})], false],
	['a run that was kept from looking', [run('03', all, {status: 'partial'})], false],
	['another lost run', [lost('03')], false],
	['an older run alone', [run('01', all)], false],
] as const)('it is made up for by a whole run alone: %s', (_, others, expected) => {
	const runs = [lost('02'), ...others].sort((a, b) =>
		a.report.finishedAt < b.report.finishedAt ? -1 : 1,
	);
	expect(lostRunsOf({runs, checks})[0]).toMatchObject({
		at: '2026-11-02T10:00:00.000Z',
		madeUp: expected,
	});
});
