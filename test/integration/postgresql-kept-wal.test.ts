import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {probeAsThree, threeRoles, toAll, toMonitors} from '../helpers/three-roles.js';

/** Files of 16 MiB, together more than the one GiB that the checks allow. */
const files = 66;

for (const {name, binaries, missing, major} of postgresVersions) {
	describe.skipIf(missing)(`slots that nobody uses on ${name}`, () => {
		let server: PostgresServer;
		let ca: string;
		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			server = await startPostgres({
				tls: issued.server,
				settings: {wal_level: 'logical', wal_init_zero: 'off', wal_compression: 'on'},
				sql: [
					...threeRoles,
					"SELECT pg_create_logical_replication_slot('taken', 'test_decoding')",
					"SELECT pg_create_physical_replication_slot('forgotten', true)",
				],
				binaries,
			});
		});
		afterAll(() => server.stop());

		test('are left alone while they keep little', async () => {
			const of = await probeAsThree(server, {ca});
			expect(of('pg-replication-slots-inactive')).toEqual(toAll('pass'));
			expect(of('pg-replica-lag')).toEqual(toMonitors('unknown unexpected-reply'));
		});

		test('are found when they keep more than a GiB, and when what they keep is lost', async () => {
			await server.query(
				`DO $$BEGIN FOR i IN 1..${files} LOOP PERFORM pg_logical_emit_message(false, 'x', 'x'); PERFORM pg_switch_wal(); END LOOP; END$$`,
			);
			const of = await probeAsThree(server, {ca});
			expect(of('pg-replication-slots-inactive')).toEqual(toAll('fail'));
			expect(of('pg-replica-lag')).toEqual(toMonitors('fail'));
			// An older one keeps it for ever.
			if (major < 13) return;
			await server.query("ALTER SYSTEM SET max_slot_wal_keep_size = '1MB'");
			await server.query('SELECT pg_reload_conf()');
			await server.query('SELECT pg_switch_wal()');
			await server.query('CHECKPOINT');
			const lost = await probeAsThree(server, {ca});
			expect(lost('pg-replication-slots-inactive')).toEqual(toAll('fail'));
		}, 60_000);
	});
}
