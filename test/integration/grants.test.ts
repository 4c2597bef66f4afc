import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {UserError} from '../../src/domain/errors.js';
import {postgresGrants, postgresRevocation, sqlName} from '../../src/services/grants/postgresql.js';
import {grantRequest} from '../../src/services/grants/request.js';
import {issueServer} from '../helpers/certificates.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {outcomesOf, probePostgres} from '../helpers/probe-postgres.js';
import {openBench} from '../helpers/program.js';

/** Names that break SQL and shells where they are not quoted. */
const user = 'look"er; DROP ROLE postgres --';
const odd = 'shop\'s "east" $(id)';

for (const {name, binaries, missing} of postgresVersions) {
	describe.skipIf(missing)(`the script on ${name}`, () => {
		let server: PostgresServer;
		let ca = '';
		const request = {
			platform: 'self-managed',
			engine: 'postgresql',
			user,
			databases: ['postgres', odd],
		} as const;

		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			server = await startPostgres({
				tls: issued.server,
				hba: ['hostssl all all 127.0.0.1/32 scram-sha-256'],
				binaries,
			});
			await server.query(`CREATE DATABASE ${sqlName(odd)}`);
			for (const database of ['postgres', odd])
				await server.query(`REVOKE ALL ON DATABASE ${sqlName(database)} FROM PUBLIC`);
		});
		afterAll(() => server.stop());

		const roles = (): Promise<readonly Record<string, unknown>[]> =>
			server.query('SELECT rolname, rolsuper FROM pg_roles WHERE rolname = $1', {values: [user]});

		test('makes a login that sees what pg_monitor sees, and takes it away again', async () => {
			await server.query(postgresGrants(request));
			expect(await roles()).toEqual([{rolname: user, rolsuper: false}]);
			await server.query(`ALTER ROLE ${sqlName(user)} PASSWORD 'only-here'`);
			const report = await probePostgres({port: server.port, user, password: 'only-here', ca});
			expect(report.status).toBe('complete');
			expect(outcomesOf(report, 'pg-observer-capabilities')).toEqual(['pass']);
			expect(outcomesOf(report, 'pg-hba-observable')).toEqual(['pass']);
			expect(outcomesOf(report, 'pg-tls-min-version')).not.toContain('unknown');
			// What is advised is granted: the rest is what nobody should grant.
			const missing = report.findings.filter(f => f.reason === 'permission-denied');
			expect(missing.filter(f => !(f.grant ?? '').includes('pg_authid')).map(f => f.check)).toEqual(
				[],
			);
			const other = await probePostgres({
				port: server.port,
				user,
				password: 'only-here',
				ca,
				database: odd,
			});
			expect(other.status).toBe('complete');

			await server.query(postgresRevocation(request));
			expect(await roles()).toEqual([]);
		});
	});
}

test('a name does not end the block that its own rights stand in', () => {
	const script = postgresGrants({
		platform: 'self-managed',
		engine: 'postgresql',
		user: 'a$dbvet$; DROP',
		databases: ['shop'],
	});
	expect(script).toMatch(/^DO \$dbvet_\$ BEGIN .* END \$dbvet_\$;$/m);
});

test('a name with a line break is refused, because it would end a comment of the script', () => {
	for (const name of ['a\nb', '', 'a\u0000'])
		expect(() =>
			grantRequest('self-managed', {user: 'dbvet', databases: [name]}, undefined),
		).toThrow(UserError);
});

test('short names, targets and words that are neither', async () => {
	const bench = await openBench();
	try {
		expect(bench.dbvet(['grants', 'rds', '--database', 'shop']).out).toContain('rds_superuser');
		expect(bench.dbvet(['grants', 'cloud-sql', '--database', 'shop']).out).toContain(
			'cloudsqlsuperuser',
		);
		expect(bench.dbvet(['grants', 'rds']).code).toBe(2);
		const wrong = bench.dbvet(['grants', 'asure', '--database', 'shop']);
		expect(wrong.code).toBe(2);
		expect(wrong.err).toContain('Did you mean "azure"?');
		bench.dbvet(['init', '.', '--yes', '--organisation', 'Example', '--profile', 'startup']);
		bench.dbvet(['target', 'add', 'prod', 'postgres://eyes@127.0.0.1:5432/orders']);
		bench.dbvet(['target', 'add', 'acme', '--kind', 'vendor']);
		const script = bench.dbvet(['grants', 'prod']).out;
		expect(script).toContain('GRANT CONNECT ON DATABASE "orders" TO "eyes";');
		expect(bench.dbvet(['grants', 'acme']).err).toContain('no database');
		expect(bench.dbvet(['grants', 'prod', '--revoke']).out).toContain('DROP ROLE "eyes";');
	} finally {
		await bench.remove();
	}
});
