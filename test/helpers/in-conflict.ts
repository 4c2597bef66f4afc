import {canonicalJson, sha256} from '../../src/domain/id.js';
import type {Conflict} from '../../src/domain/conflict.js';
import type {Entry} from '../../src/domain/history.js';
import type {ChangeKind, WorkspaceState} from '../../src/domain/workspace.js';
import {tables} from '../../src/domain/value-at.js';

/** A conflict between values of one key, said one after the other by Ada, Bob, Carl …; null: taken away. */
export const conflictOf = (
	kind: ChangeKind,
	key: string,
	...values: readonly unknown[]
): Conflict => ({
	kind,
	key,
	entries: values.map((after, i): Entry => {
		const rest = {
			at: `2026-11-2${i}T08:00:00.000Z`,
			by: ['Ada', 'Bob', 'Carl', 'Dora'][i] ?? 'Eve',
			kind,
			key,
			before: null,
			after,
			parents: [],
		};
		return {id: sha256(canonicalJson(rest)), ...rest};
	}),
});

/** The state as it is after a union: it holds the last value of each conflict. */
export const holding = (state: WorkspaceState, conflicts: readonly Conflict[]): WorkspaceState =>
	conflicts.reduce<WorkspaceState>((before, {kind, key, entries}) => {
		const after = entries.at(-1)?.after ?? undefined;
		if (kind === 'settings') return {...before, settings: after as WorkspaceState['settings']};
		const {[key]: _, ...rest} = before[tables[kind]] ?? {};
		return {...before, [tables[kind]]: after === undefined ? rest : {...rest, [key]: after}};
	}, state);
