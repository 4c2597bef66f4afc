import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {asExport, evidenceBench, secret} from '../helpers/evidence-bench.js';
import {program} from '../helpers/program.js';
import {startInTerminal} from '../helpers/terminal.js';

const dump = `host=db user=app password=${secret} sslmode=require\nrediss://:${secret}@cache:6379\nlog = on\n`;

const {bench, add} = evidenceBench();

/** Files of the workspace that hold a text, without the one that was added. */
const holding = async (text: string, except: string): Promise<readonly string[]> => {
	const names = await readdir(bench.folder, {recursive: true, withFileTypes: true});
	const files = names.filter(f => f.isFile() && f.name !== except);
	const found = await Promise.all(
		files.map(async f => {
			const path = join(f.parentPath, f.name);
			return (await readFile(path, 'utf8')).includes(text) || path.includes(text) ? [path] : [];
		}),
	);
	return found.flat();
};

describe('a file with secrets in it', () => {
	test('is kept as a redacted copy, which says so; the secret is nowhere', async () => {
		const file = `dump password=${secret}.txt`;
		await writeFile(join(bench.folder, file), dump);
		const note = `the original is in postgres://a:${secret}@vault/x`;
		const {code, out, err} = add(file, ...asExport, '--note', note);
		expect(code).toBe(0);
		expect(out).toContain('It is a redacted copy');
		expect(out).toContain('password or key: line 1');
		expect(out).toContain('password in a URL: line 2');
		expect(err).toContain('Not kept:');
		expect(out + err).not.toContain(secret);
		expect(await holding(secret, file)).toEqual([]);
		const [evidence] = bench.json<{evidence: {sha256: string; redacted: unknown}[]}>([
			'evidence',
			'list',
		]).evidence;
		expect(evidence!.redacted).toEqual([
			{kind: 'password or key', count: 1, lines: [1]},
			{kind: 'password in a URL', count: 1, lines: [2]},
		]);
		expect(await readFile(join(bench.folder, 'evidence', evidence!.sha256), 'utf8')).toBe(
			'host=db user=app password=[redacted: password or key] sslmode=require\nrediss://:[redacted: password in a URL]@cache:6379\nlog = on\n',
		);
		expect(bench.dbvet(['evidence', 'list']).out).toContain('a redacted copy');
		expect(bench.dbvet(['evidence', 'verify']).code).toBe(0);
	});

	test('is refused with --refuse-secrets, and nothing is stored', async () => {
		await writeFile(join(bench.folder, 'dump.txt'), dump);
		const {code, err} = add('dump.txt', ...asExport, '--refuse-secrets');
		expect(code).toBe(2);
		expect(err).toContain('password in a URL (line 2)');
		expect(err).not.toContain(secret);
		expect(await holding('log = on', 'dump.txt')).toEqual([]);
	});

	test('of another form than text is kept, and nobody pretends to have looked into it', async () => {
		await writeFile(join(bench.folder, 'a.pdf'), '%PDF-1.7\n');
		expect(add('a.pdf', ...asExport).out).toContain('did not look into it');
	});
});

test('two days in the wrong order: each is told with where it comes from', async () => {
	await writeFile(join(bench.folder, 'a.txt'), 'log = on\n');
	const now = {DBVET_NOW: '2026-11-22T12:00:00Z'};
	const given = (...days: readonly string[]) =>
		bench.dbvet(['evidence', 'add', 'a.txt', '--for', 'tls-required', ...days], now).err;
	const early = given('--valid-until', '2026-01-01');
	expect(early).toContain('--valid-until 2026-01-01 lies before 2026-11-22');
	expect(early).toContain('today, as --effective was not given');
	expect(given('--valid-until', '2026-12-01')).toContain('Nobody said of what kind it is');
	const late = given('--effective', '2026-12-05');
	expect(late).toContain('2026-12-01, the day that it is valid until (as it was added before)');
	expect(late).not.toContain('--valid-until 2026');
	expect(late).toContain('Give --valid-until as well.');
});

test.each([
	['is empty', new Uint8Array()],
	['holds nothing but blanks', Buffer.from(' \r\n\t\n')],
	['holds nothing but blanks', Buffer.from('\ufeff\n', 'utf16le')],
])('a file that %s proves nothing', async (what, bytes) => {
	await writeFile(join(bench.folder, 'a.txt'), bytes);
	const {code, err} = add('a.txt', ...asExport);
	expect(code).toBe(2);
	expect(err).toContain(`a.txt ${what}, and proves nothing. Nothing was stored.`);
	expect(bench.json<{evidence: unknown[]}>(['evidence', 'list']).evidence).toEqual([]);
});

test('a proof cannot be collected tomorrow', async () => {
	await writeFile(join(bench.folder, 'a.txt'), 'log = on\n');
	const now = {DBVET_NOW: '2026-11-22T12:00:00Z'};
	const collected = (day: string) =>
		bench.dbvet(
			['evidence', 'add', 'a.txt', '--for', 'tls-required', ...asExport, '--collected', day],
			now,
		);
	const {code, err} = collected('2026-11-23');
	expect(code).toBe(2);
	expect(err).toContain('--collected 2026-11-23 has not come yet (today is 2026-11-22');
	expect(collected('2026-11-22').code).toBe(0);
});

test('a proof that does not count shows up with the reason, wherever one looks', async () => {
	await writeFile(join(bench.folder, 'a.txt'), 'log = on\n');
	const now = {DBVET_NOW: '2026-11-22T12:00:00Z'};
	const args = ['--kind', 'configuration-screenshot', '--effective', '2026-09-01'];
	expect(
		bench.dbvet(['evidence', 'add', 'a.txt', '--for', 'tls-required', ...args], now).out,
	).toContain('Mind: expired on 2026-10-02');
	expect(bench.dbvet(['answer', 'plaintext-refused', 'yes'], now).out).toContain(
		'nothing that counts confirms it',
	);
	const status = bench.dbvet(['status'], now).out;
	expect(status).toContain('Evidence that does not count');
	expect(status).toMatch(/a\s+screenshot: weaker than a re-performed test/);
	expect(bench.dbvet(['render', 'risk-assessment', '--format', 'md'], now).code).toBe(0);
	const text = await readFile(join(bench.folder, 'documents/risk-assessment.md'), 'utf8');
	expect(text).toContain('✖ expired** expired on 2026-10-02');
});

test('a secret in an answer, a note or an answers file does not reach the record', async () => {
	const note = `logs in as postgres://app:${secret}@db/x`;
	const one = bench.dbvet(['answer', 'plaintext-refused', 'yes', '--note', note]);
	expect(one.code).toBe(0);
	expect(one.err).toContain('Not kept: password in a URL');
	await writeFile(
		join(bench.folder, 'answers.yaml'),
		`targets:\n  prod:\n    plaintext-refused: {value: 'no', note: 'the password is ${secret}'}\n`,
	);
	const many = bench.dbvet(['assess', '--answers', 'answers.yaml']);
	expect(many.code).toBe(0);
	expect(many.err).toContain('Not kept: password or key');
	expect(one.out + one.err + many.out + many.err).not.toContain(secret);
	expect(await holding(secret, 'answers.yaml')).toEqual([]);
});

describe('the catalogue', () => {
	test('shows all kinds, those of a control, and everything about one', () => {
		const {kinds} = bench.json<{kinds: {id: string; controls: string[]}[]}>(['evidence', 'kinds']);
		expect(kinds.length).toBeGreaterThanOrEqual(26);
		expect(kinds.filter(kind => kind.controls.length === 0)).toEqual([]);
		const drill = bench.dbvet(['evidence', 'kinds', '--for', 'restore-drill']).out;
		expect(drill).toContain('restore-drill-record');
		expect(drill).not.toContain('iso-27001-certificate');
		const one = bench.dbvet(['evidence', 'kinds', 'soc2-type2-report']).out;
		for (const part of ['Who issues it', 'What to check on it', 'Red flags', 'vendor-soc2-type2'])
			expect(one).toContain(part);
	});

	test.each([
		[['kinds', 'soc2-type2-reprot'], 'Did you mean soc2-type2-report?'],
		[['kinds', '--for', 'tls-requierd'], 'Did you mean tls-required?'],
	])('dbvet evidence %j', (args, expected) => {
		const {code, err} = bench.dbvet(['evidence', ...args]);
		expect(code).toBe(2);
		expect(err).toContain(expected);
	});

	test('is asked on a terminal for the kind of a proof', async () => {
		await writeFile(join(bench.folder, 'a.txt'), 'log = on\n');
		const file = join(bench.folder, 'a.txt');
		const terminal = startInTerminal({
			program,
			args: ['--workspace', bench.folder, 'evidence', 'add', file, '--for', 'tls-required'],
			rows: 40,
			env: {},
		});
		const slow = {timeout: 20_000, interval: 20};
		await expect.poll(terminal.text, slow).toMatch(/1 Export of the configuration[\s\S]+Kind:/);
		terminal.type('1\r');
		await expect.poll(terminal.text, slow).toMatch(/Kept a\.txt as e-/);
		await terminal.close();
		const {evidence} = bench.json<{evidence: unknown[]}>(['evidence', 'list']);
		expect(evidence[0]).toMatchObject({kind: 'configuration-export'});
	});
});
