import {spawn, type ChildProcess} from 'node:child_process';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {identities, scanners, secrets} from '../helpers/mariadb-fixtures.js';
import {haveMariadb, startMariadb, type MariadbServer} from '../helpers/mariadb-server.js';
import {lines} from '../helpers/probe-local.js';
import {probeMysql} from '../helpers/probe-mysql.js';
import {findingsOf, outcomesOf} from '../helpers/probe-postgres.js';

const options = [
	'plugin-load-add=auth_ed25519',
	'plugin-load-add=server_audit',
	'plugin-maturity=beta',
	'plugin-load-add=handlersocket',
	'server-audit-excl-users=shop_app',
	'tls-version=TLSv1.1,TLSv1.2,TLSv1.3',
	'ssl-cipher=ALL:@SECLEVEL=0',
	'local-infile=ON',
	'symbolic-links=1',
	'old-passwords=1',
	'secure-auth=0',
	'bind-address=*',
	'sql-mode=',
	'wait-timeout=31536000',
	'general-log=1',
	'general-log-file=FOLDER/general',
	'log-warnings=1',
	'log-bin-trust-function-creators=1',
	'skip-innodb-doublewrite',
	'event-scheduler=ON',
	'performance-schema=ON',
	'strict-password-validation=0',
];

/** One defect for each check that can be planted with SQL. */
const defects: readonly string[] = [
	'CREATE DATABASE shop; CREATE TABLE shop.orders (id int); CREATE DATABASE test; CREATE DATABASE sakila',
	"CREATE USER shop_app@'%' IDENTIFIED VIA mysql_native_password; CREATE USER shop_bi@'10.0.0.%' IDENTIFIED BY 'b'",
	"CREATE USER ''@'%'; CREATE USER root@'%' IDENTIFIED BY 'r'",
	'CREATE ROLE climbers; GRANT SUPER ON *.* TO climbers',
	"GRANT climbers TO shop_app@'%' WITH ADMIN OPTION",
	"GRANT climbers TO shop_bi@'10.0.0.%' WITH ADMIN OPTION; REVOKE climbers FROM shop_bi@'10.0.0.%'",
	"CREATE USER helper@'10.0.0.%' IDENTIFIED BY 'h'; CREATE ROLE readers; GRANT readers TO helper@'10.0.0.%' WITH ADMIN OPTION",
	"GRANT FILE, CREATE USER, INSERT ON *.* TO helper@'10.0.0.%'",
	"GRANT PROCESS, SHUTDOWN, REPLICATION SLAVE ON *.* TO shop_bi@'10.0.0.%'",
	"GRANT SELECT ON shop.* TO helper@'10.0.0.%' WITH GRANT OPTION",
	"GRANT UPDATE ON `%`.* TO shop_bi@'10.0.0.%'; GRANT DELETE ON mysql.event TO helper@'10.0.0.%'",
	"GRANT ALL ON `test\\_%`.* TO ''@'%'",
	"GRANT PROXY ON root@localhost TO helper@'10.0.0.%'",
	'CREATE DEFINER=root@localhost PROCEDURE shop.pay() SELECT 1',
	"CREATE DEFINER=gone@localhost PROCEDURE shop.orphan() SELECT 'postgres://app:s3cret99@db/shop'",
	'CREATE DEFINER=root@localhost SQL SECURITY DEFINER VIEW shop.all_orders AS SELECT * FROM shop.orders',
	'CREATE DEFINER=root@localhost EVENT shop.nightly ON SCHEDULE EVERY 1 DAY DO SELECT 1',
	"CREATE DEFINER=helper@'10.0.0.%' EVENT shop.sync ON SCHEDULE EVERY 1 DAY DO SET @api_key = 'abcdef123456'",
	"CREATE SERVER far FOREIGN DATA WRAPPER mysql OPTIONS (HOST '192.0.2.1', USER 'u', PASSWORD 'p-secret')",
	"INSERT INTO mysql.func VALUES ('sys_exec', 2, 'lib_mysqludf_sys.so', 'function')",
	// Nobody starts it: nothing is contacted.
	"CHANGE MASTER TO MASTER_HOST='192.0.2.1', MASTER_USER='r', MASTER_PASSWORD='r', MASTER_SSL=0",
];

const failing = [
	'mysql-account-ssl-type',
	'mysql-anonymous-accounts',
	'mysql-app-uses-admin',
	'mysql-audit-exclusions',
	'mysql-audit-plugin',
	'mysql-auth-plugin',
	'mysql-binlog-pitr',
	'mysql-dml-ddl-on-mysql-schema',
	'mysql-empty-passwords',
	'mysql-events-scheduler',
	'mysql-failed-login-lockout',
	'mysql-grant-option',
	'mysql-password-reuse',
	'mysql-plugins-risky',
	'mysql-replication-health',
	'mysql-replication-tls',
	'mysql-require-secure-transport',
	'mysql-role-graph',
	'mysql-root-remote',
	'mysql-routine-definer',
	'mysql-sample-schemas',
	'mysql-secrets-in-routines',
	'mysql-secure-file-priv',
	'mysql-super-privs',
	'mysql-suspicious-udf',
	'mysql-test-database',
	'mysql-tls-ca-cert-present',
	'mysql-validate-password',
	'mysql-wildcard-hosts',
	'mysql-file-priv',
	'mysql-create-user-priv',
	'mysql-process-priv',
	'mysql-shutdown-reload-priv',
	'mysql-repl-slave-priv',
	'mysql-tls-versions',
	'mysql-tls-ciphers',
	'mysql-local-infile',
	'mysql-skip-show-database',
	'mysql-skip-name-resolve',
	'mysql-symbolic-links',
	'mysql-old-passwords',
	'mysql-password-lifetime',
	'mysql-bind-address',
	'mysql-sql-mode-strict',
	'mysql-max-connections',
	'mysql-timeouts',
	'mysql-general-log',
	'mysql-error-log',
	'mysql-log-bin-trust',
	'mysql-innodb-durability',
	'mysql-percona-mariadb-encryption',
];

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
			options,
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
			expect(lines(report(scanner)).filter(line => / (unknown|error) /.test(line))).toEqual([]);
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
				findingsOf(report('dbvet'), check).map(({object, severity}) => [object ?? '', severity]),
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
			client.stdin?.write('SELECT SLEEP(20);\n');
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
