import {dirname, join} from 'node:path';
import {UserError} from '../domain/errors.js';
import {errorCode} from '../domain/system-error.js';
import type {Entry} from '../domain/history.js';
import {fileTrouble, shown} from './file-trouble.js';
import type {Files, OpenFile} from './files.js';
import type {HistoryFolder, HistoryView, KnownFile} from './history-folder.js';
import {groupText} from './history-lines.js';
import {writeAll} from './write-file.js';

const noFile: KnownFile = {
	entries: [],
	committed: 0,
	torn: new Uint8Array(),
	unterminated: false,
	fingerprint: '',
	size: 0,
};

const notRecorded = 'The change was not recorded; everything before it is safe.';
const perhapsRecorded =
	'Whether the change was recorded shows when the workspace is opened again; everything before it is safe.';

/** What an entry names as its parent must be on disk before the entry is: another program may not have synced it yet. */
const syncParents = async (files: Files, history: HistoryFolder): Promise<void> => {
	for (const name of history.notSynced()) {
		const file = await files.open(join(history.folder, name), 'read');
		try {
			await file.sync();
		} finally {
			await file.close();
		}
		history.synced(name);
	}
};

/** Takes a failed write back. True when the file is on disk as it was before. */
const takeBack = async (file: OpenFile, size: number, written: number): Promise<boolean> => {
	try {
		// More than was written here means that another program wrote too, and its lines are not ours to cut.
		if ((await file.facts()).size > size + written) return false;
		await file.truncate(size);
		await file.sync();
		return true;
	} catch {
		return false;
	}
};

/** Writes and syncs; resolves to the fingerprint of the file as it then is. `begun` is called when bytes may be on disk. */
const writeGroup = async (
	files: Files,
	path: string,
	file: OpenFile,
	was: {readonly size: number; readonly isNew: boolean},
	bytes: Uint8Array,
	begun: () => void,
): Promise<string> => {
	const opened = await file.facts();
	if (opened.kind !== 'file' || opened.size !== was.size)
		throw new UserError(`${shown(path)} changed while it was read. Nothing was changed.`, [
			'Try again.',
		]);
	begun();
	await writeAll(file, bytes);
	await file.sync();
	if (was.isNew) await files.syncFolder(dirname(path));
	return (await file.facts()).fingerprint;
};

/** Closes a file of which everything that counts is synced: a failing close must not make a saved change an unsaved one. */
const letGo = async (file: OpenFile): Promise<void> => {
	try {
		await file.close();
	} catch (error) {
		if (errorCode(error) === undefined) throw error;
	}
};

/**
 * Appends entries as one group to the own file: one write, then synced, and with a new file the folder too. Only under the
 * lock, after `read`, with no torn end left. Rejects with a UserError when the disk refuses; then the file is as before
 * wherever the disk allows that, and the message says so. Resolves to the history with the entries.
 */
export const appendGroup = async (
	files: Files,
	history: HistoryFolder,
	entries: readonly Entry[],
	stillOurs: () => void,
): Promise<HistoryView> => {
	const path = join(history.folder, history.ownFile);
	const own = history.own() ?? noFile;
	if (own.torn.length > 0) throw new Error('the torn end must be set aside before an append');
	const was = {size: own.size, isNew: own === noFile};
	const bytes = Buffer.from((own.unterminated ? '\n' : '') + groupText(entries), 'utf8');
	let mayHold = 0;
	const failed = (error: unknown, back: boolean): unknown => {
		history.distrust();
		return fileTrouble(error, 'save the change in', path, back ? notRecorded : perhapsRecorded);
	};
	let file: OpenFile;
	try {
		await syncParents(files, history);
		file = await files.open(path, 'append');
	} catch (error) {
		throw failed(error, true);
	}
	try {
		const fingerprint = await writeGroup(files, path, file, was, bytes, () => {
			stillOurs();
			mayHold = bytes.length;
		});
		const size = was.size + bytes.length;
		const line = (own.entries.at(-1)?.line ?? 0) + 1;
		const placed = entries.map((entry, i) => ({entry, file: history.ownFile, line: line + i}));
		const all = [...own.entries, ...placed];
		return history.appended(entries, {...noFile, entries: all, committed: size, fingerprint, size});
	} catch (error) {
		throw failed(error, mayHold === 0 || (await takeBack(file, was.size, mayHold)));
	} finally {
		await letGo(file);
	}
};
