import {chmod, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import type {DatabaseTarget, Identity} from '../domain/target.js';
import {createSecrets, passwordFromPgpass} from './secrets.js';

const endpoint = {role: 'primary', host: 'db.example.com', port: 5432} as const;
const identity: Identity = {role: 'scanner', user: 'app', database: 'shop'};
const target: DatabaseTarget = {
	id: 't-0000000001',
	name: 'prod',
	createdAt: '2026-01-01T00:00:00Z',
	kind: 'database',
	engine: 'postgresql',
	endpoints: [endpoint],
	identities: [identity],
	verification: {},
};

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'dbvet-secrets-'));
});
afterEach(() => rm(folder, {recursive: true}));

test.each([
	['db.example.com:5432:shop:app:secret', 'secret'],
	['*:*:*:app:secret', 'secret'],
	['other:5432:shop:app:wrong\n*:*:*:*:right', 'right'],
	['# *:*:*:*:comment\n*:5432:*:*:a\\:b\\\\c', 'a:b\\c'],
	['*:*:*:app:with:colon', 'with:colon'],
	['*:*:*:other:secret', undefined],
	['broken line', undefined],
	['', undefined],
])('pgpass %j gives %j', (text, expected) => {
	expect(passwordFromPgpass(text, endpoint, identity)).toBe(expected);
});

test.each([
	['/var/run/postgresql/.s.PGSQL.5432', 'localhost:5432:shop:app:s', 's'],
	['/var/run/postgresql/.s.PGSQL.5432', '/var/run/postgresql:5432:shop:app:s', 's'],
	['/var/run/postgresql/.s.PGSQL.5432', 'localhost:5433:shop:app:s', undefined],
	['/srv/sockets/.s.PGSQL.5432', 'localhost:5432:shop:app:s', undefined],
	['/srv/sockets/.s.PGSQL.5432', '/srv/sockets:*:*:app:s', 's'],
	['/run/a:b/redis.sock', '/run/a\\:b/redis.sock:*:*:app:s', 's'],
	['/run/redis.sock', 'localhost:*:*:app:s', undefined],
	['/run/redis.sock', '*:*:*:app:s', 's'],
])('a socket %s and the line %j give %j', (host, text, expected) => {
	expect(passwordFromPgpass(text, {...endpoint, host}, identity)).toBe(expected);
});

test('a password file that others can read is refused', async () => {
	const path = join(folder, 'pgpass');
	await writeFile(path, '*:*:*:*:secret');
	await chmod(path, 0o644);
	await expect(createSecrets({PGPASSFILE: path}).secret(target, identity)).rejects.toThrow(
		'can be read by others',
	);
	await chmod(path, 0o600);
	await expect(createSecrets({PGPASSFILE: path}).secret(target, identity)).resolves.toBe('secret');
});

test('a password file that is named and not there is told, but for a login by certificate', async () => {
	const env = {PGPASSFILE: join(folder, 'missing')};
	await expect(createSecrets(env).secret(target, identity)).rejects.toThrow(
		`PGPASSFILE names ${join(folder, 'missing')}, which is not there.`,
	);
	const byCertificate = {...target, verification: {clientCert: '/c.pem', clientKey: '/k.pem'}};
	await expect(createSecrets(env).secret(byCertificate, identity)).resolves.toBeUndefined();
});

test('a variable that is empty or missing is no secret', async () => {
	const env = {...identity, credential: {from: 'env', variable: 'PW'} as const};
	await expect(createSecrets({}).secret(target, env)).resolves.toBeUndefined();
	await expect(createSecrets({PW: ''}).secret(target, env)).resolves.toBeUndefined();
	await expect(createSecrets({PW: 'x'}).secret(target, env)).resolves.toBe('x');
});

test('the first line of a command is the secret; a failing command is not repeated in the message', async () => {
	const from = (command: string): Identity => ({
		...identity,
		credential: {from: 'command', command},
	});
	await expect(createSecrets({}).secret(target, from('printf "one\\ntwo\\n"'))).resolves.toBe(
		'one',
	);
	const failing = createSecrets({}).secret(target, from('echo hunter2 >&2; echo hunter2; exit 3'));
	await expect(failing).rejects.toThrow('ended with 3');
	await expect(failing).rejects.not.toThrow('hunter2');
});
