import {constants} from 'node:fs';
import {lstat, mkdir, open, readdir, rename, stat, unlink} from 'node:fs/promises';
import {makeFolders} from '../domain/make-folders.js';
import {errorCode} from '../domain/system-error.js';

/** What the system says of a file. `fingerprint` changes whenever the file is written, replaced or cut. */
export type FileFacts = {
	readonly kind: 'file' | 'folder' | 'other';
	/** Length in bytes. */
	readonly size: number;
	readonly fingerprint: string;
	/** When it was last written, in milliseconds since 1970, by the clock of the file system. */
	readonly modifiedMs: number;
};

export type OpenFile = {
	readonly facts: () => Promise<FileFacts>;
	/** Reads from where the last read ended; 0 at the end. */
	readonly read: (into: Uint8Array) => Promise<number>;
	/** Writes at least one byte of a non-empty array and says how many: a full disk may take only some. */
	readonly write: (bytes: Uint8Array) => Promise<number>;
	readonly truncate: (size: number) => Promise<void>;
	readonly sync: () => Promise<void>;
	readonly close: () => Promise<void>;
};

/**
 * The few system calls of the store. They are handed in, so that a test can make each of them fail. All reject with the
 * error of the system (it has a `code`), which `fileTrouble` turns into words.
 */
export type Files = {
	/** `read` and `append` follow no symbolic link and never wait for the other end of a pipe; `create` wants a new name. */
	readonly open: (path: string, how: 'read' | 'append' | 'create') => Promise<OpenFile>;
	/** Undefined when there is nothing; a symbolic link is `other`. */
	readonly facts: (path: string) => Promise<FileFacts | undefined>;
	readonly list: (folder: string) => Promise<readonly string[]>;
	readonly makeFolder: (folder: string) => Promise<void>;
	readonly rename: (from: string, to: string) => Promise<void>;
	readonly remove: (path: string) => Promise<void>;
	/** Makes a new name in the folder survive a power cut. */
	readonly syncFolder: (folder: string) => Promise<void>;
};

type Stats = {
	readonly isFile: () => boolean;
	readonly isDirectory: () => boolean;
	readonly size: bigint;
	readonly ino: bigint;
	readonly mtimeNs: bigint;
	readonly ctimeNs: bigint;
};

const factsOf = (stats: Stats): FileFacts => ({
	kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other',
	size: Number(stats.size),
	fingerprint: [stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(':'),
	modifiedMs: Number(stats.mtimeNs / 1_000_000n),
});

// Windows knows neither flag; there they count for nothing.
const careful = (constants.O_NOFOLLOW || 0) | (constants.O_NONBLOCK || 0);
const flags = {
	read: constants.O_RDONLY | careful,
	append: constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | careful,
	create: constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | careful,
} as const;

/** The file system of this machine. New files are for their owner only (0600), new folders too (0700). */
export const nodeFiles: Files = {
	open: async (path, how) => {
		const handle = await open(path, flags[how], 0o600);
		return {
			facts: async () => factsOf(await handle.stat({bigint: true})),
			read: async into => (await handle.read(into, 0, into.length, null)).bytesRead,
			write: async bytes => (await handle.write(bytes, 0, bytes.length, null)).bytesWritten,
			truncate: async size => handle.truncate(size),
			sync: async () => handle.sync(),
			close: async () => handle.close(),
		};
	},
	facts: async path => {
		try {
			return factsOf(await lstat(path, {bigint: true}));
		} catch (error) {
			if (errorCode(error) === 'ENOENT') return undefined;
			throw error;
		}
	},
	list: async folder => readdir(folder),
	makeFolder: async folder => {
		await makeFolders(folder, {
			make: async path => mkdir(path, {mode: 0o700}),
			isFolder: async path => {
				try {
					return (await stat(path)).isDirectory();
				} catch (error) {
					if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return false;
					throw error;
				}
			},
		});
	},
	rename,
	remove: unlink,
	syncFolder: async folder => {
		// Windows cannot open a folder to sync it.
		if (process.platform === 'win32') return;
		const handle = await open(folder, constants.O_RDONLY);
		try {
			await handle.sync();
		} finally {
			await handle.close();
		}
	},
};
