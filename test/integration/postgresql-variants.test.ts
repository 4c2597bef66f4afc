import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {identities, settings, setUp, variants} from '../helpers/planted-variants.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {findingsOf, outcomesOf, probePostgres} from '../helpers/probe-postgres.js';

for (const {name, binaries, missing, major} of postgresVersions) {
	describe.skipIf(missing)(`faults in unusual spellings on ${name}`, () => {
		let server: PostgresServer;
		let report: TargetReport;
		const planted = variants.filter(({since = 0}) => since <= major);

		beforeAll(async () => {
			const issued = await issueServer();
			server = await startPostgres({
				tls: issued.server,
				settings,
				sql: [...setUp, ...planted.map(({sql}) => sql)],
				binaries,
			});
			report = await probePostgres({
				port: server.port,
				user: 'monitor',
				password: 'm-secret',
				ca: issued.ca.cert,
				identities,
			});
		});
		afterAll(() => server.stop());

		test.each(planted.map(({check, object}) => [check, object]))('%s finds %s', (check, object) => {
			const told = findingsOf(report, check).map(
				finding => `${finding.outcome} ${finding.object ?? ''}`,
			);
			expect(told).toContain(`fail ${object ?? ''}`);
		});

		test('no text of a secret is told', () => {
			expect(report.findings.filter(({outcome}) => outcome === 'error')).toEqual([]);
			expect(outcomesOf(report, 'pg-no-primary-key')).toEqual(['fail']);
			expect(JSON.stringify(report)).not.toMatch(/hunter2|AKIA|m-secret/);
		});
	});
}
