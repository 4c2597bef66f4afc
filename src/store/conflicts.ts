import {contentOf, needsChoice} from '../domain/conflict.js';
import type {Conflict} from '../domain/conflict.js';
import type {Entry} from '../domain/history.js';

/** Where an entry stands: on which chain, at which place, and how far it knows every other chain. */
export type Clock = {
	readonly chain: number;
	readonly place: number;
	readonly others: ReadonlyMap<number, number>;
};

/** Whether the one entry knew the other, or is it. */
export const knows = (clock: Clock, other: Clock): boolean =>
	clock.chain === other.chain
		? other.place <= clock.place
		: other.place <= (clock.others.get(other.chain) ?? -1);

/**
 * A clock for each entry, so that "did this one know that one" is answered without walking the history. An entry continues
 * the chain of a parent that nobody continued yet, else it begins a new one; a straight history is a single chain.
 */
export const clocksOf = (ordered: readonly Entry[]): ReadonlyMap<string, Clock> => {
	const clocks = new Map<string, Clock>();
	const ends = new Map<number, number>();
	for (const entry of ordered) {
		const parents = entry.parents.flatMap(id => clocks.get(id) ?? []);
		const followed = parents.find(p => ends.get(p.chain) === p.place);
		const chain = followed?.chain ?? ends.size;
		const place = followed === undefined ? 0 : followed.place + 1;
		ends.set(chain, place);
		const [only] = parents;
		const others =
			parents.length === 1 && only === followed && only !== undefined
				? only.others
				: merged(parents, chain);
		clocks.set(entry.id, {chain, place, others});
	}
	return clocks;
};

const merged = (parents: readonly Clock[], own: number): ReadonlyMap<number, number> => {
	const others = new Map<number, number>();
	const learn = (chain: number, place: number): void => {
		if (chain !== own) others.set(chain, Math.max(place, others.get(chain) ?? -1));
	};
	for (const parent of parents) {
		learn(parent.chain, parent.place);
		for (const [chain, place] of parent.others) learn(chain, place);
	}
	return others;
};

/** True when each entry knows the one before: then there is nothing to compare, which is so in most histories. */
const isStraight = (ordered: readonly Entry[]): boolean =>
	ordered.every(
		({parents}, i) => i === 0 || (parents.length === 1 && parents[0] === ordered[i - 1]?.id),
	);

/** The conflicts that are open in a history in causal order, sorted by kind and key. */
export const conflictsIn = (ordered: readonly Entry[]): readonly Conflict[] => {
	if (isStraight(ordered)) return [];
	const clocks = clocksOf(ordered);
	const latest = new Map<string, readonly Entry[]>();
	for (const entry of ordered) {
		if (!needsChoice(entry.kind)) continue;
		const clock = clocks.get(entry.id);
		const place = `${entry.kind} ${entry.key}`;
		const unknown = (latest.get(place) ?? []).filter(other => {
			const theirs = clocks.get(other.id);
			return clock === undefined || theirs === undefined || !knows(clock, theirs);
		});
		latest.set(place, [...unknown, entry]);
	}
	return [...latest.entries()]
		.filter(([, entries]) => new Set(entries.map(e => contentOf(e.after))).size > 1)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.flatMap(([, entries]) => {
			const [first] = entries;
			return first === undefined ? [] : [{kind: first.kind, key: first.key, entries}];
		});
};
