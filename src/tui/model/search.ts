import type {Snapshot} from '../../services/workbench.js';
import {wordsOf} from './match.js';
import {hitKinds, rowsOf, type Hit, type HitKind, type Row} from './search-rows.js';

export type {Hit};

/** What was found of one kind: the first so many, and how many there are. */
export type Group = {
	readonly kind: HitKind;
	readonly hits: readonly Hit[];
	readonly all: number;
};
export type Found = {
	readonly groups: readonly Group[];
	/** The hits of all groups in the order shown. */
	readonly hits: readonly Hit[];
	/** How many there are, also those that are not shown. */
	readonly all: number;
};

/** More hits of one kind than anybody reads; more letters narrow them. */
const mostOfKind = 40;
/** How many rows are read before it is asked whether there is time for more. */
const atOnce = 100;

type Index = {
	readonly rows: readonly Row[];
	readonly rest: Iterator<Row> | undefined;
};

// A snapshot never changes, so that its index is built once; the maps forget it together with the snapshot.
const indexes = new WeakMap<Snapshot, {rows: Row[]; rest: Iterator<Row> | undefined}>();
const lastFound = new WeakMap<Index, {readonly typed: string; readonly found: Found}>();

/**
 * Goes on building the index of a snapshot for as long as `mayGoOn` says so; true when nothing is left to do. Called where no key
 * waits, so that the first letter of a search finds it built.
 */
export const prepareSearch = (snapshot: Snapshot, mayGoOn: () => boolean): boolean => {
	const index = indexes.get(snapshot) ?? {rows: [], rest: rowsOf(snapshot)};
	indexes.set(snapshot, index);
	while (index.rest !== undefined && mayGoOn()) {
		for (let i = 0; i < atOnce; i += 1) {
			const next = index.rest.next();
			if (next.done === true) {
				index.rest = undefined;
				break;
			}
			index.rows.push(next.value);
		}
	}
	return index.rest === undefined;
};

const indexOf = (snapshot: Snapshot): Index => {
	prepareSearch(snapshot, () => true);
	return indexes.get(snapshot) ?? {rows: [], rest: undefined};
};

const nothing: Found = {groups: [], hits: [], all: 0};

const find = (rows: readonly Row[], words: readonly string[]): Found => {
	const byKind = new Map<HitKind, {hits: Hit[]; all: number}>();
	for (const {hit, text} of rows) {
		if (!words.every(w => text.includes(w))) continue;
		const group = byKind.get(hit.kind) ?? {hits: [], all: 0};
		group.all += 1;
		if (group.hits.length < mostOfKind) group.hits.push(hit);
		byKind.set(hit.kind, group);
	}
	const groups = hitKinds.flatMap((kind): readonly Group[] => {
		const group = byKind.get(kind);
		return group === undefined ? [] : [{kind, ...group}];
	});
	return {
		groups,
		hits: groups.flatMap(g => g.hits),
		all: groups.reduce((sum, g) => sum + g.all, 0),
	};
};

/**
 * Everything in which each typed word occurs (in any order, ignoring case and accents), grouped by kind, at most 40 of a
 * kind; nothing for an empty search.
 */
export const search = (snapshot: Snapshot, typed: string): Found => {
	const words = wordsOf(typed);
	if (words.length === 0) return nothing;
	const index = indexOf(snapshot);
	const key = words.join(' ');
	const last = lastFound.get(index);
	if (last?.typed === key) return last.found;
	const found = find(index.rows, words);
	lastFound.set(index, {typed: key, found});
	return found;
};
