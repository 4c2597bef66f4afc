import {dirname, resolve} from 'node:path';
import {errorCode} from './system-error.js';

/** The two calls to the system, handed in: both follow symbolic links and reject with the error of the system. */
export type FolderCalls = {
	/** Makes one folder, of which the parent is there. */
	readonly make: (folder: string) => Promise<unknown>;
	/** False where nothing is, or something else than a folder. */
	readonly isFolder: (path: string) => Promise<boolean>;
};

/**
 * Makes a folder with those above it. It goes up once and down once: `mkdir` with `recursive` of Node.js 20 never ends where a file
 * system answers ENOENT although the parent is there, as /proc does. That answer becomes the code ENOTSUP here.
 */
export const makeFolders = async (path: string, {make, isFolder}: FolderCalls): Promise<void> => {
	const missing: string[] = [];
	for (let at = resolve(path); !(await isFolder(at)); at = dirname(at)) {
		missing.push(at);
		if (dirname(at) === at) break;
	}
	for (const folder of missing.toReversed()) {
		try {
			await make(folder);
		} catch (error) {
			const code = errorCode(error);
			// Another program may have been quicker.
			if (code === 'EEXIST' && (await isFolder(folder))) continue;
			if (code === 'ENOENT' && (await isFolder(dirname(folder))))
				throw Object.assign(new Error(`${folder} cannot be made`), {
					code: 'ENOTSUP',
					syscall: 'mkdir',
				});
			throw error;
		}
	}
};
