import pg from 'pg';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {defects, failing, onlyForSuperusers, settings} from '../helpers/planted-objects.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {debianHas, postgresVersions} from '../helpers/postgres-versions.js';
import {sendStandbyStatus} from '../helpers/standby-status.js';
import {findingsOf, outcomesOf, probePostgres} from '../helpers/probe-postgres.js';

const identities = [
	{role: 'application', user: 'shop_app', database: 'postgres'},
	{role: 'reporting', user: 'shop_bi', database: 'postgres'},
] as const;

for (const {name, binaries, major, missing} of postgresVersions) {
	describe.skipIf(missing)(`faulty objects on ${name}`, () => {
		let server: PostgresServer;
		let ca: string;
		const probe = (user: string, password: string): Promise<TargetReport> =>
			probePostgres({port: server.port, user, password, ca, identities});
		const objects = (report: TargetReport, id: string): readonly (string | undefined)[] =>
			findingsOf(report, id).map(({object}) => object);

		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			server = await startPostgres({
				tls: issued.server,
				settings,
				sql: defects(major),
				hba: ['host all,replication all 127.0.0.1/32 scram-sha-256'],
				binaries,
			});
		});
		afterAll(() => server.stop());

		test('a monitoring role finds every one of them', async () => {
			const report = await probe('monitor', 'm-secret');
			expect(report).toMatchObject({status: 'complete', connections: 1});
			expect(report.findings.filter(({outcome}) => outcome === 'error')).toEqual([]);
			expect(failing.filter(id => !outcomesOf(report, id).includes('fail'))).toEqual([]);
			// Whose rights a subscription writes with is seen by all, and before 16 they are its owner's.
			const seenByAll = major < 16 ? ['pg-subscription-conninfo'] : [];
			for (const id of onlyForSuperusers(major))
				expect([id, ...outcomesOf(report, id)]).toEqual([
					id,
					seenByAll.includes(id) ? 'fail' : 'unknown',
				]);
			expect(objects(report, 'pg-secrets-in-functions').toSorted()).toEqual([
				'comment public.users',
				'default public.conf.api',
				'function public.sync()',
				'view public.addresses',
			]);
			expect(objects(report, 'pg-rls-disabled-exposed')).toEqual(['public.people', 'public.users']);
			expect(objects(report, 'pg-password-in-usermapping')).toEqual(['server open_server']);
			const open = findingsOf(report, 'pg-rls-settable-guc').map(
				({object, severity}) => `${object ?? ''} ${severity}`,
			);
			expect(open.toSorted()).toEqual(['public.orders meta info', 'public.orders setting high']);
		});

		test('a superuser sees mappings, sequences and subscriptions too, and no secret is told', async () => {
			const report = await probe('postgres', server.superuser.password);
			const all = [...failing, ...onlyForSuperusers(major)];
			expect(all.filter(id => !outcomesOf(report, id).includes('fail'))).toEqual([]);
			expect(objects(report, 'pg-password-in-usermapping').toSorted()).toEqual([
				'mapping shop_bi far',
				'server open_server',
			]);
			expect(JSON.stringify(report)).not.toMatch(/hunter2|AKIA|m-secret/);
		});

		test('the grant for sequences helps', async () => {
			const {grant} = findingsOf(await probe('monitor', 'm-secret'), 'pg-int-pk-exhaustion')[0]!;
			await server.query(grant!);
			expect(outcomesOf(await probe('monitor', 'm-secret'), 'pg-int-pk-exhaustion')).toEqual([
				'fail',
			]);
		});

		test('a table that only has the name of a scheduler’s spoils no other list', async () => {
			await server.query('CREATE SCHEMA cron; CREATE TABLE cron.job (id int)');
			const report = await probe('postgres', server.superuser.password);
			await server.query('DROP SCHEMA cron CASCADE');
			expect(findingsOf(report, 'pg-cron-jobs')).toMatchObject([
				{outcome: 'unknown', reason: 'unsupported-version'},
			]);
			expect(failing.filter(id => !outcomesOf(report, id).includes('fail'))).toEqual([]);
		});

		test('prepared and open transactions, and what replicates, are seen as they are', async () => {
			const client = new pg.Client({
				host: '127.0.0.1',
				port: server.port,
				user: 'postgres',
				password: server.superuser.password,
				database: 'postgres',
				application_name: 'long report',
			});
			const copier = new pg.Client({
				host: '127.0.0.1',
				port: server.port,
				user: 'postgres',
				password: server.superuser.password,
				replication: 'true',
				application_name: 'copier',
			} as pg.ClientConfig);
			for (const one of [client, copier]) {
				one.on('error', () => undefined);
				await one.connect();
			}
			try {
				await server.query("BEGIN; CREATE TABLE public.p (id int); PREPARE TRANSACTION 'p'");
				await client.query('BEGIN; SELECT 1');
				const {rows} = await copier.query<{xlogpos: string}>('IDENTIFY_SYSTEM');
				void copier
					.query(`START_REPLICATION PHYSICAL ${rows[0]?.xlogpos ?? '0/0'}`)
					.catch(() => undefined);
				await vi.waitFor(async () => {
					const report = await probe('monitor', 'm-secret');
					const {postgresql} = report.endpoints[0]!.facts as {postgresql: Record<string, unknown>};
					expect(postgresql.preparedTransactions).toMatchObject({
						value: {items: [{owner: 'postgres', database: 'postgres'}]},
					});
					expect(postgresql.openTransactions).toMatchObject({
						value: {items: [{application: 'long report', state: 'idle in transaction'}]},
					});
					expect(postgresql.replicas).toMatchObject({
						value: {
							items: [
								{application: 'copier', encrypted: false, loopback: true, state: 'streaming'},
							],
						},
					});
					// What only stores WAL, as pg_receivewal does, is no replica.
					expect(outcomesOf(report, 'pg-ha-replica-count')).toEqual(['fail']);
					expect(outcomesOf(report, 'pg-replication-tls-observed')).toEqual(['pass']);
					expect(outcomesOf(report, 'pg-prepared-xacts')).toEqual(['pass']);
				}, 10_000);
				sendStandbyStatus(copier, rows[0]?.xlogpos ?? '0/0');
				await vi.waitFor(async () => {
					const report = await probe('monitor', 'm-secret');
					// It follows now, and from a loopback address: nobody can tell that it is on another machine.
					expect(outcomesOf(report, 'pg-ha-replica-count')).toEqual(['unknown']);
				}, 10_000);
			} finally {
				for (const one of [client, copier])
					(one as unknown as {connection: {stream: {destroy(): void}}}).connection.stream.destroy();
				await server.query("ROLLBACK PREPARED 'p'");
			}
		});
	});

	describe.skipIf(missing)(`a standby on ${name}`, () => {
		test('is judged by how it verifies its primary', async () => {
			const issued = await issueServer();
			const first = 'host=0.0.0.0 port=1 user=u sslmode=require';
			const server = await startPostgres({
				tls: issued.server,
				standby: true,
				// A standby takes no fewer connections than the cluster was made with.
				settings: {max_connections: 100, primary_conninfo: first},
				hba: ['hostssl all all 127.0.0.1/32 scram-sha-256'],
				binaries,
			});
			// Before PostgreSQL 13 a primary is only changed by a restart.
			const more: readonly (readonly [string, readonly string[]])[] =
				major < 13
					? []
					: [
							['host=0.0.0.0 port=1 user=u password=hunter2hunter', ['fail high']],
							['host=0.0.0.0 port=1 user=u sslmode=verify-full', ['pass medium']],
							['host=127.0.0.1 port=1 user=u', ['not-applicable medium']],
						];
			const cases = [[first, ['fail medium']] as const, ...more];
			try {
				for (const [primary, expected] of cases) {
					await server.query(`ALTER SYSTEM SET primary_conninfo = '${primary}'`);
					await server.query('SELECT pg_reload_conf()');
					await vi.waitFor(async () => {
						const report = await probePostgres({
							port: server.port,
							user: 'postgres',
							password: server.superuser.password,
							ca: issued.ca.cert,
						});
						const told = findingsOf(report, 'pg-standby-conninfo-tls');
						expect(told.map(({outcome, severity}) => `${outcome} ${severity}`)).toEqual(expected);
						expect(JSON.stringify(report)).not.toContain('hunter2');
						expect(outcomesOf(report, 'pg-ha-replica-count')).toEqual(['not-applicable']);
					}, 10_000);
				}
			} finally {
				await server.stop();
			}
		});
	});
}

const scheduled = debianHas('pg_cron', 'postgresql-15-cron');
describe.skipIf(!scheduled)('pg_cron on Debian PostgreSQL 15', () => {
	test('jobs of administrators and secrets in them are found, and hidden jobs are not passed', async () => {
		const issued = await issueServer();
		const server = await startPostgres({
			tls: issued.server,
			binaries: '/usr/lib/postgresql/15/bin',
			settings: {shared_preload_libraries: 'pg_cron', 'cron.launch_active_jobs': 'off'},
			sql: [
				"CREATE ROLE monitor LOGIN PASSWORD 'm-secret'; GRANT pg_monitor TO monitor",
				'CREATE EXTENSION pg_cron',
				"SELECT cron.schedule('0 3 * * *', $$SELECT 'host=h password=hunter2hunter'$$)",
			],
		});
		const probe = (user: string, password: string): Promise<TargetReport> =>
			probePostgres({port: server.port, user, password, ca: issued.ca.cert});
		try {
			const all = await probe('postgres', server.superuser.password);
			const few = await probe('monitor', 'm-secret');
			for (const id of ['pg-cron-jobs', 'pg-secrets-in-cron']) {
				expect([id, ...outcomesOf(all, id)]).toEqual([id, 'fail']);
				expect([id, ...outcomesOf(few, id)]).toEqual([id, 'unknown']);
			}
			expect(JSON.stringify(all)).not.toContain('hunter2');
			// A job of somebody who may become an administrator, and jobs that another database keeps.
			await server.query(
				'CREATE ROLE jobs LOGIN; GRANT postgres TO jobs; UPDATE cron.job SET username = $$jobs$$',
			);
			const path = await probe('postgres', server.superuser.password);
			expect(outcomesOf(path, 'pg-cron-jobs')).toEqual(['fail']);
			await server.query('CREATE DATABASE shop');
			const away = await probePostgres({
				port: server.port,
				user: 'postgres',
				password: server.superuser.password,
				database: 'shop',
				ca: issued.ca.cert,
			});
			expect(outcomesOf(away, 'pg-cron-jobs')).toEqual(['unknown']);
			expect(findingsOf(away, 'pg-cron-jobs')[0]?.observed).toContain('in another database');
		} finally {
			await server.stop();
		}
	});
});
