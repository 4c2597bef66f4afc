import {spawn, type ChildProcess} from 'node:child_process';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {defects, failing, weakened} from '../helpers/mariadb-defects.js';
import {identities, scanners, secrets, triggersNotShown} from '../helpers/mariadb-fixtures.js';
import {haveMariadb, startMariadb, type MariadbServer} from '../helpers/mariadb-server.js';
import {lines} from '../helpers/probe-local.js';
import {probeMysql} from '../helpers/probe-mysql.js';
import {findingsOf, outcomesOf} from '../helpers/probe-postgres.js';

describe.skipIf(!haveMariadb())('a weak MariaDB', () => {
	let server: MariadbServer;
	let ca: string;
	const reports = new Map<string, TargetReport>();
	const report = (name: string): TargetReport => {
		const found = reports.get(name);
		if (found === undefined) throw new Error(`no report of ${name}`);
		return found;
	};

	beforeAll(async () => {
		const issued = await issueServer({
			name: 'MySQL_Server_10.11_Auto_Generated_Server_Certificate',
		});
		ca = issued.ca.cert;
		server = await startMariadb({
			tls: issued.server,
			options: weakened,
			sql: [
				...scanners.map(sql => sql.replaceAll('127.0.0.1', 'localhost')),
				`CREATE USER admin@localhost IDENTIFIED VIA ed25519 USING PASSWORD('${secrets.admin}'); GRANT ALL ON *.* TO admin@localhost`,
				...defects,
			],
		});
		for (const [user, password] of [
			['admin', secrets.admin],
			['dbvet', secrets.scanner],
			['nothing', secrets.nothing],
		] as const)
			reports.set(user, await probeMysql({port: server.port, user, password, ca, identities}));
	});
	afterAll(() => server.stop());

	for (const scanner of ['admin', 'dbvet'])
		test(`shows each planted defect to ${scanner}`, () => {
			const found = new Set(
				report(scanner)
					.findings.filter(({outcome}) => outcome === 'fail')
					.map(({check}) => check),
			);
			expect(failing.filter(id => !found.has(id))).toEqual([]);
			expect(lines(report(scanner)).filter(line => / (unknown|error) /.test(line))).toEqual(
				scanner === 'admin' ? [] : triggersNotShown,
			);
		});

	test('shows both scanners the same, but what they are themselves', () => {
		const bad = (name: string) =>
			lines(report(name)).filter(
				line => line.includes(' fail ') && !/(admin|dbvet)@localhost|mysql-observer/.test(line),
			);
		expect(bad('dbvet')).toEqual(bad('admin'));
	});

	test('shows an account with nothing the defects of variables, and passes none of the others', () => {
		const passed = report('nothing').findings.filter(({outcome}) => outcome === 'pass');
		expect(passed.map(({check}) => check).filter(id => failing.includes(id))).toEqual([]);
	});

	test('names each offender once, with the severity that fits', () => {
		const severities = (check: string): Readonly<Record<string, string>> =>
			Object.fromEntries(
				findingsOf(report('dbvet'), check).flatMap(({object, outcome, severity}) =>
					outcome === 'fail' ? [[object ?? '', severity]] : [],
				),
			);
		expect(severities('mysql-super-privs')).toMatchObject({
			'shop_app@%': 'critical',
			'admin@localhost': 'high',
		});
		expect(
			findingsOf(report('dbvet'), 'mysql-super-privs').find(f => f.object === 'shop_app@%')
				?.observed,
		).toContain('SUPER (through role climbers)');
		expect(severities('mysql-process-priv')).toEqual({'shop_bi@10.0.0.%': 'medium'});
		expect(severities('mysql-dml-ddl-on-mysql-schema')).toEqual({
			'helper@10.0.0.%': 'high',
			'helper@10.0.0.% on mysql.event': 'high',
			'shop_bi@10.0.0.% on %.*': 'high',
		});
		expect(severities('mysql-suspicious-udf')).toEqual({sys_exec: 'critical'});
		expect(severities('mysql-routine-definer')).toEqual({
			'routine shop.pay': 'medium',
			'routine shop.orphan': 'low',
			'view shop.all_orders': 'medium',
		});
		expect(Object.keys(severities('mysql-secrets-in-routines'))).toEqual([
			'routine shop.orphan',
			'event shop.sync',
			'server far',
		]);
	});

	test('refuses the login of MySQL 4.0', async () => {
		server.query(
			"CREATE USER old@localhost IDENTIFIED VIA mysql_old_password USING '60671c896665c3fa'",
		);
		const old = await probeMysql({port: server.port, user: 'old', password: 'a', ca});
		expect(findingsOf(old, 'mysql-tls-versions')).toMatchObject([{reason: 'client-cannot-offer'}]);
		server.query('DROP USER old@localhost');
	});

	test('leaves no secret and no hash in the report', () => {
		const text = JSON.stringify([...reports.values()]);
		for (const secret of ['s3cret99', 'abcdef123456', 'p-secret', ...Object.values(secrets)])
			expect(text).not.toContain(secret);
		expect(text).not.toMatch(/\*[0-9A-F]{40}/);
	});

	test('sees how each session is connected', async () => {
		const clients: ChildProcess[] = [];
		const connect = (...args: readonly string[]): void => {
			const client = spawn(
				'mariadb',
				['--no-defaults', '-h127.0.0.1', `-P${server.port}`, '-uhelper2', '-ph', ...args],
				{stdio: ['pipe', 'ignore', 'ignore']},
			);
			clients.push(client);
			client.stdin.write('SELECT SLEEP(20);\n');
		};
		server.query("CREATE USER helper2@localhost IDENTIFIED BY 'h'");
		connect('--skip-ssl');
		connect('--ssl');
		await vi.waitFor(() =>
			expect(
				server.query("SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE USER = 'helper2'"),
			).toEqual([['2']]),
		);
		const seen = await probeMysql({
			port: server.port,
			user: 'dbvet',
			password: secrets.scanner,
			ca,
		});
		for (const client of clients) client.kill();
		const facts = JSON.stringify(seen.endpoints[0]?.facts);
		expect(facts).toContain(
			'"user":"helper2","address":"localhost","transport":"TCP/IP","sessions":1',
		);
		expect(facts).toContain(
			'"user":"helper2","address":"localhost","transport":"SSL/TLS","sessions":1',
		);
		// Both come from the server's own machine.
		expect(outcomesOf(seen, 'mysql-sessions-plaintext')).toEqual(['pass']);
	});
});

describe.skipIf(!haveMariadb())('MariaDB without its rights', () => {
	test('is seen to check nobody', async () => {
		const issued = await issueServer();
		const server = await startMariadb({
			tls: issued.server,
			options: ['skip-grant-tables', 'performance-schema=OFF'],
		});
		const seen = await probeMysql({
			port: server.port,
			user: 'anybody',
			password: 'anything',
			ca: issued.ca.cert,
		});
		await server.stop();
		expect(outcomesOf(seen, 'mysql-skip-grant-tables')).toEqual(['fail']);
		expect(findingsOf(seen, 'mysql-sessions-plaintext')).toMatchObject([
			{outcome: 'unknown', reason: 'unsupported-version'},
		]);
	});
});
