import {expect, test} from 'vitest';
import type {CurrentFinding} from '../domain/evaluation.js';
import {observedOf} from './observed.js';

const base: CurrentFinding = {
	id: 'prod/a',
	target: 't-1',
	targetName: 'prod',
	run: 'a'.repeat(64),
	at: '2026-10-01T00:00:00.000Z',
	stale: true,
	controls: [],
	check: 'a',
	endpoint: '127.0.0.1:5432',
	outcome: 'fail',
	severity: 'high',
	title: 'A',
	observed: 'let in without TLS',
	expected: 'refused',
	remediation: 'Mend it.',
};
const today = '2026-11-22T10:00:00.000Z';

test('a run that could not look makes nothing younger that another one saw', () => {
	const attempt = {at: today, reason: 'offline', observed: 'not tried'};
	const offline = {outcome: 'unknown', reason: 'offline', at: today, stale: false} as const;
	const groups = observedOf([
		{...base, ...offline, check: 'b', observed: 'not tried'},
		{...base, failedAttempt: attempt},
		{...base, outcome: 'pass', object: 'user b', observed: 'refused'},
	]);
	expect(groups.map(({at, stale, seen}) => ({at, stale, seen}))).toEqual([
		{at: base.at, stale: true, seen: true},
		{at: today, stale: false, seen: false},
	]);
	expect(groups[0]).toMatchObject({attempt, findings: [{outcome: 'fail'}, {outcome: 'pass'}]});
	expect(groups[1]).not.toHaveProperty('attempt');
});

test('what several checks of a run say alike is said once, and nothing gives nothing', () => {
	expect(observedOf([base, {...base, check: 'b'}])[0]?.findings).toHaveLength(1);
	expect(observedOf([])).toEqual([]);
});

test('what does not apply is said only where nothing else was seen', () => {
	const none = {...base, check: 'c', outcome: 'not-applicable', observed: 'no pooler'} as const;
	expect(observedOf([none, base])[0]?.findings).toEqual([base]);
	expect(observedOf([none])[0]?.findings).toEqual([none]);
});
