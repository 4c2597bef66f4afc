import {describe, expect, test} from 'vitest';
import {enter, sees, seesFooterOn, tuiProcess} from '../helpers/tui-process.js';

const tui = tuiProcess();

describe('a person', () => {
	test('answers five questions of every kind, with a resize in the middle', async () => {
		const terminal = await tui.start();
		terminal.type(`j${enter}`);
		await sees(terminal, /Does the server refuse/);
		terminal.type(`3${enter}`);
		await sees(terminal, /Which clients still connect/);
		// Words are wanted, and typed at once.
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
		await seesFooterOn(terminal, 22);
		terminal.type(`s`);
		await sees(terminal, /For how many days/);
		terminal.type(`35${enter}`);
		await sees(terminal, /When was a backup last/);
		terminal.type(`2026-10-01${enter}`);
		await sees(terminal, /Who answers for this database/);
		await sees(terminal, /2 left, 1 min · saved \d\d:\d\d/);
		expect(terminal.text().match(/Who answers for this database/g)).toHaveLength(1);
		// Out of the field first: there q is a letter.
		terminal.type('\tq');
		expect(await terminal.exit).toBe(0);
		expect(terminal.raw()).toContain(
			'answer plaintext-refused none; answer plaintext-who the old batch job; answer tls-version yes; answer backup-retention 35; answer restore-drill 2026-10-01',
		);
	});

	test('probes, watches it happen, sees the contradiction and resolves it', async () => {
		const terminal = await tui.start({stepMs: 20});
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
		const terminal = await tui.start({failFirst: 1});
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
		const terminal = await tui.start({stepMs: 120});
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
