import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {
	defects,
	failing,
	hba,
	identities,
	onlyForSuperusers,
	settings,
} from '../helpers/planted-defects.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {findingsOf, outcomesOf, probePostgres} from '../helpers/probe-postgres.js';

for (const {name, binaries, major, missing} of postgresVersions) {
	describe.skipIf(missing)(`planted defects on ${name}`, () => {
		let server: PostgresServer;
		let ca: string;
		const probe = (user: string, password: string): Promise<TargetReport> =>
			probePostgres({port: server.port, user, password, ca, identities});

		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			server = await startPostgres({
				tls: issued.server,
				settings,
				hba,
				sql: defects(major),
				binaries,
			});
			await server.query("ALTER SYSTEM SET password_encryption = 'md5'");
			await server.query('SELECT pg_reload_conf()');
			await vi.waitFor(async () => {
				const rows = await server.query('SHOW password_encryption');
				expect(rows).toEqual([{password_encryption: 'md5'}]);
			});
		});
		afterAll(() => server.stop());

		test('a monitoring role finds every one of them over one connection', async () => {
			const report = await probe('monitor', 'm-secret');
			expect(report).toMatchObject({status: 'complete', connections: 1});
			const missed = failing(major).filter(id => !outcomesOf(report, id).includes('fail'));
			expect(missed).toEqual([]);
			expect(report.findings.filter(finding => finding.outcome === 'error')).toEqual([]);
			for (const id of onlyForSuperusers)
				expect(findingsOf(report, id)).toMatchObject([
					{outcome: 'unknown', reason: 'permission-denied'},
				]);
			expect(outcomesOf(report, 'pg-secdef-search-path', 'public.safe()')).toEqual([]);
			expect(outcomesOf(report, 'pg-table-public-privs', 'public.prices')).toEqual(['fail']);
		});

		test('a superuser sees stored passwords and access rules too', async () => {
			const report = await probe('postgres', server.superuser.password);
			expect(findingsOf(report, 'pg-password-hash-md5')).toMatchObject([{object: 'old'}]);
			const equal = findingsOf(report, 'pg-password-equals-name').map(finding => finding.object);
			expect(equal).toEqual(expect.arrayContaining(['anna', 'old']));
			expect(equal).toHaveLength(2);
			expect(outcomesOf(report, 'pg-role-without-password', 'ghost')).toEqual(['fail']);
			expect(outcomesOf(report, 'pg-hba-parse-error')).toEqual(['pass']);
			for (const id of [
				'pg-hba-trust',
				'pg-hba-effective-first-match',
				'pg-hba-md5',
				'pg-hba-password-cleartext',
				'pg-hba-any-address',
				'pg-hba-host-not-hostssl',
			])
				expect([id, ...outcomesOf(report, id)]).toContain('fail');
		});

		test('a line that the server cannot read makes the rules in force unknown', async () => {
			await server.query("COPY (SELECT 'nonsense line') TO PROGRAM 'cat >> pg_hba.conf'");
			const report = await probe('postgres', server.superuser.password);
			expect(outcomesOf(report, 'pg-hba-parse-error')).toEqual(['fail']);
			expect(findingsOf(report, 'pg-hba-trust')).toMatchObject([
				{outcome: 'unknown', reason: 'file-invalid'},
			]);
		});

		test('a role with nothing but CONNECT passes nothing that it cannot see', async () => {
			const report = await probe('nobody', 'n-secret');
			const hidden = [
				...onlyForSuperusers,
				'pg-sessions-plaintext',
				'pg-sessions-weak-tls',
				'pg-session-age',
				'pg-tls-min-version',
				'pg-tls-max-version',
				'pg-tls-ciphers',
				'pg-hba-observable',
				'pg-hba-effective-first-match',
				'pg-hba-trust',
				'pg-hba-any-address',
				'pg-hba-md5',
				'pg-hba-host-not-hostssl',
				'pg-hba-password-cleartext',
			];
			for (const id of hidden)
				expect(findingsOf(report, id)).toMatchObject([
					{outcome: 'unknown', reason: 'permission-denied'},
				]);
			expect(findingsOf(report, 'pg-tls-ciphers')[0]?.grant).toBe(
				'GRANT pg_read_all_settings TO nobody;',
			);
			expect(findingsOf(report, 'pg-sessions-plaintext')[0]?.grant).toBe(
				'GRANT pg_read_all_stats TO nobody;',
			);
			expect(findingsOf(report, 'pg-hba-trust')[0]?.grant).toContain('pg_hba_file_rules');
		});

		test('the grants that it names do help', async () => {
			const {grant: settingsGrant} = findingsOf(
				await probe('nobody', 'n-secret'),
				'pg-tls-ciphers',
			)[0]!;
			const {grant: rulesGrant} = findingsOf(
				await probe('nobody', 'n-secret'),
				'pg-hba-observable',
			)[0]!;
			// Rights on a catalogue hold in one database only.
			expect(rulesGrant).toMatch(/\/\* in database postgres \*\/;$/);
			await server.query(settingsGrant!);
			await server.query(rulesGrant!);
			const report = await probe('nobody', 'n-secret');
			expect(outcomesOf(report, 'pg-tls-ciphers')).toEqual(['fail']);
			expect(outcomesOf(report, 'pg-hba-observable')).toEqual(['pass']);
		});

		test('no secret and no verifier is in the report', async () => {
			const text = JSON.stringify(await probe('postgres', server.superuser.password));
			expect(text).not.toContain(server.superuser.password);
			expect(text).not.toContain('a-very-long-secret-value-123');
			expect(text).not.toMatch(/SCRAM-SHA-256\$|md5[0-9a-f]{32}/);
			expect(text).not.toContain('true %p');
		});
	});
}
