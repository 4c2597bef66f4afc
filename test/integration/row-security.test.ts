import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {findingsOf, probePostgres} from '../helpers/probe-postgres.js';

const view = (name: string, from: string, options = ''): string =>
	`CREATE VIEW public.${name} ${options} AS SELECT * FROM public.${from}`;
/** Before PostgreSQL 15 every view reads with the rights of its owner. */
const carefulSince = 15;
const careful = 'WITH (security_invoker = TRUE)';

const always = [
	'true',
	'1 = 1',
	'tenant_id = tenant_id',
	"'a' = 'a'",
	'name >= name',
	'NOT false',
	'tenant_id = 1 OR 1 = 1',
	'true OR tenant_id = 1',
];
const sometimes = [
	'tenant_id = 1',
	'tenant_id = id',
	'id = 1 AND (open OR true)',
	"name = 'x OR true)'",
	'open',
	"tenant_id = current_setting('app.tenant')::int",
	'random() = random()',
];

const objects = [
	"CREATE ROLE monitor LOGIN PASSWORD 'm-secret'; GRANT pg_monitor TO monitor",
	'CREATE ROLE app LOGIN; CREATE ROLE bound NOLOGIN',
	'CREATE TABLE public.rows (id int, tenant_id int, open boolean, name text)',
	'ALTER TABLE public.rows ENABLE ROW LEVEL SECURITY; ALTER TABLE public.rows FORCE ROW LEVEL SECURITY',
	'GRANT SELECT ON public.rows TO app, bound',
	// Views that lead past the policies: their owner is a superuser.
	view('inner_view', 'rows'),
	`${view('outer_view', 'inner_view')}; GRANT SELECT ON public.outer_view TO app`,
	`${view('third_view', 'outer_view')}; GRANT SELECT ON public.third_view TO app`,
	`${view('column_view', 'rows')}; GRANT SELECT (id) ON public.column_view TO app`,
	`${view('write_view', 'rows')}; GRANT DELETE ON public.write_view TO app`,
	`${view('careful_over_careless', 'inner_view', careful)}; GRANT SELECT ON public.careful_over_careless TO app`,
	'CREATE MATERIALIZED VIEW public.stored AS SELECT * FROM public.inner_view; GRANT SELECT ON public.stored TO app',
	`${view('over_stored', 'stored', careful)}; GRANT SELECT ON public.over_stored TO app`,
	view('careful_inner', 'rows', careful),
	'CREATE MATERIALIZED VIEW public.stored_careful AS SELECT * FROM public.careful_inner; GRANT SELECT ON public.stored_careful TO app',
	...always.map(
		(condition, at) =>
			`CREATE POLICY open_${at} ON public.rows FOR DELETE TO bound USING (${condition})`,
	),
	...sometimes.map(
		(condition, at) =>
			`CREATE POLICY shut_${at} ON public.rows FOR DELETE TO bound USING (${condition})`,
	),
	// Views that do not.
	`${view('careless_over_careful', 'careful_inner')}; GRANT SELECT ON public.careless_over_careful TO app`,
	`${view('careful_outer', 'careful_inner', careful)}; GRANT SELECT ON public.careful_outer TO app`,
	`${view('bound_view', 'rows')}; ALTER VIEW public.bound_view OWNER TO bound; GRANT SELECT ON public.bound_view TO app`,
	view('kept_view', 'rows'),
];

for (const {name, binaries, missing} of postgresVersions.filter(v => v.major >= carefulSince)) {
	describe.skipIf(missing)(`row security on ${name}`, () => {
		let server: PostgresServer;
		let report: TargetReport;
		beforeAll(async () => {
			const issued = await issueServer();
			server = await startPostgres({
				tls: issued.server,
				sql: objects,
				binaries,
			});
			report = await probePostgres({
				port: server.port,
				user: 'monitor',
				password: 'm-secret',
				ca: issued.ca.cert,
			});
		});
		afterAll(() => server.stop());

		test('conditions that are always true are told from those that are not', () => {
			const found = findingsOf(report, 'pg-rls-always-true').map(({object}) => object);
			expect(found).toEqual(always.map((_, at) => `public.rows open_${at}`));
		});

		test('a view leads past policies through other views, for some columns, and for writing', () => {
			const found = findingsOf(report, 'pg-view-bypasses-rls');
			expect(found.map(({object}) => object?.replaceAll('public.', '')).toSorted()).toEqual(
				[
					'outer_view',
					'third_view',
					'column_view',
					'write_view',
					'careful_over_careless',
					'stored',
					'over_stored',
					'stored_careful',
				]
					.map(one => `${one} rows`)
					.toSorted(),
			);
			expect(new Set(found.map(({outcome}) => outcome))).toEqual(new Set(['fail']));
		});

		test('the server agrees: who reads such a view sees what the policies hide', async () => {
			await server.query("INSERT INTO public.rows VALUES (1, 1, true, 'a'), (2, 2, false, 'b')");
			await server.query('REFRESH MATERIALIZED VIEW public.stored');
			await server.query('REFRESH MATERIALIZED VIEW public.stored_careful');
			await server.query('GRANT SELECT ON ALL TABLES IN SCHEMA public TO app');
			// Counts with the rights of the application.
			await server.query(`CREATE FUNCTION public.seen(what text) RETURNS int LANGUAGE plpgsql SECURITY DEFINER AS
				$$ DECLARE n int; BEGIN EXECUTE format('SELECT count(id) FROM public.%I', what) INTO n; RETURN n; END $$`);
			await server.query('ALTER FUNCTION public.seen OWNER TO app');
			const rowsOf = async (from: string): Promise<unknown> =>
				(await server.query('SELECT public.seen($1) AS n', {values: [from]}))[0]?.n;
			for (const from of ['outer_view', 'careful_over_careless', 'stored', 'stored_careful'])
				expect([from, await rowsOf(from)]).toEqual([from, 2]);
			for (const from of ['rows', 'careful_outer', 'careless_over_careful', 'bound_view'])
				expect([from, await rowsOf(from)]).toEqual([from, 0]);
		});
	});
}
