import {spawnSync, type SpawnSyncReturns} from 'node:child_process';
import {mkdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {freshBench, program} from '../helpers/program.js';

const bench = freshBench();
/** Runs dbvet through a shell, for redirections that no pipe of Node's can stand for. */
const shell = (script: string): SpawnSyncReturns<string> =>
	spawnSync('/bin/sh', ['-c', script], {
		cwd: bench.folder,
		encoding: 'utf8',
		env: {...process.env, NODE: process.execPath, DBVET: program, DBVET_USER: 'Test Author'},
		timeout: 60_000,
	});

describe("a workspace's own template", () => {
	const own = async (content: string | Uint8Array): Promise<string> => {
		const folder = join(bench.folder, 'templates/risk-assessment');
		await mkdir(folder, {recursive: true});
		const path = join(folder, 'template.md.hbs');
		await writeFile(path, content);
		return path;
	};

	test('that is a pipe is refused, not waited for', async () => {
		bench.init();
		const path = await own('');
		await rm(path);
		expect(spawnSync('mkfifo', [path]).status).toBe(0);
		const {code, err} = bench.dbvet(['render', 'risk-assessment', '--format', 'md']);
		expect(err).toContain('is not a regular file');
		expect(code).toBe(2);
	});

	test.each([
		['is huge', new Uint8Array(4_000_000).fill(97), 'at most'],
		['is no text', new Uint8Array([255, 254, 0]), 'UTF-8'],
	])('that %s is refused', async (_, bytes, said) => {
		bench.init();
		await own(bytes);
		const {code, err} = bench.dbvet(['render', 'risk-assessment', '--format', 'md']);
		expect(err).toContain(said);
		expect(code).toBe(2);
	});

	test('of the largest size renders', async () => {
		bench.init();
		await own(new Uint8Array(256 * 1024).fill(97));
		expect(bench.dbvet(['render', 'risk-assessment', '--format', 'md']).code).toBe(0);
	});
});

describe('streams', () => {
	test('a reader that leaves early changes nothing about the exit code of a gate', () => {
		bench.init();
		const run = shell(`{ "$NODE" "$DBVET" check; echo $? >code; } | true; cat code`);
		expect(run.stdout.trim()).toBe('1');
		expect(run.stderr).not.toMatch(/^\s+at /m);
	});

	test.runIf(process.platform === 'linux')('output that cannot be written is told, exit 3', () => {
		bench.init();
		const run = shell('"$NODE" "$DBVET" status >/dev/full');
		expect(run.stderr).toContain('The output could not be written: the disk is full.');
		expect(run.stderr).not.toMatch(/^\s+at /m);
		expect(run.status).toBe(3);
		expect(shell('"$NODE" "$DBVET" frobnicate 2>/dev/full').status).toBe(2);
	});
});

test('a current folder that was deleted is told, exit 3', () => {
	const run = shell('mkdir gone && cd gone && rmdir ../gone && "$NODE" "$DBVET" status');
	expect(run.stderr).toContain('The current folder was deleted.');
	expect(run.status).toBe(3);
});

test.each(['1', '2026-11-22T12:00:00', '2026', 'Nov 22 2026'])(
	'DBVET_NOW=%s would mean another time in another zone, and is refused',
	now => {
		bench.init();
		const {code, err} = bench.dbvet(['status'], {DBVET_NOW: now});
		expect(code).toBe(2);
		expect(err).toContain('DBVET_NOW');
	},
);

test.skipIf(process.platform !== 'linux')(
	'a folder that can never be made is refused at once',
	() => {
		bench.init();
		for (const args of [
			['render', '--format', 'md', '--out', '/proc/dbvet/documents'],
			['init', '/proc/dbvet', '--yes', '--organisation', 'Example'],
		]) {
			const {code, err} = bench.dbvet(args);
			expect(err).toContain('the file system takes no new folders there');
			expect(code).toBe(3);
		}
	},
);

test('what the system refuses is said in plain words, never as its code', async () => {
	bench.init();
	const file = join(bench.folder, 'file');
	await writeFile(file, '');
	const all: readonly (readonly [readonly string[], string])[] = [
		[['render', '--format', 'md', '--out', file], 'is a file, not a folder'],
		[['render', '--format', 'md', '--out', join(file, 'below')], 'is a file, not a folder'],
		[['target', 'add', 'x', 'postgres://u@h/db', '--ca', 'missing.pem'], 'it is not there'],
		[['target', 'add', 'x', 'postgres://u@h/db', '--ca', '.'], 'it is a folder'],
		[['assess', '--answers', join(file, 'below')], 'is a file, not a folder'],
		[['init', join(file, 'below'), '--yes', '--organisation', 'X'], 'is a file, not a folder'],
	];
	for (const [args, words] of all) {
		const {code, err} = bench.dbvet(args);
		expect(err).toContain(words);
		expect(err).not.toMatch(/\bE[A-Z]{3,}\b/);
		expect(code).toBe(3);
	}
});

test('what a probe saw is shown even when it cannot be recorded, exit 3', async () => {
	bench.init();
	for (const name of ['one', 'two'])
		bench.dbvet(['target', 'add', name, 'postgres://u@127.0.0.1:9/db']);
	await rm(join(bench.folder, 'runs'), {recursive: true, force: true});
	await writeFile(join(bench.folder, 'runs'), 'in the way');
	const {code, out, err} = bench.dbvet(['probe', '--concurrency', '1', '--json']);
	expect(code).toBe(3);
	expect(err).toContain('runs');
	const {targets} = JSON.parse(out) as {targets: {target: string}[]};
	expect(targets.map(({target}) => target)).toEqual(['one', 'two']);
});

test.each([
	['a file', async (path: string) => writeFile(path, ''), 'not a folder'],
	[
		'a folder in use',
		async (path: string) => mkdir(join(path, 'inside'), {recursive: true}),
		'not empty',
	],
])('the demo refuses %s with a message, and starts nothing', async (_, prepare, said) => {
	const path = join(bench.folder, 'place');
	await prepare(path);
	const {code, out, err} = bench.dbvet(['demo', path]);
	expect(err).toContain(said);
	expect(out).toBe('');
	expect(code).toBe(2);
});

test('the demo names TMPDIR where no temporary folder can be made', () => {
	const gone = join(bench.folder, 'gone', 'x');
	const {code, out, err} = bench.dbvet(['demo'], {TMPDIR: gone});
	expect(err).toContain(`No temporary folder can be made in ${gone}, which TMPDIR names`);
	expect(out).toBe('');
	expect(code).toBe(3);
});

describe('a locale without UTF-8', () => {
	const latin = {LC_ALL: 'C'};

	test('signs become ASCII, letters stay what they are, and JSON loses nothing', () => {
		expect(
			bench.dbvet(['init', '.', '--yes', '--organisation', 'Müller “資”', '--profile', 'startup'])
				.code,
		).toBe(0);
		const plain = bench.dbvet(['status'], latin);
		expect(plain.out).toContain('Müller "資" . startup');
		expect(plain.out.replaceAll(/[ü資]/g, '')).toMatch(/^[\n\x20-\x7e]*$/);
		expect(bench.dbvet(['status'], {LC_ALL: 'C.UTF-8'}).out).toContain('Müller “資” · startup');
		const json = bench.dbvet(['target', 'list', '--json'], latin);
		expect(json.out).toMatch(/^[\n\x20-\x7e]*$/);
		const same = bench.dbvet(['target', 'list', '--json'], {LC_ALL: 'C.UTF-8'});
		expect(JSON.parse(json.out)).toEqual(JSON.parse(same.out));
		// Help and what is wrong go another way to the terminal.
		expect(bench.dbvet(['--help'], latin).out).toMatch(/^[\n\x20-\x7e]*$/);
		expect(bench.dbvet(['answer', 'no—such', 'yes'], latin).err).toMatch(/^[\n\x20-\x7e]*$/);
	});
});
