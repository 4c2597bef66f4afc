import {spawn, type ChildProcess} from 'node:child_process';
import {existsSync} from 'node:fs';
import {chmod, mkdir, mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {everyProcess} from '../../scripts/demo/processes.js';
import {program} from '../helpers/program.js';
import {startInTerminal, type TerminalProcess} from '../helpers/terminal.js';

/** Everything temporary of a demo lies here, so that whatever it leaves behind is seen. */
let place: string;
let terminal: TerminalProcess | undefined;
const children: ChildProcess[] = [];

beforeEach(async () => {
	place = await mkdtemp(join(tmpdir(), 'dbvet-stop-'));
	// Root's PostgreSQL runs as nobody, who has to get through.
	await chmod(place, 0o755);
});
afterEach(async () => {
	await terminal?.close();
	terminal = undefined;
	for (const child of children.splice(0)) child.kill('SIGKILL');
	await rm(place, {recursive: true, force: true, maxRetries: 5});
});

const patient = {timeout: 60_000, interval: 20};
/** What is to be done within a second has five on a machine that does other things as well. */
const soon = {timeout: 5_000, interval: 20};

/** Command lines of all processes that work below a folder. */
const workingBelow = async (folder: string): Promise<readonly string[]> =>
	(await everyProcess()).map(p => p.command).filter(c => c.includes(`-D ${folder}`));

const programsHere = async (name: string): Promise<number> =>
	(await workingBelow(place)).filter(c => c.includes(`${name} `)).length;

const nothingIsLeft = async (): Promise<void> => {
	await expect.poll(() => workingBelow(place), soon).toEqual([]);
	await expect.poll(() => readdir(place), soon).toEqual([]);
};

const inTerminal = (...args: readonly string[]): TerminalProcess => {
	terminal = startInTerminal({
		program,
		args: ['demo', ...args],
		rows: 60,
		env: {TMPDIR: place, DBVET_USER: 'Test Author'},
	});
	return terminal;
};

const stoppedInOrder = async (demo: TerminalProcess, code = 130): Promise<void> => {
	await expect.poll(demo.raw, soon).toContain('Stopping…');
	expect(await demo.exit).toBe(code);
	expect(demo.raw()).toContain('Stopped.');
	expect(demo.raw()).not.toMatch(/^\s+at |This is a bug/m);
};

test('Ctrl+C while the servers are made', async () => {
	const demo = inTerminal();
	await expect.poll(() => programsHere('initdb'), patient).toBeGreaterThan(0);
	demo.type('\u0003');
	await stoppedInOrder(demo);
	await nothingIsLeft();
});

test('Ctrl+C before anything was made, in a folder that was given: nothing is said of it', async () => {
	const demo = inTerminal(join(place, 'mine'));
	await expect.poll(() => programsHere('initdb'), patient).toBeGreaterThan(0);
	demo.type('\u0003');
	await stoppedInOrder(demo);
	expect(demo.raw()).not.toContain('What was made so far');
});

test('Ctrl+C while a probe runs, in a folder that was given: what was made stays, and is whole', async () => {
	const folder = join(place, 'mine');
	const demo = inTerminal(folder);
	await expect.poll(demo.raw, patient).toContain('$ dbvet probe prod-db');
	demo.type('\u0003');
	await stoppedInOrder(demo);
	expect(demo.raw()).toContain(`What was made so far lies in ${folder}`);
	await expect.poll(() => workingBelow(place), soon).toEqual([]);
	expect(await readdir(place)).toEqual(['mine']);
	const files = await readdir(folder, {recursive: true});
	expect(files.filter(name => /\.tmp$|unfinished|\.lock/.test(name))).toEqual([]);
	expect(files).toContain('assessment.json');
});

test('the terminal is closed while the servers run', async () => {
	const demo = inTerminal();
	await expect.poll(demo.raw, patient).toContain('$ dbvet target add prod-db');
	expect(await programsHere('postgres')).toBe(2);
	demo.hangUp();
	await nothingIsLeft();
});

test('SIGTERM while documents are written', async () => {
	const demo = inTerminal();
	await expect.poll(demo.raw, patient).toContain('$ dbvet render');
	demo.kill('SIGTERM');
	await stoppedInOrder(demo, 143);
	await nothingIsLeft();
});

test('npm dies, and the shell between with it', async () => {
	const shell = spawn('sh', ['-c', '"$0" "$1" demo; :', process.execPath, program], {
		env: {...process.env, TMPDIR: place, npm_lifecycle_event: 'demo'},
		stdio: 'ignore',
	});
	children.push(shell);
	await expect.poll(() => programsHere('postgres'), patient).toBe(2);
	shell.kill('SIGTERM');
	await nothingIsLeft();
});

test('what SIGKILL leaves is swept by the next demo, and nothing else is', async () => {
	const killed = inTerminal();
	await expect.poll(killed.raw, patient).toContain('$ dbvet target add prod-db');
	killed.kill('SIGKILL');
	await killed.exit;
	expect(await programsHere('postgres')).toBe(2);
	const left = await readdir(place);
	expect(left.filter(name => name.startsWith('dbvet-'))).toHaveLength(2);
	await mkdir(join(place, 'dbvet-demo-finished'));
	await mkdir(join(place, `dbvet-run-${process.pid}-running`));

	const next = inTerminal();
	await expect.poll(next.raw, patient).toContain('Starting PostgreSQL');
	for (const name of left) expect(existsSync(join(place, name)), name).toBe(false);
	next.type('\u0003');
	await stoppedInOrder(next);
	expect((await readdir(place)).toSorted()).toEqual([
		'dbvet-demo-finished',
		`dbvet-run-${process.pid}-running`,
	]);
	expect(await workingBelow(place)).toEqual([]);
});
