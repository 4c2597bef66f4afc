import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {findingsOf, probePostgres} from '../helpers/probe-postgres.js';

/** Ways to write that every row is let through. */
const open = [
	'1 < 2',
	"'a' <> 'b'",
	'NOT (1 = 2)',
	'true IS TRUE',
	'tenant_id IS NOT NULL',
	'id IS NOT NULL',
	'id IS NOT NULL OR owner = current_user',
	'coalesce(true, false)',
	'CASE WHEN true THEN true ELSE false END',
	'EXISTS (SELECT 1)',
	'1 = ANY (ARRAY[1, 2])',
	'tenant_id IS NULL OR tenant_id IS NOT NULL',
	'shown OR NOT shown',
	'(SELECT true) AND (1 = 1)',
	'shown IS NOT DISTINCT FROM shown',
	"name LIKE '%'",
	"name ~ ''",
	'owner = current_user OR (shown OR true)',
	'current_user IS NOT NULL',
	'tenant_id::text = tenant_id::text',
];
/** Conditions that look like them and depend on the row, on who asks, or let nothing through. */
const bound = [
	'false',
	'1 = 0',
	'NOT true',
	"'a' = 'b'",
	'shown IS NOT NULL',
	'owner = current_user AND (shown OR true)',
	'tenant_id = 1 OR shown',
	"name LIKE 'a%'",
	"name = '(x OR true)'",
	"owner <> ''",
	'coalesce(tenant_id = 1, true)',
	'id IN (SELECT 1 WHERE current_user = owner)',
	'tenant_id IS NULL OR tenant_id = 1',
	'"имя" = name',
];

const policies = (table: string, conditions: readonly string[]): readonly string[] =>
	conditions.map(
		(one, at) => `CREATE POLICY p${at} ON ${table} FOR DELETE TO bound USING (${one})`,
	);
const secured = (table: string, ...then: readonly string[]): readonly string[] => [
	`CREATE TABLE ${table} (id int PRIMARY KEY, tenant_id int, owner name, shown bool, name text, "имя" text)`,
	`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
	...then,
];
const mine = 'owner = current_user';

const planted: readonly string[] = [
	"CREATE ROLE monitor LOGIN PASSWORD 'm-secret'; GRANT pg_monitor TO monitor",
	'CREATE ROLE bound NOLOGIN; CREATE ROLE other NOLOGIN; CREATE ROLE shop_app LOGIN',
	...secured('open_ones', ...policies('open_ones', open)),
	...secured('bound_ones', ...policies('bound_ones', bound)),
	// What a restrictive policy beside takes back, and what it does not.
	...secured(
		'taken_back',
		'CREATE POLICY wide ON taken_back USING (true) WITH CHECK (true)',
		`CREATE POLICY narrow ON taken_back AS RESTRICTIVE USING (${mine})`,
	),
	...secured(
		'by_command',
		'CREATE POLICY wide ON by_command USING (true) WITH CHECK (true)',
		...['SELECT', 'DELETE'].map(
			one => `CREATE POLICY n_${one} ON by_command AS RESTRICTIVE FOR ${one} USING (${mine})`,
		),
		`CREATE POLICY n_u ON by_command AS RESTRICTIVE FOR UPDATE USING (${mine})`,
		`CREATE POLICY n_i ON by_command AS RESTRICTIVE FOR INSERT WITH CHECK (${mine})`,
	),
	...secured(
		'half_back',
		'CREATE POLICY wide ON half_back USING (true) WITH CHECK (true)',
		`CREATE POLICY narrow ON half_back AS RESTRICTIVE FOR SELECT USING (${mine})`,
	),
	...secured(
		'for_others',
		'CREATE POLICY wide ON for_others USING (true)',
		`CREATE POLICY narrow ON for_others AS RESTRICTIVE TO other USING (${mine})`,
	),
	...secured(
		'no_help',
		'CREATE POLICY wide ON no_help USING (true)',
		'CREATE POLICY narrow ON no_help AS RESTRICTIVE USING (1 = 1)',
	),
	...secured(
		'written',
		`CREATE POLICY wide ON written USING (${mine}) WITH CHECK (tenant_id IS NOT NULL)`,
	),
	...secured(
		'written_bound',
		`CREATE POLICY wide ON written_bound USING (${mine}) WITH CHECK (true)`,
		`CREATE POLICY narrow ON written_bound AS RESTRICTIVE USING (true) WITH CHECK (${mine})`,
	),
	// A partition and a child that are used past the policies of their parents.
	'CREATE TABLE bills (id int, region int) PARTITION BY RANGE (id)',
	'ALTER TABLE bills ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON bills USING (region = 1)',
	...[1, 2, 3, 4].map(
		n => `CREATE TABLE bills_${n} PARTITION OF bills FOR VALUES FROM (${n}) TO (${n + 1})`,
	),
	'GRANT SELECT ON bills TO shop_app; GRANT SELECT ON bills_1 TO shop_app',
	'ALTER TABLE bills_2 ENABLE ROW LEVEL SECURITY; GRANT SELECT ON bills_2 TO shop_app',
	'CREATE POLICY idle ON bills_4 USING (region = 1)',
	'CREATE TABLE bills_old (note text) INHERITS (written)',
	'GRANT UPDATE (note) ON bills_old TO shop_app',
	'CREATE VIEW third AS SELECT * FROM bills_3; GRANT SELECT ON third TO shop_app',
	'CREATE VIEW second AS SELECT * FROM bills_2; ALTER VIEW second OWNER TO bound; GRANT SELECT ON second TO shop_app',
	...secured(
		'by_setting',
		"CREATE POLICY s ON by_setting USING (name = (SELECT setting FROM pg_settings WHERE name = 'app.tenant'))",
	),
];

for (const {name, binaries, missing} of postgresVersions) {
	describe.skipIf(missing)(`policies that do not hold on ${name}`, () => {
		let server: PostgresServer;
		let report: TargetReport;
		beforeAll(async () => {
			const issued = await issueServer();
			server = await startPostgres({tls: issued.server, sql: planted, binaries});
			report = await probePostgres({
				port: server.port,
				user: 'monitor',
				password: 'm-secret',
				ca: issued.ca.cert,
			});
		});
		afterAll(() => server.stop());
		const named = (check: string, like = ''): readonly string[] =>
			findingsOf(report, check)
				.flatMap(({outcome, object}) =>
					outcome === 'fail' && object !== undefined ? [object] : [],
				)
				.filter(object => object.includes(like))
				.toSorted();

		test('every way to write true is told from what only looks like it', () => {
			expect(named('pg-rls-always-true', '_ones')).toEqual(
				open.map((_, at) => `public.open_ones p${at}`).toSorted(),
			);
		});

		test('a restrictive policy takes back what it covers, and no more', () => {
			expect(named('pg-rls-always-true', 'wide')).toEqual(
				['for_others', 'half_back', 'no_help', 'written'].map(table => `public.${table} wide`),
			);
			expect(named('pg-rls-with-check-missing', 'wide')).toEqual(['public.written wide']);
		});

		test('the server agrees with what is called open and what is taken back', async () => {
			for (const table of ['taken_back', 'by_command', 'half_back', 'for_others', 'no_help'])
				await server.query(
					`INSERT INTO ${table} VALUES (1, 1, 'somebody'); GRANT SELECT, DELETE ON ${table} TO bound`,
				);
			await server.query('GRANT bound TO monitor');
			const deletes = async (table: string): Promise<number> => {
				const rows = await server
					.query(
						`CREATE FUNCTION public.try_${table}() RETURNS int LANGUAGE plpgsql SECURITY DEFINER AS
					$$ DECLARE n int; BEGIN DELETE FROM ${table}; GET DIAGNOSTICS n = ROW_COUNT; RETURN n; END $$`,
					)
					.then(() => server.query(`ALTER FUNCTION public.try_${table}() OWNER TO bound`))
					.then(() => server.query(`SELECT public.try_${table}() AS n`));
				return Number(rows[0]?.n);
			};
			expect(await deletes('taken_back')).toBe(0);
			expect(await deletes('by_command')).toBe(0);
			for (const table of ['for_others', 'no_help']) expect(await deletes(table)).toBe(1);
		});

		test('a partition or child that is used by its own name is past the policies of its parent', () => {
			expect(named('pg-tenant-column-without-rls', 'bills')).toEqual([
				'public.bills_1',
				'public.bills_old',
			]);
			expect(named('pg-rls-policy-disabled')).toEqual(['public.bills_4']);
			expect(named('pg-view-bypasses-rls', 'third')).toEqual(['public.third public.bills_3']);
			expect(named('pg-view-bypasses-rls', 'second')).toEqual([]);
		});

		test('a setting is one, whatever it is read from', () => {
			expect(named('pg-rls-settable-guc')).toEqual(['public.by_setting s']);
		});

		test('every statement works', () => {
			expect(report.findings.filter(({outcome}) => outcome === 'error')).toEqual([]);
			expect(
				report.findings.filter(({observed}) => /^this server (has|does)/.test(observed)),
			).toEqual([]);
		});
	});
}
