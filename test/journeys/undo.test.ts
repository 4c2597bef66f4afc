import {afterEach, beforeEach, expect, test} from 'vitest';
import {openBench, program, type Bench} from '../helpers/program.js';
import {startInTerminal, type TerminalProcess} from '../helpers/terminal.js';

const slow = {timeout: 20_000, interval: 20};
const enter = '\r';
let bench: Bench;
let terminal: TerminalProcess | undefined;

const start = (by: string) => {
	const args = ['--workspace', bench.folder, '--by', by, 'assess'];
	const started = startInTerminal({program, args, rows: 24});
	terminal = started;
	const sees = async (text: RegExp): Promise<void> => {
		await expect.poll(started.text, slow).toMatch(text);
	};
	return {terminal: started, sees};
};
type Entries = {entries: {kind: string; by: string; why?: string; after: {value: string} | null}[]};
const answers = (): readonly string[] =>
	bench
		.json<Entries>(['history'])
		.entries.filter(e => e.kind === 'answer')
		.map(e => `${e.by}: ${e.after?.value ?? 'none'}`);

beforeEach(async () => {
	bench = await openBench();
	bench.init();
	const url = 'postgres://dbvet@127.0.0.1:5432/db';
	expect(bench.dbvet(['target', 'add', 'prod', url]).code).toBe(0);
	const args = ['answer', 'plaintext-refused', 'no', '--target', 'prod', '--note', 'The old job'];
	expect(bench.dbvet(['--by', 'Bob', ...args]).code).toBe(0);
});
afterEach(async () => {
	await terminal?.close();
	terminal = undefined;
	await bench.remove();
});

test('what another person answered is undone only after it was asked, and the history keeps it', async () => {
	const {terminal, sees} = start('Ada');
	await sees(/Next/);
	terminal.type('u');
	await sees(/Bob made this change/);
	await sees(/No \(The\s+old job\) → nothing/);
	terminal.type(enter);
	await sees(/Undone: prod/);
	await sees(/prod +database +\S+ +0\/\d/);
	expect(answers()).toEqual(['Bob: no', 'Ada: none']);
	terminal.type('q');
	expect(await terminal.exit).toBe(0);
	// In a later session it can still be done again: that was her own act, but it is from before.
	const later = start('Ada');
	await later.sees(/Next/);
	later.terminal.type('\u0012');
	await later.sees(/before you opened this/);
	later.terminal.type(enter);
	await later.sees(/Done again: prod/);
	expect(answers()).toEqual(['Bob: no', 'Ada: none', 'Ada: no']);
	later.terminal.type('q');
	expect(await later.terminal.exit).toBe(0);
});
