import {describe, expect, test} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {identities, scanners, secrets, tidy} from '../helpers/mariadb-fixtures.js';
import {haveMariadb, startMariadb} from '../helpers/mariadb-server.js';
import {lines} from '../helpers/probe-local.js';
import {probeMysql} from '../helpers/probe-mysql.js';

/** Written as MariaDB 11.8 stores it where an account is made without a password. */
const stored = (user: string, account: object): string =>
	`INSERT INTO mysql.global_priv VALUES ('10.0.0.%', '${user}', '${JSON.stringify({access: 0, ...account})}'); FLUSH PRIVILEGES`;
const ofEmpty = '4LH+dBF+G5W2CKTyId8xR3SyDqZoQjUNUVNxx8aWbG4';
const parsec = {
	plugin: 'parsec',
	authentication_string: 'P0:CFW7pCP9xlbZwShBaADrNcIj:RthxzhulA5LsaFGTZMIR1B8kbfHRgw+hYqDyEu+VSvY',
};
const ways = [{plugin: 'unix_socket'}, {plugin: 'ed25519', authentication_string: ofEmpty}];

describe.skipIf(!haveMariadb())('the empty password as MariaDB 11.8 keeps it', () => {
	test('is found where it shows, and not taken for a password where it does not', async () => {
		const {ca, server: tls} = await issueServer();
		const server = await startMariadb({
			tls,
			options: ['plugin-load-add=auth_ed25519'],
			rootPassword: secrets.admin,
			sql: [
				...tidy,
				...scanners,
				stored('blank', {plugin: 'ed25519', authentication_string: ofEmpty}),
				stored('second', {auth_or: ways}),
				stored('sealed', parsec),
				stored('nobody', {plugin: 'ed25519', authentication_string: ''}),
				stored('locked', {...parsec, account_locked: true}),
			],
		});
		try {
			const report = await probeMysql({
				port: server.port,
				ca: ca.cert,
				user: 'dbvet',
				password: secrets.scanner,
				identities,
			});
			expect(lines(report).filter(line => line.startsWith('mysql-empty-passwords'))).toEqual([
				'mysql-empty-passwords[blank@10.0.0.%] fail critical',
				'mysql-empty-passwords[sealed@10.0.0.%] unknown unexpected-reply',
				'mysql-empty-passwords[second@10.0.0.%] fail critical',
			]);
		} finally {
			await server.stop();
		}
	});
});
