import {join} from 'node:path';
import type {Files} from './files.js';
import {lockName} from './lock.js';
import type {Paths} from './paths.js';
import {removeIfThere, unfinishedPrefix} from './write-file.js';

/** Age in milliseconds after which an unfinished copy can only be a leftover: no copy of 100 MB takes a day. */
const leftoverMs = 86_400_000;

/**
 * Removes unfinished files that a crash left behind. Only under the lock: in the root and in history/ everything unfinished is a
 * leftover then; in the vaults, which are filled without the lock, only what is a day older than
 * the lock, which has just been taken on the same file system.
 */
export const sweep = async (files: Files, paths: Paths): Promise<void> => {
	const nowMs = (await files.facts(join(paths.root, lockName)))?.modifiedMs ?? 0;
	for (const folder of [paths.root, paths.history, paths.runs, paths.evidence]) {
		if ((await files.facts(folder)) === undefined) continue;
		const locked = folder === paths.root || folder === paths.history;
		for (const name of await files.list(folder)) {
			if (!name.startsWith(unfinishedPrefix)) continue;
			const path = join(folder, name);
			const facts = await files.facts(path);
			if (facts === undefined) continue;
			if (locked || facts.modifiedMs < nowMs - leftoverMs) await removeIfThere(files, path);
		}
	}
};
