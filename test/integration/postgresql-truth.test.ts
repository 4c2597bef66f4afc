import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {rulesQuery} from '../../src/probes/postgresql/collect/objects.js';
import {auditedObjectsQuery} from '../../src/probes/postgresql/collect/roles.js';
import {archiverQuery} from '../../src/probes/postgresql/collect/server.js';
import {issueServer} from '../helpers/certificates.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {findingsOf, outcomesOf, probePostgres} from '../helpers/probe-postgres.js';

/** Rights that hide from a look at the catalogue that only sees what is inherited. */
const roles = (major: number): readonly string[] => [
	"CREATE ROLE monitor LOGIN PASSWORD 'm-secret'; GRANT pg_monitor TO monitor",
	'GRANT SELECT ON pg_hba_file_rules TO monitor',
	'GRANT EXECUTE ON FUNCTION pg_hba_file_rules() TO monitor',
	"CREATE ROLE shop_bi LOGIN NOINHERIT PASSWORD 'y-secret'",
	"CREATE ROLE shop_app LOGIN PASSWORD 'x-secret'",
	"CREATE ROLE dump LOGIN PASSWORD 'd-secret'",
	...(major >= 14 ? ['GRANT pg_read_all_data TO dump, shop_bi'] : []),
	"CREATE ROLE anna LOGIN PASSWORD 'a-secret'; CREATE ROLE dba NOLOGIN SUPERUSER; GRANT dba TO anna",
	"CREATE ROLE clerk LOGIN PASSWORD 'c-secret'; CREATE ROLE hr NOLOGIN CREATEROLE BYPASSRLS; GRANT hr TO clerk",
	'CREATE SCHEMA helpers; GRANT CREATE, USAGE ON SCHEMA helpers TO shop_app',
	"CREATE FUNCTION public.hijacked() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = helpers, pg_temp AS 'SELECT 1'",
	'CREATE TABLE public.carts (id int); ALTER TABLE public.carts OWNER TO shop_app',
	'ALTER ROLE clerk SET zero_damaged_pages = on',
	'CREATE ROLE writer NOLOGIN; CREATE TABLE public.orders (id int)',
	'GRANT INSERT, DELETE ON public.orders TO writer',
	`GRANT writer TO shop_bi${major >= 16 ? ' WITH INHERIT FALSE' : ''}`,
	'CREATE ROLE files NOLOGIN; GRANT pg_write_server_files TO files; GRANT files TO shop_app',
	// A role that a dump brought along from a provider.
	'CREATE ROLE rds_superuser NOLOGIN; CREATE ROLE rdsadmin LOGIN SUPERUSER',
	"CREATE FUNCTION pg_catalog.hidden() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
	"CREATE FUNCTION public.pinned() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public AS 'SELECT 1'",
	'GRANT SELECT ON pg_authid TO PUBLIC',
	'CREATE TABLE public.tenants (tenant_id int); ALTER TABLE public.tenants ENABLE ROW LEVEL SECURITY',
	'CREATE MATERIALIZED VIEW public.copy AS SELECT * FROM public.tenants; GRANT SELECT ON public.copy TO shop_bi',
	"ALTER ROLE shop_app SET log_statement = 'none'",
	"ALTER ROLE anna SET pgaudit.log = 'read'",
];

const hba = [
	'hostssl all monitor 127.0.0.1/32 scram-sha-256',
	'hostssl all shop_app 10.0.0.0/8 trust clientcert=verify-full',
	'hostssl all shop_bi 10.0.0.0/8 ident',
	'host all all 127.0.0.1/32 ident',
	'host all all all reject',
];

const identities = [
	{role: 'application', user: 'shop_app', database: 'postgres'},
	{role: 'reporting', user: 'shop_bi', database: 'postgres'},
	{role: 'backup', user: 'dump', database: 'postgres'},
] as const;

for (const {name, binaries, major, missing} of postgresVersions) {
	describe.skipIf(missing)(`what hides on ${name}`, () => {
		let server: PostgresServer;
		let report: TargetReport;

		beforeAll(async () => {
			const issued = await issueServer();
			server = await startPostgres({
				tls: {...issued.server, ca: issued.ca.cert},
				settings: {log_statement: 'none'},
				hba,
				sql: roles(major),
				binaries,
			});
			report = await probePostgres({
				port: server.port,
				user: 'monitor',
				password: 'm-secret',
				ca: issued.ca.cert,
				identities,
			});
		});
		afterAll(() => server.stop());

		const severities = (check: string, object?: string): readonly string[] =>
			findingsOf(report, check)
				.filter(finding => object === undefined || finding.object === object)
				.map(({outcome, severity}) => `${outcome} ${severity}`);

		test('every statement of dbvet itself works', () => {
			expect(report.findings.filter(finding => finding.outcome === 'error')).toEqual([]);
			expect(report.findings.filter(finding => finding.reason === 'unexpected-reply')).toEqual([]);
		});

		test('what the role of pgAudit watches is counted by its grants and its groups’ grants', async () => {
			for (const sql of [
				'CREATE ROLE auditor NOLOGIN; CREATE ROLE auditors NOLOGIN; GRANT auditors TO auditor',
				'CREATE TABLE public.cards (id int, pan text); GRANT SELECT (pan) ON public.cards TO auditors',
				'CREATE TABLE public.ledger (id int); GRANT INSERT ON public.ledger TO auditor',
				'CREATE TABLE public.news (id int); GRANT SELECT ON public.news TO PUBLIC',
			])
				await server.query(sql);
			// The binaries have no pgAudit: a fixed name stands in for its setting.
			const named = (role: string) =>
				server.query(
					auditedObjectsQuery.sql.replace(
						/\(SELECT reset_val[\s\S]*?'pgaudit\.role'\)/,
						`'${role}'`,
					),
				);
			expect(await named('auditor')).toEqual([
				{role: 'auditor', exists: true, tables: 2, reads: 1, example: 'public.cards'},
			]);
			expect(await named('nobody')).toMatchObject([{exists: false, tables: 0}]);
		});

		test('finished WAL files that were not archived are counted', async () => {
			const [before] = await server.query(archiverQuery.sql);
			expect(before).toMatchObject({waiting: null});
			const name = (file: string): string =>
				archiverQuery.sql.replaceAll('s.last_archived_wal', `'${file}'::text`);
			const next = async (table: string): Promise<void> => {
				await server.query('SELECT pg_switch_wal()');
				await server.query(`CREATE TABLE public.${table} (id int)`);
			};
			await next('w0');
			const [{file} = {file: ''}] = await server.query(
				'SELECT pg_walfile_name(pg_current_wal_lsn()) AS file',
			);
			expect(await server.query(name(String(file)))).toMatchObject([{waiting: -1}]);
			await next('w1');
			await next('w2');
			expect(await server.query(name(String(file)))).toMatchObject([{waiting: 1}]);
		});

		test('a role that one may become counts, inherited or not', () => {
			expect(severities('pg-excessive-dml', 'shop_bi DELETE table')).toEqual(['fail high']);
			expect(severities('pg-app-uses-admin-role', 'shop_app')).toEqual(['fail high']);
		});

		test('a login that may become a superuser counts as one', () => {
			expect(severities('pg-superusers', 'anna')).toEqual(['fail high']);
			expect(findingsOf(report, 'pg-superusers').map(({observed}) => observed)).toContain(
				'may become a superuser: anna -> dba',
			);
		});

		test('attributes of a role that a login may become are its own', () => {
			expect(severities('pg-role-attributes', 'clerk')).toEqual(['fail medium']);
		});

		test('a pinned schema that the application writes to is no safe one', () => {
			expect(severities('pg-secdef-search-path', 'public.hijacked()')).toEqual(['fail high']);
		});

		test('an application that owns or creates objects holds more than rows need', () => {
			expect(severities('pg-excessive-dml', 'shop_app OWNER table')).toEqual(['fail medium']);
			expect(severities('pg-excessive-dml', 'shop_app CREATE schema')).toEqual(['fail medium']);
		});

		test('a setting of one role is judged like that of the server', () => {
			expect(severities('pg-dangerous-dev-gucs')).toEqual(['fail high']);
			expect(outcomesOf(report, 'pg-security-guc-overrides')).toContain('fail');
		});

		test('roles of a provider prove no provider', () => {
			expect(severities('pg-superusers', 'rdsadmin')).toEqual(['fail high']);
			expect(outcomesOf(report, 'pg-archiver-health')).toEqual(['fail']);
		});

		test('backups and reports may read everything, as they are declared to', () => {
			// The role that reads everything came with 14.
			const told = major >= 14 ? ['fail info'] : [];
			for (const user of ['dump', 'shop_bi'])
				expect(severities('pg-predefined-role-members', `${user} pg_read_all_data`)).toEqual(told);
		});

		test('a function in pg_catalog and a verifier open to PUBLIC are found', () => {
			expect(outcomesOf(report, 'pg-secdef-search-path', 'pg_catalog.hidden()')).toEqual(['fail']);
			// Before PostgreSQL 15 everybody may write to the schema that this one is pinned to.
			const pinned = major >= 15 ? 'fail info' : 'fail high';
			expect(severities('pg-secdef-search-path', 'public.pinned()')).toEqual([pinned]);
			expect(outcomesOf(report, 'pg-table-public-privs', 'pg_catalog.pg_authid')).toEqual(['fail']);
		});

		test('a materialised view past row security is found', () => {
			expect(outcomesOf(report, 'pg-view-bypasses-rls')).toEqual(['fail']);
		});

		test('logging that the server does not do either is not weakened for a role', () => {
			expect(outcomesOf(report, 'pg-pgaudit-disabled-per-role')).toEqual(['fail']);
			expect(findingsOf(report, 'pg-pgaudit-disabled-per-role')[0]?.object).toBe(
				'role anna pgaudit.log',
			);
		});

		test('trust behind a full client certificate is no trust, and ident over TCP is', () => {
			expect(outcomesOf(report, 'pg-hba-trust')).toEqual(['pass']);
			expect(severities('pg-hba-ident-tcp')).toEqual(['fail low', 'fail high']);
		});
	});

	describe.skipIf(missing)(`without TLS on ${name}`, () => {
		test('a line that can only not match is no faulty line', async () => {
			const server = await startPostgres({
				hba: ['hostssl all all all reject', 'host all all 127.0.0.1/32 scram-sha-256'],
				binaries,
			});
			try {
				const warned = await server.query(
					'SELECT count(*)::int AS n FROM pg_hba_file_rules WHERE error IS NOT NULL',
				);
				expect(warned).toEqual([{n: 1}]);
				const rules = await server.query(rulesQuery(major).sql);
				expect(rules.filter(({error}) => error === true)).toEqual([]);
			} finally {
				await server.stop();
			}
		});
	});
}
