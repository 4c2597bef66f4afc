import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {freshBench} from '../helpers/program.js';

const bench = freshBench();

test("init never touches a folder that has a workspace, or a stranger's assessment.json", async () => {
	bench.init();
	const before = await readFile(join(bench.folder, 'assessment.json'), 'utf8');
	expect(bench.dbvet(['init', '.', '--yes', '--organisation', 'Other']).code).toBe(2);
	expect(await readFile(join(bench.folder, 'assessment.json'), 'utf8')).toBe(before);
	await mkdir(join(bench.folder, 'other'));
	await writeFile(join(bench.folder, 'other/assessment.json'), '{"my":"own"}');
	expect(bench.dbvet(['init', 'other', '--yes', '--organisation', 'Other']).code).toBe(2);
	expect(await readFile(join(bench.folder, 'other/assessment.json'), 'utf8')).toBe('{"my":"own"}');
});

test.each([
	['truncated', (text: string) => text.slice(0, text.length / 2)],
	['empty', () => ''],
	['not ours', () => '{"hello":"world"}'],
	['a newer version', (text: string) => text.replace('dbvet/assessment@1', 'dbvet/assessment@99')],
])('an assessment.json that is %s: a clear error, nothing touched', async (_, spoil) => {
	bench.init();
	const path = join(bench.folder, 'assessment.json');
	const spoiled = spoil(await readFile(path, 'utf8'));
	await writeFile(path, spoiled);
	const {code, err} = bench.dbvet(['status']);
	expect(code).toBe(2);
	expect(err).toContain('assessment.json');
	expect(await readFile(path, 'utf8')).toBe(spoiled);
});

test('a lost assessment.json is rebuilt with the same bytes', async () => {
	bench.init();
	const path = join(bench.folder, 'assessment.json');
	const before = await readFile(path, 'utf8');
	await rm(path);
	expect(bench.dbvet(['status']).code).toBe(0);
	expect(await readFile(path, 'utf8')).toBe(before);
});
