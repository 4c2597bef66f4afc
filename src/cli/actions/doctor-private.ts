import {readdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {errorCode} from '../../domain/system-error.js';
import {shellWord} from '../shell-word.js';

/** What of a workspace holds answers, or what was seen of a database. */
const telling = ['assessment.json', 'history', 'runs', 'evidence', 'documents'];

/** Files of one folder that are looked at: they are written alike, and a folder may hold thousands. */
const mostFiles = 1_000;

const toRead = 0o044;
const toEnter = 0o011;

const modeOf = async (path: string): Promise<{readonly mode: number; readonly folder: boolean}> => {
	try {
		const found = await stat(path);
		return {mode: found.mode, folder: found.isDirectory()};
	} catch (error) {
		// What is not there, or went away meanwhile, tells nobody anything.
		if (errorCode(error) === undefined) throw error;
		return {mode: 0, folder: false};
	}
};

/** Whether others can list a folder, or read a file in it; of a file, whether they can read it. */
const isOpen = async (path: string): Promise<boolean> => {
	const {mode, folder} = await modeOf(path);
	if ((mode & toRead) !== 0) return true;
	if (!folder || (mode & toEnter) === 0) return false;
	// A folder of somebody else, which this user cannot list, is told by the line about writing.
	const names = await readdir(path).catch((error: unknown) => {
		if (errorCode(error) === undefined) throw error;
		return [];
	});
	for (const name of names.slice(0, mostFiles))
		if (((await modeOf(join(path, name))).mode & toRead) !== 0) return true;
	return false;
};

/** Whether others on this machine can read what the workspace holds, and how that ends. */
export const privateLine = async (
	root: string,
): Promise<{readonly result: 'ok' | 'note'; readonly text: string}> => {
	const closed = {result: 'ok', text: 'only you can read it'} as const;
	if (process.platform === 'win32') return closed;
	// Into a folder that nobody else may enter, no mode of a file lets them.
	if (((await modeOf(root)).mode & toEnter) === 0) return closed;
	const open: string[] = [];
	for (const name of telling) if (await isOpen(join(root, name))) open.push(name);
	return open.length === 0
		? closed
		: {
				result: 'note',
				text: `others on this machine can read ${open.join(', ')}: chmod -R go-rwx ${shellWord(root)}`,
			};
};
