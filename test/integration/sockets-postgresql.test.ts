import {chmod, readFile, writeFile} from 'node:fs/promises';
import {userInfo} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {openFolder, probeSocket, saidOf} from '../helpers/probe-socket.js';

const login = {user: 'dbvet', password: 'a-password-of-the-scanner'};
const me = userInfo().username;
const sql = [
	`CREATE ROLE dbvet LOGIN PASSWORD '${login.password}' IN ROLE pg_monitor`,
	'GRANT EXECUTE ON FUNCTION pg_hba_file_rules() TO dbvet',
	'GRANT SELECT ON pg_hba_file_rules TO dbvet',
	`CREATE ROLE "${me}" LOGIN IN ROLE pg_monitor`,
];

const start = async (
	parent: string,
	hba: readonly string[],
	settings: Readonly<Record<string, string>> = {},
): Promise<{readonly server: PostgresServer; readonly path: string}> => {
	const server = await startPostgres({parent, hba, sql, settings});
	return {server, path: join(server.socketFolder, `.s.PGSQL.${server.port}`)};
};

describe('PostgreSQL that listens on its socket only', () => {
	let folder: Awaited<ReturnType<typeof openFolder>>;
	let server: PostgresServer;
	let path: string;

	beforeAll(async () => {
		folder = await openFolder();
		({server, path} = await start(
			folder.path,
			['local all dbvet scram-sha-256', `local all ${me} peer`],
			{listen_addresses: ''},
		));
		await chmod(server.socketFolder, 0o755);
	});
	afterAll(async () => {
		await server.stop();
		await folder.remove();
	});

	test('is looked at from inside, over one connection, and no TLS is claimed', async () => {
		const report = await probeSocket({engine: 'postgresql', path, ...login});
		expect(report).toMatchObject({status: 'complete', connections: 1, asked: 1});
		for (const check of [
			'tls-offered',
			'tls-plaintext-refused',
			'pg-own-session-tls',
			'pg-ssl-enabled',
		])
			expect(saidOf(report, check), check).toEqual(['not-applicable']);
		expect(saidOf(report, 'net-tcp-reachable')).toEqual(['not-applicable']);
		expect(saidOf(report, 'pg-hba-trust')).toEqual(['pass']);
		expect(report.findings.every(({endpoint}) => endpoint === path)).toBe(true);
		expect(report.findings.find(({check}) => check === 'tls-offered')?.observed).toContain(
			'listen_addresses is empty',
		);
	});

	test('lets the user of the machine in (peer), and no password is asked for', async () => {
		const report = await probeSocket({engine: 'postgresql', path, user: me});
		expect(report).toMatchObject({status: 'complete', asked: 0});
		expect(saidOf(report, 'pg-hba-trust')).not.toContain('unknown');
	});

	test('says what is missing: the password, the role', async () => {
		const without = await probeSocket({engine: 'postgresql', path, user: 'dbvet'});
		expect(without).toMatchObject({status: 'partial', reason: 'no-credentials'});
		expect(saidOf(without, 'tls-offered')).toEqual(['unknown no-credentials']);
		const wrong = await probeSocket({engine: 'postgresql', path, ...login, password: 'wrong'});
		expect(wrong).toMatchObject({status: 'partial', reason: 'authentication-failed'});
	});

	test('--only for a check of the wire is no word on the wire', async () => {
		const report = await probeSocket({
			engine: 'postgresql',
			path,
			...login,
			request: {only: ['tls-offered']},
		});
		expect(saidOf(report, 'tls-offered')).toEqual(['unknown cancelled']);
		expect(report.asked).toBe(0);
	});
});

describe('PostgreSQL that listens over TCP too, and trusts everybody on the machine', () => {
	let folder: Awaited<ReturnType<typeof openFolder>>;
	let server: PostgresServer;
	let path: string;

	beforeAll(async () => {
		folder = await openFolder();
		({server, path} = await start(folder.path, [
			'local all all trust',
			'host all all 127.0.0.1/32 scram-sha-256',
		]));
		await chmod(server.socketFolder, 0o755);
	});
	afterAll(async () => {
		await server.stop();
		await folder.remove();
	});

	test('trust is found, and TLS stays unknown as long as nobody declares the address', async () => {
		const report = await probeSocket({engine: 'postgresql', path, ...login});
		expect(report).toMatchObject({status: 'complete', asked: 0});
		expect(saidOf(report, 'pg-hba-trust')).toEqual(expect.arrayContaining(['fail medium']));
		for (const check of ['tls-offered', 'tls-plaintext-refused', 'pg-own-session-tls'])
			expect(saidOf(report, check), check).toEqual(['unknown address-not-declared']);
	});

	test('the address beside it is looked at as a stranger sees it', async () => {
		const others = [{role: 'primary', host: '127.0.0.1', port: server.port}] as const;
		const report = await probeSocket({engine: 'postgresql', path, ...login, others});
		expect(saidOf(report, 'tls-offered').toSorted()).toEqual(['fail critical', 'not-applicable']);
		// From inside it is looked at once.
		const inside = report.findings.filter(({check}) => check === 'pg-hba-trust');
		expect(new Set(inside.map(({endpoint}) => endpoint))).toEqual(new Set([path]));
	});

	test('a folder that everybody may write to vouches for nothing: the password is withheld', async () => {
		await chmod(server.socketFolder, 0o777);
		try {
			const hba = join(server.socketFolder, '..', 'data', 'pg_hba.conf');
			const before = await readFile(hba, 'utf8');
			await writeFile(hba, before.replace('local all all trust', 'local all all scram-sha-256'));
			await server.query('SELECT pg_reload_conf()');
			await expect
				.poll(async () => (await probeSocket({engine: 'postgresql', path, ...login})).reason)
				.toBe('socket-not-verified');
			const held = await probeSocket({engine: 'postgresql', path, ...login});
			expect(held).toMatchObject({status: 'partial', asked: 0});
			expect(held.findings.find(({check}) => check === 'pg-hba-trust')?.observed).toContain(
				'every user of this machine may write to',
			);
			const allowed = await probeSocket({
				engine: 'postgresql',
				path,
				...login,
				request: {allowUnverified: true},
			});
			expect(allowed).toMatchObject({status: 'complete', asked: 1});
		} finally {
			await chmod(server.socketFolder, 0o755);
		}
	});
});
