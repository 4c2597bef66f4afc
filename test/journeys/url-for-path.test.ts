import {readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {freshBench} from '../helpers/program.js';

const bench = freshBench(({init}) => {
	init();
});
const url = 'postgres://app:S3creTpw@h/db';
const afterShell = 'postgres:/app:S3creTpw@h/db';

const ways: readonly (readonly [option: string, args: (path: string) => readonly string[]])[] = [
	['--workspace', path => ['--workspace', path, 'status']],
	['the file', path => ['evidence', 'add', path, '--for', 'encryption-in-transit']],
	['the file', path => ['target', 'import', path]],
	['--ca', path => ['target', 'add', 'p', 'postgres://a@h/d', '--ca', path]],
	['--client-cert', path => ['probe', 'postgres://a@h/d', '--client-cert', path]],
	['--client-key', path => ['target', 'change', 'p', '--client-key', path]],
	['--answers', path => ['assess', '--answers', path]],
	['--weights', path => ['vendors', 'compare', '--weights', path]],
	['--out', path => ['render', '--out', path]],
	['the folder', path => ['init', path, '--yes', '--organisation', 'Example Ltd']],
	['the folder', path => ['questionnaire', 'lint', path]],
	['the folder', path => ['demo', path]],
];

test.each(ways)('a URL is no path: %s (%#)', async (option, args) => {
	const before = await readdir(bench.folder);
	for (const path of [url, afterShell]) {
		const {code, out, err} = bench.dbvet(args(path));
		expect(err).toContain(`A URL was given for ${option}`);
		expect(out + err).not.toContain('S3creTpw');
		expect(out).toBe('');
		expect(code).toBe(2);
	}
	expect(await readdir(bench.folder)).toEqual(before);
});

test('nor in a file of targets', async () => {
	for (const column of ['ca', 'client-cert', 'client-key']) {
		await writeFile(
			join(bench.folder, 't.csv'),
			`name,place,${column}\np,postgres://a@h/d,${url}\n`,
		);
		const {code, err} = bench.dbvet(['target', 'import', 't.csv']);
		expect(err).toContain(`t.csv:2:1 A URL was given for ${column}`);
		expect(err).not.toContain('S3creTpw');
		expect(code).toBe(2);
	}
});

test('a password in the name of the organisation is neither stored nor printed', () => {
	const args = ['init', 'new', '--yes', '--organisation', `Example ${url}`];
	for (const more of [[], ['--json']]) {
		const {code, out, err} = bench.dbvet([...args.with(1, `new${more.length}`), ...more]);
		expect(code, err).toBe(0);
		expect(out).toContain('Example');
		expect(out + err).not.toContain('S3creTpw');
	}
});
