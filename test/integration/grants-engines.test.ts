import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {UserError} from '../../src/domain/errors.js';
import {grantRequest} from '../../src/services/grants/request.js';
import {grantScript} from '../../src/services/grants/script.js';
import {issueServer} from '../helpers/certificates.js';
import {hardened, shop, triggersNotShown} from '../helpers/mariadb-fixtures.js';
import {haveMariadb, startMariadb, type MariadbServer} from '../helpers/mariadb-server.js';
import {probeMysql} from '../helpers/probe-mysql.js';
import {probeRedis} from '../helpers/probe-redis.js';
import {openBench, type Bench} from '../helpers/program.js';
import {haveRedis, startRedis, type RedisServer} from '../helpers/redis-server.js';

const password = 'A-Long-Pass-Word-31!';

describe.skipIf(!haveMariadb())('the script on MariaDB', () => {
	let server: MariadbServer;
	let ca = '';
	// A name that breaks SQL where it is not quoted.
	const user = "look'er\\; -- ";
	const request = {
		platform: 'self-managed',
		engine: 'mariadb',
		user,
		databases: [],
		from: '127.0.0.1',
	} as const;
	const accounts = (): readonly (readonly string[])[] =>
		server.query("SELECT Host FROM mysql.global_priv WHERE User LIKE 'look%'");

	beforeEach(async () => {
		const issued = await issueServer();
		ca = issued.ca.cert;
		server = await startMariadb({tls: issued.server, options: hardened, sql: shop});
	});
	afterEach(() => server.stop());

	test('makes a locked account that sees everything once it is let in, and takes it away again', async () => {
		server.query(grantScript(request, false).script);
		expect(accounts()).toEqual([['127.0.0.1']]);
		const locked = await probeMysql({port: server.port, user, password, ca});
		expect(locked.status).not.toBe('complete');

		server.query(
			`ALTER USER 'look''er\\\\; -- '@'127.0.0.1' IDENTIFIED BY '${password}' ACCOUNT UNLOCK`,
		);
		const report = await probeMysql({port: server.port, user, password, ca});
		expect(report.status).toBe('complete');
		const hidden = report.findings
			.filter(({outcome, reason}) => outcome === 'unknown' && reason === 'permission-denied')
			.map(({check, outcome, reason}) => `${check} ${outcome} ${reason}`);
		expect(hidden).toEqual(triggersNotShown);
		const observer = report.findings.find(f => f.check === 'mysql-observer-capabilities');
		expect(observer?.outcome).toBe('pass');

		server.query(grantScript(request, true).script);
		expect(accounts()).toEqual([]);
		expect(() => server.query(grantScript(request, true).script)).toThrow('NOTHING WAS CHANGED');
	});

	test('leaves an account that it did not make exactly as it was, also where the client goes on', () => {
		const app = {...request, user: 'app'};
		const mine = "app'@'127.0.0.1";
		const state = (): unknown => [
			server.query(`SHOW CREATE USER '${mine}'`),
			server.query(`SHOW GRANTS FOR '${mine}'`),
		];
		const makings = [
			[`CREATE USER '${mine}' IDENTIFIED BY '${password}'`],
			[
				`CREATE USER '${mine}' IDENTIFIED BY '${password}Again' REQUIRE SSL WITH MAX_USER_CONNECTIONS 8`,
				`GRANT PROCESS ON *.* TO '${mine}'`,
				`GRANT SELECT ON mysql.db TO '${mine}'`,
				`GRANT INSERT ON shop.* TO '${mine}'`,
			],
		];
		for (const making of makings) {
			for (const statement of making) server.query(statement);
			const before = state();
			for (const revoke of [false, true]) {
				const {script} = grantScript(app, revoke);
				expect(() => server.query(script)).toThrow('NOTHING WAS CHANGED');
				const socket = ['--no-defaults', '-S', join(server.folder, 's'), '-uroot', '--force'];
				const {stderr} = spawnSync('mariadb', socket, {input: script, encoding: 'utf8'});
				expect(stderr).toContain('NOTHING WAS CHANGED');
				expect(state()).toEqual(before);
			}
			server.query(`DROP USER '${mine}'`);
		}
	});
});

describe.skipIf(!haveRedis)('the rule on Redis', () => {
	let server: RedisServer;
	beforeEach(async () => {
		server = await startRedis();
	});
	afterEach(() => server.stop());

	test('makes a user whom nobody can be before it has a password, and takes it away again', async () => {
		const request = {
			platform: 'self-managed',
			engine: 'redis',
			user: 'dbvet',
			databases: [],
		} as const;
		const words = (script: string): readonly string[] => script.trimEnd().split(' ');
		await server.send(...words(grantScript(request, false).script));
		const at = {port: server.tlsPort, ca: server.ca, user: 'dbvet', password};
		expect((await probeRedis(at)).status).not.toBe('complete');
		await server.send('ACL', 'SETUSER', 'dbvet', `>${password}`);
		const report = await probeRedis(at);
		expect(report.status).toBe('complete');
		expect(report.findings.filter(f => f.reason === 'permission-denied').map(f => f.check)).toEqual(
			[],
		);

		await server.send(...words(grantScript(request, true).script));
		expect(JSON.stringify(await server.send('ACL', 'LIST'))).not.toContain('user dbvet');
	});
});

test('a name cannot end a comment, and MySQL wants an address', () => {
	const request = (platform: string, options: {user?: string; from?: string}) => () =>
		grantRequest(platform, {engine: 'mysql', databases: [], ...options}, undefined);
	expect(request('rds', {})).toThrow('From which address');
	expect(request('rds', {from: '%', user: 'a */ DROP'})).toThrow(UserError);
	expect(request('rds', {from: 'a\nb'})).toThrow(UserError);
	expect(request('neon', {from: '%'})).toThrow('neon runs neither MySQL nor MariaDB.');
});

describe('the command', () => {
	let bench: Bench;
	beforeEach(async () => {
		bench = await openBench();
		bench.dbvet(['init', '.', '--yes', '--organisation', 'Example', '--profile', 'startup']);
	});
	afterEach(() => bench.remove());

	test('writes for the engine of a target', () => {
		bench.dbvet(['target', 'add', 'shop', 'mysql://dbvet_eyes@127.0.0.1:3306/orders']);
		bench.dbvet(['target', 'add', 'cache', 'rediss://dbvet-look@127.0.0.1:6380']);
		expect(bench.dbvet(['grants', 'shop']).err).toContain('--from 192.0.2.10');
		const sql = bench.dbvet(['grants', 'shop', '--from', '10.0.0.5']).out;
		expect(sql).toContain(
			"/*!80000 CREATE USER 'dbvet_eyes'@'10.0.0.5' IDENTIFIED BY RANDOM PASSWORD REQUIRE SSL",
		);
		const rule = bench.dbvet(['grants', 'cache']);
		expect(rule.out).toMatch(/^ACL SETUSER dbvet-look reset on -@all [^\n]*\n$/);
		expect(rule.err).toContain('ACL GETUSER dbvet-look must answer (nil)');
		expect(rule.err).toContain('ACL SAVE');
		expect(bench.dbvet(['grants', 'cache', '--revoke']).out).toBe('ACL DELUSER dbvet-look\n');
		expect(bench.dbvet(['grants', 'cache', '--engine', 'mysql']).err).toContain('is redis');
		expect(bench.dbvet(['grants', 'rds', '--engine', 'oracle']).code).toBe(2);
	});

	test("puts the scanner's address into the rule of access of PostgreSQL", () => {
		const script = (from: string): string =>
			bench.dbvet(['grants', 'self-managed', '--database', 'shop', '--from', from]).out;
		expect(script('10.0.0.5')).toContain('"dbvet" 10.0.0.5/32 scram-sha-256');
		expect(script('2001:db8::5')).toContain('"dbvet" 2001:db8::5/128 scram-sha-256');
		expect(script('10.0.0.0/24')).toContain('"dbvet" 10.0.0.0/24 scram-sha-256');
	});
});
