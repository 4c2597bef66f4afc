import {dirname, resolve} from 'node:path';
import {telling} from './file-trouble.js';
import {errorCode} from '../domain/system-error.js';
import {nodeFiles} from './files.js';
import type {Files} from './files.js';
import {holdsHistory} from './history-folder.js';
import {pathsOf} from './paths.js';

const isWorkspace = async (files: Files, folder: string): Promise<boolean> => {
	const paths = pathsOf(folder);
	try {
		if ((await files.facts(paths.assessment)) !== undefined) return true;
		return (
			(await files.facts(paths.history))?.kind === 'folder' &&
			(await holdsHistory(files, paths.history))
		);
	} catch (error) {
		// A folder that may not be looked into cannot be the workspace one may work in; one further up can.
		if (errorCode(error) === 'EACCES') return false;
		throw error;
	}
};

/**
 * The nearest folder, from `from` upward, that has an assessment.json or a history; undefined when there is none. Whether what
 * lies there is in order is for `openStore` to say.
 */
export const findWorkspace = async (
	from: string,
	files: Files = nodeFiles,
): Promise<string | undefined> =>
	telling('look for a workspace from', from, async () => {
		for (let folder = resolve(from); ; folder = dirname(folder)) {
			if (await isWorkspace(files, folder)) return folder;
			if (dirname(folder) === folder) return undefined;
		}
	});
