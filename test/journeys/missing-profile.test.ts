import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {freshBench, program} from '../helpers/program.js';
import {startInTerminal} from '../helpers/terminal.js';

const profile = 'questionnaires/profiles/ours.yaml';
const bench = freshBench();

beforeEach(async () => {
	bench.init();
	bench.dbvet(['target', 'add', 'prod', 'postgres://u@127.0.0.1:9/db']);
	await mkdir(join(bench.folder, 'questionnaires/profiles'), {recursive: true});
	await writeFile(join(bench.folder, profile), 'id: ours\nextends: startup\ntitle: Our policy\n');
	expect(bench.dbvet(['profile', 'set', 'ours', '--yes']).err).toBe('');
});

describe('a workspace whose profile in force is gone', () => {
	const sentence = 'The profile ours is in force and is in no file of the content';
	const lose = (): Promise<void> => rm(join(bench.folder, profile));

	test.each([
		[['status'], 0],
		[['status', '--json'], 0],
		[['assess', '--blank'], 0],
		[['answer', 'plaintext-refused', 'dont-know'], 0],
		[['render', '--format', 'md'], 0],
		[['vendors', 'compare'], 0],
		[['probe', '--offline'], 3],
		[['doctor'], 3],
		[['check'], 2],
	] as const)('dbvet %j goes on, and says which and what to do', async (args, code) => {
		bench.dbvet(['target', 'add', 'one', '--kind', 'vendor']);
		await lose();
		const result = bench.dbvet(args);
		expect(result.err).toContain(sentence);
		expect(result.err).toContain(
			'Bring back questionnaires/profiles/ours.yaml, or let others hold',
		);
		expect(result.code).toBe(code);
	});

	test('the strictest of all others counts, check stops, and the JSON and doctor name it', async () => {
		await lose();
		const {missingProfiles, controls} = bench.json<{
			missingProfiles: string[];
			controls: {requirement: string; control: string}[];
		}>(['status']);
		expect(missingProfiles).toEqual(['ours']);
		bench.dbvet(['profile', 'set', 'startup,regulated,legacy-migration,multi-tenant', '--yes']);
		const all = bench.json<{controls: typeof controls; missingProfiles?: unknown}>(['status']);
		expect(all.missingProfiles).toBeUndefined();
		const wanted = (list: typeof controls) => list.map(c => `${c.control} ${c.requirement}`);
		expect(wanted(controls)).toEqual(wanted(all.controls));
	});

	test('check, doctor and a document say it, and profile set mends it', async () => {
		await lose();
		const {problems} = bench.json<{problems: {kind: string; id: string}[]}>(['check']);
		expect(problems).toContainEqual(
			expect.objectContaining({kind: 'content', severity: 'critical', id: 'profile ours'}),
		);
		const {lines} = bench.json<{lines: {what: string; result: string; text: string}[]}>(['doctor']);
		expect(lines.filter(l => l.result === 'wrong').map(l => l.what)).toEqual(['profiles']);
		bench.dbvet(['render', 'risk-assessment', '--format', 'md']);
		const text = await readFile(join(bench.folder, 'documents/risk-assessment.md'), 'utf8');
		expect(text).toContain('- **Profiles:** ours (missing)');
		expect(text).toContain('- **Left out:** the profile ours, which stands in no file');
		expect(text).toContain(sentence);
		const mended = bench.dbvet(['profile', 'set', 'startup', '--yes']);
		expect(mended.code).toBe(0);
		expect(mended.out).toContain('In force: startup.');
		expect(bench.dbvet(['status']).err).toBe('');
	});

	test('a profile of one target alone does the same', async () => {
		bench.dbvet(['profile', 'set', 'startup', '--yes']);
		bench.dbvet(['profile', 'set', 'ours', '--target', 'prod', '--yes']);
		await lose();
		expect(bench.dbvet(['check']).code).toBe(2);
		expect(bench.dbvet(['profile', 'set', 'startup', '--target', 'prod', '--yes']).code).toBe(0);
		expect(bench.dbvet(['status']).err).toBe('');
	});

	test('the terminal UI opens, says it, and lets another profile hold', async () => {
		await lose();
		const terminal = startInTerminal({
			program,
			args: ['--workspace', bench.folder],
			columns: 80,
			rows: 24,
			env: {DBVET_USER: 'Test Author'},
		});
		try {
			const slow = {timeout: 15_000, interval: 20};
			await expect.poll(terminal.text, slow).toContain('In force and in no file: ours.');
			terminal.type('P');
			await expect.poll(terminal.text, slow).toContain('[ ] ');
			terminal.type(' ');
			await expect.poll(terminal.text, slow).toContain('Enter makes this change');
			terminal.type('\r');
			await expect.poll(terminal.text, slow).not.toContain('in no file');
			terminal.type('q');
			expect(await terminal.exit).toBe(0);
		} finally {
			await terminal.close();
		}
	});
});
