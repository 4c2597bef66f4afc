import {dirname, join} from 'node:path';
import type {FileFacts, Files, OpenFile} from './files.js';

/** Writes all bytes, also where the system takes them in parts. */
export const writeAll = async (file: OpenFile, bytes: Uint8Array): Promise<void> => {
	let done = 0;
	while (done < bytes.length) done += await file.write(bytes.subarray(done));
};

/** Removes a file that may be there; used for what is ours and unfinished. */
export const removeIfThere = async (files: Files, path: string): Promise<void> => {
	if ((await files.facts(path)) !== undefined) await files.remove(path);
};

/** Names of unfinished files begin with this; whoever holds the lock may remove them. */
export const unfinishedPrefix = '.unfinished-';

/**
 * Writes a file so that after a crash at any moment there is the old one or the new one, never a part: a temporary
 * neighbour is filled by `fill`, synced, renamed, and the folder synced. `fill` returns the final name, which may depend on
 * what was written. Rejects with the error of the system and then leaves nothing behind.
 */
export const replaceFile = async (
	files: Files,
	folder: string,
	random: () => string,
	fill: (file: OpenFile) => Promise<string>,
): Promise<FileFacts> => {
	const temporary = join(folder, unfinishedPrefix + random());
	const file = await files.open(temporary, 'create');
	let path: string;
	try {
		try {
			path = join(folder, await fill(file));
			await file.sync();
		} finally {
			await file.close();
		}
		await files.rename(temporary, path);
	} catch (error) {
		// What went wrong first is what the user must know; a leftover is removed by the next writer.
		await removeIfThere(files, temporary).catch(() => undefined);
		throw error;
	}
	await files.syncFolder(folder);
	const facts = await files.facts(path);
	if (facts === undefined) throw new Error(`${path} vanished right after it was written`);
	return facts;
};

/** `replaceFile` for bytes that are at hand. */
export const writeWhole = async (
	files: Files,
	path: string,
	bytes: Uint8Array,
	random: () => string,
): Promise<FileFacts> => {
	const folder = dirname(path);
	return replaceFile(files, folder, random, async file => {
		await writeAll(file, bytes);
		return path.slice(folder.length + 1);
	});
};
