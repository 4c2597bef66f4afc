import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {hidden, identities, scanners, secrets, shop, tidy} from '../helpers/mariadb-fixtures.js';
import {haveMariadb, startMariadb, type MariadbServer} from '../helpers/mariadb-server.js';
import {lines} from '../helpers/probe-local.js';
import {probeMysql} from '../helpers/probe-mysql.js';

const proven = `IDENTIFIED VIA ed25519 USING PASSWORD('${secrets.application}')`;

/** Written as it is stored, past the plugins that check new passwords. */
const stored = (host: string, user: string, account: string): string =>
	`INSERT INTO mysql.global_priv VALUES ('${host}', '${user}', '${account}'); FLUSH PRIVILEGES`;
const anonymous = stored(
	'%',
	'',
	'{"access":0,"plugin":"mysql_native_password","authentication_string":"","account_locked":true}',
);

describe.skipIf(!haveMariadb())('what an administrator wrote in another way', () => {
	let server: MariadbServer;
	let ca: string;
	let before: readonly string[];

	const look = async (): Promise<readonly string[]> => {
		const login = {user: 'dbvet', password: secrets.scanner};
		const report: TargetReport = await probeMysql({port: server.port, ca, identities, ...login});
		expect(report.status).toBe('complete');
		return lines(report).filter(line => / (fail|unknown|error)\b/.test(line));
	};
	/** What is new in a report after these statements, which others take back. */
	const after = async (statements: string, undo: string): Promise<readonly string[]> => {
		server.query(statements);
		try {
			return (await look()).filter(line => !before.includes(line));
		} finally {
			server.query(undo);
		}
	};

	beforeAll(async () => {
		const issued = await issueServer();
		ca = issued.ca.cert;
		server = await startMariadb({
			tls: issued.server,
			options: hidden,
			rootPassword: secrets.admin,
			sql: [...tidy, ...shop, ...scanners, "GRANT TRIGGER ON *.* TO dbvet@'127.0.0.1'"],
		});
		before = await look();
	});
	afterAll(() => server.stop());

	test('settings', () => {
		expect(before).toEqual([
			'mysql-audit-exclusions fail medium',
			'mysql-audit-plugin fail medium',
			'mysql-binlog-pitr fail high',
			'mysql-failed-login-lockout fail low',
			'mysql-secure-file-priv fail high',
			'mysql-validate-password fail low',
			'mysql-bind-address fail low',
			'mysql-max-connections fail low',
			'mysql-timeouts fail info',
			'mysql-general-log fail medium',
			'mysql-innodb-durability fail high',
			// There is no key server for the tests.
			'mysql-binlog-encryption fail low',
			'mysql-percona-mariadb-encryption fail low',
		]);
	});

	test('the version and the product are those that are built in, not those that are told', async () => {
		const login = {user: 'dbvet', password: secrets.scanner};
		const {findings} = await probeMysql({port: server.port, ca, identities, ...login});
		expect(findings.find(({check}) => check === 'mysql-version-eol')?.observed).toMatch(
			/^MariaDB 10\.11\.\d+ \(it calls itself 8\.4\.13/,
		);
	});

	test('an administrator with the name of one of the product’s own accounts', async () => {
		const found = await after(
			`CREATE USER 'mariadb.sys'@'%' ${proven}; GRANT ALL ON *.* TO 'mariadb.sys'@'%'`,
			"DROP USER 'mariadb.sys'@'%'",
		);
		expect(found).toEqual([
			'mysql-super-privs[mariadb.sys@%] fail high',
			'mysql-wildcard-hosts[mariadb.sys@%] fail high',
		]);
	});

	test('a grant to the empty name is everybody’s, even while that account is locked', async () => {
		const found = await after(`${anonymous}; GRANT ALL ON mysql.* TO ''@'%'`, "DROP USER ''@'%'");
		expect(found).toEqual(
			expect.arrayContaining([
				"mysql-dml-ddl-on-mysql-schema[''@% on mysql.*] fail high",
				'mysql-app-uses-admin[shop_app] fail high',
				'mysql-observer-capabilities fail low',
			]),
		);
	});

	test.each([
		["GRANT SELECT ON mysql.* TO shop_app@'10.0.0.%'", 'shop_app@10.0.0.% on mysql.*', 'medium'],
		["GRANT SELECT ON *.* TO shop_bi@'10.0.0.%'", 'shop_bi@10.0.0.%', 'medium'],
		[
			"GRANT SELECT (authentication_string) ON mysql.user TO shop_app@'10.0.0.%'",
			'shop_app@10.0.0.% on mysql.user.authentication_string',
			'medium',
		],
		['GRANT SELECT ON mysql.* TO PUBLIC', 'PUBLIC on mysql.*', 'medium'],
		["GRANT SELECT ON mysql.global_priv TO nothing@'127.0.0.1'", 'nothing@127.0.0.1', 'info'],
		["GRANT SELECT ON mysql.proc TO shop_app@'10.0.0.%'", '', ''],
	])('stored passwords that accounts may read: %s', async (grant, object, severity) => {
		const undo = grant.replace('GRANT', 'REVOKE').replace(' TO ', ' FROM ');
		const found = await after(grant, undo);
		const lines = found.filter(line => line.startsWith('mysql-dml-ddl-on-mysql-schema'));
		expect(lines).toHaveLength(object === '' ? 0 : 1);
		expect(lines.join()).toContain(object);
		expect(lines.join()).toContain(severity);
	});

	test('what PUBLIC has, the scanner and a declared application have too', async () => {
		const found = await after(
			'CREATE ROLE dba; GRANT SUPER, FILE, PROCESS ON *.* TO dba; GRANT dba TO PUBLIC',
			'DROP ROLE dba',
		);
		expect(found).toEqual(
			expect.arrayContaining([
				'mysql-observer-capabilities fail low',
				'mysql-super-privs[dbvet@127.0.0.1] fail high',
				'mysql-super-privs[shop_app@10.0.0.%] fail critical',
				// That it is an administrator does not excuse an application.
				'mysql-file-priv[shop_app@10.0.0.%] fail high',
				'mysql-process-priv[shop_app@10.0.0.%] fail medium',
			]),
		);
	});

	test.each([
		[
			'a role of roles',
			'CREATE ROLE a; CREATE ROLE b; GRANT UPDATE ON mysql.* TO b; GRANT b TO a; GRANT a TO',
		],
		['a pattern of schemas', 'CREATE ROLE a; CREATE ROLE b; GRANT INSERT ON `mys__`.* TO'],
		['a proxy', 'CREATE ROLE a; CREATE ROLE b; GRANT PROXY ON root@localhost TO'],
	])('an application that is an administrator by %s', async (_, grant) => {
		const app = "shop_app@'10.0.0.%'";
		const found = await after(
			`${grant} ${app}`,
			`DROP ROLE a; DROP ROLE b; REVOKE ALL PRIVILEGES, GRANT OPTION FROM ${app}; DELETE FROM mysql.proxies_priv WHERE User = 'shop_app'; FLUSH PRIVILEGES; GRANT SELECT, INSERT, UPDATE, DELETE ON shop.* TO ${app}`,
		);
		expect(found).toContain('mysql-app-uses-admin[shop_app] fail high');
	});

	test.each([
		[
			'CREATE DEFINER=root@localhost PROCEDURE sys.planted() SELECT 1',
			'DROP PROCEDURE sys.planted',
			'routine sys.planted',
			'medium',
		],
		[
			'CREATE DEFINER=root@LOCALHOST PROCEDURE mysql.planted() SELECT 1',
			'DROP PROCEDURE mysql.planted',
			'routine mysql.planted',
			'medium',
		],
		[
			'CREATE ROLE dba; GRANT SUPER ON *.* TO dba; CREATE DEFINER=dba PROCEDURE shop.lent() SELECT 1',
			'DROP PROCEDURE shop.lent; DROP ROLE dba',
			'routine shop.lent',
			'medium',
		],
		[
			'CREATE USER keeper@localhost IDENTIFIED VIA unix_socket ACCOUNT LOCK; GRANT CREATE USER ON *.* TO keeper@localhost; CREATE DEFINER=keeper@localhost SQL SECURITY DEFINER VIEW shop.lent AS SELECT 1 AS a',
			'DROP VIEW shop.lent; DROP USER keeper@localhost',
			'view shop.lent',
			'medium',
		],
		[
			'CREATE USER keeper@localhost IDENTIFIED VIA unix_socket ACCOUNT LOCK; GRANT UPDATE ON mysql.global_priv TO keeper@localhost; CREATE TABLE shop.t (a int); CREATE DEFINER=root@localhost VIEW shop.lent AS SELECT * FROM shop.t; DROP TABLE shop.t',
			'DROP VIEW shop.lent; DROP USER keeper@localhost',
			'view shop.lent',
			'medium',
		],
	])('rights that are lent: %s', async (make, undo, object, severity) => {
		expect(await after(make, undo)).toContain(`mysql-routine-definer[${object}] fail ${severity}`);
	});

	test('an event that lies in a schema of the server', async () => {
		const found = await after(
			'CREATE DEFINER=root@localhost EVENT sys.nightly ON SCHEDULE EVERY 1 DAY DO SELECT 1',
			'DROP EVENT sys.nightly',
		);
		expect(found).toEqual(['mysql-events-scheduler[event sys.nightly] fail medium']);
	});

	test.each([
		"SET @pwd := 'hunter22x'",
		'SET @api_key = "abcdef123456"',
		"BEGIN DECLARE v_password VARCHAR(40) DEFAULT 'hunter22x'; SELECT 1; END",
		"CREATE USER x IDENTIFIED BY 'hunter22x'",
		"CREATE USER x IDENTIFIED VIA ed25519 USING PASSWORD('hunter22x')",
		"SELECT 'AKIAIOSFODNN7EXAMPLE'",
	])('a secret in a routine: %s', async text => {
		const found = await after(
			`DELIMITER //\nCREATE DEFINER=shop_app@'10.0.0.%' PROCEDURE shop.told() SQL SECURITY INVOKER ${text} //\nDELIMITER ;`,
			'DROP PROCEDURE shop.told',
		);
		expect(found).toEqual(['mysql-secrets-in-routines[routine shop.told] fail high']);
	});

	test('rights of everybody on test schemas, by a pattern that does not begin so', async () => {
		const found = await after(
			`${anonymous}; GRANT ALL ON \`_es%\`.* TO ''@'%'`,
			"DROP USER ''@'%'",
		);
		expect(found).toContain('mysql-test-database[rights on _es%] fail high');
	});

	test('accounts with values of their own, and hosts that are none', async () => {
		const found = await after(
			`CREATE USER eternal@'10.0.0.%' ${proven} WITH MAX_USER_CONNECTIONS 5000 PASSWORD EXPIRE NEVER; CREATE USER wide@'%.0.0.5' ${proven}; CREATE USER half@'0.0.0.0/128.0.0.0' ${proven}; CREATE USER net@'10.0.0.0/255.0.0.0' ${proven}; CREATE USER replay@localhost ${proven}; GRANT BINLOG REPLAY ON *.* TO replay@localhost`,
			"DROP USER eternal@'10.0.0.%', wide@'%.0.0.5', half@'0.0.0.0/128.0.0.0', net@'10.0.0.0/255.0.0.0', replay@localhost",
		);
		expect(found.toSorted()).toEqual([
			'mysql-password-lifetime[eternal@10.0.0.%] fail low',
			'mysql-super-privs[replay@localhost] fail high',
			'mysql-wildcard-hosts[half@0.0.0.0/128.0.0.0] fail medium',
			'mysql-wildcard-hosts[wide@%.0.0.5] fail medium',
		]);
	});

	test('what Debian makes of root and mysql is no fault', async () => {
		const found = await after(
			stored(
				'localhost',
				'mysql',
				'{"access":18446744073709551615,"plugin":"mysql_native_password","authentication_string":"invalid","auth_or":[{},{"plugin":"unix_socket"}]}',
			),
			'DROP USER mysql@localhost',
		);
		expect(found).toEqual([]);
	});
});
