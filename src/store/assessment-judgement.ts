import type {Entry} from '../domain/history.js';
import {canonicalJson} from '../domain/id.js';
import type {WorkspaceState} from '../domain/workspace.js';
import {edited} from './assessment-format.js';
import type {Assessment} from './assessment-format.js';
import {fold} from './fold.js';

/**
 * How assessment.json stands to the history. `current`: the same content (perhaps laid out differently). `behind`: a true
 * picture of an earlier moment. `ahead`: made from entries that the history does not hold any more.
 */
export type Standing = 'current' | 'behind' | 'ahead';

/** The entries that were known when `heads` were the last ones, in causal order. */
export const upTo = (entries: readonly Entry[], heads: readonly string[]): readonly Entry[] => {
	const wanted = new Set(heads);
	const found: Entry[] = [];
	for (const entry of entries.toReversed()) {
		if (!wanted.has(entry.id)) continue;
		found.push(entry);
		for (const parent of entry.parents) wanted.add(parent);
	}
	return found.reverse();
};

const firstDifference = (a: unknown, b: unknown, path: string): string => {
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return path;
	const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
	for (const key of new Set([...left.keys(), ...right.keys()])) {
		const [l, r] = [left.get(key) as unknown, right.get(key) as unknown];
		if (canonicalJson([l]) !== canonicalJson([r])) return firstDifference(l, r, `${path}.${key}`);
	}
	return path;
};

/**
 * Compares assessment.json with the history (entries in causal order, their heads, the state they give). Throws a UserError when
 * the file says something that the history never said.
 */
export const standingOf = (
	assessment: Assessment,
	path: string,
	history: {
		readonly entries: readonly Entry[];
		readonly heads: readonly string[];
		readonly state: WorkspaceState;
	},
): Standing => {
	const known = new Set(history.entries.map(entry => entry.id));
	if (!assessment.heads.every(id => known.has(id))) return 'ahead';
	const current = canonicalJson(assessment.heads) === canonicalJson(history.heads);
	const then = current ? history.state : fold(upTo(history.entries, assessment.heads));
	if (canonicalJson(then) !== canonicalJson(assessment.state))
		throw edited(path, firstDifference(assessment.state, then, 'state'));
	return current ? 'current' : 'behind';
};
