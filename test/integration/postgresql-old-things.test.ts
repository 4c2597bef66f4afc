import pg from 'pg';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {canMoveClock, movedClock, type MovedClock} from '../helpers/moved-clock.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {probeAsThree, threeRoles, toAll, toMonitors} from '../helpers/three-roles.js';

/** Up to PostgreSQL 14 a look at statistics waits for a process that does not follow a clock that is moved. */
const following = postgresVersions.filter(({major}) => major >= 15);

for (const {name, binaries, missing} of following) {
	describe.skipIf(missing || !canMoveClock)(`what is hours old on ${name}`, () => {
		let clock: MovedClock;
		let server: PostgresServer;
		let ca: string;
		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			clock = await movedClock();
			server = await startPostgres({
				tls: issued.server,
				settings: {max_prepared_transactions: 5},
				sql: threeRoles,
				binaries,
				env: clock.env,
			});
		});
		afterAll(async () => {
			await server.stop();
			await clock.remove();
		});

		test('transactions that were begun or prepared two hours ago, and a clock that is wrong', async () => {
			const {port, superuser} = server;
			const client = new pg.Client({host: '127.0.0.1', port, ...superuser, database: 'postgres'});
			client.on('error', () => undefined);
			await client.connect();
			try {
				await client.query('BEGIN; SELECT 1');
				await server.query("BEGIN; CREATE TABLE public.p (id int); PREPARE TRANSACTION 'p'");
				await clock.move(2);
				await vi.waitFor(async () => {
					const [row] = await server.query(
						"SELECT now() > $1::timestamptz + interval '1 hour' AS moved",
						{
							values: [new Date()],
						},
					);
					expect(row).toEqual({moved: true});
				}, 10_000);
				const of = await probeAsThree(server, {ca});
				expect(of('pg-long-transactions')).toEqual(toMonitors('fail'));
				for (const id of ['pg-prepared-xacts', 'pg-timezone-clock-skew'])
					expect([id, of(id)]).toEqual([id, toAll('fail')]);
			} finally {
				await client.end();
			}
		});
	});
}
