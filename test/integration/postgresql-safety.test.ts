import pg from 'pg';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import {logDuring} from '../helpers/log-during.js';
import {findingsOf, outcomesOf, probePostgres} from '../helpers/probe-postgres.js';
import {identities, login, startShop, type ShopServer} from '../helpers/shop-server.js';

describe('a server that writes down all that it is told', () => {
	let server: ShopServer;
	let ca: string;
	beforeAll(async () => {
		server = await startShop({settings: {log_statement: 'all', log_line_prefix: '%q%u '}});
		({ca} = server);
	});
	afterAll(() => server.stop());

	test('hears reads only, and nothing changes in it', async () => {
		const written = () =>
			server.query(
				`SELECT sum(tup_inserted) i, sum(tup_updated) u, sum(tup_deleted) d, sum(temp_files) t FROM pg_stat_database`,
			);
		const schema = () => server.query('SELECT count(*) n, max(xmin::text::bigint) x FROM pg_class');
		const before = [await written(), await schema()];
		const logged = await logDuring(server, async () => {
			const report = await probePostgres({port: server.port, ...login, ca, identities});
			expect(report.status).toBe('complete');
		});
		const after = [await written(), await schema()];
		expect(after).toEqual(before);
		const heard = logged
			.split('\n')
			.join(' ')
			.split(/monitor LOG: {2}(?:statement|execute [^:]*): /)
			.slice(1)
			.flatMap(text => text.split(/\s\w+ LOG: {2}/)[0]!.split(';'))
			.map(text => text.trim())
			.filter(text => text !== '');
		expect(heard.filter(text => text.startsWith('SELECT')).length).toBeGreaterThan(55);
		const allowed =
			/^(BEGIN READ ONLY|SET LOCAL (statement_timeout|lock_timeout|search_path) = [a-z0-9_, ]+|SELECT \* FROM \((SELECT|WITH) .*|ROLLBACK)$/s;
		expect(heard.filter(text => !allowed.test(text))).toEqual([]);
		// One transaction is one round trip, and a far server takes its time for each.
		expect(heard.filter(text => text === 'BEGIN READ ONLY').length).toBeLessThanOrEqual(13);
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
