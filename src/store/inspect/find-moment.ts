import type {Entry} from '../../domain/history.js';
import {headHash} from '../assessment-format.js';
import {upTo} from '../assessment-judgement.js';
import type {Ordered} from '../causal-order.js';
import {clocksOf, knows} from '../conflicts.js';
import type {HeadStanding} from './report.js';

/** Pairs of entries that are looked at most: about a second of hashing, and all pairs of 1,400 entries. */
const maxPairs = 1_000_000;

type Moment = readonly Entry[];

/**
 * The moments that this history tells of, as the entries that nothing had followed then: after each entry in the copy of
 * its writer, what each writer saw before an entry, and two copies that were joined while nobody wrote.
 */
function* momentsOf(entries: readonly Entry[]): Generator<Moment> {
	const byId = new Map(entries.map(entry => [entry.id, entry]));
	for (const entry of entries) {
		yield [entry];
		if (entry.parents.length > 1) yield entry.parents.flatMap(id => byId.get(id) ?? []);
	}
	const clocks = clocksOf(entries);
	const ends = entries.flatMap(entry => {
		const clock = clocks.get(entry.id);
		return clock === undefined ? [] : [{entry, clock}];
	});
	if (ends.every(({clock}) => clock.chain === 0)) return;
	let left = maxPairs;
	for (const [i, later] of ends.entries())
		for (const earlier of ends.slice(Math.max(0, i - left), i)) {
			if (left-- === 0) return;
			if (!knows(later.clock, earlier.clock)) yield [earlier.entry, later.entry];
		}
}

const lastAt = (moment: Moment): string =>
	moment
		.map(({at}) => at)
		.toSorted((a, b) => Date.parse(a) - Date.parse(b))
		.at(-1) ?? '';

/**
 * Where a head from elsewhere stands in a history. `given` is a head hash, or its beginning as the foot of a document prints it;
 * the id of an entry is taken for the moment right after it.
 */
export const findMoment = ({entries, heads}: Ordered, given: string): HeadStanding => {
	const is = (hash: string): boolean => hash.startsWith(given);
	if (is(headHash(heads))) return {standing: 'present'};
	for (const moment of momentsOf(entries)) {
		const ids = moment.map(({id}) => id);
		if (!is(headHash(ids)) && !(ids.length === 1 && ids.some(is))) continue;
		return {
			standing: 'ancestor',
			at: lastAt(moment),
			added: entries.length - upTo(entries, ids).length,
		};
	}
	return {standing: 'unknown'};
};
