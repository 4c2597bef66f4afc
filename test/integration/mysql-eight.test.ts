import {afterEach, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {identities} from '../helpers/mariadb-fixtures.js';
import {mysql8, startMysql8} from '../helpers/fake-mysql8.js';
import type {FakeMysql} from '../helpers/fake-mysql.js';
import {lines} from '../helpers/probe-local.js';
import {probeMysql} from '../helpers/probe-mysql.js';
import {findingsOf, outcomesOf} from '../helpers/probe-postgres.js';

// Debian has no MySQL: a server made of its manual stands in, over real TLS. What a real one says is in mysql-newer.test.ts.
let running: FakeMysql | undefined;
afterEach(async () => {
	await running?.stop();
	running = undefined;
});
const probe = async (server: FakeMysql, password = 'shop-secret'): Promise<TargetReport> => {
	running = server;
	return probeMysql({
		port: server.port,
		ca: server.ca,
		user: 'dbvet',
		password,
		identities,
		target: {engine: 'mysql'},
	});
};

test.each(['cached', 'full', 'sha256_password'] as const)('a login by %s is spoken', async way => {
	expect((await probe(await startMysql8('shop-secret', way))).status).toBe('complete');
	await running?.stop();
	const wrong = await probe(await startMysql8('shop-secret', way), 'wrong');
	const reason = way === 'cached' ? wrong.reason : 'authentication-failed';
	expect(wrong).toMatchObject({status: 'partial', reason});
});

test('what only MySQL has is read and judged', async () => {
	const report = await probe(await startMysql8('shop-secret', 'full'));
	const told = lines(report);
	expect(told).toEqual(
		expect.arrayContaining([
			'mysql-version-eol pass',
			'mysql-version-minor pass',
			'mysql-secure-file-priv pass',
			'mysql-skip-grant-tables pass',
			'mysql-default-auth pass',
			'mysql-binlog-pitr fail high',
			'mysql-log-raw fail high',
			'mysql-error-log fail low',
			'mysql-block-encryption-mode fail info',
			'mysql-validate-password fail medium',
			'mysql-sessions-plaintext[shop_app from 10.0.0.7] fail high',
			'mysql-replication-tls[10.0.0.4] fail medium',
			'mysql-replication-health[10.0.0.4] pass',
			'mysql-plugins-risky[mysqlx] fail info',
			'mysql-empty-passwords[legacy@%] fail critical',
			'mysql-auth-plugin[legacy@%] fail medium',
			'mysql-file-priv[legacy@%] fail high',
			'mysql-super-privs[shop_app@10.0.0.%] fail critical',
			'mysql-account-ssl-type[legacy@%] fail high',
			'mysql-account-ssl-type[shop_app@10.0.0.%] fail high',
			'mysql-require-secure-transport fail high',
			'mysql-routine-definer[routine shop.pay] fail medium',
			'mysql-routine-definer[trigger shop.orders.stamp] fail medium',
			// A partial revoke keeps the writer out of the schema mysql.
			'mysql-dml-ddl-on-mysql-schema pass',
			// The text of the routine and the events are not shown to this scanner.
			'mysql-secrets-in-routines[routine shop.pay] unknown permission-denied',
			'mysql-events-scheduler unknown permission-denied',
		]),
	);
	expect(findingsOf(report, 'mysql-events-scheduler')[0]?.grant).toMatch(
		/^GRANT EVENT ON \*\.\* TO 'dbvet'@'10\.%'.*this right makes events too/,
	);
	expect(told.filter(line => /unexpected-reply| error /.test(line))).toEqual([
		// It was declared and is not there.
		'mysql-app-uses-admin[shop_bi] unknown unexpected-reply',
	]);
});

test('a denied mysql.user leaves every account unknown, with the grant', async () => {
	const {
		['SELECT /*+ MAX_EXECUTION_TIME(5000) */ User AS `user`, Host AS `host`, plugin']: _,
		...rest
	} = mysql8;
	const report = await probe(await startMysql8('shop-secret', 'full', rest));
	for (const check of [
		'mysql-empty-passwords',
		'mysql-super-privs',
		'mysql-require-secure-transport',
	])
		expect(findingsOf(report, check)).toMatchObject([
			{
				outcome: 'unknown',
				reason: 'permission-denied',
				grant: expect.stringMatching(
					/^GRANT SELECT ON mysql\.user TO 'dbvet'@'10\.%'; -- /,
				) as string,
			},
		]);
});

test('roles that could not be read keep accounts from passing', async () => {
	const {['SELECT /*+ MAX_EXECUTION_TIME(5000) */ TO_USER']: _, ...rest} = mysql8;
	const report = await probe(await startMysql8('shop-secret', 'full', rest));
	expect(outcomesOf(report, 'mysql-create-user-priv')).toEqual(['unknown']);
	expect(findingsOf(report, 'mysql-create-user-priv')[0]?.grant).toBe(
		"GRANT SELECT ON mysql.role_edges TO 'dbvet'@'10.%';",
	);
});

test('rows with a value that cannot be are not believed', async () => {
	for (const [question, columns, row] of [
		[
			'SELECT /*+ MAX_EXECUTION_TIME(5000) */ USER AS `user`, HOST AS `host`, PRIV',
			['user', 'host'],
			['a', 'b'],
		],
		['SHOW GLOBAL VARIABLES', ['Variable_name', 'Value'], ['ssl_cipher', '']],
		['SELECT /*+ MAX_EXECUTION_TIME(5000) */ SCHEMA_NAME', ['name'], [null]],
	] as const) {
		const report = await probe(
			await startMysql8('shop-secret', 'full', {...mysql8, [question]: [columns, [row]]}),
		);
		expect(report.findings.some(({reason}) => reason === 'unexpected-reply')).toBe(true);
		expect(report.findings.filter(({outcome}) => outcome === 'error')).toEqual([]);
		await running?.stop();
	}
});

test('a scanner with partial revokes may not see every schema', async () => {
	const names = 'SHOW GLOBAL VARIABLES';
	const views = {...mysql8};
	const [columns, rows] = mysql8[names] ?? [[], []];
	const granted = 'SELECT /*+ MAX_EXECUTION_TIME(5000) */ PRIVILEGE_TYPE';
	const own = [['privilege'], [['PROCESS'], ['SHOW DATABASES'], ['SELECT'], ['EVENT']]] as const;
	const samples = async (revokes: string): Promise<readonly string[]> => {
		const answers = {
			...views,
			[granted]: own,
			[names]: [columns, [...rows, ['partial_revokes', revokes]]] as const,
		};
		const report = await probe(await startMysql8('shop-secret', 'full', answers));
		await running?.stop();
		return outcomesOf(report, 'mysql-sample-schemas');
	};
	expect(await samples('OFF')).toEqual(['pass']);
	expect(await samples('ON')).toEqual(['unknown']);
});
