import {describe, expect, test} from 'vitest';
import {hasTakenScreen, sees, tuiProcess} from '../helpers/tui-process.js';

const tui = tuiProcess();

test('keys that are pressed before the first frame are not lost', async () => {
	const terminal = tui.open();
	await hasTakenScreen(terminal);
	terminal.type('?');
	await sees(terminal, /Leave at once|more lines/);
});

describe('while the workspace is read', () => {
	test('a frame says so, and home follows', async () => {
		const terminal = tui.open({openMs: 800});
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
		const terminal = tui.open({openMs: 60_000});
		await sees(terminal, /Reading the workspace/);
		terminal.kill(signal);
		expect(await terminal.exit).toBe(code);
		expect(terminal.alternate()).toBe(false);
		expect(terminal.cursorShown()).toBe(true);
	});

	test('trouble with it is told on the terminal as it was before', async () => {
		const terminal = tui.open({openMs: 300, openFails: true});
		expect(await terminal.exit).toBe(2);
		expect(terminal.alternate()).toBe(false);
		expect(terminal.text()).toContain('failed: The record is damaged.');
	});
});
