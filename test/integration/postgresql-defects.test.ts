import {existsSync} from 'node:fs';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {findingsOf, outcomesOf, probePostgres} from '../helpers/probe-postgres.js';

const debian = '/usr/lib/postgresql/15/bin';
const servers = [
	{name: 'embedded PostgreSQL 18', binaries: undefined, major: 18},
	{name: 'Debian PostgreSQL 15 (package postgresql-15)', binaries: debian, major: 15},
];

/** One defect for each check that can be planted with SQL. */
const defects = (major: number): readonly string[] => [
	"CREATE ROLE monitor LOGIN PASSWORD 'm-secret'",
	'GRANT pg_monitor TO monitor',
	"CREATE ROLE nobody LOGIN PASSWORD 'n-secret'",
	"CREATE ROLE shop_app LOGIN PASSWORD 'x-secret'",
	"CREATE ROLE shop_bi LOGIN PASSWORD 'y-secret'",
	"CREATE ROLE anna LOGIN SUPERUSER PASSWORD 'anna'",
	'CREATE ROLE ghost LOGIN',
	'CREATE ROLE ops LOGIN CREATEROLE BYPASSRLS',
	'CREATE ROLE files NOLOGIN',
	'GRANT pg_execute_server_program TO files',
	'GRANT files TO shop_app',
	'GRANT anna TO shop_app',
	"SET password_encryption = 'md5'; CREATE ROLE old LOGIN PASSWORD 'old'",
	'GRANT CREATE ON SCHEMA public TO PUBLIC',
	'CREATE SCHEMA open; GRANT CREATE ON SCHEMA open TO PUBLIC',
	'CREATE TABLE public.orders (id int, tenant_id int)',
	'GRANT SELECT, DELETE ON public.orders TO PUBLIC',
	'CREATE TABLE public.prices (id int, secret int); GRANT SELECT (id) ON public.prices TO PUBLIC',
	'GRANT INSERT, TRIGGER ON public.orders TO shop_bi, shop_app',
	'ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC',
	"CREATE FUNCTION public.pay() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
	"CREATE FUNCTION public.safe() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = '' AS 'SELECT 1'",
	'REVOKE EXECUTE ON FUNCTION public.safe() FROM PUBLIC',
	'GRANT EXECUTE ON FUNCTION pg_read_file(text) TO shop_app',
	'CREATE POLICY p ON public.orders USING (tenant_id = 1)',
	'CREATE TABLE public.invoices (id int, tenant_id int); ALTER TABLE public.invoices OWNER TO shop_app',
	'ALTER TABLE public.invoices ENABLE ROW LEVEL SECURITY',
	'CREATE POLICY everything ON public.invoices USING (true)',
	'CREATE VIEW public.all_invoices AS SELECT * FROM public.invoices; GRANT SELECT ON public.all_invoices TO shop_bi',
	'CREATE TABLE public.parts (tenant_id int) PARTITION BY RANGE (tenant_id)',
	'CREATE EXTENSION dblink',
	'CREATE EXTENSION postgres_fdw',
	"CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '192.0.2.1', sslmode 'disable')",
	"ALTER ROLE shop_app SET pgaudit.log = 'none'",
	"ALTER ROLE shop_app SET session_replication_role = 'replica'",
	"ALTER DATABASE postgres SET app.jwt_secret = 'a-very-long-secret-value-123'",
	...(major >= 15 ? ['GRANT SET ON PARAMETER session_replication_role TO shop_app'] : []),
];

const settings = {
	log_connections: 'off',
	log_disconnections: 'off',
	log_statement: 'none',
	log_line_prefix: '%m ',
	log_min_messages: 'panic',
	log_min_error_statement: 'panic',
	log_error_verbosity: 'terse',
	log_min_duration_statement: 0,
	full_page_writes: 'off',
	zero_damaged_pages: 'on',
	debug_print_plan: 'on',
	ssl_min_protocol_version: 'TLSv1',
	ssl_ciphers: 'ALL',
	ssl_prefer_server_ciphers: 'off',
	archive_mode: 'on',
	archive_command: 'true %p',
	listen_addresses: '*',
	synchronous_commit: 'off',
	autovacuum: 'off',
	row_security: 'off',
	lo_compat_privileges: 'on',
	backslash_quote: 'on',
	authentication_timeout: 300,
};

const hba = [
	'host all all 127.0.0.1/32 scram-sha-256',
	'host all ghost 0.0.0.0/0 trust',
	'host all old 0.0.0.0/0 md5',
	'host all ops 10.0.0.0/8 password',
];

const failing = (major: number): readonly string[] => [
	'pg-superusers',
	'pg-role-attributes',
	'pg-app-uses-admin-role',
	'pg-excessive-dml',
	'pg-predefined-role-members',
	'pg-public-schema-create',
	'pg-schema-create-public-other',
	'pg-database-public-privs',
	'pg-table-public-privs',
	'pg-default-acl-public',
	'pg-secdef-search-path',
	'pg-secdef-public-execute',
	'pg-admin-function-grants',
	'pg-parameter-grants',
	'pg-rls-policy-disabled',
	'pg-rls-not-forced-owner',
	'pg-rls-bypass-roles',
	'pg-rls-always-true',
	'pg-view-bypasses-rls',
	'pg-tenant-column-without-rls',
	'pg-extension-allowlist',
	'pg-fdw-sslmode',
	'pg-pgaudit-loaded',
	'pg-pgaudit-disabled-per-role',
	'pg-security-guc-overrides',
	'pg-secrets-in-role-db-settings',
	'pg-archive-command-sanity',
	'pg-dangerous-dev-gucs',
	'pg-debug-print',
	'pg-fsync',
	'pg-full-page-writes',
	'pg-log-connections',
	'pg-log-disconnections',
	'pg-log-statement',
	'pg-log-line-prefix',
	'pg-log-min-messages',
	'pg-log-min-error-statement',
	'pg-log-error-verbosity',
	'pg-log-duration-statement',
	'pg-log-parameter-leak',
	'pg-password-encryption',
	'pg-tls-min-version',
	'pg-tls-ciphers',
	'pg-tls-prefer-server-ciphers',
	'pg-listen-addresses',
	'pg-synchronous-commit',
	'pg-autovacuum-disabled',
	'pg-pre-data-safety',
	'pg-lo-compat-privileges',
	'pg-backslash-quote',
	'pg-authentication-timeout',
	'pg-statement-timeout',
	'pg-idle-in-tx-timeout',
	'pg-version-minor-outdated',
	...(major === 15 ? ['pg-data-checksums'] : []),
];

const onlyForSuperusers = [
	'pg-password-hash-md5',
	'pg-password-equals-name',
	'pg-role-without-password',
	'pg-hba-parse-error',
];

const identities = [
	{role: 'application', user: 'shop_app', database: 'postgres'},
	{role: 'reporting', user: 'shop_bi', database: 'postgres'},
] as const;

for (const {name, binaries, major} of servers) {
	const missing = binaries !== undefined && !existsSync(binaries);
	if (missing) console.warn(`skipped: ${name} is not installed (apt-get install postgresql-15)`);
	describe.skipIf(missing)(`planted defects on ${name}`, () => {
		let server: PostgresServer;
		let ca: string;
		const probe = (user: string, password: string): Promise<TargetReport> =>
			probePostgres({port: server.port, user, password, ca, identities});

		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			server = await startPostgres({
				tls: issued.server,
				settings,
				hba,
				sql: defects(major),
				...(binaries === undefined ? {} : {binaries}),
			});
			await server.query("ALTER SYSTEM SET password_encryption = 'md5'");
			await server.query('SELECT pg_reload_conf()');
			await vi.waitFor(async () => {
				const rows = await server.query('SHOW password_encryption');
				expect(rows).toEqual([{password_encryption: 'md5'}]);
			});
		});
		afterAll(() => server.stop());

		test('a monitoring role finds every one of them over one connection', async () => {
			const report = await probe('monitor', 'm-secret');
			expect(report).toMatchObject({status: 'complete', connections: 1});
			const missed = failing(major).filter(id => !outcomesOf(report, id).includes('fail'));
			expect(missed).toEqual([]);
			expect(report.findings.filter(finding => finding.outcome === 'error')).toEqual([]);
			for (const id of onlyForSuperusers)
				expect(findingsOf(report, id)).toMatchObject([
					{outcome: 'unknown', reason: 'permission-denied'},
				]);
			expect(outcomesOf(report, 'pg-secdef-search-path', 'public.safe()')).toEqual([]);
			expect(outcomesOf(report, 'pg-table-public-privs', 'public.prices')).toEqual(['fail']);
		});

		test('a superuser sees stored passwords and access rules too', async () => {
			const report = await probe('postgres', server.superuser.password);
			expect(findingsOf(report, 'pg-password-hash-md5')).toMatchObject([{object: 'old'}]);
			const equal = findingsOf(report, 'pg-password-equals-name').map(finding => finding.object);
			expect(equal).toEqual(expect.arrayContaining(['anna', 'old']));
			expect(equal).toHaveLength(2);
			expect(outcomesOf(report, 'pg-role-without-password', 'ghost')).toEqual(['fail']);
			expect(outcomesOf(report, 'pg-hba-parse-error')).toEqual(['pass']);
			for (const id of [
				'pg-hba-trust',
				'pg-hba-effective-first-match',
				'pg-hba-md5',
				'pg-hba-password-cleartext',
				'pg-hba-any-address',
				'pg-hba-host-not-hostssl',
			])
				expect([id, ...outcomesOf(report, id)]).toContain('fail');
		});

		test('a line that the server cannot read makes the rules in force unknown', async () => {
			await server.query("COPY (SELECT 'nonsense line') TO PROGRAM 'cat >> pg_hba.conf'");
			const report = await probe('postgres', server.superuser.password);
			expect(outcomesOf(report, 'pg-hba-parse-error')).toEqual(['fail']);
			expect(findingsOf(report, 'pg-hba-trust')).toMatchObject([
				{outcome: 'unknown', reason: 'file-invalid'},
			]);
		});

		test('a role with nothing but CONNECT passes nothing that it cannot see', async () => {
			const report = await probe('nobody', 'n-secret');
			const hidden = [
				...onlyForSuperusers,
				'pg-sessions-plaintext',
				'pg-sessions-weak-tls',
				'pg-session-age',
				'pg-tls-min-version',
				'pg-tls-max-version',
				'pg-tls-ciphers',
				'pg-hba-observable',
				'pg-hba-effective-first-match',
				'pg-hba-trust',
				'pg-hba-any-address',
				'pg-hba-md5',
				'pg-hba-host-not-hostssl',
				'pg-hba-password-cleartext',
			];
			for (const id of hidden)
				expect(findingsOf(report, id)).toMatchObject([
					{outcome: 'unknown', reason: 'permission-denied'},
				]);
			expect(findingsOf(report, 'pg-tls-ciphers')[0]?.grant).toBe(
				'GRANT pg_read_all_settings TO nobody;',
			);
			expect(findingsOf(report, 'pg-sessions-plaintext')[0]?.grant).toBe(
				'GRANT pg_read_all_stats TO nobody;',
			);
			expect(findingsOf(report, 'pg-hba-trust')[0]?.grant).toContain('pg_hba_file_rules');
		});

		test('the grants that it names do help', async () => {
			const {grant: settingsGrant} = findingsOf(
				await probe('nobody', 'n-secret'),
				'pg-tls-ciphers',
			)[0]!;
			const {grant: rulesGrant} = findingsOf(
				await probe('nobody', 'n-secret'),
				'pg-hba-observable',
			)[0]!;
			// Rights on a catalogue hold in one database only.
			expect(rulesGrant).toMatch(/\/\* in database postgres \*\/;$/);
			await server.query(settingsGrant!);
			await server.query(rulesGrant!);
			const report = await probe('nobody', 'n-secret');
			expect(outcomesOf(report, 'pg-tls-ciphers')).toEqual(['fail']);
			expect(outcomesOf(report, 'pg-hba-observable')).toEqual(['pass']);
		});

		test('no secret and no verifier is in the report', async () => {
			const text = JSON.stringify(await probe('postgres', server.superuser.password));
			expect(text).not.toContain(server.superuser.password);
			expect(text).not.toContain('a-very-long-secret-value-123');
			expect(text).not.toMatch(/SCRAM-SHA-256\$|md5[0-9a-f]{32}/);
			expect(text).not.toContain('true %p');
		});
	});
}
