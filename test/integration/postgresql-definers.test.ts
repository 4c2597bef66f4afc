import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {findingsOf, probePostgres} from '../helpers/probe-postgres.js';

const define = (
	name: string,
	options: string,
	body = 'SELECT 1',
	language = 'sql',
	returns = 'int',
): string =>
	`CREATE FUNCTION ${name} RETURNS ${returns} LANGUAGE ${language} SECURITY DEFINER ${options} AS $$${body}$$`;
const pinned = "SET search_path = ''";

const basis: readonly string[] = [
	"CREATE ROLE monitor LOGIN PASSWORD 'm-secret'; GRANT pg_monitor TO monitor",
	'CREATE ROLE shop_app LOGIN; CREATE ROLE keeper NOLOGIN; CREATE ROLE clerk LOGIN',
	'CREATE SCHEMA kept AUTHORIZATION keeper; CREATE SCHEMA app; CREATE SCHEMA shops AUTHORIZATION shop_app',
	'REVOKE CREATE ON SCHEMA public FROM PUBLIC',
];

/** Functions whose names mean what somebody else wants, and how much that weighs. */
const hijacked: readonly (readonly [object: string, severity: string, sql: string])[] = [
	['public.of_shops()', 'high', define('public.of_shops()', 'SET search_path = shops, pg_temp')],
	['public.gone()', 'low', define('public.gone()', 'SET search_path = no_such_schema, pg_temp')],
	['public.user_first()', 'high', define('public.user_first()', `SET search_path = "$user", app`)],
	['public.temp_first()', 'high', define('public.temp_first()', 'SET search_path = pg_temp, app')],
	['public.no_temp()', 'info', define('public.no_temp()', 'SET search_path = app')],
	['public.bare()', 'info', define('public.bare()', pinned, 'SELECT count(*)::int FROM pg_class')],
	[
		'public.current()',
		'high',
		`SET search_path = "$user", public; ${define('public.current()', 'SET search_path FROM CURRENT')}`,
	],
	[
		'public.proc()',
		'high',
		"CREATE PROCEDURE public.proc() LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
	],
	[
		'public.fired()',
		'high',
		define('public.fired()', '', 'BEGIN RETURN NULL; END', 'plpgsql', 'trigger'),
	],
	['information_schema.hidden()', 'high', define('information_schema.hidden()', '')],
];
const harmless: readonly string[] = [
	define('public.empty()', pinned),
	define('public.qualified()', pinned, 'SELECT count(*)::int FROM pg_catalog.pg_class'),
	define('public.of_app()', 'SET search_path = app, pg_temp'),
	define('public.of_catalogue()', 'SET search_path = pg_catalog, pg_temp'),
	define('public.of_standard()', 'SET search_path = information_schema, pg_temp'),
	`${define('kept.own()', 'SET search_path = kept, pg_temp')}; ALTER FUNCTION kept.own() OWNER TO keeper`,
];

const runs = (name: string, body: string): string =>
	define(`app.${name}(what text)`, pinned, `BEGIN ${body} END`, 'plpgsql', 'void');
const lock = (name: string): string => `REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC`;

for (const {name, binaries, missing} of postgresVersions) {
	describe.skipIf(missing)(`functions that lend rights on ${name}`, () => {
		let server: PostgresServer;
		let ca: string;
		const probe = (): Promise<TargetReport> =>
			probePostgres({port: server.port, user: 'monitor', password: 'm-secret', ca});
		const told = async (check: string): Promise<readonly string[]> =>
			findingsOf(await probe(), check).map(
				({outcome, object, severity}) =>
					`${outcome} ${outcome === 'fail' ? severity : ''} ${object ?? ''}`,
			);

		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			server = await startPostgres({tls: issued.server, sql: basis, binaries});
		});
		afterAll(() => server.stop());

		test('a function that runs what it is told is a way up, for whoever may call it', async () => {
			const check = 'pg-role-escalation-graph';
			expect(await told(check)).toEqual(['pass  ']);
			await server.query(`${runs('run', 'EXECUTE what;')}; ${lock('app.run(text)')}`);
			expect(await told(check)).toEqual(['pass  ']);
			await server.query('GRANT EXECUTE ON FUNCTION app.run(text) TO shop_app');
			// Who may not enter the schema cannot call what is in it.
			expect(await told(check)).toEqual(['pass  ']);
			await server.query('GRANT USAGE ON SCHEMA app TO shop_app');
			expect(await told(check)).toEqual(['fail high shop_app']);
			await server.query('GRANT EXECUTE ON FUNCTION app.run(text) TO PUBLIC');
			expect(await told(check)).toEqual(['fail high shop_app']);
			await server.query('GRANT USAGE ON SCHEMA app TO PUBLIC');
			expect((await told(check)).toSorted()).toEqual([
				'fail critical PUBLIC',
				'fail high shop_app',
			]);
			await server.query('ALTER FUNCTION app.run(text) OWNER TO keeper');
			expect(await told(check)).toEqual(['pass  ']);
			await server.query('GRANT pg_write_server_files TO keeper');
			expect(await told(check)).toContain('fail critical PUBLIC');
			await server.query('DROP FUNCTION app.run(text)');
			expect(await told(check)).toEqual(['pass  ']);
		});

		test.each([
			['INTO and USING', 'EXECUTE what USING 1;'],
			['a number', 'EXECUTE $1;'],
		])('%s do not hide it', async (_, body) => {
			await server.query(runs('hidden', body));
			expect(await told('pg-role-escalation-graph')).toContain('fail critical PUBLIC');
			await server.query('DROP FUNCTION app.hidden(text)');
		});

		test('what builds statements or floats is no pass, and what only reads is one that says so', async () => {
			const check = 'pg-role-escalation-graph';
			for (const [sql, outcome] of [
				[runs('built', "EXECUTE format('SELECT 1 FROM %I', what);"), 'unknown'],
				[runs('joined', "EXECUTE 'SELECT ' || what;"), 'unknown'],
				[define('app.floats()', ''), 'unknown'],
				[define('app.fixed()', pinned), 'pass'],
			] as const) {
				await server.query(sql);
				expect([sql, ...(await told(check))]).toEqual([sql, `${outcome}  `]);
				const [found] = findingsOf(await probe(), check);
				if (outcome === 'pass') expect(found?.observed).toContain('was not judged');
				await server.query(`DROP FUNCTION ${/app\.\w+\((what text)?\)/.exec(sql)?.[0] ?? ''}`);
			}
		});

		test('names that mean what somebody else wants are found, and pinned ones are left alone', async () => {
			for (const sql of [...harmless, ...hijacked.map(([, , one]) => one)]) await server.query(sql);
			expect((await told('pg-secdef-search-path')).toSorted()).toEqual(
				hijacked.map(([object, severity]) => `fail ${severity} ${object}`).toSorted(),
			);
		});

		test('the server agrees: a temporary table takes the place of a system table', async () => {
			const [row] = await server.query('SELECT public.bare() AS n');
			await server.query(
				`CREATE FUNCTION public.fooled() RETURNS int LANGUAGE plpgsql AS
				$$ BEGIN CREATE TEMP TABLE pg_class (id int); RETURN public.bare(); END $$`,
			);
			const [fooled] = await server.query('SELECT public.fooled() AS n');
			expect(Number(row?.n)).toBeGreaterThan(100);
			expect(fooled?.n).toBe(0);
		});
	});
}
