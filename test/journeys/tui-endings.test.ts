import {describe, expect, test} from 'vitest';
import type {TerminalProcess} from '../helpers/terminal.js';
import {enter, sees, tuiProcess} from '../helpers/tui-process.js';

const tui = tuiProcess();

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
		const terminal = await tui.start();
		expect(terminal.alternate()).toBe(true);
		expect(terminal.cursorShown()).toBe(false);
		terminal.type('q');
		await clean(terminal, 0);
		expect(terminal.text()).toContain('left: quit 0');
		expect(terminal.text()).not.toContain('Example Health');
	});

	test('Ctrl+C, also while a note is typed', async () => {
		const terminal = await tui.start();
		terminal.type(`j${enter}`);
		await sees(terminal, /Does the server refuse/);
		terminal.type('nabc');
		await sees(terminal, /abc▏/);
		terminal.type('\u0003');
		await clean(terminal, 130);
		expect(terminal.text()).toContain('left: interrupted 130');
	});

	test('Ctrl+C in the middle of a slow save: what was begun is finished', async () => {
		const terminal = await tui.start({saveMs: 600});
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
		const terminal = await tui.start();
		terminal.kill(signal);
		await clean(terminal, code);
		expect(terminal.text()).toContain(`left: signal ${code}`);
	});

	test('a bug in a key handler', async () => {
		const terminal = await tui.start({crash: 'key'});
		terminal.type(`j${enter}`);
		await sees(terminal, /Does the server refuse/);
		terminal.type(`3${enter}`);
		await clean(terminal, 70);
		expect(terminal.text()).toContain('failed: a bug in a key handler');
	});

	test('a bug while drawing', async () => {
		const terminal = await tui.start({crash: 'draw'});
		terminal.type(`j${enter}`);
		await sees(terminal, /Does the server refuse/);
		terminal.type(`3${enter}`);
		await clean(terminal, 70);
		expect(terminal.text()).toContain('failed: ');
	});

	test('a bug while saving', async () => {
		const terminal = await tui.start({crash: 'save'});
		terminal.type(`j${enter}`);
		await sees(terminal, /Does the server refuse/);
		terminal.type(`3${enter}`);
		await clean(terminal, 70);
		expect(terminal.text()).toContain('failed: a bug while saving');
	});

	test('a bug somewhere else: Node tells it on the screen that was there before', async () => {
		const terminal = await tui.start({crash: 'timer'});
		await clean(terminal, 1);
		expect(terminal.text()).toContain('a bug in a timer');
	});
});
