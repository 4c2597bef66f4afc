import {chmod, cp, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import {contentOf} from '../helpers/workspace-samples.js';
import {freshBench} from '../helpers/program.js';

const example = fileURLToPath(new URL('../../evidence/example/', import.meta.url));
const env = {DBVET_NOW: '2026-11-22T12:00:00Z'};
const bench = freshBench(({folder}) => cp(example, folder, {recursive: true}));
const history = (): string => join(bench.folder, 'history/w-3b1de46b.jsonl');

type Report = {
	readonly sound: boolean;
	readonly head?: string;
	readonly faults: readonly {readonly place: string; readonly found: string}[];
	readonly given?: {readonly head: string; readonly standing: string; readonly added?: number};
	readonly cannotTell: readonly string[];
};

const verify = (...args: readonly string[]): Report => bench.json<Report>(['verify', ...args], env);

const inDocument = async (): Promise<string> => {
	const {code, err} = bench.dbvet(['render', 'risk-assessment', '--format', 'md'], env);
	expect(code, err).toBe(0);
	const text = await readFile(join(bench.folder, 'documents/risk-assessment.md'), 'utf8');
	return /Record head[^`]*`([0-9a-f]{64})`/.exec(text)?.[1] ?? '';
};

test('the head that a document prints is that of the record, and an earlier one says what came since', async () => {
	const head = await inDocument();
	expect(verify()).toMatchObject({sound: true, head, faults: []});
	expect(verify().cannotTell.join()).toContain('Without --head');
	expect(verify('--head', head)).toMatchObject({given: {head, standing: 'present'}});
	expect(verify('--head', head).cannotTell).toEqual([]);
	bench.dbvet(['answer', 'plaintext-refused', 'no', '--target', 'prod-db'], env);
	const {code, out} = bench.dbvet(['verify', '--head', head.slice(0, 12).toUpperCase()], env);
	expect(code).toBe(0);
	expect(out).toContain('1 entry came since');
});

test('a record whose last day was cut off, with its assessment.json, shows against the head alone', async () => {
	const head = await inDocument();
	const lines = (await readFile(history(), 'utf8')).split('\n');
	await writeFile(history(), `${lines.slice(0, 150).join('\n')}\n`);
	await rm(join(bench.folder, 'assessment.json'));
	expect(bench.dbvet(['status'], env).code).toBe(0);
	expect(bench.dbvet(['verify'], env).code).toBe(0);
	const {code, out} = bench.dbvet(['verify', '--head', head], env);
	expect(code).toBe(1);
	expect(out).toContain(`No moment of this history has the head ${head.slice(0, 12)}`);
});

test('the first broken link is named with file, line and both hashes, and nothing is written', async () => {
	const text = await readFile(history(), 'utf8');
	await writeFile(
		history(),
		text.replace('"value":"yes"', '"value":"no"').replace('"kind":"run"', '"kind":"ran"'),
	);
	const run = Object.keys(await contentOf(join(bench.folder, 'runs')))[0] ?? '';
	await rm(join(bench.folder, 'runs', run));
	const before = await contentOf(bench.folder);
	const {code, out} = bench.dbvet(['verify'], env);
	expect(code).toBe(1);
	expect(out).toMatch(
		/The first broken link: history\/w-3b1de46b\.jsonl:\d+\n {2}expected {2}content with the SHA-256/,
	);
	expect(out).toMatch(/[12] more broken links?: dbvet verify --json/);
	expect(out).not.toContain('Head:');
	expect(verify().sound).toBe(false);
	expect(await contentOf(bench.folder)).toEqual(before);
});

test('a folder that is only to be read is checked; one that cannot be read, and a wrong use, have their own codes', async () => {
	await chmod(join(bench.folder, 'history'), 0o500);
	expect(bench.dbvet(['verify'], env).code).toBe(0);
	await chmod(join(bench.folder, 'history'), 0o700);
	expect(bench.dbvet(['verify', '--head', 'yes'], env).code).toBe(2);
	expect(bench.dbvet(['verify', '--workspace', '/'], env).code).toBe(2);
	const path = join(bench.folder, 'assessment.json');
	const newer = (await readFile(path, 'utf8')).replace('assessment@1', 'assessment@9');
	await writeFile(path, newer);
	const {code, out} = bench.dbvet(['verify'], env);
	expect(code).toBe(3);
	expect(out.replace(/\s+/g, ' ')).toContain('from a newer dbvet');
});
