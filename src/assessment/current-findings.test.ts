import {describe, expect, it} from 'vitest';
import type {Finding} from '../domain/finding.js';
import {tinyDatabase, tinyFinding, tinyRun} from '../../test/helpers/tiny-record.js';
import {currentFindings, inOrder} from './current-findings.js';
import {olderThan} from './staleness.js';

const prod = tinyDatabase();
const now = '2026-11-22T12:00:00.000Z';

/** A batch in one line: `app=pass admin=unknown` for objects, `pass` alone for the check as a whole. */
const batch = (text: string): readonly Finding[] =>
	text
		.split(' ')
		.filter(Boolean)
		.map(part => {
			const [object, outcome] = part.includes('=') ? part.split('=') : [undefined, part];
			return tinyFinding({
				check: 'roles',
				outcome: outcome as Finding['outcome'],
				...(object === undefined ? {} : {object}),
			});
		});

/** Current findings after the batches of some days, in the same notation; `*` marks a failed attempt, `~` stale. */
const after = (...days: readonly (readonly [day: string, findings: string])[]): string =>
	currentFindings(
		prod,
		inOrder(days.map(([day, text]) => tinyRun(prod, batch(text), `2026-${day}T10:00:00.000Z`))),
		olderThan(now, 30),
	)
		.map(({finding, failedAttempt, stale}) =>
			[
				finding.object === undefined ? '' : `${finding.object}=`,
				finding.outcome,
				failedAttempt === undefined ? '' : '*',
				stale ? '~' : '',
			].join(''),
		)
		.join(' ');

describe('current findings', () => {
	it.each([
		['replaces what was seen', 'app=fail admin=pass', 'app=pass admin=pass', 'admin=pass app=pass'],
		['drops an object that vanished', 'app=fail admin=pass', 'admin=pass', 'admin=pass'],
		[
			'keeps everything when nothing could be seen',
			'app=fail admin=pass',
			'unknown',
			'admin=pass* app=fail*',
		],
		['keeps a whole finding', 'fail', 'unknown', 'fail*'],
		['keeps a pass as well', 'pass', 'error', 'pass*'],
		[
			'keeps one object that could not be seen',
			'app=fail admin=pass',
			'app=unknown admin=fail',
			'admin=fail app=fail*',
		],
		['adds an unknown object', 'admin=pass', 'admin=pass app=unknown', 'admin=pass app=unknown'],
		[
			'keeps the rest when part of the objects is not known',
			'app=fail',
			'admin=pass unknown',
			'unknown admin=pass app=fail*',
		],
		[
			'keeps an old unknown beside a later one',
			'app=pass admin=unknown',
			'unknown',
			'unknown admin=unknown app=pass*',
		],
		['lets a first unknown stand', '', 'unknown', 'unknown'],
		[
			'counts the graver of two words on one object',
			'',
			'app=pass app=fail app=unknown',
			'app=fail',
		],
		[
			'does not believe a pass beside an unknown of the same object',
			'',
			'app=pass app=unknown',
			'app=unknown',
		],
	])('%s', (_, first, second, expected) => {
		expect(after(['11-10', first], ['11-20', second])).toBe(expected);
	});

	it('marks what is too old, and gives up an old pass that could not be confirmed but never an old failure', () => {
		expect(after(['10-23', 'pass'])).toBe('pass');
		expect(after(['10-22', 'pass'])).toBe('pass~');
		expect(after(['09-01', 'app=pass admin=fail'], ['11-20', 'unknown'])).toBe(
			'admin=fail*~ app=unknown',
		);
	});

	it('goes by the end of the runs, not by the order they are handed over', () => {
		expect(after(['11-20', 'fail'], ['11-10', 'pass'])).toBe('fail');
	});

	it('erases nothing of other checks and endpoints', () => {
		const two = tinyDatabase('prod', {
			endpoints: [
				{role: 'primary', host: 'prod.example', port: 5432},
				{role: 'replica', host: '::1', port: 5433},
			],
		});
		const full = tinyRun(
			two,
			[
				tinyFinding({check: 'a', outcome: 'fail'}),
				tinyFinding({check: 'b', outcome: 'fail'}),
				tinyFinding({check: 'a', endpoint: '[::1]:5433', outcome: 'fail'}),
				tinyFinding({check: 'a', endpoint: 'gone.example:5432', outcome: 'fail'}),
			],
			'2026-11-10T10:00:00.000Z',
		);
		const only = tinyRun(two, [tinyFinding({check: 'a'})], '2026-11-20T10:00:00.000Z');
		const findings = currentFindings(two, [full, only], olderThan(now, 30)).map(
			({finding}) => `${finding.check} ${finding.endpoint} ${finding.outcome}`,
		);
		expect(findings).toEqual([
			'a [::1]:5433 fail',
			'a prod.example:5432 pass',
			'b prod.example:5432 fail',
		]);
	});

	it('shows an unreachable target beside what was seen before', () => {
		const seen = tinyRun(prod, batch('fail'), '2026-11-10T10:00:00.000Z');
		const missed = tinyRun(prod, [], '2026-11-20T10:00:00.000Z', {
			status: 'unreachable',
			reason: 'connection-refused',
		});
		expect(currentFindings(prod, [seen, missed], olderThan(now, 30))).toMatchObject([
			{finding: {outcome: 'fail'}, failedAttempt: {reason: 'connection-refused'}},
		]);
	});
});

describe('a wrong clock', () => {
	const future = '2027-06-01T10:00:00.000Z';
	const run = (outcome: Finding['outcome'], at: string, order?: string) => ({
		...tinyRun(prod, [tinyFinding({check: 'roles', outcome})], at),
		...(order === undefined ? {} : {order}),
	});
	const outcomes = (...runs: readonly ReturnType<typeof run>[]): readonly string[] =>
		currentFindings(prod, inOrder(runs), olderThan(now, 30)).map(
			({finding, stale}) => `${finding.outcome}${stale ? ' stale' : ''}`,
		);

	it('makes what was seen under it stale, because nobody knows how old it is', () => {
		expect(outcomes(run('pass', future))).toEqual(['pass stale']);
		expect(outcomes(run('pass', now))).toEqual(['pass']);
	});

	it('does not let a run that was recorded earlier win over one that was recorded after it', () => {
		const later = run('fail', now, '2027-06-01T10:00:00.001Z');
		expect(outcomes(run('pass', future), later)).toEqual(['fail']);
		expect(outcomes(later, run('pass', future))).toEqual(['fail']);
		expect(outcomes(run('pass', future), run('unknown', now, later.order))).toEqual(['unknown']);
	});
});
