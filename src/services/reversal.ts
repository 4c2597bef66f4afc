import {canonicalJson} from '../domain/id.js';
import {UserError} from '../domain/errors.js';
import type {Entry} from '../domain/history.js';
import {valueAt} from '../domain/value-at.js';
import {collections, type Change, type WorkspaceState} from '../domain/workspace.js';
import {changeGroups, changeStacks, reversalReason, type ChangeGroup} from './change-groups.js';
import {record, type Project} from './project.js';

/** An act of the history that is to be taken back. */
export type Reversal = {
	/** `redo` takes back an undoing. */
	readonly what: 'undo' | 'redo';
	readonly group: ChangeGroup;
};

const same = (a: unknown, b: unknown): boolean =>
	canonicalJson(a ?? null) === canonicalJson(b ?? null);

/**
 * What would be reversed now: the last act that is still in force (`undo`), the last one that was undone (`redo`), or the act with a
 * given entry. Undefined when there is none.
 * @throws UserError when the given entry is of a kind that cannot be reversed, or is undone already
 */
export const findReversal = (
	history: readonly Entry[],
	what: 'undo' | 'redo',
	entry?: string,
): Reversal | undefined => {
	const groups = changeGroups(history);
	const {undo, redo} = changeStacks(groups);
	if (entry === undefined) {
		const group = (what === 'undo' ? undo : redo).at(-1);
		return group && {what, group};
	}
	const holds = (group: ChangeGroup): boolean => group.entries.some(e => e.id === entry);
	const [undoing, redoing] = [undo.find(holds), redo.find(holds)];
	if (undoing !== undefined) return {what: 'undo', group: undoing};
	if (redoing !== undefined) return {what: 'redo', group: redoing};
	throw new UserError(
		groups.some(holds)
			? 'This was undone already, and counts no longer.'
			: 'This cannot be undone here: answers, marks, accepted failures, resolutions, decisions and profiles can.',
	);
};

/** The change that brings back what stood there before the first of some entries of one key. */
const backTo = (state: WorkspaceState, first: Entry, last: Entry): Change => {
	const {kind, key} = first;
	if (!same(valueAt(state, kind, key), last.after)) {
		throw new UserError('This was changed again since, so that it cannot be undone by itself.', [
			'Undo the later change first, or answer anew.',
		]);
	}
	if (first.before === null || first.before === undefined) return {kind, key, after: null};
	const read = collections[kind].safeParse(first.before);
	if (!read.success)
		throw new UserError(
			'What stood there before is of an older dbvet, and cannot be brought back.',
		);
	// The schema of the kind has just read the value: the pairing holds.
	return {kind, key, after: read.data} as Change;
};

/**
 * The changes that take an act back.
 * @throws UserError when something of it was changed again since
 */
export const reversalChanges = (state: WorkspaceState, {group}: Reversal): readonly Change[] => {
	const keys = new Map<string, readonly Entry[]>();
	for (const entry of group.entries) {
		const key = `${entry.kind} ${entry.key}`;
		keys.set(key, [...(keys.get(key) ?? []), entry]);
	}
	const changes = [...keys.values()].flatMap(entries => {
		const [first, last] = [entries[0], entries.at(-1)];
		return first === undefined || last === undefined ? [] : [backTo(state, first, last)];
	});
	return changes.toReversed();
};

/**
 * Takes an act back by new entries that bring the values before it back: nothing is taken out of the history.
 * @param shown the record as the person saw it
 */
export const reverse = async (
	project: Project,
	reversal: Reversal,
	shown: WorkspaceState,
): Promise<WorkspaceState> => {
	const changes = reversalChanges(await project.store.state(), reversal);
	const why = reversalReason(reversal.what, reversal.group.id);
	return record(project, changes, why, {state: shown});
};
