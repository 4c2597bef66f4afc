import {existsSync} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {openBench, type Bench} from '../helpers/program.js';

let bench: Bench;
beforeEach(async () => {
	bench = await openBench();
	bench.dbvet(['init', '.', '--yes', '--organisation', 'Example', '--profile', 'startup']);
	bench.dbvet(['target', 'add', 'prod', 'postgres://d@127.0.0.1:1/x']);
	await mkdir(join(bench.folder, 'templates/risk-assessment'), {recursive: true});
});
afterEach(() => bench.remove());

test.each([
	['document.yaml', 'title: [broken\n', /risk-assessment\/document\.yaml:\d+/],
	['template.md.hbs', '# {{#if}}\n', /risk-assessment\/template\.md\.hbs:\d+/],
])(
	'a broken %s keeps its own document from being written, and no other',
	async (name, text, said) => {
		await writeFile(join(bench.folder, 'templates/risk-assessment', name), text);
		const run = bench.dbvet(['render', '--format', 'md']);
		expect(run.code).toBe(2);
		expect(run.err).toMatch(said);
		expect(run.err).toContain('The other documents were written to');
		expect(existsSync(join(bench.folder, 'documents/security-baseline-prod.md'))).toBe(true);
		expect(existsSync(join(bench.folder, 'documents/risk-assessment.md'))).toBe(false);
		expect(bench.dbvet(['render', 'security-baseline', '--format', 'md']).code).toBe(0);
		expect(bench.dbvet(['status']).code).toBe(0);
	},
);

test('doctor says what render would stumble over', async () => {
	const file = join(bench.folder, 'templates/risk-assessment/template.md.hbs');
	const templates = (): unknown =>
		bench
			.json<{lines: {what: string; result: string; text: string}[]}>(['doctor'])
			.lines.find(line => line.what === 'templates');
	expect(templates()).toMatchObject({result: 'ok'});
	await writeFile(file, '# Risks\n{{#each');
	expect(templates()).toMatchObject({
		result: 'wrong',
		text: expect.stringContaining('risk-assessment/template.md.hbs:2: found') as unknown,
	});
});
