import pg from 'pg';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {findingsOf, outcomesOf, probePostgres} from '../helpers/probe-postgres.js';

const hardened = {
	fsync: 'on',
	log_connections: 'authorization',
	log_disconnections: 'on',
	log_statement: 'ddl',
	log_line_prefix: '%m [%p] %q%u@%d %r %a ',
	log_parameter_max_length: 0,
	log_parameter_max_length_on_error: 0,
	log_lock_waits: 'on',
	log_replication_commands: 'on',
	ssl_ciphers: 'HIGH:!aNULL:!3DES',
	statement_timeout: 30_000,
	idle_in_transaction_session_timeout: 60_000,
	archive_mode: 'on',
	archive_command: 'test -f %p',
};
const roles = [
	"CREATE ROLE monitor LOGIN PASSWORD 'm-secret'",
	'GRANT pg_monitor TO monitor',
	"CREATE ROLE shop_app LOGIN PASSWORD 'x-secret'",
	"CREATE ROLE shop_bi LOGIN PASSWORD 'y-secret'",
	'REVOKE CONNECT, TEMPORARY ON DATABASE postgres FROM PUBLIC',
	'GRANT CONNECT ON DATABASE postgres TO monitor, shop_app, shop_bi',
	'GRANT SELECT ON pg_hba_file_rules TO monitor',
	'GRANT EXECUTE ON FUNCTION pg_hba_file_rules() TO monitor',
	'CREATE TABLE public.orders (id int, tenant_id int)',
	'ALTER TABLE public.orders ENABLE ROW LEVEL SECURITY',
	'ALTER TABLE public.orders FORCE ROW LEVEL SECURITY',
	'CREATE POLICY own ON public.orders USING (tenant_id = current_setting($$app.tenant$$)::int)',
	'GRANT SELECT, INSERT, UPDATE, DELETE ON public.orders TO shop_app',
	'GRANT SELECT ON public.orders TO shop_bi',
];
const identities = [
	{role: 'application', user: 'shop_app', database: 'postgres'},
	{role: 'reporting', user: 'shop_bi', database: 'postgres'},
] as const;
const login = {user: 'monitor', password: 'm-secret'} as const;

let ca: string;
const start = async (
	options: Omit<Parameters<typeof startPostgres>[0] & object, 'tls'> = {},
): Promise<PostgresServer> => {
	const issued = await issueServer();
	ca = issued.ca.cert;
	return startPostgres({...options, tls: issued.server});
};

describe('a hardened server', () => {
	let server: PostgresServer;
	beforeAll(async () => {
		server = await start({
			settings: hardened,
			sql: roles,
			hba: ['hostssl all all 127.0.0.1/32 scram-sha-256', 'host all all all reject'],
		});
		await server.query('SELECT pg_switch_wal()');
		await vi.waitFor(async () => {
			const [row] = await server.query('SELECT archived_count::int AS n FROM pg_stat_archiver');
			expect(row?.n).toBeGreaterThan(0);
		}, 5_000);
	});
	afterAll(() => server.stop());

	test('fails nothing but what is really missing', async () => {
		const report = await probePostgres({port: server.port, ...login, ca, identities});
		const failed = report.findings.filter(finding => finding.outcome === 'fail');
		// The embedded server is not the newest release, and has no pgAudit.
		expect(failed.map(finding => finding.check)).toEqual([
			'pg-pgaudit-loaded',
			'pg-version-minor-outdated',
		]);
		const open = report.findings.filter(finding => ['unknown', 'error'].includes(finding.outcome));
		expect(open.map(finding => finding.check)).toEqual([
			'pg-password-equals-name',
			'pg-password-hash-md5',
			'pg-role-without-password',
		]);
	});

	test('a wrong password is tried once and leaves everything unknown', async () => {
		const before = server.log().split('password authentication failed').length;
		const report = await probePostgres({port: server.port, ...login, password: 'wrong', ca});
		expect(new Set(report.findings.map(finding => finding.outcome))).toEqual(new Set(['unknown']));
		expect(new Set(report.findings.map(finding => finding.reason))).toEqual(
			new Set(['authentication-failed']),
		);
		await vi.waitFor(() =>
			expect(server.log().split('password authentication failed')).toHaveLength(before + 1),
		);
		expect(report.connections).toBe(1);
	});

	test('without a password, or with a database that is not there, the reason is told', async () => {
		const none = await probePostgres({
			port: server.port,
			user: 'monitor',
			ca,
			request: {secret: () => Promise.resolve(undefined)},
		});
		expect(findingsOf(none, 'pg-ssl-enabled')).toMatchObject([{reason: 'no-credentials'}]);
		const gone = await probePostgres({port: server.port, ...login, database: 'gone', ca});
		expect(findingsOf(gone, 'pg-ssl-enabled')[0]?.observed).toContain('there is no database gone');
	});

	test('a stranger’s certificate keeps the password from being asked for', async () => {
		const other = await issueServer();
		const secret = vi.fn(() => Promise.resolve('m-secret'));
		const report = await probePostgres({
			port: server.port,
			...login,
			ca: other.ca.cert,
			request: {secret},
		});
		expect(secret).not.toHaveBeenCalled();
		expect(new Set(report.findings.map(finding => finding.reason))).toEqual(
			new Set(['certificate-not-verified']),
		);
		const allowed = await probePostgres({
			port: server.port,
			...login,
			ca: other.ca.cert,
			request: {allowUnverified: true},
		});
		expect(outcomesOf(allowed, 'pg-ssl-enabled')).toEqual(['pass']);
	});
});

describe('a server that writes down all that it is told', () => {
	let server: PostgresServer;
	beforeAll(async () => {
		server = await start({settings: {log_statement: 'all', log_line_prefix: '%q%u '}, sql: roles});
	});
	afterAll(() => server.stop());

	test('hears reads only, and nothing changes in it', async () => {
		const written = () =>
			server.query(
				`SELECT sum(tup_inserted) i, sum(tup_updated) u, sum(tup_deleted) d, sum(temp_files) t FROM pg_stat_database`,
			);
		const schema = () => server.query('SELECT count(*) n, max(xmin::text::bigint) x FROM pg_class');
		const before = [await written(), await schema()];
		const report = await probePostgres({port: server.port, ...login, ca, identities});
		expect(report.status).toBe('complete');
		const after = [await written(), await schema()];
		expect(after).toEqual(before);
		const heard = server
			.log()
			.split('\n')
			.join(' ')
			.split(/monitor LOG: {2}(?:statement|execute [^:]*): /)
			.slice(1)
			.flatMap(text => text.split(/\s\w+ LOG: {2}/)[0]!.split(';'))
			.map(text => text.trim())
			.filter(text => text !== '');
		expect(heard.length).toBeGreaterThan(100);
		const allowed =
			/^(BEGIN READ ONLY|SET LOCAL (statement_timeout|lock_timeout|search_path) = [a-z0-9_, ]+|SELECT \* FROM \((SELECT|WITH) .*|ROLLBACK)$/s;
		expect(heard.filter(text => !allowed.test(text))).toEqual([]);
	});

	test('nobody can put his own catalogue in the scanner’s way', async () => {
		for (const sql of [
			'CREATE SCHEMA evil',
			'CREATE VIEW evil.pg_roles AS SELECT * FROM pg_catalog.pg_roles WHERE NOT rolsuper',
			"CREATE FUNCTION evil.pg_has_role(oid, text, text) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
			"CREATE ROLE anna LOGIN SUPERUSER PASSWORD 'q'",
			'GRANT USAGE ON SCHEMA evil TO PUBLIC; GRANT SELECT ON evil.pg_roles TO PUBLIC',
			'ALTER ROLE monitor SET search_path = evil, pg_catalog',
		])
			await server.query(sql);
		const report = await probePostgres({port: server.port, ...login, ca});
		expect(outcomesOf(report, 'pg-superusers', 'anna')).toEqual(['fail']);
	});

	test('a setting of the scanner’s own does not stand for the server’s', async () => {
		await server.query("ALTER ROLE monitor SET log_statement = 'all'");
		await server.query("ALTER ROLE monitor SET statement_timeout = '9s'");
		const report = await probePostgres({port: server.port, ...login, ca});
		for (const id of ['pg-log-statement', 'pg-statement-timeout'])
			expect(findingsOf(report, id)).toMatchObject([
				{outcome: 'unknown', reason: 'unexpected-reply'},
			]);
		await server.query('ALTER ROLE monitor RESET ALL');
	});

	test('options in the environment do not reach the server', async () => {
		vi.stubEnv('PGOPTIONS', '-c row_security=off');
		const report = await probePostgres({port: server.port, ...login, ca});
		vi.unstubAllEnvs();
		expect(outcomesOf(report, 'pg-pre-data-safety')).toEqual(['pass']);
	});

	test('a placeholder does not pass for a loaded library', async () => {
		await server.query("ALTER ROLE monitor SET pgaudit.log = 'all'");
		const report = await probePostgres({port: server.port, ...login, ca});
		expect(outcomesOf(report, 'pg-pgaudit-loaded')).toEqual(['fail']);
		expect(outcomesOf(report, 'pg-pgaudit-classes')).toEqual(['not-applicable']);
		await server.query('ALTER ROLE monitor RESET ALL');
	});

	test('what is locked or refused spoils nothing else', async () => {
		await server.query('REVOKE SELECT ON pg_catalog.pg_extension FROM PUBLIC');
		const holder = new pg.Client({
			host: 'localhost',
			port: server.port,
			...server.superuser,
			database: 'postgres',
			ssl: {ca},
		});
		await holder.connect();
		try {
			await holder.query('BEGIN; LOCK TABLE pg_catalog.pg_policy IN ACCESS EXCLUSIVE MODE');
			const report = await probePostgres({port: server.port, ...login, ca});
			expect(findingsOf(report, 'pg-extension-allowlist')).toMatchObject([
				{outcome: 'unknown', reason: 'permission-denied'},
			]);
			expect(findingsOf(report, 'pg-rls-always-true')).toMatchObject([
				{outcome: 'unknown', reason: 'timed-out'},
			]);
			expect(outcomesOf(report, 'pg-secdef-search-path')).toEqual(['pass']);
			expect(report.connections).toBe(1);
		} finally {
			await holder.end();
			await server.query('GRANT SELECT ON pg_catalog.pg_extension TO PUBLIC');
		}
	});

	test('sessions in clear are seen when they come from another machine only', async () => {
		const report = await probePostgres({port: server.port, ...login, ca});
		expect(outcomesOf(report, 'pg-sessions-plaintext')).toEqual(['pass']);
	});

	test('names with escapes, markup, emoji and right-to-left marks are shown as text', async () => {
		const name = `\u001b[31m<img src=x onerror=alert(1)> 🐘 \u202eevil"'; DROP`;
		const quoted = `"${name.replaceAll('"', '""')}"`;
		await server.query(`CREATE SCHEMA ${quoted}`);
		await server.query(`GRANT CREATE ON SCHEMA ${quoted} TO PUBLIC`);
		await server.query(`CREATE ROLE ${quoted} LOGIN CREATEROLE`);
		const report = await probePostgres({
			port: server.port,
			...login,
			ca,
			identities: [{role: 'application', user: name, database: 'postgres'}],
		});
		expect(report.status).toBe('complete');
		expect(outcomesOf(report, 'pg-app-uses-admin-role')).toEqual(['fail']);
		const [finding] = findingsOf(report, 'pg-schema-create-public-other');
		expect(finding?.object).toContain('\\u{1b}[31m<img src=x onerror=alert(1)> 🐘 \\u{202e}evil');
		// eslint-disable-next-line no-control-regex -- a raw escape or override is just what must not be there.
		expect(JSON.stringify(report)).not.toMatch(/\\u001b|[\u001b\u202e]/);
	});
});
