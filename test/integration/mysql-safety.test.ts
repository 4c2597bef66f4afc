import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import {fromBits} from '../../src/probes/mysql/facts/privileges.js';
import {issueServer} from '../helpers/certificates.js';
import {
	hardened,
	identities,
	scanners,
	secrets,
	shop,
	tidy,
	triggersNotShown,
} from '../helpers/mariadb-fixtures.js';
import {haveMariadb, startMariadb, type MariadbServer} from '../helpers/mariadb-server.js';
import {lines} from '../helpers/probe-local.js';
import {probeMysql} from '../helpers/probe-mysql.js';
import {findingsOf, outcomesOf} from '../helpers/probe-postgres.js';

/** Every privilege that MariaDB’s number can hold. */
const allPrivileges = fromBits(String(2n ** 64n - 1n));
const login = {user: 'dbvet', password: secrets.scanner} as const;

describe.skipIf(!haveMariadb())('a hardened MariaDB', () => {
	let server: MariadbServer;
	let ca: string;
	const heard = (): readonly string[] =>
		readFileSync(join(server.folder, 'heard'), 'utf8').split('\n');

	beforeAll(async () => {
		const issued = await issueServer();
		ca = issued.ca.cert;
		server = await startMariadb({
			tls: issued.server,
			options: hardened,
			rootPassword: secrets.admin,
			sql: [...tidy, ...shop, ...scanners],
		});
		server.query(`SET GLOBAL general_log_file = '${join(server.folder, 'heard')}'`);
	});
	afterAll(() => server.stop());

	test('fails nothing but what is really missing', async () => {
		const report = await probeMysql({port: server.port, ...login, ca, identities});
		expect(report.status).toBe('complete');
		expect(report.connections).toBe(1);
		expect(lines(report).filter(line => / (fail|unknown|error) /.test(line))).toEqual([
			...triggersNotShown,
			// There is no key server for the tests.
			'mysql-binlog-encryption fail low',
			'mysql-percona-mariadb-encryption fail low',
		]);
	});

	test('shows an account with nothing nothing, and passes nothing that it did not see', async () => {
		const report = await probeMysql({
			port: server.port,
			user: 'nothing',
			password: secrets.nothing,
			ca,
			identities,
		});
		const passed = report.findings.filter(({outcome}) => outcome === 'pass').map(f => f.check);
		const accounts = ['password', 'account', 'priv', 'grant', 'role', 'wildcard', 'root', 'auth'];
		expect(passed.filter(id => accounts.some(word => id.includes(word)))).toEqual(
			[
				// These are about variables.
				'mysql-account-ssl-type',
				'mysql-password-reuse',
				'mysql-skip-grant-tables',
				'mysql-validate-password',
				'mysql-secure-file-priv',
				'mysql-old-passwords',
			].toSorted((a, b) => passed.indexOf(a) - passed.indexOf(b)),
		);
		const denied = report.findings.filter(({reason}) => reason === 'permission-denied');
		expect(denied.length).toBeGreaterThan(20);
		expect(denied.filter(({grant}) => grant === undefined)).toEqual([]);
	});

	test('every grant that a finding names is one that the server takes, and it shows the fact', async () => {
		server.query(
			`CREATE USER grows@'127.0.0.1' IDENTIFIED VIA ed25519 USING PASSWORD('${secrets.nothing}')`,
		);
		const probe = () =>
			probeMysql({port: server.port, user: 'grows', password: secrets.nothing, ca, identities});
		for (let round = 0; round < 12; round += 1) {
			const report = await probe();
			const grants = new Set(report.findings.flatMap(({grant}) => grant ?? []));
			if (grants.size === 0) break;
			for (const grant of grants) server.query(grant);
		}
		const report = await probe();
		expect(lines(report).filter(line => / (unknown|error) /.test(line))).toEqual([]);
		server.query("DROP USER grows@'127.0.0.1'");
	});

	test('keeps each global privilege where dbvet looks for it', () => {
		const names = allPrivileges.filter(name => name !== 'GRANT OPTION');
		server.query(
			names
				.map(
					(name, index) =>
						`CREATE USER bit${index}@localhost IDENTIFIED VIA unix_socket; GRANT ${name} ON *.* TO bit${index}@localhost;`,
				)
				.join('\n'),
		);
		const stored = new Map(
			server
				.query(
					"SELECT User, JSON_VALUE(Priv, '$.access') FROM mysql.global_priv WHERE User LIKE 'bit%'",
				)
				.map(([user = '', access = '0']) => [user, fromBits(access)]),
		);
		expect(names.map((_, index) => stored.get(`bit${index}`))).toEqual(names.map(name => [name]));
		server.query(`DROP USER ${names.map((_, index) => `bit${index}@localhost`).join()}`);
	});

	test('hears reads only, and nothing changes in it', async () => {
		const state = () =>
			server.query(
				`SELECT * FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME IN ('INNODB_ROWS_INSERTED',
				'INNODB_ROWS_UPDATED', 'INNODB_ROWS_DELETED', 'COM_INSERT', 'COM_UPDATE', 'COM_DELETE', 'COM_CREATE_TABLE',
				'COM_SET_OPTION', 'ABORTED_CLIENTS', 'BINLOG_COMMITS') ORDER BY 1`,
			);
		server.query('SET GLOBAL general_log = ON');
		const before = state();
		await probeMysql({port: server.port, ...login, ca, identities});
		// The clients that switch the log on and read the state say goodbye too.
		await vi.waitFor(() => expect(heard().filter(line => /\bQuit\b/.test(line)).length).toBe(3));
		expect(state()).toEqual(before);
		server.query('SET GLOBAL general_log = OFF');
		const mine = readFileSync(join(server.folder, 'heard'), 'utf8')
			.split(/\n\d{6} [ \d]\d:\d\d:\d\d|\n\t\t/)
			.map(text => /^\s*\d+ (Connect|Query|Quit)\s(.*)$/s.exec(text.trimStart()))
			.flatMap(match => (match === null ? [] : [`${match[1] ?? ''} ${match[2]?.trim() ?? ''}`]))
			.filter(text => !text.includes('root@') && !text.includes('GLOBAL_STATUS'));
		const queries = mine.filter(text => text.startsWith('Query '));
		expect(queries.length).toBeGreaterThan(30);
		const allowed =
			/^Query (START TRANSACTION READ ONLY|(SET STATEMENT max_statement_time=5, lock_wait_timeout=1 FOR )?(SELECT|SHOW) (?!.*INTO (OUTFILE|DUMPFILE)).*|SET GLOBAL general_log = O(N|FF)|select @@version_comment limit 1)$/s;
		expect(queries.filter(text => !allowed.test(text))).toEqual([]);
	});

	test('understands a server that reads SQL in another way', async () => {
		for (const mode of ['ANSI,NO_BACKSLASH_ESCAPES', 'ORACLE', 'ANSI_QUOTES,PIPES_AS_CONCAT']) {
			server.query(`SET GLOBAL sql_mode = 'STRICT_TRANS_TABLES,${mode}'`);
			const report = await probeMysql({port: server.port, ...login, ca, identities});
			expect(lines(report).filter(line => / (unknown|error) /.test(line))).toEqual(
				triggersNotShown,
			);
		}
		server.query('SET GLOBAL sql_mode = DEFAULT');
	});

	test('names itself to administrators', async () => {
		let seen: readonly (readonly string[])[] = [];
		const report = await probeMysql({
			port: server.port,
			...login,
			ca,
			request: {
				onEvent: event => {
					if (event.kind === 'step' && event.text.startsWith('Reading schemas'))
						seen = server.query(
							`SELECT ATTR_NAME, ATTR_VALUE FROM performance_schema.session_connect_attrs WHERE ATTR_VALUE = 'dbvet'`,
						);
				},
			},
		});
		expect(report.status).toBe('complete');
		expect(seen).toContainEqual(['program_name', 'dbvet']);
	});

	test('a wrong password is tried once and leaves everything unknown', async () => {
		const tries = (): string =>
			server.query(`SHOW GLOBAL STATUS LIKE 'Access_denied_errors'`)[0]?.[1] ?? '';
		const before = Number(tries());
		const report = await probeMysql({port: server.port, ...login, password: 'wrong', ca});
		expect(new Set(report.findings.map(f => f.outcome))).toEqual(new Set(['unknown']));
		expect(new Set(report.findings.map(f => f.reason))).toEqual(new Set(['authentication-failed']));
		expect(report).toMatchObject({status: 'partial', connections: 1});
		expect(Number(tries()) - before).toBe(1);
	});

	test('a stranger’s certificate keeps the password from being asked for', async () => {
		const other = await issueServer();
		const secret = vi.fn(() => Promise.resolve(secrets.scanner));
		const probe = {port: server.port, ...login, ca: other.ca.cert};
		const report = await probeMysql({...probe, request: {secret}});
		expect(secret).not.toHaveBeenCalled();
		expect(new Set(report.findings.map(f => f.reason))).toEqual(
			new Set(['certificate-not-verified']),
		);
		const allowed = await probeMysql({...probe, request: {allowUnverified: true}});
		expect(outcomesOf(allowed, 'mysql-own-session-tls')).toEqual(['pass']);
		expect(findingsOf(allowed, 'mysql-tls-ca-cert-present')).toMatchObject([
			{outcome: 'unknown', reason: 'certificate-not-verified'},
		]);
	});

	test('without a password, or with an account that logs in otherwise, the reason is told', async () => {
		const none = await probeMysql({port: server.port, user: 'dbvet', ca});
		expect(findingsOf(none, 'mysql-tls-versions')).toMatchObject([{reason: 'no-credentials'}]);
		server.query("CREATE USER sock@'127.0.0.1' IDENTIFIED VIA unix_socket");
		const socket = await probeMysql({port: server.port, user: 'sock', password: 'p', ca});
		expect(findingsOf(socket, 'mysql-tls-versions')).toMatchObject([
			{reason: 'authentication-failed'},
		]);
		server.query("DROP USER sock@'127.0.0.1'");
	});
});
