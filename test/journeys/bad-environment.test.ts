import {spawnSync, type SpawnSyncReturns} from 'node:child_process';
import {mkdir, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {openBench, program, type Bench} from '../helpers/program.js';

let bench: Bench;
beforeEach(async () => {
	bench = await openBench();
});
afterEach(() => bench.remove());

const init = (organisation = 'Example Ltd'): void => {
	expect(bench.dbvet(['init', '.', '--yes', '--organisation', organisation]).code).toBe(0);
};
/** Runs dbvet through a shell, for redirections that no pipe of Node's can stand for. */
const shell = (script: string): SpawnSyncReturns<string> =>
	spawnSync('/bin/sh', ['-c', script], {
		cwd: bench.folder,
		encoding: 'utf8',
		env: {...process.env, NODE: process.execPath, DBVET: program, DBVET_USER: 'Test Author'},
		timeout: 60_000,
	});

const hostile = '\u001b[31mRed\u001b]0;title\u0007 \u009b2J \u202ertl <b>&amp;</b> **x** =1+1';
// eslint-disable-next-line no-control-regex -- control characters are just what must not be printed.
const obeyed = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe('text from anywhere', () => {
	test('no name, note or author reaches the terminal as a command to it', () => {
		const made = bench.dbvet(['init', '.', '--yes', '--organisation', hostile]);
		expect(made.out).toContain('Red');
		for (const args of [
			['status'],
			['doctor'],
			['target', 'list'],
			['history'],
			['check'],
			['status', '--json'],
			['history', '--json'],
			[hostile],
			['status', `--${hostile}`],
			['answer', hostile, 'yes'],
		]) {
			const {out, err} = bench.dbvet(args, {DBVET_USER: hostile});
			expect(made.out + out + err, args.join(' ')).not.toMatch(obeyed);
		}
		expect(bench.json<{organisation: string}>(['status']).organisation).toBe(hostile);
	});

	test.each([
		['--organisation', 121],
		['--prepared-by', 121],
		['--confidentiality', 61],
	])('%s of %i characters is told, and nothing is made', async (option, length) => {
		const args = ['init', '.', '--yes', '--organisation', 'X', option, 'x'.repeat(length)];
		const {code, err} = bench.dbvet(args);
		expect(err).toContain(option);
		expect(code).toBe(2);
		expect(await readdir(bench.folder)).toEqual([]);
	});

	test('a note longer than the record takes is told, and nothing is recorded', () => {
		init();
		const args = ['answer', 'holds-card-data', 'no', '--note', 'x'.repeat(20_001)];
		const {code, err} = bench.dbvet(args);
		expect(err).toContain('dbvet evidence add');
		expect(code).toBe(2);
		expect(bench.dbvet(['history']).out).not.toContain('holds-card-data');
	});

	test('a document about it renders in every format', async () => {
		init(`${hostile} ${'long '.repeat(10)}`);
		expect(bench.dbvet(['render', 'risk-assessment']).code).toBe(0);
		const html = await readFile(join(bench.folder, 'documents/risk-assessment.html'), 'utf8');
		expect(html).not.toContain('<b>&amp;</b>');
		expect(html).not.toContain('\u001b');
	});
});

describe('streams', () => {
	test('a reader that leaves early changes nothing about the exit code of a gate', () => {
		init();
		const run = shell(`{ "$NODE" "$DBVET" check; echo $? >code; } | true; cat code`);
		expect(run.stdout.trim()).toBe('1');
		expect(run.stderr).not.toMatch(/^\s+at /m);
	});

	test.runIf(process.platform === 'linux')('output that cannot be written is told, exit 3', () => {
		init();
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
		init();
		const {code, err} = bench.dbvet(['status'], {DBVET_NOW: now});
		expect(code).toBe(2);
		expect(err).toContain('DBVET_NOW');
	},
);

describe("a workspace's own template", () => {
	const own = async (content: string | Uint8Array): Promise<string> => {
		const folder = join(bench.folder, 'templates/risk-assessment');
		await mkdir(folder, {recursive: true});
		const path = join(folder, 'template.md.hbs');
		await writeFile(path, content);
		return path;
	};

	test('that is a pipe is refused, not waited for', async () => {
		init();
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
		init();
		await own(bytes);
		const {code, err} = bench.dbvet(['render', 'risk-assessment', '--format', 'md']);
		expect(err).toContain(said);
		expect(code).toBe(2);
	});

	test('of the largest size renders', async () => {
		init();
		await own(new Uint8Array(256 * 1024).fill(97));
		expect(bench.dbvet(['render', 'risk-assessment', '--format', 'md']).code).toBe(0);
	});
});

describe('doctor names what is wrong', () => {
	const lineOf = (what: string): {result: string; text: string} | undefined =>
		bench
			.json<{lines: {what: string; result: string; text: string}[]}>(['doctor'])
			.lines.find(line => line.what === what);

	test('a probe run that is missing', async () => {
		init();
		bench.dbvet(['target', 'add', 'closed', 'postgres://u@127.0.0.1:9/db']);
		bench.dbvet(['probe', 'closed']);
		expect(lineOf('probe runs')?.result).toBe('ok');
		const runs = join(bench.folder, 'runs');
		for (const name of await readdir(runs)) await rm(join(runs, name));
		expect(lineOf('probe runs')).toMatchObject({result: 'wrong'});
		expect(bench.dbvet(['doctor']).code).toBe(3);
	});

	test('a folder that is a file', async () => {
		init();
		await rm(join(bench.folder, 'documents'), {recursive: true, force: true});
		await writeFile(join(bench.folder, 'documents'), '');
		expect(lineOf('writable')).toMatchObject({
			result: 'wrong',
			text: 'documents/ cannot be written: it is not a folder',
		});
	});

	test('a history that lost what was saved, in the words that every command has for it', async () => {
		init();
		const folder = join(bench.folder, 'history');
		const [file = ''] = await readdir(folder);
		const path = join(folder, file);
		const whole = await readFile(path);
		await writeFile(path, whole.subarray(0, -5));
		const picture = await readFile(join(bench.folder, 'assessment.json'));
		const said = bench.dbvet(['status']);
		expect(said.code).toBe(3);
		expect(said.err).toContain('Saved changes are missing from the history');
		expect(said.err).toContain('At least');
		const line = lineOf('workspace');
		expect(line?.result).toBe('wrong');
		expect(line?.text).toContain(said.err.split('\n')[0]);
		expect(bench.dbvet(['doctor']).code).toBe(3);
		expect(bench.dbvet(['answer', 'x', 'yes']).err).toContain('Saved changes are missing');
		expect(await readFile(path)).toEqual(whole.subarray(0, -5));
		expect(await readFile(join(bench.folder, 'assessment.json'))).toEqual(picture);
		// Going on with what is left keeps the cut end, and doctor names it.
		await rm(join(bench.folder, 'assessment.json'));
		expect(bench.dbvet(['status']).code).toBe(0);
		expect(lineOf('cut end')).toMatchObject({
			result: 'note',
			text: expect.stringMatching(/^history\/.*\.torn-[0-9a-f]{8}, \d+ bytes: /) as string,
		});
	});

	test('own questionnaires and templates that cannot be read', async () => {
		init();
		await mkdir(join(bench.folder, 'templates/risk-assessment'), {recursive: true});
		await writeFile(join(bench.folder, 'templates/risk-assessment/document.yaml'), 'a: [b\n');
		expect(lineOf('templates')).toMatchObject({result: 'wrong'});
		await mkdir(join(bench.folder, 'questionnaires/mine'), {recursive: true});
		await writeFile(
			join(bench.folder, 'questionnaires/mine/questionnaire.yaml'),
			'id: mine\nquestions: nonsense\n',
		);
		const workspace = lineOf('workspace');
		expect(workspace?.result).toBe('wrong');
		expect(workspace?.text).toMatch(/questionnaire\.yaml:\d+:\d+/);
	});
});

test.skipIf(process.platform !== 'linux')(
	'a folder that can never be made is refused at once',
	() => {
		init();
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
	init();
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
	init();
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
