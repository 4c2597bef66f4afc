import {rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {openBench, program, type Bench} from '../helpers/program.js';
import {startInTerminal, type TerminalProcess} from '../helpers/terminal.js';

const slow = {timeout: 20_000, interval: 20};
const enter = '\r';
let bench: Bench;
let terminal: TerminalProcess | undefined;

const start = (
	args: readonly string[],
): {readonly terminal: TerminalProcess; readonly sees: (text: RegExp) => Promise<void>} => {
	const all = ['--workspace', bench.folder, '--by', 'Ada', ...args];
	const started = startInTerminal({program, args: all, rows: 24});
	terminal = started;
	const sees = async (text: RegExp): Promise<void> => {
		await expect.poll(started.text, slow).toMatch(text);
	};
	return {terminal: started, sees};
};
const elsewhere = (value: string, note: string): void => {
	const args = ['answer', 'plaintext-refused', value, '--target', 'prod', '--note', note];
	expect(bench.dbvet(['--by', 'Bob', ...args]).code).toBe(0);
};
const answers = (): readonly string[] =>
	bench
		.json<{entries: {kind: string; after: {value: string; by: string}}[]}>(['history'])
		.entries.filter(e => e.kind === 'answer')
		.map(({after: {value, by}}) => `${by} ${value}`);

beforeEach(async () => {
	bench = await openBench();
	bench.init();
	const url = 'postgres://dbvet@127.0.0.1:5432/db';
	expect(bench.dbvet(['target', 'add', 'prod', url]).code).toBe(0);
});
afterEach(async () => {
	await terminal?.close();
	terminal = undefined;
	await bench.remove();
});

test('the home screen shows what another terminal answers, without a key', async () => {
	const {terminal, sees} = start(['assess']);
	await sees(/prod +database +\S+ +0\/\d/);
	elsewhere('no', 'The old batch job');
	await sees(/prod +database +\S+ +1\/\d/);
	// Nothing was saved here.
	expect(terminal.text()).not.toMatch(/saved \d/);
	expect(answers()).toEqual(['Bob no']);
});

test('the screen shows what another terminal answered meanwhile, and saves over it only when told to', async () => {
	const {terminal, sees} = start(['assess']);
	await sees(/Next/);
	terminal.type('G');
	terminal.type(enter);
	await sees(/Does the server refuse/);
	elsewhere('no', 'The old batch job');
	terminal.type(enter);
	await sees(/Somebody answered this in the meantime\. No, by Bob/);
	await sees(/Note: The old batch job/);
	expect(answers()).toEqual(['Bob no']);
	terminal.type('\u001B');
	await expect.poll(terminal.text, slow).not.toMatch(/meantime/);
	expect(terminal.text()).toMatch(/No, by Bob/);
	// Nothing was saved here.
	expect(terminal.text()).not.toMatch(/saved \d/);
	elsewhere('partly', 'Both');
	terminal.type(`1${enter}`);
	await sees(/meantime\. Partly, by Bob/);
	terminal.type(enter);
	await sees(/saved \d\d:\d\d/);
	expect(answers()).toEqual(['Bob no', 'Bob partly', 'Ada yes']);
	terminal.type('q');
	expect(await terminal.exit).toBe(0);
});

test('a probe run that cannot be written is not called saved', async () => {
	await rm(join(bench.folder, 'runs'), {recursive: true, force: true});
	await writeFile(join(bench.folder, 'runs'), '');
	const {terminal, sees} = start(['assess']);
	await sees(/Next/);
	terminal.type('p');
	await sees(/Which databases/);
	terminal.type(enter);
	await sees(/✖ [^]*runs/);
	await sees(/1 done/);
	expect(terminal.text()).not.toMatch(/saved \d/);
});

test('plain lines say it and ask again', async () => {
	const {terminal, sees} = start(['assess', '--plain', '--target', 'prod']);
	await sees(/Question 1 of/);
	elsewhere('no', 'The old batch job');
	terminal.type(`1${enter}`);
	await sees(/answered this in the meantime: no \(by Bob[^]+old batch job[^]+Answered no by Bob/);
	expect(answers()).toEqual(['Bob no']);
	terminal.type(`1${enter}`);
	await sees(/Question 2 of/);
	expect(answers()).toEqual(['Bob no', 'Ada yes']);
});

test('an answers file tells what it replaces of others', async () => {
	elsewhere('no', 'The old batch job');
	await writeFile(
		join(bench.folder, 'a.yaml'),
		'targets:\n  prod:\n    plaintext-refused: "yes"\n',
	);
	const {code, err} = bench.dbvet(['--by', 'Ada', 'assess', '--answers', 'a.yaml']);
	expect(code, err).toBe(0);
	expect(err).toMatch(/prod, plaintext-refused: replaces no \(by Bob, [-\d]+\): The old batch job/);
});

test('one answer on the command line tells what it replaces of others, and nothing of mine', () => {
	elsewhere('no', 'The old batch job');
	const answer = (value: string) =>
		bench.dbvet(['--by', 'Ada', 'answer', 'plaintext-refused', value, '--target', 'prod']);
	expect(answer('yes').err).toMatch(/plaintext-refused: replaces no \(by Bob, [-\d]+\)/);
	expect(answer('partly').err).not.toContain('replaces');
});
