import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {bundleTui, type Bundle} from '../helpers/bundle-tui.js';
import {startInTerminal, type TerminalProcess} from '../helpers/terminal.js';

let bundle: Bundle;
beforeAll(async () => {
	bundle = await bundleTui();
});
afterAll(async () => {
	await bundle.remove();
});

let running: TerminalProcess | undefined;
afterEach(async () => {
	await running?.close();
});

const slow = {timeout: 15_000, interval: 20};

const start = async (
	program: Readonly<Record<string, unknown>> = {},
	more: {
		readonly columns?: number;
		readonly rows?: number;
		readonly env?: Readonly<Record<string, string | undefined>>;
	} = {},
): Promise<TerminalProcess> => {
	const terminal = startInTerminal({
		...more,
		program: bundle.program,
		env: {PROGRAM: JSON.stringify(program), ...more.env},
	});
	running = terminal;
	await expect.poll(terminal.text, slow).toContain('Example Health');
	return terminal;
};

const sees = async (terminal: TerminalProcess, text: string | RegExp): Promise<void> => {
	await expect.poll(terminal.text, slow).toMatch(text);
};

const enter = '\r';

describe('a person', () => {
	test('answers five questions of every kind, with a resize in the middle', async () => {
		const terminal = await start();
		terminal.type(`j${enter}`);
		await sees(terminal, /Does the server refuse/);
		terminal.type(`3${enter}`);
		await sees(terminal, /Which clients still connect/);
		terminal.type(enter);
		await sees(terminal, /▏/);
		terminal.type('\u001B[200~the old\nbatch job\u001B[201~');
		await sees(terminal, /the old batch job▏/);
		terminal.type(enter);
		await sees(terminal, /Are TLS 1\.0 and 1\.1 switched off/);
		terminal.resize(120, 40);
		await sees(terminal, /Accounts and rights +0\/1/);
		expect(terminal.lines().findIndex(l => l.includes('? help'))).toBe(38);
		terminal.type(enter);
		await sees(terminal, /Do applications log in/);
		terminal.resize(80, 24);
		await expect.poll(() => terminal.lines().findIndex(l => l.includes('? help')), slow).toBe(22);
		terminal.type(`s`);
		await sees(terminal, /For how many days/);
		terminal.type(`35${enter}`);
		await sees(terminal, /When was a backup last/);
		terminal.type(`2026-10-01${enter}`);
		await sees(terminal, /Who answers for this database/);
		await sees(terminal, /2 left, 1 min · saved \d\d:\d\d/);
		expect(terminal.text().match(/Who answers for this database/g)).toHaveLength(1);
		terminal.type('q');
		expect(await terminal.exit).toBe(0);
		expect(terminal.raw()).toContain(
			'answer plaintext-refused none; answer plaintext-who the old batch job; answer tls-version yes; answer backup-retention 35; answer restore-drill 2026-10-01',
		);
	});

	test('probes, watches it happen, sees the contradiction and resolves it', async () => {
		const terminal = await start({stepMs: 20});
		terminal.type(`jjp${enter}`);
		await sees(terminal, /running/);
		await sees(terminal, /✔ reporting-db +2 pass 2 fail 2 unknown 0\.4 s/);
		terminal.type(`\u001B`);
		await sees(terminal, /Next/);
		terminal.type(enter);
		await sees(terminal, /›/);
		terminal.type(`1${enter}`);
		await sees(terminal, /counts as not met/);
		terminal.type(enter);
		await sees(terminal, /\d left, \d min · saved/);
		terminal.type('f');
		await sees(terminal, /contradicted: Plaintext/);
		terminal.type('r');
		await sees(terminal, /Resolve a contradiction/);
		terminal.type(` ${enter}`);
		await sees(terminal, /what a reader needs/);
		terminal.type(`lab only${enter}`);
		await sees(terminal, /Until +▏/);
		terminal.type(`2099-01-01${enter}`);
		await sees(terminal, /Contradiction resolved/);
		terminal.type('q');
		expect(await terminal.exit).toBe(0);
		expect(terminal.text()).toMatch(/keep-answer lab only 2099-01-01/);
	});

	test('is told that a save failed, tries again, and loses nothing', async () => {
		const terminal = await start({failFirst: 1});
		terminal.type(`j${enter}`);
		await sees(terminal, /Does the server refuse/);
		terminal.type(`3${enter}`);
		await sees(terminal, /✖ Not saved\. The disk is full\. Make room and save again\./);
		await sees(terminal, /✖ not saved/);
		expect(terminal.text()).toMatch(/▸ No/);
		terminal.type('q');
		await sees(terminal, /would be lost/);
		terminal.type('\u001B');
		await sees(terminal, /▸ No/);
		terminal.type(enter);
		await sees(terminal, / saved \d\d:\d\d/);
	});

	test('cancels a probe and keeps what is done', async () => {
		const terminal = await start({stepMs: 120});
		terminal.type(`p`);
		await sees(terminal, /\[x\] reporting-db/);
		terminal.type(enter);
		await sees(terminal, /\d pass \d fail/);
		terminal.type('c');
		await sees(terminal, /Cancelled\. What was done is kept\./);
		terminal.type('q');
		expect(await terminal.exit).toBe(0);
	});
});

test('keys that are pressed before the first frame are not lost', async () => {
	const terminal = startInTerminal({program: bundle.program, env: {PROGRAM: '{}'}});
	running = terminal;
	await expect.poll(terminal.raw, slow).toContain('\u001B[?1049h');
	terminal.type('?');
	await sees(terminal, /Leave at once|more lines/);
});

describe('every ending gives the terminal back', () => {
	const clean = async (terminal: TerminalProcess, code: number): Promise<void> => {
		expect(await terminal.exit).toBe(code);
		expect(terminal.alternate()).toBe(false);
		expect(terminal.cursorShown()).toBe(true);
		expect(terminal.raw().split('\u001B[?1049h')).toHaveLength(2);
		expect(terminal.raw().split('\u001B[?1049l')).toHaveLength(2);
		expect(terminal.raw()).toContain('\u001B[?2004l');
		for (const wipe of ['\u001B[2J', '\u001B[3J']) expect(terminal.raw()).not.toContain(wipe);
	};

	test('q', async () => {
		const terminal = await start();
		expect(terminal.alternate()).toBe(true);
		expect(terminal.cursorShown()).toBe(false);
		terminal.type('q');
		await clean(terminal, 0);
		expect(terminal.text()).toContain('left: quit 0');
		expect(terminal.text()).not.toContain('Example Health');
	});

	test('Ctrl+C, also while a note is typed', async () => {
		const terminal = await start();
		terminal.type(`j${enter}`);
		await sees(terminal, /Does the server refuse/);
		terminal.type('nabc');
		await sees(terminal, /abc▏/);
		terminal.type('\u0003');
		await clean(terminal, 130);
		expect(terminal.text()).toContain('left: interrupted 130');
	});

	test('Ctrl+C in the middle of a slow save: what was begun is finished', async () => {
		const terminal = await start({saveMs: 600});
		terminal.type(`j${enter}`);
		await sees(terminal, /Does the server refuse/);
		terminal.type(`3${enter}`);
		await sees(terminal, /saving…/);
		terminal.type('\u0003');
		await clean(terminal, 130);
		expect(terminal.text()).toContain('answer plaintext-refused none');
	});

	test.each([
		['SIGTERM', 143],
		['SIGHUP', 129],
		['SIGINT', 130],
	])('%s', async (signal, code) => {
		const terminal = await start();
		terminal.kill(signal);
		await clean(terminal, code);
		expect(terminal.text()).toContain(`left: signal ${code}`);
	});

	test('a bug in a key handler', async () => {
		const terminal = await start({crash: 'key'});
		terminal.type(`j${enter}`);
		await sees(terminal, /Does the server refuse/);
		terminal.type(`3${enter}`);
		await clean(terminal, 70);
		expect(terminal.text()).toContain('failed: a bug in a key handler');
	});

	test('a bug while drawing', async () => {
		const terminal = await start({crash: 'draw'});
		terminal.type(`j${enter}`);
		await sees(terminal, /Does the server refuse/);
		terminal.type(`3${enter}`);
		await clean(terminal, 70);
		expect(terminal.text()).toContain('failed: ');
	});

	test('a bug while saving', async () => {
		const terminal = await start({crash: 'save'});
		terminal.type(`j${enter}`);
		await sees(terminal, /Does the server refuse/);
		terminal.type(`3${enter}`);
		await clean(terminal, 70);
		expect(terminal.text()).toContain('failed: a bug while saving');
	});

	test('a bug somewhere else: Node tells it on the screen that was there before', async () => {
		const terminal = await start({crash: 'timer'});
		await clean(terminal, 1);
		expect(terminal.text()).toContain('a bug in a timer');
	});
});

describe('terminals that can do less', () => {
	test('without UTF-8 nothing but ASCII is written', async () => {
		const terminal = await start({}, {env: {LANG: 'C'}});
		terminal.type(`j${enter}`);
		await sees(terminal, /> Yes, for everyone/);
		await sees(terminal, /x user app, database shop/);
		// eslint-disable-next-line no-control-regex -- all of ASCII is meant.
		expect(terminal.raw()).toMatch(/^[\x00-\x7f]*$/);
	});

	test('without colour the mark and the signs are still there', async () => {
		const terminal = await start({}, {env: {FORCE_COLOR: '0', NO_COLOR: '1'}});
		terminal.type('j');
		await sees(terminal, /▸ prod-db/);
		// eslint-disable-next-line no-control-regex -- colour codes begin with the escape character.
		expect(terminal.raw()).not.toMatch(/\u001B\[\d+(;\d+)*m/);
	});

	test('CI in the environment of a person at a terminal', async () => {
		const terminal = await start({}, {env: {CI: 'true', CONTINUOUS_INTEGRATION: '1'}});
		terminal.type('q');
		expect(await terminal.exit).toBe(0);
	});

	test('a window that shrinks while nothing happens', async () => {
		const terminal = await start({}, {columns: 120, rows: 40});
		terminal.resize(50, 12);
		await sees(terminal, /50x12 is too small[^]*leaves\./);
		// Nothing of the larger screen is left behind, and the sentence is whole: it says which size would do.
		const left = terminal.lines().filter(l => l !== '');
		expect(left.join(' ').replaceAll(/ +/g, ' ')).toBe(
			'50x12 is too small, 60x16 is needed. Ctrl+C leaves.',
		);
		terminal.resize(60, 16);
		await sees(terminal, /prod-db/);
		expect(terminal.lines()[14]).toContain('? help');
		terminal.type('q');
		expect(await terminal.exit).toBe(0);
	});
});

describe('while the workspace is read', () => {
	const opening = (program: Readonly<Record<string, unknown>>): TerminalProcess => {
		running = startInTerminal({
			program: bundle.program,
			env: {PROGRAM: JSON.stringify(program)},
		});
		return running;
	};

	test('a frame says so, and home follows', async () => {
		const terminal = opening({openMs: 800});
		await sees(terminal, /Reading the workspace/);
		expect(terminal.alternate()).toBe(true);
		await sees(terminal, /Example Health/);
		expect(terminal.text()).not.toContain('Reading the workspace');
		terminal.type('q');
		expect(await terminal.exit).toBe(0);
	});

	test.each([
		['SIGTERM', 143],
		['SIGHUP', 129],
		['SIGINT', 130],
	])('%s leaves at once with a clean terminal', async (signal, code) => {
		const terminal = opening({openMs: 60_000});
		await sees(terminal, /Reading the workspace/);
		terminal.kill(signal);
		expect(await terminal.exit).toBe(code);
		expect(terminal.alternate()).toBe(false);
		expect(terminal.cursorShown()).toBe(true);
	});

	test('trouble with it is told on the terminal as it was before', async () => {
		const terminal = opening({openMs: 300, openFails: true});
		expect(await terminal.exit).toBe(2);
		expect(terminal.alternate()).toBe(false);
		expect(terminal.text()).toContain('failed: The record is damaged.');
	});
});
