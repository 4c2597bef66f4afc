import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {freshBench} from '../helpers/program.js';

const bench = freshBench();
const hostile = '\u001b[31mRed\u001b]0;title\u0007 \u009b2J \u202ertl <b>&amp;</b> **x** =1+1';
/** What `init` takes as a name: all of it but what no name holds. */
const name = hostile.replace(/\p{Cc}/gu, '');
// eslint-disable-next-line no-control-regex -- control characters are just what must not be printed.
const obeyed = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe('text from anywhere', () => {
	test('no name, note or author reaches the terminal as a command to it', () => {
		const refused = bench.dbvet(['init', '.', '--yes', '--organisation', hostile]);
		expect(refused.code).toBe(2);
		expect(refused.err).not.toMatch(obeyed);
		const made = bench.dbvet(['init', '.', '--yes', '--organisation', name]);
		expect(made.out).toContain('Red');
		for (const args of [
			['status'],
			['doctor'],
			['target', 'list'],
			['history'],
			['check'],
			['status', '--json'],
			['history', '--json'],
			[hostile],
			['status', `--${hostile}`],
			['answer', hostile, 'yes'],
		]) {
			const {out, err} = bench.dbvet(args, {DBVET_USER: hostile});
			expect(made.out + out + err, args.join(' ')).not.toMatch(obeyed);
		}
		expect(bench.json<{organisation: string}>(['status']).organisation).toBe(name);
	});

	test.each([
		['--organisation', 121],
		['--prepared-by', 121],
		['--confidentiality', 61],
	])('%s of %i characters is told, and nothing is made', async (option, length) => {
		const args = ['init', '.', '--yes', '--organisation', 'X', option, 'x'.repeat(length)];
		const {code, err} = bench.dbvet(args);
		expect(err).toContain(option);
		expect(code).toBe(2);
		expect(await readdir(bench.folder)).toEqual([]);
	});

	test('a note longer than the record takes is told, and nothing is recorded', () => {
		bench.init();
		const args = ['answer', 'holds-card-data', 'no', '--note', 'x'.repeat(20_001)];
		const {code, err} = bench.dbvet(args);
		expect(err).toContain('dbvet evidence add');
		expect(code).toBe(2);
		expect(bench.dbvet(['history']).out).not.toContain('holds-card-data');
	});

	test('a document about it renders in every format', async () => {
		bench.init(`${name} ${'long '.repeat(10)}`);
		expect(bench.dbvet(['render', 'risk-assessment']).code).toBe(0);
		const html = await readFile(join(bench.folder, 'documents/risk-assessment.html'), 'utf8');
		expect(html).not.toContain('<b>&amp;</b>');
		expect(html).not.toContain('\u001b');
	});
});
