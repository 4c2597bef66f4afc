import {mkdir, stat} from 'node:fs/promises';
import {makeFolders} from '../domain/make-folders.js';
import {errorCode} from '../domain/system-error.js';

/** Makes a folder for its owner only (0700), with those above it. Rejects with the error of the system. */
export const makeFolder = async (path: string): Promise<void> =>
	makeFolders(path, {
		make: async folder => mkdir(folder, {mode: 0o700}),
		isFolder: async folder => {
			try {
				return (await stat(folder)).isDirectory();
			} catch (error) {
				const code = errorCode(error);
				if (code === 'ENOENT' || code === 'ENOTDIR') return false;
				throw error;
			}
		},
	});
