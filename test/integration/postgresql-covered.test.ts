import pg from 'pg';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {outcomesOf, probePostgres} from '../helpers/probe-postgres.js';

const sql = [
	"CREATE ROLE monitor LOGIN PASSWORD 'm-secret'; GRANT pg_monitor TO monitor",
	// What `dbvet grants` gives the scanner.
	'ALTER ROLE monitor SET default_transaction_read_only = on',
	"CREATE ROLE silent LOGIN PASSWORD 's-secret'; ALTER ROLE silent SET track_activities = off",
	"COPY (SELECT '') TO PROGRAM 'cat postgresql.auto.conf >> postgresql.conf; : > postgresql.auto.conf'",
	'SELECT pg_reload_conf()',
];
const settings = {
	shared_preload_libraries: 'auth_delay',
	logging_collector: 'on',
	log_filename: 'postgresql.log',
};

for (const {name, binaries, missing} of postgresVersions) {
	describe.skipIf(missing)(`values that cover others on ${name}`, () => {
		let server: PostgresServer;
		let ca: string;
		const monitor = (): Promise<TargetReport> =>
			probePostgres({port: server.port, user: 'monitor', password: 'm-secret', ca});
		const superuser = (): Promise<TargetReport> =>
			probePostgres({port: server.port, user: 'postgres', password: server.superuser.password, ca});
		/** Runs SQL, reloads, and waits until the check says so. */
		const told = async (
			probe: () => Promise<TargetReport>,
			check: string,
			expected: readonly string[],
			...before: readonly string[]
		): Promise<void> => {
			for (const one of before) await server.query(one);
			await server.query('SELECT pg_reload_conf()');
			await vi.waitFor(
				async () => expect(outcomesOf(await probe(), check)).toEqual(expected),
				10_000,
			);
		};

		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			server = await startPostgres({
				tls: issued.server,
				settings,
				sql,
				binaries,
			});
		});
		afterAll(() => server.stop());

		test('ALTER SYSTEM is found under the values of dbvet’s own session, and not passed under the role’s', async () => {
			const check = 'pg-alter-system-source';
			await told(monitor, check, ['pass']);
			await told(monitor, check, ['fail'], "ALTER SYSTEM SET statement_timeout = '30s'");
			await told(
				monitor,
				check,
				['fail'],
				'ALTER SYSTEM RESET ALL',
				'ALTER SYSTEM SET search_path = x',
			);
			await told(
				monitor,
				check,
				['unknown'],
				'ALTER SYSTEM RESET ALL',
				"ALTER SYSTEM SET work_mem = '5MB'",
				"ALTER ROLE monitor SET work_mem = '8MB'",
			);
			await told(superuser, check, ['fail']);
			await told(
				monitor,
				check,
				['unknown'],
				'ALTER SYSTEM RESET ALL',
				'ALTER ROLE monitor RESET work_mem',
				'ALTER SYSTEM SET max_connections = 41',
			);
			await told(superuser, check, ['fail']);
		});

		test('a refused line is no line that waits for a restart', async () => {
			const check = 'pg-config-file-drift';
			const line = (value: string): string =>
				`COPY (SELECT '') TO PROGRAM 'cat; sed -i "/max_connections/d" postgresql.conf; echo max_connections=${value} >> postgresql.conf'`;
			await told(superuser, check, ['pass'], 'ALTER SYSTEM RESET ALL', line('41'));
			await told(superuser, 'pg-pending-restart', ['fail']);
			await told(superuser, check, ['fail'], line('banana'));
			await told(superuser, check, ['fail'], line('400000000'));
			await told(superuser, check, ['pass'], line('40'));
		});

		test('a library that is loaded and does nothing slows nobody down', async () => {
			await told(monitor, 'pg-auth-delay', ['fail']);
			await told(
				monitor,
				'pg-auth-delay',
				['pass'],
				"ALTER SYSTEM SET auth_delay.milliseconds = '500'",
			);
		});

		test('one log file that is opened again and again grows for ever', async () => {
			await told(monitor, 'pg-log-rotation', ['fail']);
			await told(
				monitor,
				'pg-log-rotation',
				['pass'],
				"ALTER SYSTEM SET log_filename = 'pg-%a.log'",
			);
		});

		test('a role that loads code from elsewhere counts, and a folder nobody knows is not passed', async () => {
			const check = 'pg-library-path';
			await told(monitor, check, ['pass']);
			await told(
				monitor,
				check,
				['fail'],
				"ALTER ROLE silent SET dynamic_library_path = '/tmp/lib'",
			);
			await told(
				monitor,
				check,
				['unknown'],
				"ALTER ROLE silent SET dynamic_library_path = '$libdir:/srv/lib'",
			);
			await server.query('ALTER ROLE silent RESET dynamic_library_path');
		});

		test('a session that does not tell what it has open is not passed', async () => {
			const check = 'pg-long-transactions';
			const client = new pg.Client({
				host: '127.0.0.1',
				port: server.port,
				user: 'silent',
				password: 's-secret',
				database: 'postgres',
			});
			client.on('error', () => undefined);
			await told(monitor, check, ['pass']);
			await client.connect();
			await client.query('BEGIN; SELECT 1');
			expect(outcomesOf(await monitor(), check)).toEqual(['unknown']);
			await client.end();
		});
	});
}
