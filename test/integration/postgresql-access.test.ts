import pg from 'pg';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {
	defects,
	failing,
	failingForSuperusers,
	hba,
	identities,
} from '../helpers/planted-access.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {findingsOf, outcomesOf, probePostgres} from '../helpers/probe-postgres.js';

for (const {name, binaries, major, missing} of postgresVersions) {
	describe.skipIf(missing)(`faulty access and roles on ${name}`, () => {
		let server: PostgresServer;
		let ca: string;
		const clients: pg.Client[] = [];
		const probe = (user: string, password: string): Promise<TargetReport> =>
			probePostgres({port: server.port, user, password, ca, identities});
		const connect = async (user: string, password: string, application: string): Promise<void> => {
			const client = new pg.Client({
				host: '127.0.0.1',
				port: server.port,
				user,
				password,
				database: 'postgres',
				ssl: {rejectUnauthorized: false},
				application_name: application,
			});
			client.on('error', () => undefined);
			await client.connect();
			clients.push(client);
		};

		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			server = await startPostgres({
				tls: {...issued.server, ca},
				hba,
				sql: defects(major),
				...(major >= 18 ? {settings: {oauth_validator_libraries: 'tokens'}} : {}),
				binaries,
			});
			await connect('anna', 'anna-secret', 'shop');
			await connect('anna', 'anna-secret', 'shop');
			await connect('shop_app', 'x-secret', 'shop');
			await connect('shop_app', 'x-secret', 'psql');
		});
		afterAll(async () => {
			await Promise.all(clients.map(client => client.end()));
			await server.stop();
		});

		test('a monitoring role finds what is wrong with roles and sessions', async () => {
			const report = await probe('monitor', 'm-secret');
			expect(report.findings.filter(({outcome}) => outcome === 'error')).toEqual([]);
			expect(failing.filter(id => !outcomesOf(report, id).includes('fail'))).toEqual([]);
			const ways = findingsOf(report, 'pg-role-escalation-graph').map(({object}) => object);
			const known = [
				'clerk',
				'shop_app',
				...(major < 16 ? ['dump'] : []),
				...(major >= 15 ? ['old'] : []),
			];
			expect(ways).toEqual(expect.arrayContaining(known));
			expect(ways).toHaveLength(known.length);
			expect(outcomesOf(report, 'pg-replication-roles', 'shop_app')).toEqual(['pass']);
			for (const id of failingForSuperusers(major))
				expect([id, ...outcomesOf(report, id)]).toEqual([id, 'unknown']);
		});

		test('whoever may read rules and maps finds what is wrong with them', async () => {
			const report = await probe('postgres', server.superuser.password);
			const missed = failingForSuperusers(major).filter(
				id => !outcomesOf(report, id).includes('fail'),
			);
			expect(missed).toEqual([]);
			expect(findingsOf(report, 'pg-hba-unreachable-rule').map(({object}) => object)).toEqual([
				expect.stringMatching(/:4$/),
			]);
			if (major >= 15) {
				expect(findingsOf(report, 'pg-ident-catchall').map(({object}) => object)).toEqual([
					expect.stringMatching(/:1$/),
				]);
				expect(findingsOf(report, 'pg-ident-superuser-map').map(({object}) => object)).toEqual([
					expect.stringMatching(/:2$/),
				]);
			} else expect(outcomesOf(report, 'pg-ident-catchall')).toEqual(['unknown']);
			expect(outcomesOf(report, 'pg-hba-hostname-rule')).toEqual(['pass']);
		});

		test('names, LDAP in clear and OAuth without TLS are found in the lines', async () => {
			const lines = [
				'host postgres clerk .example.com scram-sha-256',
				...(major < 18
					? [
							'host shop clerk 192.0.2.0/24 ldap ldapserver=l ldapbasedn=x ldapbinddn=x ldapbindpasswd=directory-secret',
						]
					: ['hostssl shop clerk 192.0.2.0/24 oauth issuer=http://i.example scope=a']),
			];
			for (const line of lines)
				await server.query(`COPY (SELECT '${line}') TO PROGRAM 'cat >> pg_hba.conf'`);
			const report = await probe('postgres', server.superuser.password);
			const ids = [
				'pg-hba-hostname-rule',
				major < 18 ? 'pg-hba-ldap-plaintext' : 'pg-oauth-validator',
			];
			// The binaries of version 12 know no LDAP: they refuse the line, and which rules hold is not known.
			const unsure = major === 12 ? ['pg-hba-ldap-plaintext'] : [];
			for (const id of ids)
				expect([id, ...outcomesOf(report, id)]).toEqual([
					id,
					unsure.includes(id) ? 'unknown' : 'fail',
				]);
			if (major < 18) {
				expect(outcomesOf(report, 'pg-oauth-validator')).toEqual(['not-applicable']);
				expect(JSON.stringify(report)).not.toContain('directory-secret');
			}
			// Behind a host name nobody can tell who comes first; what is dead before it stays dead.
			expect(outcomesOf(report, 'pg-hba-unreachable-rule')).toEqual(
				major === 12 ? ['unknown'] : ['fail', 'unknown'],
			);
		});
	});
}
