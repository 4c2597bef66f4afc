import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {defects, failing, hiddenFromAll, settings} from '../helpers/planted-configuration.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {debianHas, postgresVersions} from '../helpers/postgres-versions.js';
import {findingsOf, outcomesOf, probePostgres} from '../helpers/probe-postgres.js';

for (const {name, binaries, major, missing} of postgresVersions) {
	describe.skipIf(missing)(`faulty settings on ${name}`, () => {
		let server: PostgresServer;
		let ca: string;
		const probe = (user: string, password: string): Promise<TargetReport> =>
			probePostgres({port: server.port, user, password, ca});

		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			server = await startPostgres({
				tls: issued.server,
				settings: settings(major),
				sql: defects(major),
				binaries,
			});
			await vi.waitFor(async () => {
				const rows = await server.query('SELECT name FROM pg_settings WHERE pending_restart');
				expect(rows).toEqual([{name: 'max_connections'}]);
			}, 10_000);
		});
		afterAll(() => server.stop());

		test('a monitoring role finds every one of them', async () => {
			const report = await probe('monitor', 'm-secret');
			expect(report).toMatchObject({status: 'complete', connections: 1});
			expect(report.findings.filter(({outcome}) => outcome === 'error')).toEqual([]);
			expect(failing(major).filter(id => !outcomesOf(report, id).includes('fail'))).toEqual([]);
			expect(findingsOf(report, 'pg-log-rotation')[0]?.observed).toContain('log_file_mode = 0644');
			const shown = findingsOf(report, 'pg-event-triggers').map(
				({object, severity}) => `${object ?? ''} ${severity}`,
			);
			expect(shown).toEqual(expect.arrayContaining(['log_ddl high', 'log_drop high']));
		});

		test('a role with nothing passes nothing that is hidden from it', async () => {
			const report = await probe('nobody', 'n-secret');
			const told = hiddenFromAll.map(id => [id, ...outcomesOf(report, id)]);
			expect(told).toEqual(hiddenFromAll.map(id => [id, 'unknown']));
			for (const id of ['pg-pending-restart', 'pg-alter-system-source'])
				expect(outcomesOf(report, id)).not.toContain('pass');
		});

		test('no destination at all is told, and a refused line is shown to a superuser', async () => {
			await server.query("ALTER SYSTEM SET log_destination = ''");
			await server.query("COPY (SELECT 'log_lock_waits = 7x') TO PROGRAM 'cat >> postgresql.conf'");
			await server.query('SELECT pg_reload_conf()');
			const report = await vi.waitFor(async () => {
				const seen = await probe('postgres', server.superuser.password);
				expect(outcomesOf(seen, 'pg-config-file-drift')).toEqual(['fail']);
				return seen;
			}, 10_000);
			expect(findingsOf(report, 'pg-config-file-drift')[0]?.observed).toContain('log_lock_waits');
			await server.query("ALTER SYSTEM SET log_lock_waits = 'on'");
			await server.query(
				"COPY (SELECT '') TO PROGRAM 'cat; sed -i /log_lock_waits/d postgresql.conf'",
			);
			await server.query('SELECT pg_reload_conf()');
			await vi.waitFor(async () => {
				const seen = await probe('postgres', server.superuser.password);
				expect(outcomesOf(seen, 'pg-log-destination')).toEqual(['fail']);
				expect(outcomesOf(seen, 'pg-config-file-drift')).toEqual(['pass']);
			}, 10_000);
		});
	});
}

const audited = debianHas('pgaudit', 'postgresql-15-pgaudit');
describe.skipIf(!audited)('pgAudit on Debian PostgreSQL 15', () => {
	test('its options, its extension and who may switch it off are judged', async () => {
		const issued = await issueServer();
		const server = await startPostgres({
			tls: issued.server,
			binaries: '/usr/lib/postgresql/15/bin',
			settings: {
				shared_preload_libraries: 'pgaudit',
				'pgaudit.log': 'ddl, role',
				'pgaudit.log_parameter': 'on',
			},
			sql: [
				"CREATE ROLE monitor LOGIN PASSWORD 'm-secret'; GRANT pg_monitor TO monitor",
				'CREATE ROLE shop_app LOGIN; GRANT SET ON PARAMETER "pgaudit.log" TO shop_app',
				'ALTER ROLE shop_app SET pgaudit.log_client = on',
			],
		});
		const probe = (): Promise<TargetReport> =>
			probePostgres({
				port: server.port,
				user: 'monitor',
				password: 'm-secret',
				ca: issued.ca.cert,
				identities: [{role: 'application', user: 'shop_app', database: 'postgres'}],
			});
		try {
			const before = await probe();
			for (const id of ['pg-pgaudit-extension-created', 'pg-pgaudit-self-disable'])
				expect([id, ...outcomesOf(before, id)]).toEqual([id, 'fail']);
			expect(findingsOf(before, 'pg-pgaudit-options').map(({object}) => object)).toEqual([
				'pgaudit.log_parameter',
				'role shop_app: pgaudit.log_client',
			]);
			expect(outcomesOf(before, 'pg-privileged-change-monitoring')).toEqual(['pass']);
			await server.query('CREATE EXTENSION pgaudit');
			await server.query('REVOKE SET ON PARAMETER "pgaudit.log" FROM shop_app');
			await server.query('ALTER ROLE shop_app RESET pgaudit.log_client');
			await server.query("ALTER SYSTEM SET pgaudit.log_parameter = 'off'");
			await server.query('SELECT pg_reload_conf()');
			await vi.waitFor(async () => {
				const after = await probe();
				for (const id of [
					'pg-pgaudit-extension-created',
					'pg-pgaudit-self-disable',
					'pg-pgaudit-options',
				])
					expect([id, ...outcomesOf(after, id)]).toEqual([id, 'pass']);
			}, 10_000);
		} finally {
			await server.stop();
		}
	});
});
