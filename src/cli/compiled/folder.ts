import {lstatSync, mkdirSync} from 'node:fs';
import {isAbsolute, join} from 'node:path';
import {homeFolder} from '../home.js';

/**
 * Where the system keeps what can be made again (XDG Base Directory Specification, and its like on Windows and macOS);
 * undefined for a user without a home.
 */
export const cacheFolder = (
	env: NodeJS.ProcessEnv,
	platform: NodeJS.Platform,
): string | undefined => {
	const named = platform === 'win32' ? env.LOCALAPPDATA : env.XDG_CACHE_HOME;
	// The specification has relative paths ignored.
	if (named !== undefined && isAbsolute(named)) return join(named, 'dbvet');
	const own = homeFolder();
	if (own === undefined) return undefined;
	return join(own, ...(platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']), 'dbvet');
};

/** Whether nobody but the one who runs this, or root, could have written it: what lies there is run as a program. */
const isOurs = ({uid, mode}: {readonly uid: number; readonly mode: number}): boolean =>
	// Windows has no such numbers; the folder lies in the profile of the user there.
	process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);

/** Whether the folder can be trusted. */
export const isTrusted = (folder: string): boolean => {
	const facts = lstatSync(folder, {throwIfNoEntry: false});
	return facts?.isDirectory() === true && isOurs(facts);
};

/** Whether the file can be trusted; a link never is. */
export const isTrustedFile = (path: string): boolean => {
	const facts = lstatSync(path, {throwIfNoEntry: false});
	return facts?.isFile() === true && isOurs(facts);
};

/** Makes the folder for its owner only. */
export const makeFolder = (folder: string): void => {
	mkdirSync(folder, {recursive: true, mode: 0o700});
};
