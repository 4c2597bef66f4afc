import {stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname} from 'node:path';
import {owner} from './postgres-binaries.js';

/** The longest path of a Unix socket: 104 bytes with the closing zero on macOS and the BSDs, 108 on Linux (unix(7)). */
const longestSocket = 103;
/** What comes behind the folder: that of a run, that of a server, and the name of the socket. */
const below = '/dbvet-run-4194304-XXXXXX/dbvet-pg-XXXXXX/s/.s.PGSQL.65535';

/** Whether others than the owner can get through a folder and all above it. */
const letsThrough = async (folder: string): Promise<boolean> => {
	const facts = await stat(folder).catch(() => undefined);
	if (facts?.isDirectory() !== true || (facts.mode & 0o001) === 0) return false;
	return dirname(folder) === folder || letsThrough(dirname(folder));
};

/** Folders in which a server may be started, the usual one for temporary files first. */
export const serverFolders = (): readonly string[] => [
	...new Set([tmpdir(), ...(process.platform === 'win32' ? [] : ['/tmp', '/var/tmp'])]),
];

/**
 * The folder for the files of servers: the first that is not too deep for a Unix socket, and that root's nobody can get
 * through. TMPDIR may be neither; where none is, the usual one, and the server will say what is wrong.
 */
export const serverFolder = async (): Promise<string> => {
	for (const folder of serverFolders()) {
		const fits = Buffer.byteLength(folder + below) <= longestSocket;
		if (fits && (owner === undefined || (await letsThrough(folder)))) return folder;
	}
	return tmpdir();
};
