import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {allFamilies} from '../../src/probes/all-families.js';
import {issueServer} from '../helpers/certificates.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {lines} from '../helpers/probe-local.js';
import {findingsOf, outcomesOf, probePostgres} from '../helpers/probe-postgres.js';
import {putFile} from '../helpers/reconfigure.js';

const roles = [
	"CREATE ROLE monitor LOGIN PASSWORD 'm-secret'; GRANT pg_monitor TO monitor",
	'GRANT SELECT ON pg_hba_file_rules TO monitor',
	'GRANT EXECUTE ON FUNCTION pg_hba_file_rules() TO monitor',
	"CREATE ROLE app LOGIN PASSWORD 'a-secret'",
];
const first = [
	'local all postgres scram-sha-256',
	'hostssl all all 127.0.0.1/32 scram-sha-256',
] as const;
const good = [...first, 'host all all all reject'];
const byRules = [
	'pg-hba-trust',
	'pg-hba-effective-first-match',
	'pg-hba-host-not-hostssl',
	'pg-hba-any-address',
	'pg-hba-password-cleartext',
	'pg-hba-md5',
	'pg-hba-ident-tcp',
];

for (const {name, binaries, missing} of postgresVersions) {
	describe.skipIf(missing)(`rules and wire on ${name}`, () => {
		let server: PostgresServer;
		let ca: string;
		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			server = await startPostgres({
				tls: issued.server,
				sql: roles,
				binaries,
			});
		});
		afterAll(() => server.stop());

		const write = (rules: readonly string[]) => putFile(server, 'pg_hba.conf', rules.join('\n'));
		const load = async (rules: readonly string[]): Promise<void> => {
			await write(rules);
			const [before] = await server.query('SELECT pg_conf_load_time()::text AS t');
			await server.query('SELECT pg_reload_conf()');
			await vi.waitFor(async () => {
				const [now] = await server.query('SELECT pg_conf_load_time()::text AS t');
				expect(now).not.toEqual(before);
			});
		};
		const look = (user: 'monitor' | 'postgres'): Promise<TargetReport> =>
			probePostgres({
				port: server.port,
				user,
				password: user === 'monitor' ? 'm-secret' : server.superuser.password,
				ca,
				identities: [{role: 'application', user: 'app', database: 'postgres'}],
				families: allFamilies,
			});

		test('good rules pass, and say what could be seen of the file', async () => {
			await load(good);
			for (const [user, words] of [
				['postgres', 'loaded after its last change'],
				['monitor', 'this role cannot see whether'],
			] as const) {
				const report = await look(user);
				for (const id of byRules) {
					expect([id, ...outcomesOf(report, id)]).toEqual([id, 'pass']);
					expect(findingsOf(report, id)[0]?.observed).toContain(words);
				}
				expect(outcomesOf(report, 'pg-wire-auth-method')).toEqual(['pass', 'pass']);
			}
		});

		test.each([
			['trust', 'critical'],
			['password', 'high'],
		])(
			'%s in clear behind a quoted reject is a failure, and the rules are not believed',
			async (method, severity) => {
				await load([
					...first,
					// The quotes make a name of the word, and the view shows it without them.
					'host "all" "all" all reject',
					`host all all 0.0.0.0/0 ${method}`,
				]);
				const report = await look('monitor');
				expect(lines(report)).toContain(
					`pg-wire-auth-method[user app, database postgres] fail ${severity}`,
				);
				for (const id of byRules) expect([id, ...outcomesOf(report, id)]).toEqual([id, 'unknown']);
				expect(findingsOf(report, 'pg-hba-trust')[0]?.observed).toContain('a quoted word');
			},
		);

		test('trust for the networks of the server is a trust rule', async () => {
			await load([...first, 'host all all samenet trust', 'host all all all reject']);
			const report = await look('monitor');
			expect(findingsOf(report, 'pg-hba-trust')).toMatchObject([
				{outcome: 'fail', severity: 'critical'},
			]);
			expect(outcomesOf(report, 'pg-hba-effective-first-match')).toEqual(['fail']);
		});

		test('rules that were mended and not loaded do not pass', async () => {
			await load([...first, 'host all all all trust']);
			await vi.waitFor(
				async () => {
					await write(good);
					expect(await server.query(newer)).toEqual([{newer: true}]);
				},
				{timeout: 5_000},
			);
			const seenBySuperuser = await look('postgres');
			for (const id of byRules) {
				expect([id, ...outcomesOf(seenBySuperuser, id)]).toEqual([id, 'unknown']);
				expect(findingsOf(seenBySuperuser, id)[0]?.observed).toContain('pg_reload_conf');
			}
			// A monitoring role does not see the file's time, and the wire tells it all the same.
			const seenByMonitor = await look('monitor');
			for (const id of byRules)
				expect([id, ...outcomesOf(seenByMonitor, id)]).toEqual([id, 'unknown']);
		});
	});
}

const newer = `SELECT (pg_stat_file('pg_hba.conf')).modification > pg_conf_load_time() AS newer`;
