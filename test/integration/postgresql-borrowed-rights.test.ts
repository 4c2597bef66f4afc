import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {findingsOf, probePostgres} from '../helpers/probe-postgres.js';

const setUp: readonly string[] = [
	'CREATE ROLE shop_app LOGIN; CREATE ROLE copier REPLICATION; GRANT copier TO shop_app',
	'CREATE ROLE holders NOLOGIN; CREATE ROLE idle LOGIN; CREATE ROLE once SUPERUSER',
	"CREATE ROLE monitor LOGIN CREATEROLE PASSWORD 'm-secret'; GRANT pg_monitor TO monitor",
	"ALTER ROLE shop_app SET statement_timeout = '30s'; ALTER ROLE shop_app IN DATABASE postgres SET statement_timeout = 0",
	'GRANT SELECT (rolpassword) ON pg_authid TO PUBLIC; GRANT SELECT (subconninfo) ON pg_subscription TO PUBLIC',
	'ALTER FUNCTION pg_ls_dir(text) OWNER TO shop_app',
	"CREATE FUNCTION public.note() RETURNS event_trigger LANGUAGE plpgsql SET search_path = '' AS 'BEGIN NULL; END'",
	'CREATE EVENT TRIGGER noted ON ddl_command_end EXECUTE FUNCTION public.note(); ALTER EVENT TRIGGER noted OWNER TO once',
	'ALTER ROLE once NOSUPERUSER',
	"CREATE FUNCTION public.r_handler() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler'",
	"CREATE LANGUAGE plr HANDLER public.r_handler; UPDATE pg_language SET lanpltrusted = true WHERE lanname = 'plr'",
	`CREATE FUNCTION public.hire() RETURNS void LANGUAGE plpgsql AS $f$BEGIN EXECUTE 'ALTER ROLE idle PASSWORD ''hunter2hunter'''; END$f$`,
	'CREATE SCHEMA postgres AUTHORIZATION shop_app',
	'CREATE TABLE public.own (id int); ALTER TABLE public.own ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON public.own USING (id > 0)',
];

/** The check, the object of its finding, and its outcome. */
const wanted: readonly (readonly [check: string, object: string, since?: number])[] = [
	['pg-app-uses-admin-role', 'shop_app'],
	['pg-role-without-password', 'idle'],
	['pg-table-public-privs', 'pg_catalog.pg_authid'],
	['pg-table-public-privs', 'pg_catalog.pg_subscription'],
	['pg-admin-function-grants', 'shop_app pg_ls_dir(text)'],
	['pg-event-triggers', 'noted'],
	['pg-untrusted-language', 'plr'],
	['pg-secrets-in-functions', 'function public.hire()'],
	['pg-statement-timeout', 'role shop_app in database postgres'],
	['pg-search-path-writable', 'postgres'],
	['pg-log-duration-statement', '', 13],
	['pg-tls-ciphers', ''],
];

for (const {name, binaries, missing, major} of postgresVersions) {
	describe.skipIf(missing)(`rights and settings that come another way on ${name}`, () => {
		let server: PostgresServer;
		let ca: string;
		let report: TargetReport;
		const probe = (user: string, password: string): Promise<TargetReport> =>
			probePostgres({
				...{port: server.port, user, password, ca},
				identities: [
					{role: 'application', user: 'shop_app', database: 'postgres'},
					{role: 'application', user: 'shop_ap', database: 'postgres'},
				],
			});

		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			server = await startPostgres({
				tls: {...issued.server, ca},
				hba: ['hostssl all +holders all cert', 'host all all 127.0.0.1/32 scram-sha-256'],
				settings: {
					ssl_ciphers: 'AESGCM:CHACHA20',
					allow_system_table_mods: 'on',
					...(major >= 13 ? {log_min_duration_sample: 0} : {}),
				},
				sql: setUp,
				binaries,
			});
			report = await probe(server.superuser.user, server.superuser.password);
		});
		afterAll(() => server.stop());

		const here = wanted.filter(([, , since = 0]) => since <= major);
		test.each(here.map(([check, object]) => [check, object] as const))(
			'%s finds %s',
			(check, object) => {
				const told = findingsOf(report, check).map(one => `${one.outcome} ${one.object ?? ''}`);
				expect(told).toContain(`fail ${object}`);
				expect(told).not.toContain(`pass ${object}`);
			},
		);

		test('a declared role that is not there passes nothing', () => {
			expect(findingsOf(report, 'pg-rls-not-forced-owner')).toMatchObject([{outcome: 'unknown'}]);
			expect(JSON.stringify(report)).not.toMatch(/hunter2/);
			expect(report.findings.filter(({outcome}) => outcome === 'error')).toEqual([]);
		});

		test('a scanner that may do more than look is told so', async () => {
			const seen = await probe('monitor', 'm-secret');
			expect(findingsOf(seen, 'pg-observer-capabilities')).toMatchObject([{outcome: 'fail'}]);
		});
	});
}
