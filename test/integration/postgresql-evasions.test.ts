import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {harmless, roles} from '../helpers/evasion-base.js';
import {evasions} from '../helpers/planted-evasions.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {findingsOf, probePostgres} from '../helpers/probe-postgres.js';

for (const {name, binaries, major, missing} of postgresVersions) {
	describe.skipIf(missing)(`defects that hide on ${name}`, () => {
		let server: PostgresServer;
		let ca: string;
		let report: TargetReport;
		const planted = evasions.filter(({since = 0}) => major >= since);
		const probe = (user: string, password: string): Promise<TargetReport> =>
			probePostgres({
				port: server.port,
				user,
				password,
				ca,
				identities: [{role: 'backup', user: 'dump', database: 'postgres'}],
			});

		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			server = await startPostgres({
				tls: issued.server,
				sql: [
					...roles,
					...[...harmless(major), ...planted].flatMap(({sql}) => sql),
					'GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO monitor',
				],
				hba: ['host all all 127.0.0.1/32 scram-sha-256'],
				binaries,
			});
			report = await probe('monitor', 'm-secret');
		});
		afterAll(() => server.stop());

		const said = (from: TargetReport, check: string, object: string): string | undefined =>
			findingsOf(from, check).find(finding => finding.object?.startsWith(object) === true)?.outcome;

		test.each(planted)('$check finds $object', ({check, object, outcome = 'fail'}) => {
			expect(said(report, check, object)).toBe(outcome);
		});

		test('none of them passes for a role that has no rights', async () => {
			const blind = await probe('nobody', 'n-secret');
			const passed = planted.filter(({check}) =>
				findingsOf(blind, check).some(finding => finding.outcome === 'pass'),
			);
			expect(passed.map(({check}) => check)).toEqual([]);
		});

		test('what only looks like one is not named', () => {
			for (const {check, object} of harmless(major))
				expect([object, said(report, check, object)]).toEqual([object, undefined]);
		});

		test('every statement works', () => {
			expect(report.findings.filter(({outcome}) => outcome === 'error')).toEqual([]);
			expect(
				report.findings.filter(({observed}) => /^this server (has|does)/.test(observed)),
			).toEqual([]);
		});
	});
}
