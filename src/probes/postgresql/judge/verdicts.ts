import type {Check, Observed, Verdict} from '../../engine/check.js';
import {fail, pass, unknown, whenBothSeen as whenAllSeen} from '../../engine/verdicts.js';
import type {PostgresFacts} from '../facts.js';
import type {Listing} from '../facts/server.js';
import {whereTheyWork} from './elsewhere.js';

export {fail, notApplicable, pass, unknown, whenSeen} from '../../engine/verdicts.js';
export {whenAllSeen};

/**
 * A check of this family. Unless it says otherwise it judges the catalogue, which all nodes share; what judges settings,
 * files, sessions or the program says `node`.
 */
export const defineCheck = (
	check: Omit<Check<PostgresFacts>, 'family' | 'scope'> & {
		readonly scope?: Check<PostgresFacts>['scope'];
	},
): Check<PostgresFacts> => ({
	family: 'postgresql',
	scope: 'server',
	...check,
	judge: whereTheyWork(check.judge),
});

/** Findings on single objects beyond this number are summed up in one. */
const mostObjects = 50;

/**
 * One failure for each offender, else a pass; a list that was cut and shows no offender is unknown, because the
 * offender may be in what was not read.
 * @param clean what to say when nothing offends
 */
export const judgeListing = <T>(
	listing: Listing<T>,
	expected: string,
	rule: {readonly offends: (item: T) => Verdict | undefined; readonly clean: string},
): readonly Verdict[] => {
	const bad = listing.items.flatMap(item => rule.offends(item) ?? []);
	if (bad.length > 0) return summed(bad, listing.complete, expected);
	if (listing.complete) return [pass(rule.clean, expected)];
	return [
		unknown(
			{seen: false, reason: 'limit-exceeded', detail: 'there are more rows than dbvet reads'},
			expected,
		),
	];
};

const summed = (
	bad: readonly Verdict[],
	complete: boolean,
	expected: string,
): readonly Verdict[] => {
	if (bad.length <= mostObjects && complete) return bad;
	const rest = bad.length - Math.min(bad.length, mostObjects);
	const count = complete ? `${rest} more` : `at least ${rest} more (the list was cut)`;
	return [
		...bad.slice(0, mostObjects),
		fail(`${count} of the same kind`, expected, {object: 'others'}),
	];
};

/** `in database app`, and that others were not looked at where there are any. */
export const inDatabase = (facts: PostgresFacts): string => {
	if (!facts.observer.seen) return 'in this database';
	const {database, databases} = facts.observer.value;
	return databases > 1
		? `in database ${database} (1 of ${databases} databases)`
		: `in database ${database}`;
};

/** Nobody said which roles the applications use: that is no reason to be content, so that it is unknown. */
export const undeclared = (expected: string): Verdict =>
	unknown(
		{
			seen: false,
			reason: 'no-credentials',
			detail:
				'no application or reporting role is declared for this target (dbvet target add … --as application=USER/DATABASE)',
		},
		expected,
	);

/** Judges the declared identities by two facts that must be seen; without any it cannot be told. */
export const forIdentities = <A, B>(
	facts: PostgresFacts,
	a: Observed<A>,
	b: Observed<B>,
	expected: string,
	judge: (a: A, b: B) => readonly Verdict[],
): readonly Verdict[] =>
	whenAllSeen(a, b, expected, (first, second) =>
		facts.identities.length === 0 ? [undeclared(expected)] : judge(first, second),
	);
