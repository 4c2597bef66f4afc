import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {hardened, identities, scanners, secrets, shop, tidy} from '../helpers/mariadb-fixtures.js';
import {haveMariadb, startMariadb, type MariadbServer} from '../helpers/mariadb-server.js';
import {lines} from '../helpers/probe-local.js';
import {probeMysql} from '../helpers/probe-mysql.js';

const proven = `IDENTIFIED VIA ed25519 USING PASSWORD('${secrets.application}')`;
/** Written as it is stored, past the plugins that check new passwords. */
const cipherOnly = `INSERT INTO mysql.global_priv VALUES ('10.0.0.%', 'cipher', '{"access":0,"plugin":"mysql_native_password","authentication_string":"","ssl_type":3,"ssl_cipher":"TLS_AES_256_GCM_SHA384","x509_issuer":"","x509_subject":""}'), ('10.0.0.%', 'issued', '{"access":0,"plugin":"mysql_native_password","authentication_string":"","ssl_type":3,"ssl_cipher":"","x509_issuer":"/CN=CA","x509_subject":""}')`;

describe.skipIf(!haveMariadb())('a hardened MariaDB with what is easily overlooked', () => {
	let server: MariadbServer;
	let source: MariadbServer;
	let ca: string;
	const failed = async (): Promise<readonly string[]> =>
		lines(
			await probeMysql({
				port: server.port,
				ca,
				identities,
				user: 'dbvet',
				password: secrets.scanner,
			}),
		).filter(line => / (fail|unknown) /.test(line));

	beforeAll(async () => {
		const issued = await issueServer();
		ca = issued.ca.cert;
		source = await startMariadb({
			tls: issued.server,
			options: ['log-bin=binlog', 'server-id=1'],
			sql: [
				"CREATE USER follower@'%' IDENTIFIED BY 'f'; GRANT REPLICATION SLAVE ON *.* TO follower@'%'",
			],
		});
		server = await startMariadb({
			tls: issued.server,
			options: hardened.filter(option => !option.startsWith('skip-name-resolve')),
			rootPassword: secrets.admin,
			sql: [...tidy, ...shop, ...scanners],
		});
	}, 60_000);
	afterAll(async () => {
		await server.stop();
		await source.stop();
	});

	test('a cipher that an account demands is no proof of who it is', async () => {
		server.query(`${cipherOnly}; FLUSH PRIVILEGES`);
		try {
			const found = await failed();
			expect(found).toContain('mysql-empty-passwords[cipher@10.0.0.%] fail critical');
			expect(found).toContain('mysql-empty-passwords[issued@10.0.0.%] fail info');
		} finally {
			server.query("DROP USER cipher@'10.0.0.%', issued@'10.0.0.%'");
		}
	});

	test('names that anybody can give a machine are no bound', async () => {
		const open = ['web%', '%.com', 'web.%', '2001:%'];
		const bound = ['%.example.com', 'web%.example.com', '%.internal', '2001:db8:%', 'fd00:%'];
		for (const host of [...open, ...bound]) server.query(`CREATE USER h@'${host}' ${proven}`);
		try {
			const found = (await failed()).filter(line => line.startsWith('mysql-wildcard-hosts'));
			expect(found.toSorted()).toEqual(
				open.map(host => `mysql-wildcard-hosts[h@${host}] fail medium`).toSorted(),
			);
		} finally {
			for (const host of [...open, ...bound]) server.query(`DROP USER h@'${host}'`);
		}
	});

	test.each([
		[
			'that cuts every statement',
			'SET GLOBAL server_audit_query_log_limit = 0',
			'SET GLOBAL server_audit_query_log_limit = 1024',
		],
		[
			'that keeps the last moments',
			'SET GLOBAL server_audit_file_rotate_size = 100, GLOBAL server_audit_file_rotations = 1',
			'SET GLOBAL server_audit_file_rotate_size = 1000000, GLOBAL server_audit_file_rotations = 9',
		],
	])('a record %s', async (_name, order, undo) => {
		expect(await failed()).not.toContain('mysql-audit-plugin fail medium');
		server.query(order);
		try {
			expect(await failed()).toContain('mysql-audit-plugin fail medium');
		} finally {
			server.query(undo);
		}
	});

	test('the binary log of a replica leaves out what the replica takes over', async () => {
		const found = async () => (await failed()).find(line => line.startsWith('mysql-binlog-pitr'));
		expect(await found()).toBeUndefined();
		server.query(
			`CHANGE MASTER TO MASTER_HOST='127.0.0.1', MASTER_PORT=${source.port}, MASTER_USER='follower', MASTER_PASSWORD='f', MASTER_SSL=1; START SLAVE`,
		);
		await vi.waitFor(
			async () => expect(await found()).toBe('mysql-binlog-pitr fail medium'),
			20_000,
		);
	});
});
