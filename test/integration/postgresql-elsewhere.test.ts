import pg from 'pg';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {keptPasswordsQuery} from '../../src/probes/postgresql/collect/code.js';
import {leadsAway, sslmodeOf} from '../../src/probes/postgresql/collect/conninfo.js';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {debianHas, postgresVersions} from '../helpers/postgres-versions.js';
import {findingsOf, outcomesOf, probePostgres} from '../helpers/probe-postgres.js';

const monitor = "CREATE ROLE monitor LOGIN PASSWORD 'm-secret'; GRANT pg_monitor TO monitor";

for (const {name, binaries, missing} of postgresVersions) {
	describe.skipIf(missing)(`what is kept elsewhere on ${name}`, () => {
		let server: PostgresServer;
		let ca: string;
		const probe = (database: string): Promise<TargetReport> =>
			probePostgres({port: server.port, user: 'monitor', password: 'm-secret', ca, database});

		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			server = await startPostgres({
				tls: issued.server,
				settings: {shared_preload_libraries: 'pg_stat_statements'},
				sql: [
					monitor,
					'CREATE DATABASE other',
					"CREATE ROLE dba NOLOGIN SUPERUSER; CREATE ROLE anna LOGIN PASSWORD 'a-secret'; GRANT dba TO anna",
				],
				binaries,
			});
			await server.query('CREATE EXTENSION pg_stat_statements', {database: 'other'});
			await server.query('ALTER ROLE anna /* new */ PASSWORD/**/$$a-secret$$');
		});
		afterAll(() => server.stop());

		test('kept statements with a password are unknown where they cannot be seen, and found where they can', async () => {
			const id = 'pg-query-text-exposure';
			expect(outcomesOf(await probe('postgres'), id)).toEqual(['unknown']);
			const found = await probe('other');
			expect(outcomesOf(found, id)).toEqual(['fail']);
			expect(JSON.stringify(found)).not.toContain('a-secret');
		});

		test.each([
			[true, `DO 'BEGIN ALTER ROLE dba PASSWORD ''b-secret''; END'`],
			[true, `DO $do$BEGIN EXECUTE 'ALTER ROLE dba PASSWORD ''c-secret'''; END$do$`],
			[true, `DO 'BEGIN EXECUTE ''ALTER ROLE dba PASSWORD ''''d-secret''''''; END'`],
			[true, `DO E'BEGIN ALTER ROLE dba PASSWORD \\'e-secret\\'; END'`],
			[true, `DO 'BEGIN ALTER ROLE dba PASSWORD ''md5${'0'.repeat(32)}''; END'`],
			[false, `DO $do$BEGIN EXECUTE 'ALTER ROLE dba PASSWORD ''' || md5('f') || ''''; END$do$`],
			[false, `DO $do$BEGIN EXECUTE 'ALTER ROLE dba PASSWORD '''||md5('f')||''''; END$do$`],
			[false, `DO $do$BEGIN EXECUTE format('ALTER ROLE dba PASSWORD %L', md5('f')); END$do$`],
			[false, `DO 'BEGIN ALTER ROLE dba PASSWORD NULL; END'`],
		])('a block with a password in it is found (%s): %s', async (found, block) => {
			const at = {database: 'other'};
			await server.query('SELECT pg_stat_statements_reset()', at);
			await server.query(block, at);
			const kept = await server.query(keptPasswordsQuery('public').sql, at);
			expect(kept).toMatchObject(found ? [{statements: 1, verifier: block.includes('md5')}] : []);
		});

		test('an application that may become a superuser is one, whatever it calls itself', async () => {
			const client = new pg.Client({
				host: '127.0.0.1',
				port: server.port,
				user: 'anna',
				password: 'a-secret',
				database: 'postgres',
				application_name: 'azure-shop',
			});
			await client.connect();
			try {
				const report = await probe('postgres');
				expect(findingsOf(report, 'pg-sessions-by-privileged-role')).toMatchObject([
					{outcome: 'fail', object: 'anna@postgres from 127.0.0.1'},
				]);
			} finally {
				await client.end();
			}
		});

		test.each([
			['host=127.0.0.1,far.example sslmode=require', true, 'require'],
			['host=localhost hostaddr=192.0.2.7', true, null],
			['HOST = 127.0.0.1', false, null],
			["host='/tmp' sslmode='verify-full'", false, 'verify-full'],
			['sslmode=verify-full host=far sslmode=disable', true, '(several)'],
			["application_name='x sslmode=verify-full' host=far", true, null],
			['postgresql://u:p@localhost,192.0.2.7:5432/d?sslmode=verify-ca', true, 'verify-ca'],
			['postgresql://u@[::1]:5432/d?hostaddr=192.0.2.7', true, null],
			['postgresql://u@[::1]:5432/d', false, null],
			['service=far', true, '(service)'],
			[String.raw`host=db password=a\ sslmode=verify-full`, true, null],
			[String.raw`host=db password=a\'b sslmode=verify-full`, true, 'verify-full'],
			[String.raw`host=db password='a\' sslmode=verify-full' sslmode=require`, true, 'require'],
			[`host=db password=it's sslmode=verify-full options='x'`, true, 'verify-full'],
			[`host=db password='x'sslmode=disable`, true, 'disable'],
			[`host=db password= sslmode=verify-full`, true, null],
			[`host=db application_name=a&sslmode=verify-full`, true, null],
			[String.raw`host=\/var/run sslmode=verify\-full`, false, 'verify-full'],
			[`postgres://u:p?sslmode=verify-full@db/shop`, true, null],
			['dbname=x', true, null],
			['postgres://u@db/shop?sslmode=verify-full&%73slmode=disable', true, '(several)'],
			['postgres://u@localhost/shop?%68ost=far&sslmode=require', true, '(several)'],
		])('a connection string is read as libpq reads it: %s', async (text, remote, sslmode) => {
			const [row] = await server.query(
				`SELECT ${leadsAway('t')} AS remote, ${sslmodeOf('t')} AS sslmode FROM (SELECT $1::text AS t) x`,
				{values: [text]},
			);
			expect(row).toEqual({remote, sslmode});
		});
	});
}

const audited = debianHas('pgaudit', 'postgresql-15-pgaudit');
const scheduled = debianHas('pg_cron', 'postgresql-15-cron');
describe.skipIf(!audited || !scheduled)('pgAudit and pg_cron on Debian PostgreSQL 15', () => {
	test('an audit that was cut down and jobs of another database are not passed', async () => {
		const issued = await issueServer();
		const server = await startPostgres({
			tls: issued.server,
			binaries: '/usr/lib/postgresql/15/bin',
			settings: {
				shared_preload_libraries: 'pgaudit,pg_cron',
				'cron.launch_active_jobs': 'off',
				'cron.database_name': 'jobs',
				'pgaudit.log': 'ddl, role',
			},
			sql: [monitor, "CREATE ROLE nobody LOGIN PASSWORD 'n-secret'", 'CREATE EXTENSION pgaudit'],
		});
		const probe = (user = 'monitor', password = 'm-secret'): Promise<TargetReport> =>
			probePostgres({port: server.port, user, password, ca: issued.ca.cert});
		try {
			const before = await probe();
			expect(outcomesOf(before, 'pg-pgaudit-extension-created')).toEqual(['pass']);
			expect(outcomesOf(before, 'pg-privileged-change-monitoring')).toEqual(['pass']);
			// Nobody was declared whose rights could be looked at.
			expect(outcomesOf(before, 'pg-pgaudit-self-disable')).toEqual(['unknown']);
			for (const id of ['pg-secrets-in-cron', 'pg-cron-jobs'])
				for (const report of [before, await probe('nobody', 'n-secret')])
					expect([id, ...outcomesOf(report, id)]).toEqual([id, 'unknown']);

			await server.query('ALTER EVENT TRIGGER pgaudit_sql_drop DISABLE');
			await server.query("ALTER ROLE nobody SET pgaudit.log = 'read'");
			await server.query("ALTER ROLE nobody SET pgaudit.log_client = 'tru'");
			await server.query('GRANT ALTER SYSTEM ON PARAMETER shared_preload_libraries TO nobody');
			const after = await probe();
			for (const id of [
				'pg-pgaudit-extension-created',
				'pg-privileged-change-monitoring',
				'pg-pgaudit-options',
				'pg-pgaudit-self-disable',
			])
				expect([id, ...outcomesOf(after, id)]).toEqual([id, 'fail']);
		} finally {
			await server.stop();
		}
	});
});
