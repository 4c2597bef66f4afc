import {basename, join} from 'node:path';
import {UserError} from '../domain/errors.js';
import type {Entry} from '../domain/history.js';
import type {Change, WorkspaceState} from '../domain/workspace.js';
import {makeEntries} from './entry.js';
import type {Meta} from './entry.js';
import {shown} from './file-trouble.js';
import {valueAt} from '../domain/value-at.js';
import {fold} from './fold.js';
import {appendGroup} from './history-append.js';
import type {HistoryFolder, HistoryView} from './history-folder.js';
import {withLock} from './lock.js';
import type {Surroundings} from './surroundings.js';

/** The history and the state it gives, at one moment. */
export type Present = {readonly view: HistoryView; readonly state: WorkspaceState};

/** The history of a workspace with its state: reads, repairs and extends it. */
export type OpenRecord = {
	/** Without the lock where possible. Undefined while the history is empty. */
	readonly read: () => Promise<Present | undefined>;
	/** As `read`, when the caller holds the lock: also sets the torn end of the own file aside, so that one can append. */
	readonly readLocked: () => Promise<Present | undefined>;
	/** When the caller holds the lock. `onto` is what `readLocked` just gave. */
	readonly append: (
		changes: readonly Change[],
		meta: Meta,
		onto: Present | undefined,
		stillOurs: () => void,
	) => Promise<Present>;
	/** As `append`, for entries that were made in another copy and follow entries that are here, or each other. */
	readonly adopt: (entries: readonly Entry[], stillOurs: () => void) => Promise<Present>;
};

const withoutBeginning = (folder: string): UserError =>
	new UserError(
		`The history in ${shown(folder)} has no beginning: nothing in it sets up the workspace. Nothing was changed.`,
		["Bring the missing .jsonl files back, from a backup or from a colleague's copy."],
	);

/**
 * `guard` is called under the lock, before anything is repaired or appended, with a history that was not judged yet. It rejects with a
 * UserError when the history lacks what was confirmed as saved, and says whether it knows what was confirmed.
 */
export const openRecord = (
	root: string,
	history: HistoryFolder,
	guard: (view: HistoryView) => Promise<'complete' | 'unknown'>,
	{files, lockTimes, tell}: Surroundings,
): OpenRecord => {
	let present: Present | undefined;
	let settled: Present | undefined;
	let guarded: HistoryView | undefined;

	const take = (view: HistoryView): Present | undefined => {
		if (view.entries.length === 0) return undefined;
		if (present?.view === view) return present;
		const state = fold(view.entries);
		if (state === undefined) throw withoutBeginning(history.folder);
		present = {view, state};
		return present;
	};

	const tellTorn = (view: HistoryView): void => {
		for (const {file, bytes} of view.torn)
			tell(
				`The last ${bytes} bytes of ${shown(join(history.folder, file))} are an interrupted write that was never confirmed as saved. They are left where they are and do not count.`,
			);
	};

	const repair = async (mustRepair: boolean, confirmed: boolean): Promise<boolean> => {
		let aside: string | undefined;
		try {
			aside = await history.setAside();
		} catch (error) {
			// Looking at what was saved must go on where nothing can be written, for example on a full disk.
			if (mustRepair || !(error instanceof UserError)) throw error;
			tell(error.message);
		}
		if (aside === undefined) return false;
		const own = shown(join(history.folder, history.ownFile));
		// Without assessment.json nothing proves that the lost end was never confirmed.
		const what = confirmed
			? `The last write to ${own} was interrupted and never confirmed as saved.`
			: `The end of ${own} is cut off and does not count; nothing here tells whether it was confirmed as saved.`;
		tell(
			`${what} What there was of it is kept in ${shown(join(basename(history.folder), basename(aside)))}.`,
		);
		return true;
	};

	const readLocked = async (mustRepair: boolean): Promise<Present | undefined> => {
		let view = await history.read();
		if (view === guarded) return take(view);
		const judged = await guard(view);
		if (view.torn.length > 0) {
			if (await repair(mustRepair, judged === 'complete')) view = await history.read();
			tellTorn(view);
		}
		// A torn end that could not be set aside is tried again before the next change.
		if (view.torn.every(({file}) => file !== history.ownFile)) guarded = view;
		return take(view);
	};

	return {
		read: async () => {
			const look = async (): Promise<Present | undefined> => take(await history.read());
			const again = async (): Promise<Present | undefined> =>
				withLock(
					root,
					lockTimes,
					async () => readLocked(false),
					async () => {
						const found = await look();
						if (found !== undefined) tellTorn(found.view);
						return found;
					},
				);
			let found: Present | undefined;
			try {
				found = await look();
			} catch (error) {
				// Another program may have been writing while the files were read one after the other.
				if (error instanceof UserError) return again();
				throw error;
			}
			// A torn end that stayed after a look under the lock needs no second look.
			if (found === undefined || found.view.torn.length === 0 || found.view === settled?.view)
				return found;
			settled = await again();
			return settled;
		},
		readLocked: async () => readLocked(true),
		append: async (changes, meta, onto, stillOurs) => {
			const entries = makeEntries(changes, meta, onto?.view.heads ?? [], (kind, key) =>
				valueAt(onto?.state, kind, key),
			);
			const state = fold(entries, onto?.state);
			if (state === undefined) throw new Error('the first change must be the settings');
			const view = await appendGroup(files, history, entries, stillOurs);
			present = {view, state};
			guarded = view;
			return present;
		},
		adopt: async (entries, stillOurs) => {
			const view = await appendGroup(files, history, entries, stillOurs);
			guarded = view;
			const found = take(view);
			if (found === undefined) throw new Error('a history that was added to cannot be empty');
			return found;
		},
	};
};
