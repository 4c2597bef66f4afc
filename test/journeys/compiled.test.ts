import {chmod, mkdir, readdir, readFile, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {freshBench} from '../helpers/program.js';

const bench = freshBench();
const home = (): NodeJS.ProcessEnv => ({XDG_CACHE_HOME: join(bench.folder, 'cache')});
const place = (): string => join(bench.folder, 'cache/dbvet');
const list = (env: NodeJS.ProcessEnv = home()): string => {
	const {code, out, err} = bench.dbvet(['probe', '--list'], env);
	expect({code, err}).toEqual({code: 0, err: ''});
	return out;
};
/** The one shelf, with what tells whether it was written anew. */
const shelf = async (): Promise<{path: string; bytes: Buffer; written: bigint}> => {
	const names = await readdir(place());
	expect(names).toHaveLength(1);
	const path = join(place(), names[0] ?? '');
	return {
		path,
		bytes: await readFile(path),
		written: (await stat(path, {bigint: true})).mtimeNs,
	};
};

describe('what the engine compiled', () => {
	test('is kept for the next start, for its owner only, and not written again', async () => {
		const first = list();
		const {path, written, bytes} = await shelf();
		expect(bytes.length).toBeGreaterThan(50_000);
		expect((await stat(path)).mode & 0o777).toBe(0o600);
		expect((await stat(place())).mode & 0o777).toBe(0o700);
		expect(list()).toBe(first);
		expect((await shelf()).written).toBe(written);
	});

	test('another command has a shelf of its own', async () => {
		list();
		bench.dbvet(['doctor'], home());
		expect((await readdir(place())).map(name => name.split('-')[0])).toEqual(['doctor', 'probe']);
	});

	test('what is imported while it runs is found from the second start on too', () => {
		const nowhere = {...home(), TMPDIR: join(bench.folder, 'nowhere')};
		const first = bench.dbvet(['demo'], nowhere);
		expect(first.err).toContain('TMPDIR');
		expect(bench.dbvet(['demo'], nowhere)).toEqual(first);
	});

	test.each([
		[
			'one bit is another',
			(bytes: Buffer) => bytes.fill((bytes.at(-9) ?? 0) ^ 1, bytes.length - 9, bytes.length - 8),
		],
		['it is cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
		['it is empty', () => Buffer.alloc(0)],
		[
			'it is another file',
			() => Buffer.from('not a shelf at all, but long enough to be read as one'),
		],
	])('%s: it counts for nothing and is made anew', async (_name, spoil) => {
		const first = list();
		const {path, bytes} = await shelf();
		await writeFile(path, spoil(Buffer.from(bytes)));
		expect(list()).toBe(first);
		const again = await shelf();
		expect(again.bytes.length).toBeGreaterThan(50_000);
	});

	test('where others may write, nothing is read and nothing kept', async () => {
		list();
		const {path} = await shelf();
		await chmod(path, 0o666);
		await writeFile(path, 'planted');
		list();
		// A file of one's own takes its place, because the folder is one's own.
		expect((await shelf()).bytes.length).toBeGreaterThan(50_000);
		await chmod(place(), 0o777);
		await writeFile(path, 'planted');
		list();
		expect((await shelf()).bytes.toString()).toBe('planted');
	});

	test('a home that cannot be written, or the word of Node, means that nothing is kept', async () => {
		await writeFile(join(bench.folder, 'cache'), 'a file in the way');
		list();
		const other = join(bench.folder, 'other');
		await mkdir(other);
		list({XDG_CACHE_HOME: other, NODE_DISABLE_COMPILE_CACHE: '1'});
		expect(await readdir(other)).toEqual([]);
	});
});
