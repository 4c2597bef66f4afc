import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {falsePasses, harmless, setUp} from '../helpers/planted-false-passes.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {findingsOf, probePostgres, type ProbeOptions} from '../helpers/probe-postgres.js';

for (const {name, binaries, missing, major} of postgresVersions) {
	describe.skipIf(missing)(`what once passed on ${name}`, () => {
		let server: PostgresServer;
		let ca: string;
		let report: TargetReport;
		const planted = falsePasses.filter(({since = 0}) => since <= major);
		const probe = (more: Partial<ProbeOptions>): Promise<TargetReport> =>
			probePostgres({port: server.port, user: 'monitor', password: 'm-secret', ca, ...more});
		const told = (check: string, from = report): readonly string[] =>
			findingsOf(from, check).map(({outcome, object}) => `${outcome} ${object ?? ''}`);

		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			server = await startPostgres({
				tls: issued.server,
				sql: [...setUp, ...[...harmless, ...planted].map(({sql}) => sql)],
				binaries,
			});
			// Stored passwords are compared for a superuser alone.
			const {user, password} = server.superuser;
			report = await probe({user, password});
		});
		afterAll(() => server.stop());

		test.each(planted.map(({check, object}) => [check, object]))('%s finds %s', (check, object) => {
			expect(told(check)).toContain(`fail ${object ?? ''}`);
		});

		test('what only looks like one is not named, and no text is told', () => {
			for (const {check, object = ''} of harmless)
				expect([object, told(check).filter(line => line.endsWith(` ${object}`))]).toEqual([
					object,
					[],
				]);
			expect(report.findings.filter(({outcome}) => outcome === 'error')).toEqual([]);
			expect(JSON.stringify(report)).not.toMatch(/hunter2/);
		});

		test('a host that a service file names is not known to be near', () => {
			expect(told('pg-fdw-sslmode')).toContain('unknown by_service');
		});

		test('a provider that nothing on the server speaks of is not confirmed', async () => {
			const outcomes = async (platform: 'aws-rds' | 'self-managed') =>
				told('pg-provider-fingerprint', await probe({platform}));
			expect(await outcomes('aws-rds')).toEqual(['unknown ']);
			expect(await outcomes('self-managed')).toEqual(['pass ']);
		});

		test('nothing in one database passes for an application of another', async () => {
			const spoken = async (database: string): Promise<readonly string[]> => {
				const away = await probe({
					identities: [{role: 'application', user: 'shop_app', database}],
				});
				return away.findings
					.filter(
						({outcome, observed}) =>
							(outcome === 'pass' || outcome === 'not-applicable') &&
							observed.includes('in database postgres'),
					)
					.map(({check}) => check);
			};
			expect((await spoken('postgres')).length).toBeGreaterThan(5);
			expect(await spoken('shop2')).toEqual([]);
			const [one] = findingsOf(
				await probe({identities: [{role: 'application', user: 'shop_app', database: 'shop2'}]}),
				'pg-unlogged-tables',
			);
			expect(one).toMatchObject({outcome: 'unknown', reason: 'client-cannot-offer'});
			expect(one?.observed).toContain('shop2');
		});
	});
}
