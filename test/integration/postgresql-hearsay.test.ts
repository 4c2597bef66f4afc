import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import type {Platform} from '../../src/domain/platform.js';
import type {TargetReport} from '../../src/domain/run.js';
import {releases} from '../../src/probes/postgresql/versions.js';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {findingsOf, outcomesOf, probePostgres} from '../helpers/probe-postgres.js';

/** Names that providers give, on a server of one's own; each of those that may log in is a superuser. */
const borrowedNames = [
	'CREATE ROLE doadmin LOGIN; CREATE ROLE avnadmin NOLOGIN',
	'CREATE ROLE supabase_admin LOGIN SUPERUSER; CREATE ROLE pgbouncer LOGIN SUPERUSER',
	"CREATE FUNCTION public.aurora_version() RETURNS text LANGUAGE sql AS 'SELECT 1::text'",
];

for (const {name, binaries, major, missing} of postgresVersions) {
	describe.skipIf(missing)(`what only looks as if, on ${name}`, () => {
		let server: PostgresServer;
		let ca: string;
		const probe = (platform?: Platform): Promise<TargetReport> =>
			probePostgres({
				port: server.port,
				user: 'monitor',
				password: 'm-secret',
				ca,
				...(platform === undefined ? {} : {platform}),
			});
		const drop = async (...roles: readonly string[]): Promise<void> => {
			for (const role of roles) await server.query(`DROP ROLE IF EXISTS ${role}`);
		};

		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			server = await startPostgres({
				tls: issued.server,
				settings: {
					log_statement: 'ddl',
					logging_collector: 'on',
					log_directory: '/dev',
					log_filename: 'null',
				},
				sql: [
					"CREATE ROLE monitor LOGIN PASSWORD 'm-secret'; GRANT pg_monitor TO monitor",
					...borrowedNames,
				],
				binaries,
			});
		});
		afterAll(() => server.stop());

		test('names of a provider make no provider, so that its superusers are one’s own', async () => {
			const superusers = ['supabase_admin', 'pgbouncer'];
			const judged = async (platform?: Platform) => {
				const report = await probe(platform);
				return superusers.map(user => outcomesOf(report, 'pg-superusers', user));
			};
			const named = [['fail'], ['fail']];
			expect(await judged()).toEqual(named);
			expect(await judged('supabase')).toEqual(named);
			for (const role of ['doadmin', 'avnadmin']) {
				await server.query(`DROP FUNCTION IF EXISTS public.aurora_version()`);
				await drop('doadmin', 'avnadmin');
				await server.query(`CREATE ROLE ${role} NOLOGIN`);
				expect([role, await judged()]).toEqual([role, named]);
			}
			// With nothing but the names of one provider, only what was declared decides.
			await drop('doadmin', 'avnadmin');
			expect(await judged()).toEqual(named);
			expect(await judged('self-managed')).toEqual(named);
			expect(await judged('supabase')).toEqual([[], []]);
		});

		test('a log that is written to a device which keeps nothing holds no record', async () => {
			const records = ['pg-log-statement', 'pg-privileged-change-monitoring'];
			const report = await probe();
			for (const id of records) expect([id, ...outcomesOf(report, id)]).toEqual([id, 'fail']);
			await server.query("ALTER SYSTEM SET log_directory = 'log'");
			await server.query('SELECT pg_reload_conf()');
			await vi.waitFor(async () => {
				const kept = await probe();
				for (const id of records) expect([id, ...outcomesOf(kept, id)]).toEqual([id, 'pass']);
			}, 10_000);
			await server.query("ALTER SYSTEM SET log_destination = ''");
			await server.query('SELECT pg_reload_conf()');
			await vi.waitFor(async () => {
				const none = await probe();
				for (const id of records) expect([id, ...outcomesOf(none, id)]).toEqual([id, 'fail']);
			}, 10_000);
		});

		test('more detail in the log is no fault of it, and less is', async () => {
			const told = async (level: string, outcome: string): Promise<void> => {
				for (const sql of [
					'ALTER SYSTEM RESET log_destination',
					`ALTER SYSTEM SET log_min_messages = ${level}`,
					'SELECT pg_reload_conf()',
				])
					await server.query(sql);
				await vi.waitFor(
					async () =>
						expect([level, ...outcomesOf(await probe(), 'pg-log-min-messages')]).toEqual([
							level,
							outcome,
						]),
					10_000,
				);
			};
			await told('debug1', 'pass');
			await told('error', 'fail');
		});

		test('a version is no pass by the table of flaws alone', async () => {
			const [row] = await server.query("SELECT current_setting('server_version') AS v");
			const version = String(row?.v).split(' ')[0] ?? '';
			const report = await probe();
			const [finding, ...more] = findingsOf(report, 'pg-cve-known');
			expect(more).toEqual([]);
			// Debian's security archive may have brought the newest release that dbvet knows, or not yet.
			const {confirmed = 0, expected = confirmed} = releases.majors[major] ?? {};
			const minor = Number(version.split('.')[1]);
			if (major === 12 || minor < expected) expect(finding?.outcome).not.toBe('pass');
			expect(finding?.observed).toContain(major === 12 ? 'ended' : version);
			const [outdated] = outcomesOf(report, 'pg-version-minor-outdated');
			expect(outdated === 'fail').toBe(minor < confirmed);
		});

		// It went with PostgreSQL 17. Last, because nobody but these two is let in afterwards.
		if (major <= 16)
			test('names of roles that hold for one database are found', async () => {
				expect(outcomesOf(await probe(), 'pg-db-user-namespace')).toEqual(['pass']);
				const {password} = server.superuser;
				for (const sql of [
					'CREATE ROLE "monitor@postgres" LOGIN PASSWORD \'m-secret\'; GRANT pg_monitor TO "monitor@postgres"',
					`CREATE ROLE "postgres@postgres" LOGIN SUPERUSER PASSWORD '${password}'`,
					'ALTER SYSTEM SET db_user_namespace = on',
					'SELECT pg_reload_conf()',
				])
					await server.query(sql);
				await vi.waitFor(
					async () => expect(outcomesOf(await probe(), 'pg-db-user-namespace')).toEqual(['fail']),
					10_000,
				);
			});
		else
			test('names of roles that hold for one database are gone', async () => {
				expect(outcomesOf(await probe(), 'pg-db-user-namespace')).toEqual(['not-applicable']);
			});
	});
}
