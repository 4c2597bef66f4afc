import type {Files, OpenFile} from '../../src/store/files.js';

export type FaultyFiles = {
	readonly files: Files;
	/** The calls so far, by name. */
	readonly calls: readonly string[];
};

/** An error as the system gives it. */
export const systemError = (code: string): Error => Object.assign(new Error(code), {code});

/**
 * File access in which one call fails: the one with number `failing` (from 0), or, with `onwards`, that one and all that change
 * something after it. A failing write first writes half of its bytes, as a disk does that runs full.
 */
export const faultyFiles = (
	real: Files,
	{
		failing,
		code,
		onwards = false,
	}: {readonly failing: number; readonly code: string; readonly onwards?: boolean},
): FaultyFiles => {
	const calls: string[] = [];
	const harmless = new Set(['close', 'facts', 'file.facts', 'list', 'read', 'open read']);
	const fails = (name: string): boolean => {
		const number = calls.push(name) - 1;
		return number === failing || (onwards && number > failing && !harmless.has(name));
	};
	const guard = async <T>(name: string, action: () => Promise<T>): Promise<T> => {
		if (fails(name)) throw systemError(code);
		return action();
	};
	const wrap = (file: OpenFile): OpenFile => ({
		facts: async () => guard('file.facts', file.facts),
		read: async into => guard('read', async () => file.read(into)),
		write: async bytes => {
			if (!fails('write')) return file.write(bytes);
			await file.write(bytes.subarray(0, bytes.length >> 1));
			throw systemError(code);
		},
		truncate: async size => guard('truncate', async () => file.truncate(size)),
		sync: async () => guard('sync', file.sync),
		close: async () => {
			await file.close();
			if (fails('close')) throw systemError(code);
		},
	});
	return {
		calls,
		files: {
			open: async (path, how) => guard(`open ${how}`, async () => wrap(await real.open(path, how))),
			facts: async path => guard('facts', async () => real.facts(path)),
			list: async folder => guard('list', async () => real.list(folder)),
			makeFolder: async folder => guard('makeFolder', async () => real.makeFolder(folder)),
			rename: async (from, to) => guard('rename', async () => real.rename(from, to)),
			remove: async path => guard('remove', async () => real.remove(path)),
			syncFolder: async folder => guard('syncFolder', async () => real.syncFolder(folder)),
		},
	};
};

/** File access that skips syncing, for tests that open a workspace thousands of times and cut no power. */
export const withoutSync = (real: Files): Files => ({
	...real,
	open: async (path, how) => ({...(await real.open(path, how)), sync: () => Promise.resolve()}),
	syncFolder: () => Promise.resolve(),
});
