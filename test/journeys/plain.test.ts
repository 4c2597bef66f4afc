import {afterEach, beforeEach, expect, test} from 'vitest';
import {openBench, program, type Bench} from '../helpers/program.js';
import {startInTerminal, type TerminalProcess} from '../helpers/terminal.js';

const slow = {timeout: 20_000, interval: 20};
const enter = '\r';
let bench: Bench;
let terminal: TerminalProcess;

const start = (args: readonly string[], env: Record<string, string> = {}): void => {
	terminal = startInTerminal({
		program,
		args: ['--workspace', bench.folder, '--by', 'Ada', ...args],
		rows: 40,
		env,
	});
};
const sees = async (text: string | RegExp): Promise<void> => {
	await expect.poll(terminal.text, slow).toMatch(text);
};
/** Values of the answers on disk by question, in the order of the history. */
const answers = (): unknown[] =>
	bench
		.json<{entries: {kind: string; key: string; after: {value: unknown; note?: string}}[]}>([
			'history',
		])
		.entries.filter(e => e.kind === 'answer')
		.map(e => [e.key.split('/')[1], e.after.value, ...(e.after.note ? [e.after.note] : [])]);

beforeEach(async () => {
	bench = await openBench();
	const init = ['init', '.', '--yes', '--organisation', 'Example Ltd', '--profile', 'regulated'];
	expect(bench.dbvet(init).code).toBe(0);
	const url = 'postgres://dbvet@127.0.0.1:5432/db';
	expect(bench.dbvet(['target', 'add', 'prod', url]).code).toBe(0);
});
afterEach(async () => {
	await terminal.close();
	await bench.remove();
});

test('answers, a reason, a note, a day, a number out of range, back and stop', async () => {
	start(['assess', '--plain', '--target', 'prod']);
	await sees(/Question 1 of \d+\. .+\?[\s\S]+1 Yes, 2 Partly, 3 No, 4 Don't know/);
	terminal.type(`9${enter}`);
	await sees(/Type a number from 1 to 5/);
	terminal.type(`\u007F5${enter}`);
	await sees(/Why does it not apply\?/);
	terminal.type(enter);
	await sees(/A reason is needed/);
	terminal.type(`A lab${enter}`);
	await sees(/Question 2 of/);
	expect(answers()).toEqual([['plaintext-refused', 'not-applicable', 'A lab']]);
	terminal.type(`b${enter}`);
	await sees(/Answered not-applicable by Ada\./);
	terminal.type(`1${enter}`);
	await sees(/Saved\.[\s\S]+Saved\.[\s\S]+Question 2 of/);
	terminal.type(`3${enter}`);
	await sees(/Note \(Enter for none\):/);
	terminal.type(`old client${enter}`);
	await sees(/Question 3 of/);
	terminal.type(`1${enter}`);
	await sees(/Question 4 of[\s\S]+Type a day, such as 2026-06-30/);
	terminal.type(`30 June${enter}`);
	await sees(/> .*30 June/);
	terminal.type(`${'\u007F'.repeat(7)}2027-06-30${enter}`);
	await sees(/Question 5 of/);
	terminal.type(`q${enter}`);
	expect(await terminal.exit).toBe(0);
	expect(terminal.text()).toContain('Stopped. Everything you answered is saved.');
	expect(answers()).toEqual([
		['plaintext-refused', 'not-applicable', 'A lab'],
		['plaintext-refused', 'yes'],
		['old-protocols-off', 'no', 'old client'],
		['certificate-verifiable', 'yes'],
		['server-certificate-expiry', '2027-06-30'],
	]);
});

test('goes to a section, lists the answers, and Ctrl+C says that all is saved', async () => {
	start([], {ACCESSIBLE: '1'});
	await sees(/Question 1 of/);
	terminal.type(`b${enter}`);
	await sees(/This is the first question\./);
	terminal.type(`g${enter}`);
	await sees(/1 organisation, What you hold: [\s\S]+\d+ prod, .+: \d+ open[\s\S]+Section:/);
	const place = /(\d+) prod, Encryption in transit/.exec(terminal.text())?.[1] ?? 'missing';
	terminal.type(`${place}${enter}`);
	await sees(/prod, Encryption in transit\. \d+ open, about .+\s+Question/);
	terminal.type(`1${enter}`);
	await sees(/Saved\./);
	terminal.type(`l${enter}`);
	await sees(/ open\.[\s\S]+Answer:/);
	terminal.type('\u0003');
	expect(await terminal.exit).toBe(130);
	expect(terminal.text()).toContain('Stopped. Everything you answered is saved.');
	expect(terminal.raw()).toMatch(/encrypted\? yes\.|\byes\.\r/);
	expect(answers()).toEqual([['plaintext-refused', 'yes']]);
});
