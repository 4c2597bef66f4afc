import {daysBetween} from '../../domain/day.js';
import type {Severity} from '../../domain/severity.js';
import type {Check, Observed, Verdict} from '../engine/check.js';
import {certificateChecks, judgeEach} from './each-certificate.js';
import type {TlsFacts} from './facts.js';

type Definition = Omit<Check<TlsFacts>, 'family' | 'scope' | 'needs'>;

/**
 * What all checks of this family have in common is filled in: no credentials, true for one endpoint. The remediation of a
 * platform is written for PostgreSQL; of other engines the general one is shown.
 */
export const tlsCheck = ({judge, ...check}: Definition): Check<TlsFacts> => ({
	family: 'tls',
	scope: 'endpoint',
	needs: 'none',
	...check,
	judge: (facts, context) => {
		const judged = certificateChecks.includes(check.id) ? judgeEach(judge) : judge;
		const all = judged(facts, context);
		return facts.engine === 'postgresql'
			? all
			: all.map(verdict => ({remediation: check.remediation.all, ...verdict}));
	},
});

/** A check of what only PostgreSQL has. */
export const postgresCheck = (check: Definition): Check<TlsFacts> =>
	tlsCheck({engines: ['postgresql'], ...check});

/** A check of what only servers of the MySQL protocol have. */
export const mysqlCheck = (check: Definition): Check<TlsFacts> =>
	tlsCheck({engines: ['mysql', 'mariadb'], ...check});

type More = {readonly object?: string; readonly severity?: Severity; readonly remediation?: string};

/** The three words of a judge, for one expectation. */
export const verdicts = (
	expected: string,
): {
	readonly pass: (observed: string, more?: More) => Verdict;
	readonly fail: (observed: string, more?: More) => Verdict;
	readonly notApplicable: (observed: string, more?: More) => Verdict;
	/** For a fact that was not seen: with its reason. */
	readonly unknown: (
		fact: Extract<Observed<unknown>, {readonly seen: false}>,
		more?: More & {readonly observed?: string},
	) => Verdict;
} => ({
	pass: (observed, more) => ({outcome: 'pass', observed, expected, ...more}),
	fail: (observed, more) => ({outcome: 'fail', observed, expected, ...more}),
	notApplicable: (observed, more) => ({outcome: 'not-applicable', observed, expected, ...more}),
	unknown: (fact, more) => ({
		outcome: 'unknown',
		observed: `Could not be seen: ${fact.detail ?? fact.reason.replaceAll('-', ' ')}`,
		expected,
		reason: fact.reason,
		...(fact.grant === undefined ? {} : {grant: fact.grant}),
		...more,
	}),
});

const dayMs = 86_400_000;

/** Whole days from one instant to another, rounded down: half a day left is 0. */
export const daysUntil = (now: string, then: string): number =>
	Math.floor((Date.parse(then) - Date.parse(now)) / dayMs);

/**
 * Days left on the calendar, in UTC: the same number for the same day as an answer that names it, so that the two cannot
 * contradict each other over the hour.
 */
export const daysLeft = daysBetween;

/** The UTC day of an instant. */
export const dayText = (instant: string): string => instant.slice(0, 10);

/** How an object of a finding names a user. */
export const identityName = (one: {readonly user: string; readonly database: string}): string =>
	`user ${one.user}, database ${one.database}`;
