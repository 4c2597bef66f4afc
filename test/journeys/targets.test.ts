import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {openBench, type Bench} from '../helpers/program.js';

let bench: Bench;
beforeEach(async () => {
	bench = await openBench();
	expect(bench.dbvet(['init', '.', '--yes', '--organisation', 'Example Ltd']).code).toBe(0);
});
afterEach(() => bench.remove());

const url = 'postgres://dbvet@db.example.com/shop';

test('a URL that was forgotten makes no vendor: exit 2 with both ways', () => {
	const {code, err} = bench.dbvet(['target', 'add', 'x2']);
	expect(code).toBe(2);
	expect(err).toContain('dbvet target add x2 postgres://');
	expect(err).toContain('--kind vendor');
	expect(bench.dbvet(['target', 'list']).out).not.toContain('x2');
	expect(bench.dbvet(['target', 'add', 'x2', '--kind', 'vendor']).code).toBe(0);
});

test('an engine without probes is said at once, with the step that works', () => {
	const {code, out} = bench.dbvet(['target', 'add', 'old', 'valkey://app@cache.example.com/0']);
	expect(code).toBe(0);
	expect(out).toContain('no probes for valkey');
	expect(out).not.toContain('dbvet probe');
	expect(out).toContain('Next: dbvet assess');
	expect(bench.dbvet(['target', 'add', 'new', url]).out).toContain('Next: dbvet probe new');
});

test('a name that is taken hides no other mistake of the line', () => {
	bench.dbvet(['target', 'add', 'prod', url]);
	for (const [args, said] of [
		[['prod', 'postgres://dbvet:secret@db.example.com/shop'], 'password'],
		[['prod', url, '--ca', 'missing.pem'], 'missing.pem'],
		[['prod', url, '--pin', 'sha256/short'], '--pin'],
		[['prod', url, '--vendor', 'nobody'], 'nobody'],
	] as const) {
		const {code, err} = bench.dbvet(['target', 'add', ...args]);
		expect(err).toContain(said);
		expect(code).toBeGreaterThan(1);
	}
	expect(bench.dbvet(['target', 'add', 'prod', url]).err).toContain('already a target');
});

test('show is text for people, with names for links; JSON stays behind --json', () => {
	bench.dbvet(['target', 'add', 'aiven', '--kind', 'vendor']);
	const more = ['--vendor', 'aiven', '--password-env', 'PROD_PW', '--as', 'application=app/shop'];
	bench.dbvet(['target', 'add', 'prod', url, ...more, '--replica', 'db2.example.com']);
	const {out} = bench.dbvet(['target', 'show', 'prod']);
	expect(out).toMatch(/Vendor +aiven/);
	expect(out).toMatch(/Endpoint +db\.example\.com:5432 \(primary\)/);
	expect(out).toMatch(/Endpoint +db2\.example\.com:5432 \(replica\)/);
	expect(out).toMatch(/Login +scanner: dbvet on database shop, password from PROD_PW/);
	expect(out).not.toMatch(/[{}[\]]/);
	const target = bench.json<{endpoints: unknown[]; vendor: string}>(['target', 'show', 'prod']);
	expect(target.endpoints).toHaveLength(2);
	expect(target.vendor).toMatch(/^t-/);
});

test('a forgotten CA or password source is given later, and the record stays', async () => {
	const {ca} = await issueServer();
	await writeFile(join(bench.folder, 'ca.pem'), ca.cert);
	bench.dbvet(['target', 'add', 'prod', url, '--as', 'application=app/shop']);
	const before = bench.json<{id: string}>(['target', 'show', 'prod']);
	const change = ['target', 'change', 'prod', '--ca', 'ca.pem', '--password-env', 'PROD_PW'];
	expect(bench.dbvet(change)).toMatchObject({code: 0});
	expect(bench.json(['target', 'show', 'prod'])).toMatchObject({
		id: before.id,
		verification: {ca: join(bench.folder, 'ca.pem')},
		identities: [{role: 'scanner', credential: {from: 'env', variable: 'PROD_PW'}}, {user: 'app'}],
	});
	for (const [args, said] of [
		[['prod'], 'Say what to change'],
		[['prod', '--ca', 'missing.pem'], 'missing.pem'],
		[['prod', '--client-cert', 'a.pem'], '--client-key'],
		[['prodd', '--ca', 'ca.pem'], 'Did you mean prod?'],
		[['Example-Ltd', '--ca', 'ca.pem'], 'no target'],
	] as const) {
		const {code, err} = bench.dbvet(['target', 'change', ...args]);
		expect(err).toContain(said);
		expect(code).toBeGreaterThan(1);
	}
});
