import {describe, expect, it} from 'vitest';
import {tinyCheck} from '../../test/helpers/tiny-content.js';
import {tinyFinding} from '../../test/helpers/tiny-record.js';
import {byPresentLimits} from './other-limits.js';

const check = tinyCheck({id: 'ca', thresholds: ['ca-days-left']});
const sessions = tinyCheck({id: 'sessions', thresholds: ['session-hours']});

const after = (
	outcome: 'pass' | 'fail' | 'not-applicable' | 'unknown',
	judgedBy: Readonly<Record<string, number>> | undefined,
	wanted: Readonly<Record<string, number>>,
	of = check,
): string => {
	const run = judgedBy === undefined ? {} : {thresholds: judgedBy};
	const {finding, otherLimits} = byPresentLimits(
		tinyFinding({check: of.id, outcome, observed: 'Seen'}),
		of,
		run,
		wanted,
	);
	return `${finding.outcome}${otherLimits === undefined ? '' : '*'}: ${finding.observed}`;
};

describe('a verdict beside the limits in force', () => {
	it.each([
		['a pass by the same limit', 'pass', 90, 90, 'pass: Seen'],
		['a pass by a stricter limit', 'pass', 180, 90, 'pass: Seen'],
		[
			'a pass by a laxer limit',
			'pass',
			90,
			180,
			'unknown*: It was judged by a limit of 90 days, and 180 are wanted now: probe again. Seen then: Seen',
		],
		[
			'a pass by the limit of dbvet',
			'pass',
			undefined,
			90,
			'unknown*: It was judged by dbvet’s own limit, and 90 days are wanted now: probe again. Seen then: Seen',
		],
		[
			'a pass where no profile sets a limit any more',
			'pass',
			30,
			undefined,
			'unknown*: It was judged by a limit of 30 days, and no profile sets one now: probe again. Seen then: Seen',
		],
		['a pass by no limit then and now', 'pass', undefined, undefined, 'pass: Seen'],
		['a failure by the same limit', 'fail', 90, 90, 'fail: Seen'],
		['a failure by a stricter limit', 'fail', 180, 90, 'fail*: Seen'],
		['a failure by a laxer limit', 'fail', 90, 180, 'fail*: Seen'],
		['what does not apply', 'not-applicable', 90, 180, 'not-applicable: Seen'],
		['what was not seen', 'unknown', 90, 180, 'unknown: Seen'],
	] as const)('%s', (_, outcome, judgedBy, wanted, expected) => {
		const of = (n: number | undefined): Readonly<Record<string, number>> =>
			n === undefined ? {'session-hours': 24} : {'ca-days-left': n, 'session-hours': 24};
		expect(after(outcome, of(judgedBy), of(wanted))).toBe(expected);
	});

	it('reads which way is stricter from the name, and the unit', () => {
		expect(after('pass', {'session-hours': 12}, {'session-hours': 24}, sessions)).toBe(
			'pass: Seen',
		);
		expect(after('pass', {'session-hours': 24}, {'session-hours': 1}, sessions)).toBe(
			'unknown*: It was judged by a limit of 24 hours, and 1 is wanted now: probe again. Seen then: Seen',
		);
	});

	it('believes no pass of a run that does not tell its limits, and keeps its failures', () => {
		expect(after('pass', undefined, {'ca-days-left': 90})).toBe(
			'unknown*: It was judged by a limit that its run does not tell, and 90 days are wanted now: probe again. Seen then: Seen',
		);
		expect(after('fail', undefined, {'ca-days-left': 90})).toBe('fail: Seen');
	});

	it('leaves checks alone that judge by no limit', () => {
		expect(after('pass', undefined, {'ca-days-left': 90}, tinyCheck({id: 'ca'}))).toBe(
			'pass: Seen',
		);
	});
});
