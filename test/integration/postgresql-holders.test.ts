import pg from 'pg';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {findingsOf, outcomesOf, probePostgres} from '../helpers/probe-postgres.js';

const planted = [
	"CREATE ROLE monitor LOGIN PASSWORD 'm-secret'; GRANT pg_monitor TO monitor",
	'CREATE ROLE keeper NOLOGIN; CREATE ROLE shop_app LOGIN; CREATE ROLE shop_bi LOGIN',
	// The schema belongs to the application, and what is in it to another.
	'CREATE SCHEMA shop AUTHORIZATION shop_app; CREATE TABLE shop.orders (id int)',
	'ALTER TABLE shop.orders OWNER TO keeper; CREATE SCHEMA bare AUTHORIZATION shop_bi',
];

for (const {name, binaries, missing} of postgresVersions) {
	describe.skipIf(missing)(`who is connected and who owns on ${name}`, () => {
		let server: PostgresServer;
		let report: TargetReport;
		const clients: pg.Client[] = [];
		const connect = async (more: pg.ClientConfig): Promise<void> => {
			const {user, password} = server.superuser;
			const client = new pg.Client({port: server.port, user, password, ...more});
			client.on('error', () => undefined);
			await client.connect();
			clients.push(client);
		};
		const said = (check: string): readonly string[] =>
			findingsOf(report, check).map(({outcome, object}) => `${outcome} ${object ?? ''}`);

		beforeAll(async () => {
			const issued = await issueServer();
			server = await startPostgres({
				tls: issued.server,
				hba: ['host all,replication all 127.0.0.1/32 scram-sha-256'],
				sql: planted,
				binaries,
			});
			const [row] = await server.query("SELECT current_setting('unix_socket_directories') AS dir");
			const socket = {host: String(row?.dir), database: 'postgres'};
			await connect({...socket, application_name: 'shop'});
			await connect({...socket, application_name: 'shop'});
			await connect({...socket, application_name: 'psql'});
			const copier = {host: '127.0.0.1', replication: 'true', application_name: 'walreceiver'};
			await connect(copier);
			report = await probePostgres({
				port: server.port,
				user: 'monitor',
				password: 'm-secret',
				ca: issued.ca.cert,
				identities: [
					{role: 'application', user: 'shop_app', database: 'postgres'},
					{role: 'reporting', user: 'shop_bi', database: 'postgres'},
				],
				// With this limit every session is too old that counts at all.
				request: {thresholds: {'session-hours': 0}},
			});
		});
		afterAll(async () => {
			// A connection for replication does not say goodbye.
			for (const one of clients)
				(one as unknown as {connection: {stream: {destroy(): void}}}).connection.stream.destroy();
			await server.stop();
		});

		const overSocket = 'postgres@postgres from the Unix socket';
		test('an application that is an administrator over the Unix socket is one', () => {
			expect(said('pg-sessions-by-privileged-role')).toEqual([`fail ${overSocket}`]);
			expect(said('pg-shared-login-role')).toEqual(['fail postgres']);
			expect(outcomesOf(report, 'pg-sessions-plaintext')).toEqual(['pass']);
		});

		test('sessions over the Unix socket grow old, and replicas are meant to', () => {
			expect(new Set(said('pg-session-age'))).toEqual(new Set([`fail ${overSocket}`]));
		});

		test('who owns the schema of the tables may drop them', () => {
			expect(said('pg-ownership-app-role')).toEqual(['fail shop_app', 'pass shop_bi']);
		});
	});
}
