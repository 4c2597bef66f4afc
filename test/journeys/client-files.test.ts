import {createPrivateKey} from 'node:crypto';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {issue} from '../helpers/certificates.js';
import {freshBench} from '../helpers/program.js';

const url = 'postgres://a@127.0.0.1:9/d';
const bench = freshBench(async ({init, folder, dbvet}) => {
	init();
	const {cert, key} = await issue({clientAuth: true});
	const locked = createPrivateKey(key).export({
		type: 'pkcs8',
		format: 'pem',
		cipher: 'aes-256-cbc',
		passphrase: 'open sesame',
	});
	const files = {
		'me.pem': cert,
		'me.key': key,
		'other.key': (await issue()).key,
		'locked.key': locked.toString(),
		nonsense: 'nonsense',
	};
	for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
	await mkdir(join(folder, 'empty'));
	dbvet(['target', 'add', 'prod', url]);
});

const wrong: readonly (readonly [cert: string, key: string, said: RegExp, code: number])[] = [
	['gone.pem', 'me.key', /^The client certificate \S*gone\.pem could not be read: .+\.\n/, 3],
	['me.pem', 'gone.key', /^The client key \S*gone\.key could not be read: .+\.\n/, 3],
	['gone.pem', 'gone.key', /gone\.pem could not be read: .+, and the client key \S*gone\.key/, 3],
	['empty', 'me.key', /^The client certificate \S*empty could not be read/, 3],
	['nonsense', 'me.key', /nonsense holds no client certificate in PEM form/, 2],
	['me.pem', 'me.pem', /me\.pem holds no client key in PEM form/, 2],
	['me.pem', 'other.key', /other\.key is not the key of \S*me\.pem/, 2],
	['me.pem', 'locked.key', /locked\.key is locked with a passphrase[^]+openssl pkey -in/, 2],
];

test.each(wrong)('a client certificate %s with %s is refused', (cert, key, said, expected) => {
	for (const args of [
		['target', 'add', 'x', url],
		['target', 'change', 'prod'],
		['probe', url, '--offline'],
	]) {
		const {code, err} = bench.dbvet([...args, '--client-cert', cert, '--client-key', key]);
		expect(err).toMatch(said);
		expect(code).toBe(expected);
	}
	const {targets} = bench.json<{targets: readonly {name: string; verification?: object}[]}>([
		'target',
		'list',
	]);
	expect(targets.map(({name}) => name)).toEqual(['organisation', 'prod']);
	expect(targets[1]?.verification).toEqual({});
});

test('a file of targets says on which line', async () => {
	await writeFile(
		join(bench.folder, 't.csv'),
		`name,place,client-cert,client-key\nok,${url},me.pem,me.key\nx,${url},me.pem,gone.key\n`,
	);
	const {code, err} = bench.dbvet(['target', 'import', 't.csv']);
	expect(err).toMatch(/t\.csv:3:1 The client key \S*gone\.key could not be read/);
	expect(code).toBeGreaterThan(1);
	expect(bench.dbvet(['target', 'list']).out).not.toContain('ok ');
});

test('one that belongs together is taken', () => {
	const pair = ['--client-cert', 'me.pem', '--client-key', 'me.key'];
	expect(bench.dbvet(['target', 'change', 'prod', ...pair]).code).toBe(0);
	expect(bench.dbvet(['target', 'add', 'x', url, ...pair]).code).toBe(0);
});
