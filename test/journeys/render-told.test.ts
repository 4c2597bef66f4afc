import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {freshBench} from '../helpers/program.js';

const bench = freshBench();
const written = (): Promise<readonly string[]> => readdir(join(bench.folder, 'documents'));

test('a document asked for by name that has nothing to be about is told, after the others', async () => {
	bench.init();
	const named = ['security-baseline', 'risk-assessment'];
	const {code, err} = bench.dbvet(['render', ...named, '--format', 'md']);
	expect(code).toBe(2);
	expect(err).toContain('No security-baseline was written: there is no database');
	expect(err).toContain('The other documents were written to');
	expect(await written()).toEqual(['risk-assessment.md']);
});

test('where none is named, a workspace without a database gets what there is', async () => {
	bench.init();
	const {code, err} = bench.dbvet(['render', '--format', 'md']);
	expect(err).toBe('');
	expect(code).toBe(0);
	expect(await written()).toEqual(['risk-assessment.md']);
});

test('characters that the fonts of the PDF lack are told once, with what shows them', async () => {
	bench.init('漢字数据库有 Ltd');
	const url = 'postgres://dbvet@127.0.0.1:5432/db';
	expect(bench.dbvet(['target', 'add', 'prod', url]).code).toBe(0);
	const {code, err} = bench.dbvet(['render']);
	expect(code).toBe(0);
	expect(err.trim().split('\n')).toEqual([
		'risk-assessment.pdf, security-baseline-prod.pdf: the fonts of the PDF have no 漢 字 数 据 库 and 1 more character, and a number such as [U+6F22] stands in place of each. HTML and Markdown show them.',
	]);
	const html = await readFile(join(bench.folder, 'documents/risk-assessment.html'), 'utf8');
	expect(html).toContain('漢字数据库有 Ltd');
	expect(bench.dbvet(['render', '--format', 'md,html']).err).toBe('');
});

test('nothing is told of letters that the fonts have', () => {
	bench.init('Łódź Ωmega Привет & Søn');
	expect(bench.dbvet(['render', '--format', 'pdf']).err).toBe('');
});
