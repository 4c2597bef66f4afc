import {describe, expect, test, vi} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {haveMariadb, startMariadb} from '../helpers/mariadb-server.js';
import {probeAsThreeAccounts, threeAccounts} from '../helpers/three-accounts.js';
import {toMonitors} from '../helpers/three-roles.js';

const host = '127.0.0.1';
/** Each of them leaves something out of the copy. */
const filters = [
	['replicate_do_db', 'shop'],
	['replicate_ignore_db', 'crm'],
	['replicate_wild_ignore_table', 'crm.%'],
] as const;

describe.skipIf(!haveMariadb())('a MariaDB and its replica', () => {
	test('are left alone, and found when one has stopped', async () => {
		const {ca, server: tls} = await issueServer({hosts: ['localhost', host]});
		const source = await startMariadb({
			tls,
			options: ['log-bin=binlog', 'server-id=1'],
			sql: [
				"CREATE USER follower@'%' IDENTIFIED BY 'f'; GRANT REPLICATION SLAVE ON *.* TO follower@'%'",
			],
		});
		const replica = await startMariadb({
			tls: {...tls, ca: ca.cert},
			options: ['plugin-load-add=auth_ed25519', 'server-id=2'],
			sql: threeAccounts,
		});
		/** What the check says of the replica, once it is as told. */
		const told = async (health: string): Promise<void> => {
			await vi.waitFor(async () => {
				const of = await probeAsThreeAccounts({port: replica.port, ca: ca.cert});
				expect(of('mysql-replication-health')).toEqual(toMonitors(health));
			}, 20_000);
		};
		const fetch = (how: string): void => {
			replica.query(`STOP SLAVE; CHANGE MASTER TO ${how}; START SLAVE`);
		};
		try {
			fetch(
				`MASTER_HOST='${host}', MASTER_PORT=${source.port}, MASTER_USER='follower', MASTER_PASSWORD='f', MASTER_SSL=1, MASTER_SSL_CA='${replica.folder}/ca.crt', MASTER_SSL_VERIFY_SERVER_CERT=1`,
			);
			await told('pass');
			for (const [option, value] of filters) {
				replica.query(`STOP SLAVE; SET GLOBAL ${option} = '${value}'; START SLAVE`);
				await told('fail');
				replica.query(`STOP SLAVE; SET GLOBAL ${option} = ''; START SLAVE`);
			}
			replica.query(
				"STOP SLAVE; SET GLOBAL replicate_ignore_db = 'performance_schema'; START SLAVE",
			);
			await told('pass');
			replica.query('STOP SLAVE SQL_THREAD');
			await told('fail');
		} finally {
			await replica.stop();
			await source.stop();
		}
	}, 120_000);
});
