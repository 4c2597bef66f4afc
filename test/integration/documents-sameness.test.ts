import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {afterAll, beforeAll, expect, test} from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;

beforeAll(async () => {
	// Inside node_modules, so that the program finds the packages from there.
	const cache = join(root, 'node_modules/.cache');
	mkdirSync(cache, {recursive: true});
	folder = mkdtempSync(join(cache, 'dbvet-documents-'));
	await build({
		entryPoints: [join(root, 'test/helpers/print-documents.ts')],
		outfile: join(folder, 'print.mjs'),
		bundle: true,
		platform: 'node',
		format: 'esm',
		packages: 'external',
		logLevel: 'silent',
		define: {
			'import.meta.url': JSON.stringify(new URL('../helpers/renderer.ts', import.meta.url).href),
		},
	});
});
afterAll(() => {
	rmSync(folder, {recursive: true, force: true});
});

const hashes = (env: Readonly<Record<string, string>>): readonly string[] => {
	const {status, stdout, stderr} = spawnSync(process.execPath, [join(folder, 'print.mjs')], {
		env: {PATH: process.env.PATH ?? '', ...env},
		encoding: 'utf8',
	});
	if (status !== 0) throw new Error(stderr);
	return stdout.trim().split('\n');
};

test('equal input gives equal bytes in every time zone and language, other input other bytes', () => {
	const first = hashes({TZ: 'UTC', LANG: 'C'});
	expect(first).toHaveLength(9);
	expect(new Set(first.map(l => l.split(' ')[1])).size).toBe(9);
	const far = {TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'tr_TR.UTF-8'};
	expect(hashes(far)).toEqual(first);
	const other = hashes({TZ: 'UTC', SAMPLE_HEAD: 'another record'});
	expect(other.filter(line => first.includes(line))).toEqual([]);
}, 120_000);
