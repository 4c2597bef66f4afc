import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {openBench, program, type Bench} from '../helpers/program.js';
import {startInTerminal, type TerminalProcess} from '../helpers/terminal.js';

const slow = {timeout: 20_000, interval: 20};
const enter = '\r';
let bench: Bench;
let terminal: TerminalProcess;

const start = (args: readonly string[] = ['--workspace', bench.folder]): void => {
	terminal = startInTerminal({program, args: ['--by', 'Ada', ...args]});
};
const sees = async (text: string | RegExp): Promise<void> => {
	await expect.poll(terminal.text, slow).toMatch(text);
};
/** Answers as the files under history/ hold them, read without dbvet. */
const onDisk = async (): Promise<number> => {
	const folder = join(bench.folder, 'history');
	const texts = await Promise.all(
		(await readdir(folder)).map(name => readFile(join(folder, name), 'utf8')),
	);
	return (texts.join('').match(/"kind":"answer"/g) ?? []).length;
};

beforeEach(async () => {
	bench = await openBench();
	expect(bench.dbvet(['init', '.', '--yes', '--organisation', 'Example Ltd']).code).toBe(0);
});
afterEach(async () => {
	await terminal.close();
	await bench.remove();
});

test('five answers are in the history on disk as soon as the screen says saved', async () => {
	start();
	await sees(/organisation +organisation/);
	terminal.type(`jjjj${enter}`);
	await sees(/\d+ left, \d+ min/);
	const open = Number(/(\d+) left,/.exec(terminal.text())?.[1]);
	for (let done = 1; done <= 5; done += 1) {
		terminal.type(`1${enter}`);
		await sees(new RegExp(`${open - done} left, \\d+ min · saved \\d\\d:\\d\\d`));
		expect(await onDisk()).toBe(done);
	}
	terminal.type('q');
	expect(await terminal.exit).toBe(0);
	expect(terminal.alternate()).toBe(false);
});

test('kill -9 right after saved loses nothing', async () => {
	start();
	await sees(/organisation +organisation/);
	terminal.type(`jjjj${enter}`);
	await sees(/\d+ left, \d+ min/);
	terminal.type(`1${enter}`);
	await sees(/\d+ left, \d+ min · saved/);
	terminal.kill('SIGKILL');
	expect(await terminal.exit).toBe(137);
	expect(await onDisk()).toBe(1);
	const {entries} = bench.json<{entries: {kind: string; by: string}[]}>(['history']);
	expect(entries.filter(e => e.kind === 'answer').map(e => e.by)).toEqual(['Ada']);
});

test('a broken store: one message, exit 2, the terminal given back', async () => {
	await writeFile(join(bench.folder, 'assessment.json'), '{"schema": ');
	start();
	expect(await terminal.exit).toBe(2);
	expect(terminal.text()).toMatch(/assessment\.json:1:\d+ is damaged/);
	expect(terminal.alternate()).toBe(false);
	expect(terminal.cursorShown()).toBe(true);
});

test('the wizard makes a workspace; Ctrl+C in it leaves nothing', async () => {
	const folder = join(bench.folder, 'new');
	await mkdir(folder);
	start(['init', folder]);
	await sees(/Which organisation is assessed/);
	terminal.type(`Wizard Ltd${enter}`);
	await sees(/Which situation fits/);
	terminal.type('\u0003');
	expect(await terminal.exit).toBe(130);
	expect(await readdir(folder)).toEqual([]);

	start(['init', folder]);
	await sees(/Which organisation is assessed/);
	terminal.type(`Wizard Ltd${enter}`);
	await sees(/◉ Startup/);
	terminal.type(enter);
	await sees(/scoping questions now/);
	terminal.type(`n${enter}`);
	expect(await terminal.exit).toBe(0);
	expect(terminal.text()).toContain(`Workspace for Wizard Ltd created in ${folder}`.slice(0, 79));
	expect(await readdir(folder)).toContain('assessment.json');
});
