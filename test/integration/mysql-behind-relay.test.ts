import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {haveMariadb, startMariadb, type MariadbServer} from '../helpers/mariadb-server.js';
import {startMysqlTlsEnd} from '../helpers/mysql-tls-end.js';
import {probeMysql} from '../helpers/probe-mysql.js';
import {secrets} from '../helpers/mariadb-fixtures.js';
import {probeAsThreeAccounts, threeAccounts} from '../helpers/three-accounts.js';
import {tellOf, toAll} from '../helpers/three-roles.js';

describe.skipIf(!haveMariadb())('a relay that ends TLS before MariaDB', () => {
	let server: MariadbServer;
	beforeAll(async () => {
		server = await startMariadb({
			options: ['plugin-load-add=auth_ed25519', 'skip-ssl'],
			sql: threeAccounts,
		});
	});
	afterAll(() => server.stop());

	test('is found', async () => {
		const {ca, server: tls} = await issueServer();
		const relay = await startMysqlTlsEnd(tls, {host: '127.0.0.1', port: server.port});
		try {
			const of = await probeAsThreeAccounts({port: relay.port, ca: ca.cert});
			expect(of('mysql-own-session-tls')).toEqual(toAll('fail'));
			expect(of('mysql-session-readonly')).toEqual(toAll('pass'));
		} finally {
			await relay.stop();
		}
	});

	test.each([
		['from the beginning', 0],
		['later on', 4],
	])('and swallows the order to only read %s: dbvet says so and stops', async (_when, after) => {
		const {ca, server: tls} = await issueServer();
		const order = 'START TRANSACTION READ ONLY';
		const behind = {host: '127.0.0.1', port: server.port};
		let orders = 0;
		const relay = await startMysqlTlsEnd(tls, behind, body => {
			const text = body.toString('latin1');
			if (!text.includes(order) || orders++ < after) return body;
			return Buffer.from(text.replace(order, 'START TRANSACTION'), 'latin1');
		});
		try {
			const {port} = relay;
			const user = 'dbvet';
			const report = await probeMysql({port, user, password: secrets.scanner, ca: ca.cert});
			expect(tellOf(report, 'mysql-session-readonly')).toBe('fail');
			expect(tellOf(report, 'mysql-process-priv')).toBe('unknown unexpected-reply');
		} finally {
			await relay.stop();
		}
	});
});
