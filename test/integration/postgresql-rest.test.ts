import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {defects, failing, mended, settings} from '../helpers/planted-rest.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {probeAsThree, threeRoles, toAll, toMonitors} from '../helpers/three-roles.js';

/** Only who may read all settings is shown this one. */
const told = (id: string, outcome: string) =>
	id === 'pg-tls-max-version' ? toMonitors(outcome) : toAll(outcome);

for (const {name, binaries, major, missing} of postgresVersions) {
	describe.skipIf(missing)(`the rest of the defects on ${name}`, () => {
		let server: PostgresServer;
		let ca: string;

		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			server = await startPostgres({
				tls: issued.server,
				settings: settings(major),
				sql: [...threeRoles, ...defects],
				binaries,
			});
		});
		afterAll(() => server.stop());

		test('they are found', async () => {
			const of = await probeAsThree(server, {ca});
			const all = failing(major);
			expect(all.map(id => [id, of(id)])).toEqual(all.map(id => [id, told(id, 'fail')]));
		});

		test('what takes them away leaves nothing to find', async () => {
			for (const sql of mended) if (major >= 16 || !sql.includes('scram')) await server.query(sql);
			const all = failing(major);
			await vi.waitFor(async () => {
				const of = await probeAsThree(server, {ca});
				expect(all.map(id => [id, of(id)])).toEqual(all.map(id => [id, told(id, 'pass')]));
			}, 10_000);
		});
	});
}
