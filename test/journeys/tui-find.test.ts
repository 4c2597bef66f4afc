import {describe, expect, test} from 'vitest';
import {enter, sees, tuiProcess} from '../helpers/tui-process.js';

const tui = tuiProcess();
const escape = '\u001B';
const ctrl = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) - 96);

describe('a person who looks for something', () => {
	test('finds a command by its words, and the palette remembers it', async () => {
		const terminal = await tui.start();
		terminal.type(':');
		await sees(terminal, /Commands[\s\S]*Go to the findings +f/);
		terminal.type('find');
		await sees(terminal, /▸ Go to the findings/);
		terminal.type(enter);
		await sees(terminal, /^ Findings/);
		terminal.type(ctrl('o'));
		await sees(terminal, /Next/);
		terminal.type(ctrl('p'));
		await sees(terminal, /▸ Go to the findings +used before · f/);
		terminal.type(escape);
		await sees(terminal, /Next/);
		terminal.type('q');
		expect(await terminal.exit).toBe(0);
	});

	test('searches everything, goes there, and comes back to where they were', async () => {
		const terminal = await tui.start();
		terminal.type('f');
		await sees(terminal, /needs attention/);
		terminal.type('/superuser');
		await sees(terminal, /Questions \(\d\)[\s\S]*Findings \(\d\)[\s\S]*Controls \(\d\)/);
		await sees(terminal, /▸ \? unknown +prod-db +Do applications log in/);
		terminal.type(enter);
		await sees(terminal, /prod-db › Accounts and rights/);
		terminal.type('/superuser');
		await sees(terminal, /Checks/);
		terminal.type(`${escape}[B${escape}[B${enter}`);
		await sees(terminal, /^ Findings[\s\S]*everything/);
		terminal.type(escape);
		await sees(terminal, /prod-db › Accounts and rights/);
		terminal.type(escape);
		await sees(terminal, /needs attention/);
		terminal.type('q');
		expect(await terminal.exit).toBe(0);
	});

	test('takes an answer back, has it again, and sees both in the history', async () => {
		const terminal = await tui.start();
		terminal.type(`j${enter}`);
		await sees(terminal, /Does the server refuse/);
		terminal.type(`3${enter}`);
		await sees(terminal, /Which clients still connect/);
		terminal.type('\tu');
		await sees(terminal, /Undone: prod-db · Does the server refuse/);
		terminal.type(ctrl('r'));
		await sees(terminal, /Done again: prod-db/);
		terminal.type('H');
		await sees(terminal, /History +prod-db, this answer · everybody · 3 changes/);
		await sees(terminal, /\(undone\)/);
		await sees(terminal, /After +No/);
		terminal.type('u');
		await sees(terminal, /Undone: prod-db/);
		await sees(terminal, /4 changes/);
		terminal.type('q');
		expect(await terminal.exit).toBe(0);
		expect(terminal.raw()).toContain('answer plaintext-refused none; undo; redo; undo');
	});

	test('without UTF-8 every sign has its stand-in', async () => {
		const terminal = await tui.start({}, {env: {LANG: 'C', LC_ALL: 'C'}});
		terminal.type('/superuser');
		await sees(terminal, /> \? unknown/);
		terminal.type(escape);
		await sees(terminal, /Next/);
		terminal.type(':go');
		await sees(terminal, /> Go to the probes/);
		terminal.type(escape);
		await sees(terminal, /Next/);
		terminal.type('H');
		await sees(terminal, /Nothing to show/);
		// eslint-disable-next-line no-control-regex -- what is beyond ASCII is just what is looked for.
		expect(terminal.text()).not.toMatch(/[^\x00-\x7f]/);
		terminal.type('q');
		expect(await terminal.exit).toBe(0);
	});
});
