import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {openBench, program, type Bench} from '../helpers/program.js';
import {startInTerminal} from '../helpers/terminal.js';

const questionnaire = 'questionnaires/ours/questionnaire.yaml';
const profile = 'questionnaires/profiles/ours.yaml';

const ours = `id: ours
title: Ours
kind: database
intro: Ours.
sections: [{id: one, title: One}]
controls:
  - {id: our-drill, kind: database, title: The drill is held, severity: high, requirements: [B6]}
questions:
  - id: our-drill-asked
    section: one
    control: our-drill
    text: Was our own drill held this quarter?
    why: Because our customers want it so.
    how: {all: Look.}
    answer: {kind: yes-no}
`;
const policy = 'id: ours\nextends: startup\ntitle: Our policy\nmandatory: [our-drill]\n';

const message = `${profile}:4:1 unknown key "mandatry"; did you mean "mandatory"?`;
const said = `${questionnaire}:7:73 severity: expected critical | high | medium | low | info, found "huge"`;

let bench: Bench;
beforeEach(async () => {
	bench = await openBench();
	expect(bench.dbvet(['init', '.', '--yes', '--organisation', 'Example Ltd']).code).toBe(0);
	bench.dbvet(['target', 'add', 'prod', 'postgres://u@127.0.0.1:9/db']);
	await write(questionnaire, ours);
	await write(profile, policy);
	expect(bench.dbvet(['profile', 'set', 'ours', '--yes']).err).toBe('');
	bench.dbvet(['answer', 'our-drill-asked', 'yes', '--note', 'held <b>on</b> Monday | *so*']);
});
afterEach(() => bench.remove());

const write = async (path: string, text: string): Promise<void> => {
	await mkdir(dirname(join(bench.folder, path)), {recursive: true});
	await writeFile(join(bench.folder, path), text);
};

const spoil = async (): Promise<void> => {
	await write(profile, policy.replace('mandatory', 'mandatry'));
	await write(questionnaire, ours.replace('severity: high', 'severity: huge'));
};

describe('a workspace whose own files have mistakes', () => {
	test.each([
		[['status'], 0],
		[['status', '--json'], 0],
		[['assess', '--blank'], 0],
		[['history'], 0],
		[['target', 'list'], 0],
		[['target', 'add', 'other', '--kind', 'vendor'], 0],
		[['questionnaire', 'list'], 0],
		[['questionnaire', 'show', 'tls-required'], 0],
		[['questionnaire', 'coverage'], 0],
		[['profile', 'show', 'startup'], 0],
		[['evidence', 'list'], 0],
		[['render', '--format', 'md'], 0],
		[['answer', 'plaintext-refused', 'dont-know'], 0],
		[['probe', '--offline'], 3],
		[['doctor'], 3],
		[['check'], 2],
	] as const)('dbvet %j goes on, and names each file with line and column', async (args, code) => {
		await spoil();
		const result = bench.dbvet(args);
		expect(result.err).toContain(message);
		expect(result.err).toContain(said);
		expect(result.err).toContain('dbvet questionnaire lint');
		expect(result.out).not.toBe('');
		expect(result.code).toBe(code);
	});

	test('the JSON documents carry the same', async () => {
		await spoil();
		for (const args of [
			['status'],
			['check'],
			['questionnaire', 'list'],
			['questionnaire', 'coverage'],
			['profile', 'list'],
			['evidence', 'kinds'],
			['evidence', 'list'],
			['probe', '--offline'],
			['render', '--format', 'md'],
		]) {
			const {leftOut} = bench.json<{leftOut?: {file: string}[]}>(args);
			expect(
				leftOut?.map(o => o.file),
				args.join(' '),
			).toEqual([questionnaire, profile]);
		}
	});

	test('dbvet check does not pass, whatever is let through, and says why', async () => {
		await spoil();
		const args = ['check', '--fail-on', 'critical', '--max-unknown', '999'];
		const {pass, problems} = bench.json<{pass: boolean; problems: {kind: string; id: string}[]}>(
			args,
		);
		expect(pass).toBe(false);
		expect(problems.filter(p => p.kind === 'content').map(p => p.id)).toEqual([
			questionnaire,
			profile,
		]);
		expect(bench.dbvet(args).code).toBe(2);
	});

	test('nothing recorded is lost or hidden, and all of it counts again once the files are mended', async () => {
		const before = bench.dbvet(['status', '--json'], {DBVET_NOW: '2026-11-22T12:00:00Z'}).out;
		const recorded = await readFile(join(bench.folder, 'assessment.json'), 'utf8');
		await spoil();
		expect(bench.dbvet(['status']).out).toContain(
			'prod: answer our-drill-asked: yes (held <b>on</b> Monday | *so*)',
		);
		expect(bench.json<{unplaced: unknown[]}>(['status']).unplaced).toMatchObject([
			{kind: 'answer', id: 'our-drill-asked', targetName: 'prod'},
		]);
		const refused = bench.dbvet(['answer', 'our-drill-asked', 'no']);
		expect(refused.code).toBe(2);
		expect(refused.err).toContain(`It may stand in a file that is left out: ${questionnaire}`);
		await write(questionnaire, ours);
		await write(profile, policy);
		expect(await readFile(join(bench.folder, 'assessment.json'), 'utf8')).toBe(recorded);
		expect(bench.dbvet(['status', '--json'], {DBVET_NOW: '2026-11-22T12:00:00Z'}).out).toBe(before);
	});

	test('a document says it on the cover, in a chapter and at the foot, whatever its template says', async () => {
		await spoil();
		await write('templates/risk-assessment/template.md.hbs', '{{cover}}\n\n## Our own text\n');
		bench.dbvet(['render', 'risk-assessment']);
		const text = await readFile(join(bench.folder, 'documents/risk-assessment.md'), 'utf8');
		expect(text).toContain('- **Profiles:** ours (left out)');
		expect(text).toContain('- **Left out:** 2 files');
		expect(text.indexOf('## Left out of this document')).toBeLessThan(text.indexOf('## Our own'));
		expect(text).toContain(`${profile}:4:1`);
		expect(text).toContain('`our-drill-asked` recorded as yes (held \\<b\\>on\\</b\\> Monday');
		expect(text).toMatch(/content [0-9a-f]{12} \(incomplete\)/);
		const html = await readFile(join(bench.folder, 'documents/risk-assessment.html'), 'utf8');
		expect(html).toContain('held &lt;b&gt;on&lt;/b&gt; Monday');
		expect(html).not.toContain('<b>on</b>');
		await write(profile, policy);
		await write(questionnaire, ours);
		bench.dbvet(['render', 'risk-assessment', '--format', 'md']);
		const sound = await readFile(join(bench.folder, 'documents/risk-assessment.md'), 'utf8');
		expect(sound).not.toMatch(/left out|incomplete/i);
	});

	test.each([
		['names an unknown check', '    checks: [{check: tls-plaintxt-refused, role: required}]\n'],
		['names no check at all', ''],
	])('an override of a shipped control that %s changes nothing', async (_, checks) => {
		const state = () =>
			bench
				.json<{controls: {control: string}[]}>(['status'])
				.controls.find(({control}) => control === 'tls-required');
		const before = state();
		const hardening = 'questionnaires/hardening/questionnaire.yaml';
		await write(
			hardening,
			`id: hardening\ncontrols:\n  - id: tls-required\n    kind: database\n    title: Ours\n    severity: low\n    requirements: [B13]\n    risks: [interception]\n${checks}`,
		);
		const linted = bench.dbvet(['questionnaire', 'lint']);
		expect(linted.code).toBe(2);
		expect(linted.out).toContain('"tls-required" leaves out');
		for (const args of [['status'], ['doctor'], ['questionnaire', 'list'], ['profile', 'list']])
			expect(bench.dbvet(args).err, args.join(' ')).toContain(`${hardening}:`);
		expect(state()).toEqual(before);
		expect(bench.dbvet(['check', '--fail-on', 'critical', '--max-unknown', '999']).code).toBe(2);
	});

	test.each([
		[80, 24],
		[120, 40],
	])('the terminal UI opens at %d x %d and says it', async (columns, rows) => {
		await spoil();
		const terminal = startInTerminal({
			program,
			args: ['--workspace', bench.folder],
			columns,
			rows,
			env: {DBVET_USER: 'Test Author'},
		});
		try {
			const slow = {timeout: 15_000, interval: 20};
			await expect.poll(terminal.text, slow).toContain('2 own files left out');
			expect(terminal.text()).toContain('In force and left out: ours.');
			expect(terminal.text()).toContain(`${questionnaire}:7:73`);
			terminal.type('f');
			await expect.poll(terminal.text, slow).toMatch(/Findings/);
			expect(terminal.text()).toContain('2 own files left out');
			terminal.type('q');
			expect(await terminal.exit).toBe(0);
		} finally {
			await terminal.close();
		}
	});
});

test('hostile texts of a broken file do not reach the terminal', async () => {
	await write(profile, 'id: ours\nextends: startup\n"\\e[2J\\u202Ekey": 1\n');
	for (const args of [['status'], ['check'], ['doctor'], ['questionnaire', 'lint', '.']]) {
		const {out, err} = bench.dbvet(args);
		expect(out + err).toContain('\\u{1b}[2J\\u{202e}key');
		// eslint-disable-next-line no-control-regex -- an escape character is just what must not be there.
		expect(out + err).not.toMatch(/[\u001b\u202e]/);
	}
});
