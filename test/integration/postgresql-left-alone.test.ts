import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {debianHas, postgresVersions} from '../helpers/postgres-versions.js';
import {putFile} from '../helpers/reconfigure.js';
import {revokedList} from '../helpers/revoked-list.js';
import {probeAsThree, threeRoles, toAll, toMonitors} from '../helpers/three-roles.js';

const rules = (major: number): readonly string[] => [
	'hostssl postgres all 127.0.0.1/32 scram-sha-256',
	'hostssl all all 10.0.0.0/8 cert',
	...(major >= 18
		? [
				'hostssl all all 192.0.2.0/24 oauth issuer="https://i.example" scope=a clientcert=verify-full',
			]
		: []),
];

for (const {name, binaries, major, missing} of postgresVersions) {
	describe.skipIf(missing)(`what is as it should be on ${name}`, () => {
		let server: PostgresServer;
		let ca: string;

		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			server = await startPostgres({
				tls: {...issued.server, ca},
				hba: rules(major),
				settings: {
					shared_preload_libraries: 'pg_stat_statements',
					...(major >= 18 ? {oauth_validator_libraries: 'tokens'} : {}),
				},
				sql: [
					...threeRoles,
					'GRANT SELECT ON pg_hba_file_rules TO monitor; GRANT EXECUTE ON FUNCTION pg_hba_file_rules() TO monitor',
					'CREATE EXTENSION pg_stat_statements; SELECT pg_stat_statements_reset()',
					'CREATE ROLE anon NOLOGIN; CREATE TABLE public.offers (id int PRIMARY KEY)',
					'ALTER TABLE public.offers ENABLE ROW LEVEL SECURITY; GRANT SELECT ON public.offers TO anon',
				],
				binaries,
			});
			await putFile(server, 'revoked.crl', await revokedList(issued.ca));
			await server.query("ALTER SYSTEM SET ssl_crl_file = 'revoked.crl'");
			await server.query('SELECT pg_reload_conf()');
		});
		afterAll(() => server.stop());

		test('is left alone by those who can see it', async () => {
			const of = await vi.waitFor(async () => {
				const found = await probeAsThree(server, {ca});
				expect(found('pg-tls-crl').superuser).toBe('pass');
				return found;
			}, 10_000);
			expect(of('pg-rls-disabled-exposed')).toEqual(toAll('pass'));
			expect(of('pg-query-text-exposure')).toEqual(toMonitors('pass'));
			expect(of('pg-hba-clientcert').superuser).toBe('pass');
			expect(of('pg-oauth-validator').superuser).toBe(major >= 18 ? 'pass' : 'not-applicable');
			for (const id of ['pg-hba-clientcert', 'pg-hba-observable'])
				expect([id, of(id).nothing]).toEqual([id, 'unknown permission-denied']);
		});

		test('rules that were taken out of the file are missed', async () => {
			await putFile(server, 'pg_hba.conf', '# all of it is gone\n');
			const of = await probeAsThree(server, {ca});
			expect(of('pg-hba-observable')).toEqual(toMonitors('fail'));
			expect(of('pg-hba-clientcert').superuser).not.toContain('pass');
		});
	});
}

describe.skipIf(!debianHas('pgaudit', 'postgresql-15-pgaudit'))('pgAudit for chosen tables', () => {
	test('is left alone, and what it does not record is found', async () => {
		const {ca, server: tls} = await issueServer();
		const server = await startPostgres({
			tls,
			binaries: '/usr/lib/postgresql/15/bin',
			settings: {
				shared_preload_libraries: 'pgaudit',
				'pgaudit.log': 'ddl, role',
				'pgaudit.role': 'auditor',
			},
			sql: [
				...threeRoles,
				'CREATE EXTENSION pgaudit; CREATE ROLE auditor NOLOGIN; CREATE TABLE public.cards (id int)',
				'GRANT SELECT ON public.cards TO auditor',
			],
		});
		const told = async () => (await probeAsThree(server, {ca: ca.cert}))('pg-object-audit-role');
		try {
			expect(await told()).toEqual(toAll('pass'));
			await server.query('REVOKE SELECT ON public.cards FROM auditor');
			expect(await told()).toEqual(toAll('fail'));
		} finally {
			await server.stop();
		}
	});
});
