import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {openBench, program, type Bench} from '../helpers/program.js';
import {startInTerminal, type TerminalProcess} from '../helpers/terminal.js';

const slow = {timeout: 20_000, interval: 20};
const ctrlD = '\u0004';
let bench: Bench;
let empty: string;
let terminal: TerminalProcess | undefined;

beforeEach(async () => {
	bench = await openBench();
	bench.init();
	empty = await mkdtemp(join(tmpdir(), 'dbvet-empty-'));
});
afterEach(async () => {
	await terminal?.close();
	await bench.remove();
	await rm(empty, {recursive: true, force: true});
});

test.each([
	['asking line by line', /Answer:/, () => ['--workspace', bench.folder, 'assess', '--plain']],
	['the wizard', /Which organisation/, () => ['init', empty]],
	[
		'the choice of a situation',
		/Which situation fits/,
		() => ['init', empty, '--organisation', 'X'],
	],
	[
		'a confirmation',
		/Make this change/,
		() => ['--workspace', bench.folder, 'profile', 'set', 'regulated'],
	],
])('Ctrl+D at %s cancels', async (_, prompt, args) => {
	terminal = startInTerminal({program, args: args(), rows: 40});
	await expect.poll(terminal.text, slow).toMatch(prompt);
	terminal.type(ctrlD);
	expect(await terminal.exit).toBe(130);
	expect(terminal.text()).toMatch(/Cancelled\.$/m);
	expect(terminal.text()).not.toMatch(/bug|^\s+at /m);
	expect(terminal.cursorShown()).toBe(true);
	expect(terminal.alternate()).toBe(false);
});
