import {plainText} from '../../domain/text.js';
import type {Observed, Verdict} from './check.js';

/** Rows read from a server, at most a limit; `complete` is false when the limit or missing rights cut them. */
export type Listing<T> = {readonly items: readonly T[]; readonly complete: boolean};

/** A fact that was not seen. */
export type Unseen = Extract<Observed<never>, {seen: false}>;
type More = Omit<Verdict, 'outcome' | 'observed' | 'expected'>;

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

/** Two facts, both needed: the first that was not seen decides. */
export const whenBothSeen = <A, B>(
	a: Observed<A>,
	b: Observed<B>,
	expected: string,
	judge: (a: A, b: B) => readonly Verdict[],
): readonly Verdict[] =>
	whenSeen(a, expected, first => whenSeen(b, expected, second => judge(first, second)));

const tooMany: Unseen = {
	seen: false,
	reason: 'limit-exceeded',
	detail: 'there are more rows than dbvet reads',
};

/** Findings on single objects beyond this number are summed up in one. */
const mostObjects = 50;

/** The first failures one by one, the rest in one; and a word on what was not shown. */
const summed = (
	bad: readonly Verdict[],
	expected: string,
	hidden: Unseen | undefined,
): readonly Verdict[] => [
	...bad.slice(0, mostObjects),
	...(bad.length > mostObjects
		? [fail(`${bad.length - mostObjects} more of the same kind`, expected, {object: 'others'})]
		: []),
	...(hidden === undefined ? [] : [unknown(hidden, expected, {object: 'what was not shown'})]),
];

/**
 * One failure for each offender, else a pass; a list that was cut and shows no offender is unknown, because the
 * offender may be in what was not read.
 * @param clean what to say when nothing offends
 * @param cut why the list is not complete, where that is known better than "more rows than dbvet reads"
 */
export const judgeListing = <T>(
	listing: Listing<T>,
	expected: string,
	rule: {
		readonly offends: (item: T) => Verdict | undefined;
		readonly clean: string;
		readonly cut?: Unseen;
	},
): readonly Verdict[] => {
	const bad = listing.items.flatMap(item => rule.offends(item) ?? []);
	const hidden = listing.complete ? undefined : (rule.cut ?? tooMany);
	if (bad.length > 0) return summed(bad, expected, hidden);
	return [hidden === undefined ? pass(rule.clean, expected) : unknown(hidden, expected)];
};

/**
 * The word of a check on several parts that must all hold: a pass of one says nothing while another failed or could not be
 * seen, and several passes are one.
 */
export const allParts = (...parts: readonly (readonly Verdict[])[]): readonly Verdict[] => {
	const all = parts.flat();
	const telling = all.filter(({outcome}) => outcome !== 'pass');
	return telling.length > 0 ? telling : all.slice(0, 1);
};
