import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {UserError} from '../../src/domain/errors.js';
import {postgresGrants, postgresRevocation} from '../../src/services/grants/postgresql.js';
import {grantRequest} from '../../src/services/grants/request.js';
import {sqlName} from '../../src/services/grants/sql.js';
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
			await server.query(postgresGrants(request), {database: odd});
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
			// What it may see in the other database holds it, until the script was run there as well.
			expect(await roles()).toHaveLength(1);
			await server.query(postgresRevocation(request), {database: odd});
			expect(await roles()).toEqual([]);
			await server.query(postgresRevocation(request));
		});

		const everything = async (): Promise<unknown> =>
			server.query(
				`SELECT r.rolname, r.rolcanlogin, r.rolconnlimit, s.setconfig, d.description,
				(SELECT json_agg(m.roleid) FROM pg_auth_members m WHERE m.member = r.oid) AS memberships,
				(SELECT json_agg(datacl::text ORDER BY datname) FROM pg_database) AS databases,
				(SELECT json_agg(relacl::text ORDER BY relname) FROM pg_class WHERE relname LIKE 'pg_hba%') AS views
				FROM pg_roles r LEFT JOIN pg_db_role_setting s ON s.setrole = r.oid
				LEFT JOIN pg_shdescription d ON d.objoid = r.oid ORDER BY 1`,
			);

		test('leaves a role that it did not make exactly as it was, whatever the client does after an error', async () => {
			const app = {...request, user: "the'app\\"};
			await server.query(`CREATE ROLE ${sqlName(app.user)} LOGIN`);
			const before = await everything();
			const scripts = [postgresGrants(app), postgresRevocation(app)];
			for (const script of scripts) {
				await expect(server.query(script)).rejects.toThrow('Nothing was changed.');
				// Only Debian's folder has psql.
				if (existsSync(join(binaries, 'psql'))) {
					// It goes on after an error, with what stands behind it.
					const {stderr} = spawnSync('psql', ['-X', '-h', '127.0.0.1', '-U', 'postgres'], {
						input: script,
						encoding: 'utf8',
						env: {
							PATH: binaries,
							PGPORT: String(server.port),
							PGPASSWORD: server.superuser.password,
						},
					});
					expect(stderr).toContain('Nothing was changed.');
				}
				expect(await everything()).toEqual(before);
			}
			await server.query(`DROP ROLE ${sqlName(app.user)}`);
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
	expect(script).toMatch(/^DO \$dbvet_\$\nBEGIN\n[^]*\nEND\n\$dbvet_\$;$/m);
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
		const script = bench.dbvet(['grants', 'prod', '--user', 'eyes']).out;
		expect(script).toContain('GRANT CONNECT ON DATABASE "orders" TO "eyes";');
		expect(bench.dbvet(['grants', 'acme']).err).toContain('no database');
	} finally {
		await bench.remove();
	}
});

test('a login that is perhaps something else stays out of the scripts', async () => {
	const bench = await openBench();
	try {
		bench.init();
		bench.dbvet(['target', 'add', 'prod', 'postgres://app@127.0.0.1:5432/shop']);
		bench.dbvet(['target', 'add', 'cache', 'rediss://default@127.0.0.1:6380']);
		bench.dbvet(['target', 'add', 'old', 'mysql://root@127.0.0.1:3306', '--as', 'backup=dump/x']);
		bench.dbvet(['target', 'add', 'made', 'postgres://dbvet_ro@127.0.0.1:5432/shop']);
		for (const more of [[], ['--revoke']]) {
			const prod = bench.dbvet(['grants', 'prod', ...more]);
			expect(prod.out).toContain('ROLE "dbvet"');
			expect(prod.out).not.toContain('"app"');
			expect(prod.err).toContain('leaves app alone');
			expect(prod.err.includes('dbvet target change prod --user dbvet')).toBe(more.length === 0);
			expect(bench.dbvet(['grants', 'cache', ...more]).out).toMatch(/^ACL (SET|DEL)USER dbvet\b/);
			const old = bench.dbvet(['grants', 'old', '--from', '%', ...more]).out;
			expect(old).toMatch(/USER '+dbvet'+@'+%'/);
			expect(old).not.toContain("'root'");
			expect(bench.dbvet(['grants', 'made', ...more]).out).toContain('ROLE "dbvet_ro"');
		}
		for (const user of ['postgres', 'pg_monitor', 'DoAdmin', 'dump']) {
			const refused = bench.dbvet(['grants', 'prod', '--user', user]);
			expect(refused).toMatchObject({code: 2, out: ''});
			expect(refused.err).toContain('--user dbvet');
		}
		expect(bench.dbvet(['target', 'change', 'prod', '--user', 'dbvet']).code).toBe(0);
		const prod = bench.dbvet(['grants', 'prod']);
		expect(prod.out).toContain('CREATE ROLE "dbvet"');
		expect(prod.err).toBe('');
		expect(bench.dbvet(['target', 'show', 'prod']).out).toContain(
			'scanner: dbvet on database shop',
		);
	} finally {
		await bench.remove();
	}
});
