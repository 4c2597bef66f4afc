import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {freshBench} from '../helpers/program.js';

const bench = freshBench(fresh => fresh.init());

const url = 'postgres://dbvet@db.example.com/shop';

test('a URL that was forgotten makes no vendor: exit 2 with both ways', () => {
	const {code, err} = bench.dbvet(['target', 'add', 'x2']);
	expect(code).toBe(2);
	expect(err).toContain('dbvet target add x2 postgres://');
	expect(err).toContain('--kind vendor');
	expect(bench.dbvet(['target', 'list']).out).not.toContain('x2');
	expect(bench.dbvet(['target', 'add', 'x2', '--kind', 'vendor']).code).toBe(0);
});

test.each(['', '   '])('the name %j is refused with a sentence', name => {
	for (const more of [[], [url], ['--kind', 'vendor']]) {
		const {code, err} = bench.dbvet(['target', 'add', name, ...more]);
		expect(code).toBe(2);
		expect(err).toContain('A target needs a name, and the one given is empty.');
	}
});

test.each([
	['db.example.com:5432/shop', 'Write it as postgres://USER@db.example.com:5432/shop'],
	['jdbc:postgresql://app:hunter2@h/x', 'Write it as postgres://app@h/x'],
	['host=h user=u password=hunter2', 'Write it as postgres://u@h/DATABASE'],
	['postgres:/u@h/x', 'Write it as postgres://u@h/x'],
	['', 'is the variable set that it comes from?'],
	[' ', 'is the variable set that it comes from?'],
	['./srcc', 'There is no file or folder'],
	['postgres://u@h:99999/x', 'Port 99999 is out of range.'],
])('%j is taken for nothing else than it is', (place, said) => {
	for (const kind of [[], ['--kind', 'database'], ['--kind', 'application']]) {
		if (place === './srcc' && kind[1] === 'database') continue;
		if (place.includes('99999') && kind[1] === 'application') continue;
		const {code, err} = bench.dbvet(['target', 'add', 'x', place, ...kind]);
		expect(code).toBe(2);
		expect(err).toContain(said);
		expect(err).not.toContain('hunter2');
	}
	expect(bench.dbvet(['target', 'list']).out).not.toMatch(/^x/m);
});

test('every engine can be probed, and the next step says so', () => {
	for (const scheme of ['postgres', 'mysql', 'mariadb', 'redis', 'valkeys']) {
		const added = ['target', 'add', scheme, `${scheme}://app@cache.example.com/0`];
		expect(bench.dbvet(added).out).toContain(`Next: dbvet probe ${scheme}`);
	}
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
	const list = bench.dbvet(['target', 'list']).out.replace(/\s+/g, ' ');
	expect(list).toContain('scanner dbvet in database shop, application app in database shop');
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
	expect(bench.dbvet(change)).toMatchObject({code: 0, err: ''});
	expect(bench.json(['target', 'show', 'prod'])).toMatchObject({
		id: before.id,
		verification: {ca: 'ca.pem'},
		identities: [{role: 'scanner', credential: {from: 'env', variable: 'PROD_PW'}}, {user: 'app'}],
	});
	const far = await mkdtemp(join(tmpdir(), 'dbvet-ca-'));
	try {
		const elsewhere = join(far, 'ca.pem');
		await writeFile(elsewhere, ca.cert);
		const {code, err} = bench.dbvet(['target', 'change', 'prod', '--ca', elsewhere]);
		expect(err).toContain('lies outside the workspace');
		expect(bench.json(['target', 'show', 'prod'])).toMatchObject({verification: {ca: elsewhere}});
		expect(code).toBe(0);
	} finally {
		await rm(far, {recursive: true});
	}
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

test('a command or a place with a secret in it is refused, and nothing of it reaches the disk', async () => {
	bench.dbvet(['target', 'add', 'prod', url]);
	for (const args of [
		['add', 'x', url, '--password-command', 'echo hunter2hunter'],
		['change', 'prod', '--password-command', 'PGPASSWORD=hunter2hunter psql'],
		['add', 'cloud', 'Cloud, password=hunter2hunter', '--kind', 'vendor'],
	]) {
		const {code, err} = bench.dbvet(['target', ...args]);
		expect(err).toContain('Nothing was stored');
		expect(err).not.toContain('hunter2');
		expect(code).toBe(2);
	}
	const made = join(bench.folder, 'other');
	const label = ['--confidentiality', 'password=hunter2hunter'];
	bench.dbvet(['init', made, '--yes', '--organisation', 'Example Ltd', ...label]);
	for (const folder of [bench.folder, made])
		for (const name of await readdir(folder, {recursive: true, withFileTypes: true}))
			if (name.isFile())
				expect(await readFile(join(name.parentPath, name.name), 'utf8')).not.toContain('hunter2');
	expect(
		bench.dbvet(['target', 'change', 'prod', '--password-command', 'pass show db/prod']).code,
	).toBe(0);
});

test('a CA file with a private key in it is refused, with the command that cuts the certificates out', async () => {
	const {ca} = await issueServer();
	await writeFile(join(bench.folder, 'withkey.pem'), `${ca.cert}${ca.key}`);
	await writeFile(join(bench.folder, 't.csv'), `name,place,ca\nprod,${url},withkey.pem\n`);
	for (const args of [
		['add', 'prod', url, '--ca', 'withkey.pem'],
		['import', 't.csv'],
	]) {
		const {code, err} = bench.dbvet(['target', ...args]);
		expect(code).toBe(2);
		expect(err).toContain('holds a private key');
		expect(err).toContain('openssl crl2pkcs7 -nocrl -certfile');
		expect(err).not.toContain('you may keep it');
	}
	expect(bench.dbvet(['target', 'list']).out).not.toContain('prod');
});

test('a name that another target has in another case is refused, and a target may change the case of its own', () => {
	expect(bench.dbvet(['target', 'add', 'p1', url]).code).toBe(0);
	const twin = bench.dbvet(['target', 'add', 'P1', url]);
	expect(twin.code).toBe(2);
	expect(twin.err).toContain('differs from the name of the target p1 in case only');
	expect(bench.dbvet(['target', 'rename', 'p1', 'P1']).code).toBe(0);
});

test('what a URL says of certificates is not dropped in silence', () => {
	const {code, err} = bench.dbvet([
		...[
			'target',
			'add',
			'tls',
			'postgres://u@db.example.com/d?sslmode=verify-full&sslrootcert=ca.pem',
		],
	]);
	expect(code).toBe(0);
	expect(err).toContain(
		'sslrootcert in the URL is not taken: name the file of the CA with --ca FILE',
	);
	expect(err).toContain('sslmode in the URL is not taken');
});
