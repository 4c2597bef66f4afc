import {expect, test} from 'vitest';
import {makeFolders} from './make-folders.js';

const refusal = (code: string): Error => Object.assign(new Error(code), {code});

/** A file system in memory; `make` answers a path with the code that is given for it. */
const disk = (folders: readonly string[], answers: Readonly<Record<string, string>> = {}) => {
	const there = new Set(folders);
	const calls: string[] = [];
	return {
		calls,
		isFolder: (path: string) => Promise.resolve(there.has(path)),
		make: (path: string) => {
			calls.push(path);
			const code = answers[path];
			if (code !== undefined) return Promise.reject(refusal(code));
			there.add(path);
			return Promise.resolve();
		},
	};
};

test('only what is missing is made, from the top down', async () => {
	const calls = disk(['/', '/a']);
	await makeFolders('/a/b/c', calls);
	expect(calls.calls).toEqual(['/a/b', '/a/b/c']);
	await makeFolders('/a/b/c', calls);
	expect(calls.calls).toHaveLength(2);
});

test('a file system that answers ENOENT below a folder that is there ends it, with a code of its own', async () => {
	const calls = disk(['/', '/proc'], {'/proc/x': 'ENOENT'});
	await expect(makeFolders('/proc/x/y', calls)).rejects.toMatchObject({code: 'ENOTSUP'});
	expect(calls.calls).toEqual(['/proc/x']);
});

test.each(['EEXIST', 'EACCES', 'ENOSPC', 'EROFS'])('%s is handed on', async code => {
	const calls = disk(['/'], {'/a': code});
	await expect(makeFolders('/a/b', calls)).rejects.toMatchObject({code});
});

test('a folder that another program made meanwhile is taken', async () => {
	const seen: string[] = [];
	await makeFolders('/a', {
		isFolder: path => Promise.resolve(path === '/' || seen.includes(path)),
		make: path => {
			seen.push(path);
			return Promise.reject(refusal('EEXIST'));
		},
	});
	expect(seen).toEqual(['/a']);
});

test('on a machine without a root folder it ends too', async () => {
	await expect(
		makeFolders('/a/b', {
			isFolder: () => Promise.resolve(false),
			make: () => Promise.reject(refusal('ENOENT')),
		}),
	).rejects.toMatchObject({code: 'ENOENT'});
});
