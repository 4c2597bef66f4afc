import {constants} from 'node:fs';
import {access, mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {UserError, exitCode} from '../../src/domain/errors.js';
import {saidOf} from '../../src/domain/system-error.js';
import {makeFolder} from '../../src/services/make-folder.js';
import {lockName} from '../../src/store/lock.js';
import {unfinishedPrefix} from '../../src/store/write-file.js';
import {workspacePrefix} from './run-folder.js';

/** A new folder among the temporary ones. */
const temporaryFolder = async (): Promise<string> => {
	const parent = tmpdir();
	try {
		return await mkdtemp(join(parent, workspacePrefix));
	} catch (error) {
		if (!(error instanceof Error && 'code' in error)) throw error;
		throw new UserError(
			`No temporary folder can be made in ${parent}, which TMPDIR names: ${saidOf(error).what}.`,
			[
				'Set TMPDIR to a folder of yours, or unset it.',
				'Or say where the workspace is to be made: npm run demo -- DIR',
			],
			exitCode.unfinished,
		);
	}
};

/** The folder to work in: the given one, when it is new or empty, or a temporary one. */
export const workspaceFolder = async (dir: string | undefined): Promise<string> => {
	if (dir === undefined) return temporaryFolder();
	const folder = resolve(dir);
	const inside = await readdir(folder).catch((error: unknown) => {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
		throw new UserError(
			`${folder} cannot be used for the demo: it is not a folder that can be read.`,
			['Give a new folder: npm run demo -- DIR'],
		);
	});
	if (inside.length > 0) {
		throw new UserError(`${folder} is not empty.`, ['Give a new folder: npm run demo -- DIR']);
	}
	try {
		await makeFolder(folder);
		await access(folder, constants.W_OK | constants.X_OK);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error)) throw error;
		throw new UserError(
			`${folder} cannot be used for the demo: ${saidOf(error).what}.`,
			['Give a folder of yours: npm run demo -- DIR'],
			exitCode.unfinished,
		);
	}
	return folder;
};

/**
 * Removes the lock and the files of a command that was ended while it wrote. What was made before is whole, and stays.
 * @returns whether any file is left
 */
export const removeUnfinished = async (folder: string): Promise<boolean> => {
	await rm(join(folder, lockName), {recursive: true, force: true});
	const entries = await readdir(folder, {recursive: true, withFileTypes: true});
	let left = false;
	for (const entry of entries) {
		const unfinished = entry.name.startsWith(unfinishedPrefix) || entry.name.endsWith('.tmp');
		if (entry.isFile() && unfinished) await rm(join(entry.parentPath, entry.name), {force: true});
		left ||= entry.isFile() && !unfinished && entry.name !== lockName;
	}
	return left;
};
