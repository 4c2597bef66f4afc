import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {haveMariadb, startMariadb, type MariadbServer} from '../helpers/mariadb-server.js';
import {lines, probeLocal} from '../helpers/probe-local.js';
import {probeAsThreeAccounts, threeAccounts} from '../helpers/three-accounts.js';
import {toAll} from '../helpers/three-roles.js';

/** After the last day of support of each series that is known. */
const later = new Date('2040-01-01T00:00:00Z');

describe.skipIf(!haveMariadb())('a MariaDB that encrypts', () => {
	let server: MariadbServer;
	let ca: string;
	beforeAll(async () => {
		const issued = await issueServer({notAfter: new Date('2045-01-01T00:00:00Z')});
		ca = issued.ca.cert;
		server = await startMariadb({
			tls: issued.server,
			files: {keys: `1;${'6b'.repeat(32)}\n`},
			options: [
				'plugin-load-add=auth_ed25519',
				'ssl-cipher=ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256',
				'plugin-load-add=file_key_management',
				'file-key-management-filename=FOLDER/files/keys',
				'log-bin=binlog',
				'encrypt-binlog=ON',
				'innodb-encrypt-tables=ON',
				'innodb-encrypt-log=ON',
			],
			sql: threeAccounts,
		});
	});
	afterAll(() => server.stop());

	test('is left alone, and found when nobody mends it any more', async () => {
		const of = await probeAsThreeAccounts({port: server.port, ca});
		for (const id of [
			'mysql-tls-ciphers',
			'mysql-binlog-encryption',
			'mysql-percona-mariadb-encryption',
			'mysql-version-eol',
		])
			expect([id, of(id)]).toEqual([id, toAll('pass')]);
		const then = await probeAsThreeAccounts({port: server.port, ca, now: later});
		expect(then('mysql-version-eol')).toEqual(toAll('fail'));
	});

	test('greets everybody with its version', async () => {
		const target = {engine: 'mariadb', identities: []} as const;
		const look = async (now: Date) => lines(await probeLocal({port: server.port, ca, target, now}));
		expect(await look(new Date())).toContain('mysql-wire-version-banner pass');
		expect(await look(later)).toContain('mysql-wire-version-banner fail high');
	});
});
