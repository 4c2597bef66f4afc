import {plainText} from '../../../domain/text.js';
import type {Check, Observed, Verdict} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';
import type {Listing} from '../facts/server.js';

type Unseen = Extract<Observed<never>, {seen: false}>;
type More = Omit<Verdict, 'outcome' | 'observed' | 'expected'>;

/**
 * A check of this family. Unless it says otherwise it judges the catalogue, which all nodes share; what judges settings,
 * files, sessions or the program says `node`.
 */
export const defineCheck = (
	check: Omit<Check<PostgresFacts>, 'family' | 'scope'> & {
		readonly scope?: Check<PostgresFacts>['scope'];
	},
): Check<PostgresFacts> => ({family: 'postgresql', scope: 'server', ...check});

const verdict = (
	outcome: Verdict['outcome'],
	observed: string,
	expected: string,
	more: More,
): Verdict => ({
	...more,
	outcome,
	observed: plainText(observed),
	expected,
	...(more.object === undefined ? {} : {object: plainText(more.object, 200)}),
});

/** The bad state was looked for with sufficient rights and is absent. Server text in `observed` is made plain. */
export const pass = (observed: string, expected: string, more: More = {}): Verdict =>
	verdict('pass', observed, expected, more);

/** The bad state was seen. */
export const fail = (observed: string, expected: string, more: More = {}): Verdict =>
	verdict('fail', observed, expected, more);

/** The check makes no sense here; `why` says so. */
export const notApplicable = (why: string, expected: string): Verdict =>
	verdict('not-applicable', why, expected, {});

/** The fact was not seen: carries its reason and grant on. */
export const unknown = (fact: Unseen, expected: string, more: More = {}): Verdict =>
	verdict('unknown', fact.detail ?? 'could not be looked at', expected, {
		...more,
		reason: fact.reason,
		...(fact.grant === undefined ? {} : {grant: fact.grant}),
		...(fact.source === undefined ? {} : {source: fact.source}),
	});

/** Judges a fact that was seen; one that was not gives a single `unknown`. */
export const whenSeen = <T>(
	fact: Observed<T>,
	expected: string,
	judge: (value: T) => readonly Verdict[],
): readonly Verdict[] => (fact.seen ? judge(fact.value) : [unknown(fact, expected)]);

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

/** Several facts, all needed: the first that was not seen decides. */
export const whenAllSeen = <A, B>(
	a: Observed<A>,
	b: Observed<B>,
	expected: string,
	judge: (a: A, b: B) => readonly Verdict[],
): readonly Verdict[] =>
	whenSeen(a, expected, first => whenSeen(b, expected, second => judge(first, second)));

/** `in database app`, and that others were not looked at where there are any. */
export const inDatabase = (facts: PostgresFacts): string => {
	if (!facts.observer.seen) return 'in this database';
	const {database, databases} = facts.observer.value;
	return databases > 1
		? `in database ${database} (1 of ${databases} databases)`
		: `in database ${database}`;
};

/** Nobody said which roles the applications use: that is no reason to be content, so that it is unknown. */
const undeclared = (expected: string): Verdict =>
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
