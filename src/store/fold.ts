import type {Entry} from '../domain/history.js';
import {tables} from '../domain/value-at.js';
import type {WorkspaceState} from '../domain/workspace.js';

type Tables = {
	readonly settings: WorkspaceState['settings'] | undefined;
	readonly values: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
};

/** Tables that the first records did not have. */
const later: ReadonlySet<string> = new Set(['content', 'baseline', 'suggestion']);

const tableKinds = Object.keys(tables) as (keyof typeof tables)[];

/** A table in the order of its keys, so that equal states are walked in the same order however they came about. */
const sortedTable = (values: ReadonlyMap<string, unknown>): Readonly<Record<string, unknown>> =>
	Object.fromEntries([...values].sort(([a], [b]) => (a < b ? -1 : 1)));

const start = (from: WorkspaceState | undefined): Tables => ({
	settings: from?.settings,
	values: new Map(
		tableKinds.map(kind => [
			kind,
			new Map<string, unknown>(Object.entries(from?.[tables[kind]] ?? {})),
		]),
	),
});

/**
 * The state after entries whose values were checked, in causal order, on top of `from`: the last value of each key. Undefined
 * while nothing has set the settings, which only a history without its beginning lacks.
 */
export const fold = (
	entries: readonly Entry[],
	from?: WorkspaceState,
): WorkspaceState | undefined => {
	const {settings: first, values} = start(from);
	let settings: unknown = first;
	const changed = new Set<string>();
	for (const {kind, key, after} of entries) {
		if (kind === 'settings') {
			settings = after;
			continue;
		}
		changed.add(kind);
		const table = values.get(kind) as Map<string, unknown>;
		if (after === null) table.delete(key);
		else table.set(key, after);
	}
	if (settings === undefined) return undefined;
	const built = tableKinds
		// A record from before such a table was kept stays without it, byte for byte.
		.filter(kind => !later.has(kind) || (values.get(kind)?.size ?? 0) > 0)
		.map(kind => [
			tables[kind],
			from !== undefined && !changed.has(kind)
				? from[tables[kind]]
				: sortedTable(values.get(kind) as Map<string, unknown>),
		]);
	// Each value was checked against the schema of its kind when its entry was read.
	return {settings, ...Object.fromEntries(built)} as WorkspaceState;
};
