import {mkdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {freshBench, program} from '../helpers/program.js';
import {startInTerminal} from '../helpers/terminal.js';

const slow = {timeout: 20_000, interval: 20};
const bench = freshBench(fresh => {
	fresh.init();
	expect(fresh.dbvet(['target', 'add', 'prod', 'postgres://dbvet@127.0.0.1/db']).code).toBe(0);
});

type Status = {
	readonly left: {readonly questions: number};
	readonly targets: readonly {
		readonly name: string;
		readonly fresh: number;
		readonly dormant: number;
		readonly optional: number;
	}[];
};
const status = (): Status => bench.json<Status>(['status']);
const profiles = (): unknown =>
	bench
		.json<{profiles: readonly {id: string; inForce: boolean}[]}>(['profile', 'list'])
		.profiles.filter(p => p.inForce)
		.map(p => p.id);

describe('changing the profile', () => {
	test('shows everything first, changes nothing without --yes, and is kept in the history', () => {
		expect(bench.dbvet(['answer', 'last-restore-drill', '2026-01-10']).code).toBe(0);
		const asked = bench.dbvet(['profile', 'set', 'regulated'], {
			DBVET_NOW: '2026-11-22T12:00:00Z',
		});
		expect(asked.code).toBe(2);
		expect(asked.out).toMatch(/controls become mandatory/);
		expect(asked.out).toContain('restore-drill-days: 365 -> 90');
		expect(asked.out).toMatch(/questions are asked in addition/);
		expect(asked.out).toMatch(/1 answer says something else\n {2}prod: .+ met -> (partly|not-met)/);
		expect(asked.err).toContain('Nothing was changed: without a terminal this needs --yes.');
		expect(profiles()).toEqual(['startup']);

		const before = status().left.questions;
		expect(bench.dbvet(['profile', 'set', 'regulated,multi-tenant', '--yes']).code).toBe(0);
		expect(profiles()).toEqual(['regulated', 'multi-tenant']);
		expect(status().left.questions).toBeGreaterThan(before);
		expect(bench.dbvet(['history']).out).toContain('profiles startup -> regulated, multi-tenant');
		expect(bench.dbvet(['profile', 'set', 'regulated,multi-tenant']).out).toContain(
			'These profiles hold already.',
		);
	});

	test('speaks for one target, and refuses what does not exist', () => {
		expect(bench.dbvet(['profile', 'set', 'regulated', '--target', 'prod', '--yes']).code).toBe(0);
		expect(profiles()).toEqual(['startup']);
		expect(bench.dbvet(['profile', 'set', 'startup', '--target', 'prod']).out).toMatch(
			/^regulated -> startup for prod/,
		);
		const wrong = bench.dbvet(['profile', 'set', 'regulatd', '--yes']);
		expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('Did you mean regulated')]);
	});

	test('asks on a terminal, and no is no', async () => {
		const terminal = startInTerminal({
			program,
			args: ['--workspace', bench.folder, 'profile', 'set', 'multi-tenant'],
			rows: 40,
		});
		await expect.poll(terminal.text, slow).toContain('Make this change?');
		terminal.type('n\r');
		await expect.poll(terminal.text, slow).toContain('Nothing was changed.');
		expect(await terminal.exit).toBe(0);
		expect(profiles()).toEqual(['startup']);
	});

	test('is one key away from home, and made with Enter after it was shown', async () => {
		const terminal = startInTerminal({
			program,
			args: ['--workspace', bench.folder],
			columns: 140,
			rows: 24,
		});
		await expect.poll(terminal.text, slow).toContain('P profile');
		expect(terminal.text()).toMatch(/Left +\d+ questions, about \d+ minutes/);
		terminal.type('P');
		await expect.poll(terminal.text, slow).toMatch(/\[x\] Startup +in force/);
		terminal.type(' ');
		await expect.poll(terminal.text, slow).toContain('Enter makes this change');
		expect(terminal.text()).toContain('controls become mandatory');
		terminal.type('\r');
		await expect.poll(terminal.text, slow).toMatch(/In force now: .*regulated/);
		terminal.type('q');
		expect(await terminal.exit).toBe(0);
		expect(profiles()).toEqual(expect.arrayContaining(['regulated', 'startup']));
	});
});

describe('what is left, new and dormant', () => {
	test('questions of a content that came later are new, also after assessment.json is gone', async () => {
		expect(status().targets.map(t => t.fresh)).toEqual([0, 0]);
		const folder = join(bench.folder, 'questionnaires/hardening');
		await mkdir(folder, {recursive: true});
		await writeFile(
			join(folder, 'questionnaire.yaml'),
			`id: hardening
questions:
  - id: our-own-question
    section: encryption-in-transit
    control: tls-required
    text: Has our own team seen a plaintext login refused?
    why: Because nobody believes it otherwise.
    how: {all: Try it with psql.}
    answer: {kind: yes-no}
`,
		);
		const linted = bench.dbvet(['questionnaire', 'lint', '.']);
		expect(linted.out).toMatch(/^0 errors/m);
		const fresh = () => status().targets.find(t => t.name === 'prod')?.fresh;
		expect(fresh()).toBe(1);
		expect(bench.dbvet(['status']).out).toContain('1 of them is new since the questions');
		// Noting the new content with the next change does not make the question old.
		expect(bench.dbvet(['answer', 'plaintext-refused', 'yes']).code).toBe(0);
		await rm(join(bench.folder, 'assessment.json'));
		expect(fresh()).toBe(1);
		expect(bench.dbvet(['history']).out).toContain('1 question came with new content');
		expect(bench.dbvet(['answer', 'our-own-question', 'yes']).code).toBe(0);
		expect(fresh()).toBe(0);
	});

	test('an answer whose condition turns false is kept, and it is said', () => {
		for (const [question, value] of [
			['holds-personal-data', 'yes'],
			['serves-eu-customers', 'yes'],
			['holds-personal-data', 'no'],
		] as const)
			expect(bench.dbvet(['answer', question, value]).code).toBe(0);
		expect(bench.dbvet(['status']).out).toContain('1 answer is kept but dormant');
		expect(bench.dbvet(['answer', 'holds-personal-data', 'yes']).code).toBe(0);
		expect(bench.dbvet(['status']).out).not.toContain('dormant');
	});

	test('a blank file holds what is due, --all the rest, and comes back', async () => {
		const blank = bench.dbvet(['assess', '--blank']).out;
		const all = bench.dbvet(['assess', '--blank', '--all']).out;
		expect(blank).toContain('    plaintext-refused:');
		expect(blank).not.toContain('    mutual-tls:');
		expect(all).toContain('    mutual-tls:');
		const file = join(bench.folder, 'answers.yaml');
		await writeFile(file, all.replace('    mutual-tls:', '    mutual-tls: no'));
		expect(bench.dbvet(['assess', '--answers', file]).out).toContain('1 new or changed');
		const {controls} = bench.json<{controls: {control: string; state: string}[]}>(['status']);
		// Nobody asked, and it counts all the same.
		expect(controls.find(c => c.control === 'client-certificates')?.state).toBe('not-met');
	});
});
