import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {debianHas, postgresVersions} from '../helpers/postgres-versions.js';
import {outcomesOf, probePostgres} from '../helpers/probe-postgres.js';
import {reconfigure} from '../helpers/reconfigure.js';

const good = {
	log_connections: 'on',
	log_disconnections: 'on',
	log_statement: 'ddl',
	log_replication_commands: 'on',
	log_line_prefix: '%m [%p] %q%u@%d %r %a ',
	log_min_messages: 'warning',
	log_destination: 'stderr',
};
const records = ['pg-log-connections', 'pg-log-disconnections', 'pg-log-statement'] as const;
const all = (outcome: string): readonly unknown[] => records.map(() => [outcome]);

for (const {name, binaries, major, missing} of postgresVersions) {
	describe.skipIf(missing)(`what keeps records out of the log of ${name}`, () => {
		// Only Debian's server has the library.
		const audits = major === 15 && !missing && debianHas('pgaudit', 'postgresql-15-pgaudit');
		const pgaudit = audits ? {shared_preload_libraries: 'pgaudit', 'pgaudit.log': 'ddl, role'} : {};
		let server: PostgresServer;
		let issued: Awaited<ReturnType<typeof issueServer>>;
		const probe = async (changes: Readonly<Record<string, string>>): Promise<TargetReport> => {
			await reconfigure(server, {
				tls: issued.server,
				hba: ['host all all 127.0.0.1/32 scram-sha-256'],
				settings: {...good, ...changes},
			});
			const ca = issued.ca.cert;
			return probePostgres({port: server.port, user: 'monitor', password: 'm-secret', ca});
		};
		const told = (report: TargetReport): readonly unknown[] =>
			records.map(id => outcomesOf(report, id));

		beforeAll(async () => {
			issued = await issueServer();
			server = await startPostgres({
				tls: issued.server,
				settings: {...good, ...pgaudit},
				sql: [
					"CREATE ROLE monitor LOGIN PASSWORD 'm-secret'; GRANT pg_monitor TO monitor",
					'CREATE ROLE shop_app LOGIN',
					'CREATE DATABASE shop',
				],
				binaries,
			});
		});
		afterAll(() => server.stop());

		test('nothing does with the defaults, with syslog, or with csvlog', async () => {
			for (const log_destination of ['stderr', 'syslog', 'csvlog'])
				expect(told(await probe({log_destination}))).toEqual(all('pass'));
		});

		test.each(['fatal', 'panic'])('log_min_messages = %s does', async level => {
			const before = server.log().length;
			const report = await probe({log_min_messages: level});
			expect(told(report)).toEqual(all('fail'));
			expect(outcomesOf(report, 'pg-log-replication-commands')).toEqual(['fail']);
			expect(outcomesOf(report, 'pg-log-min-error-statement')).toEqual(['fail']);
			if (audits) expect(outcomesOf(report, 'pg-pgaudit-classes')).toEqual(['fail']);
			// That is what the server does: the probe's own login left no line.
			expect(server.log().slice(before)).not.toContain('user=monitor');
		});

		test('no destination at all does, whatever the rank', async () => {
			const report = await probe({log_destination: ''});
			expect(told(report)).toEqual(all('fail'));
			for (const id of ['pg-log-min-messages', 'pg-log-line-prefix', 'pg-log-destination'])
				expect([id, ...outcomesOf(report, id)]).toEqual([id, 'fail']);
		});

		test('csvlog without the collector writes plain lines, which need a prefix', async () => {
			const changes = {log_destination: 'csvlog', log_line_prefix: '%m '};
			expect(outcomesOf(await probe(changes), 'pg-log-line-prefix')).toEqual(['fail']);
		});

		test('a role’s own level does, but not for its login', async () => {
			await server.query('ALTER ROLE shop_app IN DATABASE shop SET log_min_messages = panic');
			const report = await probe({});
			expect(told(report)).toEqual([['pass'], ['fail'], ['fail']]);
			const scope = 'role shop_app in database shop';
			expect(outcomesOf(report, 'pg-log-disconnections', scope)).toEqual(['fail']);
			expect(outcomesOf(report, 'pg-pgaudit-disabled-per-role')).toEqual(['fail']);
			await server.query('ALTER ROLE shop_app IN DATABASE shop RESET log_min_messages');
			expect(told(await probe({}))).toEqual(all('pass'));
		});

		if (major === 15) {
			test.skipIf(!audits)(
				'a role and a database that each take one record away leave none together',
				async () => {
					await server.query("ALTER ROLE shop_app SET log_statement = 'none'");
					await server.query("ALTER DATABASE shop SET pgaudit.log = 'none'");
					const report = await probe({});
					expect(outcomesOf(report, 'pg-log-statement', 'role shop_app in database shop')).toEqual([
						'fail',
					]);
					expect(outcomesOf(report, 'pg-log-statement')).toHaveLength(1);
					expect(outcomesOf(report, 'pg-pgaudit-classes', 'database shop')).toEqual(['fail']);
					await server.query('ALTER ROLE shop_app RESET ALL; ALTER DATABASE shop RESET ALL');
				},
			);

			test.skipIf(!audits)(
				'records of pgAudit that are sent to clients have the rank of its own setting',
				async () => {
					const quiet = {'pgaudit.log_level': 'notice', log_statement: 'none'};
					const kept = await probe({...quiet, 'pgaudit.log_client': 'off'});
					expect(outcomesOf(kept, 'pg-log-statement')).toEqual(['pass']);
					const lost = await probe({...quiet, 'pgaudit.log_client': 'on'});
					for (const id of ['pg-log-statement', 'pg-pgaudit-classes'])
						expect([id, ...outcomesOf(lost, id)]).toEqual([id, 'fail']);
				},
			);
		}
	});
}
