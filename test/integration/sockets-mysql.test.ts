import {userInfo} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {haveMariadb, startMariadb, type MariadbServer} from '../helpers/mariadb-server.js';
import {openFolder, probeSocket, saidOf} from '../helpers/probe-socket.js';

const login = {user: 'dbvet', password: 'a-password-of-the-scanner'};
const me = userInfo().username;
// The account of the one who runs the test may be root, so that it comes last.
const sql = [
	`CREATE USER dbvet@localhost IDENTIFIED BY '${login.password}'`,
	'GRANT SELECT ON mysql.* TO dbvet@localhost',
	`CREATE USER IF NOT EXISTS '${me}'@localhost`,
	`ALTER USER '${me}'@localhost IDENTIFIED VIA unix_socket`,
];

describe.skipIf(!haveMariadb())('MariaDB over its socket', () => {
	let folder: Awaited<ReturnType<typeof openFolder>>;
	let alone: MariadbServer;
	let both: MariadbServer;
	const path = ({folder: place}: MariadbServer): string => join(place, 's');

	beforeAll(async () => {
		folder = await openFolder();
		// In the usual folder each user of the machine may make what he likes, so that it vouches for nobody.
		const parent = folder.path;
		const {server: tls} = await issueServer();
		[alone, both] = await Promise.all([
			startMariadb({parent, options: ['skip-networking'], sql}),
			startMariadb({
				parent,
				tls,
				sql: [...sql.slice(0, 2), 'ALTER USER dbvet@localhost REQUIRE SSL'],
			}),
		]);
	});
	afterAll(async () => {
		await Promise.all([alone.stop(), both.stop()]);
		await folder.remove();
	});

	test('without TLS and without TCP: the password goes to a socket that is vouched for', async () => {
		const report = await probeSocket({engine: 'mariadb', path: path(alone), ...login});
		expect(report).toMatchObject({status: 'complete', connections: 1, asked: 1});
		for (const check of [
			'tls-offered',
			'mysql-own-session-tls',
			'mysql-tls-ca-cert-present',
			'mysql-require-secure-transport',
			'mysql-wire-plaintext-refused',
		])
			expect(saidOf(report, check), check).toEqual(['not-applicable']);
		expect(saidOf(report, 'mysql-skip-grant-tables')).toEqual(['pass']);
	});

	test('an account of the plugin unix_socket logs in without a password, and is no account without one', async () => {
		const report = await probeSocket({engine: 'mariadb', path: path(alone), user: me});
		expect(report.status).toBe('complete');
		const empty = report.findings.filter(({check}) => check === 'mysql-empty-passwords');
		expect(empty.filter(({object}) => object === `${me}@localhost`)).toEqual([]);
	});

	test('an account that demands TLS has it over the socket too, and the TCP address stays unknown', async () => {
		const report = await probeSocket({engine: 'mariadb', path: path(both), ...login});
		expect(report).toMatchObject({status: 'complete', connections: 1});
		for (const check of ['tls-offered', 'mysql-own-session-tls', 'mysql-tls-ca-cert-present'])
			expect(saidOf(report, check), check).toEqual(['unknown address-not-declared']);
		// An account without a password is a defect whichever way in is taken.
		expect(saidOf(report, 'mysql-empty-passwords')).toContain('fail critical');
	});

	test('a wrong and a missing password are told', async () => {
		const of = (more: {readonly password?: string}) =>
			probeSocket({engine: 'mariadb', path: path(alone), user: 'dbvet', ...more});
		expect(await of({password: 'wrong'})).toMatchObject({reason: 'authentication-failed'});
		expect(await of({})).toMatchObject({reason: 'no-credentials'});
	});
});
