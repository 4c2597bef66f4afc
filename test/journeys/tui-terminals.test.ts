import {describe, expect, test} from 'vitest';
import {enter, sees, tuiProcess} from '../helpers/tui-process.js';

const tui = tuiProcess();

describe('terminals that can do less', () => {
	test('without UTF-8 nothing but ASCII is written', async () => {
		const terminal = await tui.start({}, {env: {LANG: 'C'}});
		terminal.type(`j${enter}`);
		await sees(terminal, /> Yes, for everyone/);
		await sees(terminal, /x user app, database shop/);
		// eslint-disable-next-line no-control-regex -- all of ASCII is meant.
		expect(terminal.raw()).toMatch(/^[\x00-\x7f]*$/);
	});

	test('without colour the mark and the signs are still there', async () => {
		const terminal = await tui.start({}, {env: {FORCE_COLOR: '0', NO_COLOR: '1'}});
		terminal.type('j');
		await sees(terminal, /▸ prod-db/);
		// eslint-disable-next-line no-control-regex -- colour codes begin with the escape character.
		expect(terminal.raw()).not.toMatch(/\u001B\[\d+(;\d+)*m/);
	});

	test('CI in the environment of a person at a terminal', async () => {
		const terminal = await tui.start({}, {env: {CI: 'true', CONTINUOUS_INTEGRATION: '1'}});
		terminal.type('q');
		expect(await terminal.exit).toBe(0);
	});

	test('a window that shrinks while nothing happens', async () => {
		const terminal = await tui.start({}, {columns: 120, rows: 40});
		terminal.resize(50, 12);
		await sees(terminal, /50x12 is too small[^]*leaves\./);
		// Nothing of the larger screen is left behind, and the sentence is whole: it says which size would do.
		const left = terminal.lines().filter(l => l !== '');
		expect(left.join(' ').replaceAll(/ +/g, ' ')).toBe(
			'50x12 is too small, 60x16 is needed. Ctrl+C or q leaves.',
		);
		terminal.resize(60, 16);
		await sees(terminal, /prod-db/);
		expect(terminal.lines()[14]).toContain('? help');
		terminal.type('q');
		expect(await terminal.exit).toBe(0);
	});

	test('function keys with Ctrl, Shift and Alt in the middle of a note', async () => {
		const terminal = await tui.start();
		terminal.type(`j${enter}n`);
		await sees(terminal, /▏/);
		for (const held of [2, 3, 4, 5, 6, 7, 8]) {
			const letters = ['P', 'Q', 'R', 'S'].map(last => `\u001B[1;${held}${last}`);
			const numbers = [11, 15, 24, 25, 34].map(n => `\u001B[${n};${held}~`);
			terminal.type(`${held}${[...letters, ...numbers].join('')}`);
		}
		terminal.type('\u001B[200~ \u001B[31mred\u001B[0m\u001B[201~');
		await sees(terminal, /2345678 red▏/);
		terminal.type(enter);
		await sees(terminal, /saved with the answer/);
		terminal.type('\u0003');
		expect(await terminal.exit).toBe(130);
	});
});
