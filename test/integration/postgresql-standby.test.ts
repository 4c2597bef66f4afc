import {describe, expect, test, vi} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {seen, type Observed} from '../../src/probes/engine/check.js';
import {example} from '../../src/probes/postgresql/examples.js';
import type {Replica} from '../../src/probes/postgresql/facts/replication.js';
import type {Listing} from '../../src/probes/postgresql/facts/server.js';
import {issueServer} from '../helpers/certificates.js';
import {outcomes} from '../helpers/judge.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {startStandby} from '../helpers/postgres-standby.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {findingsOf, outcomesOf, probePostgres} from '../helpers/probe-postgres.js';

/** What the replicas of a report would be called, had they been on another machine. */
const judgedAfar = (report: TargetReport): readonly string[] => {
	const {replicas} = (
		report.endpoints[0]?.facts as {
			postgresql: {readonly replicas: Observed<Listing<Replica>>};
		}
	).postgresql;
	const items = (replicas.seen ? replicas.value.items : []).map(item => ({
		...item,
		address: '192.0.2.7',
		loopback: false,
	}));
	expect(items).toHaveLength(1);
	const facts = example({replicas: seen({items, complete: true})});
	return outcomes('pg-replication-tls-observed', facts);
};

/** Before PostgreSQL 13 a standby takes another primary only when it is started anew. */
for (const {name, binaries, missing} of postgresVersions.filter(v => v.major >= 13)) {
	describe.skipIf(missing)(`a primary and its standby on ${name}`, () => {
		test('are judged by what each of them can know', async () => {
			const {ca, server: tls} = await issueServer();
			const settings = {max_connections: 40, max_prepared_transactions: 5};
			const hba = ['host all,replication all 127.0.0.1/32 scram-sha-256'];
			const own = {tls, settings, hba, binaries};
			const primary = await startPostgres(own);
			const probe = ({port, superuser}: PostgresServer): Promise<TargetReport> =>
				probePostgres({port, ...superuser, ca: ca.cert});
			let standby: PostgresServer | undefined;
			try {
				await primary.query("BEGIN; CREATE TABLE public.p (id int); PREPARE TRANSACTION 'p'");
				standby = await startStandby(primary, 'sslmode=require', own);
				await vi.waitFor(async () => {
					const report = await probe(primary);
					expect(outcomesOf(report, 'pg-replica-lag')).toEqual(['pass']);
					expect(outcomesOf(report, 'pg-prepared-xacts')).toEqual(['pass']);
					expect(judgedAfar(report)).toEqual(['pass']);
				}, 20_000);

				// The view of prepared transactions is empty on a standby, which says nothing.
				const shown = await standby.query('SELECT count(*)::int AS n FROM pg_prepared_xacts');
				expect(shown).toEqual([{n: 0}]);
				expect(outcomesOf(await probe(standby), 'pg-prepared-xacts')).toEqual(['unknown']);

				const [row] = await standby.query('SHOW primary_conninfo');
				const clear = String(row?.primary_conninfo).replace('=require', '=disable');
				await standby.query(`ALTER SYSTEM SET primary_conninfo = '${clear}'`);
				await standby.query('SELECT pg_reload_conf()');
				await vi.waitFor(async () => {
					expect(judgedAfar(await probe(primary))).toEqual(['fail']);
				}, 20_000);

				await primary.query('SELECT pg_create_physical_replication_slot($$cut_off$$, true)');
				expect(findingsOf(await probe(primary), 'pg-replica-lag')).toMatchObject([
					{outcome: 'unknown', object: 'slot cut_off'},
				]);
				await standby.stop();
				standby = undefined;
				await vi.waitFor(async () => {
					const report = await probe(primary);
					expect(outcomesOf(report, 'pg-replication-tls-observed')).toEqual(['pass']);
					expect(findingsOf(report, 'pg-replica-lag')).toMatchObject([{object: 'slot cut_off'}]);
				}, 20_000);
				await primary.query('SELECT pg_drop_replication_slot($$cut_off$$)');
				expect(outcomesOf(await probe(primary), 'pg-replica-lag')).toEqual(['not-applicable']);
			} finally {
				await standby?.stop();
				await primary.stop();
			}
		}, 120_000);
	});
}
