import type {Entry} from '../domain/history.js';
import type {PlacedEntry} from './history-lines.js';

export type Ordered = {
	/** Parents before children; of entries that do not know each other the earlier `at` first, then the smaller id. */
	readonly entries: readonly Entry[];
	/** Ids that no entry follows, sorted. */
	readonly heads: readonly string[];
	/** The first entry, by file and line, that follows one which is nowhere. */
	readonly orphan?: {readonly placed: PlacedEntry; readonly parent: string};
};

const earlier = (a: Entry, b: Entry): boolean => {
	const difference = Date.parse(a.at) - Date.parse(b.at);
	return difference === 0 ? a.id < b.id : difference < 0;
};

/** A queue that hands out the earliest entry first: a binary heap, so that long histories stay quick. */
const queue = (): {
	readonly put: (entry: Entry) => void;
	readonly take: () => Entry | undefined;
} => {
	const heap: Entry[] = [];
	const before = (i: number, j: number): boolean => {
		const [a, b] = [heap[i], heap[j]];
		return a !== undefined && b !== undefined && earlier(a, b);
	};
	const swap = (i: number, j: number): void => {
		const [a, b] = [heap[i], heap[j]];
		if (a === undefined || b === undefined) return;
		heap[i] = b;
		heap[j] = a;
	};
	return {
		put: entry => {
			let i = heap.push(entry) - 1;
			for (let up = (i - 1) >> 1; i > 0 && before(i, up); up = (i - 1) >> 1) {
				swap(i, up);
				i = up;
			}
		},
		take: () => {
			swap(0, heap.length - 1);
			const first = heap.pop();
			for (let i = 0; ;) {
				const [left, right] = [2 * i + 1, 2 * i + 2];
				const least = before(right, left) ? right : left;
				if (!before(least, i)) return first;
				swap(i, least);
				i = least;
			}
		},
	};
};

/**
 * One order for the entries of all files that does not depend on which file holds what; an entry that lies in two files counts
 * once. Entries that follow a missing one are left out and `orphan` names the first.
 */
export const causalOrder = (placed: readonly PlacedEntry[]): Ordered => {
	const byId = new Map<string, Entry>();
	for (const {entry} of placed) byId.set(entry.id, entry);
	const children = new Map<string, Entry[]>();
	const waiting = new Map<string, number>();
	const ready = queue();
	for (const entry of byId.values()) {
		const parents = new Set(entry.parents);
		waiting.set(entry.id, parents.size);
		for (const parent of parents) {
			const list = children.get(parent);
			if (list === undefined) children.set(parent, [entry]);
			else list.push(entry);
		}
		if (parents.size === 0) ready.put(entry);
	}
	const entries: Entry[] = [];
	for (let entry = ready.take(); entry !== undefined; entry = ready.take()) {
		entries.push(entry);
		for (const child of children.get(entry.id) ?? []) {
			const left = (waiting.get(child.id) ?? 0) - 1;
			waiting.set(child.id, left);
			if (left === 0) ready.put(child);
		}
	}
	const heads = entries.filter(e => !children.has(e.id)).map(e => e.id);
	const orphan = entries.length === byId.size ? undefined : findOrphan(placed, byId);
	return {entries, heads: heads.sort(), ...(orphan === undefined ? {} : {orphan})};
};

const findOrphan = (
	placed: readonly PlacedEntry[],
	byId: ReadonlyMap<string, Entry>,
): Ordered['orphan'] => {
	for (const one of placed) {
		const parent = one.entry.parents.find(p => !byId.has(p));
		if (parent !== undefined) return {placed: one, parent};
	}
	throw new Error('entries that follow each other in a circle cannot have the right ids');
};
