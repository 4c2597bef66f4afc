import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {findingsOf, probePostgres} from '../helpers/probe-postgres.js';

/** A verifier that a client made with a single round. */
const cheap =
	'SCRAM-SHA-256$1:c2FsdHNhbHRzYWx0c2FsdA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';

const setUp = (major: number): readonly string[] => [
	'CREATE ROLE shop_app LOGIN; CREATE ROLE shop_bi LOGIN; CREATE ROLE admins SUPERUSER',
	`CREATE ROLE cheap LOGIN PASSWORD '${cheap}'`,
	...(major >= 13
		? [
				'ALTER ROLE shop_app SET log_min_duration_sample = 0',
				'ALTER ROLE shop_app IN DATABASE postgres SET log_statement_sample_rate = 1',
			]
		: []),
	...(major >= 16
		? [
				"ALTER ROLE shop_bi SET session_preload_libraries = 'auto_explain'",
				'GRANT admins TO shop_app WITH INHERIT FALSE, SET FALSE, ADMIN FALSE',
				'GRANT pg_write_all_data TO shop_app WITH INHERIT FALSE, SET FALSE, ADMIN FALSE',
			]
		: []),
	'CREATE TABLE public.orders (id int); CREATE RULE orders_audit AS ON DELETE TO public.orders DO INSTEAD NOTHING',
	'ALTER TABLE public.orders DISABLE RULE orders_audit',
	'CREATE TABLE public.audit_log (id int)',
	`CREATE FOREIGN DATA WRAPPER odd OPTIONS (api_key 'wrapped-9f8e7d6c'); CREATE SERVER far FOREIGN DATA WRAPPER odd`,
	`CREATE FOREIGN TABLE public.out (id int OPTIONS (token 'column-9f8e7d6c'), name text) SERVER far OPTIONS (password 'table-9f8e7d6c')`,
	`CREATE FOREIGN TABLE public.run (id int) SERVER far OPTIONS (program 'curl -u admin:hunter2hunter https://files.example/x')`,
	`CREATE FOREIGN TABLE public.fine (password text OPTIONS (column_name 'password')) SERVER far OPTIONS (filename '/srv/x.csv', program 'cat /srv/x.csv')`,
];

/** The check, the object of its finding, and since when a server can have the fault. */
const wanted: readonly (readonly [check: string, object: string, since?: number])[] = [
	['pg-log-duration-statement', 'role shop_app', 13],
	['pg-log-parameter-leak', 'role shop_bi', 16],
	['pg-password-hash-md5', 'cheap'],
	['pg-password-in-usermapping', 'wrapper odd'],
	['pg-password-in-usermapping', 'table public.out'],
	['pg-password-in-usermapping', 'table public.run'],
	['pg-password-in-usermapping', 'column public.out.id'],
	['pg-dangerous-dev-gucs', 'ignore_invalid_pages', 13],
	['pg-triggers-disabled', 'public.orders rule orders_audit'],
];

for (const {name, binaries, missing, major} of postgresVersions) {
	describe.skipIf(missing)(`what was overlooked on ${name}`, () => {
		let server: PostgresServer;
		let ca: string;
		let report: TargetReport;
		const probe = (database = 'postgres'): Promise<TargetReport> =>
			probePostgres({
				...{port: server.port, database, ca, ...server.superuser},
				identities: [{role: 'application', user: 'shop_app', database}],
			});

		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			server = await startPostgres({
				tls: issued.server,
				hba: ['host all +admins 127.0.0.1/32 trust', 'host all all 127.0.0.1/32 scram-sha-256'],
				settings: {
					'auto_explain.log_min_duration': '1s',
					log_min_duration_statement: -1,
					...(major >= 13 ? {ignore_invalid_pages: 'on', log_parameter_max_length: 0} : {}),
				},
				sql: setUp(major),
				binaries,
			});
			report = await probe();
		});
		afterAll(() => server.stop());

		const here = wanted.filter(([, , since = 0]) => since <= major);
		test.each(here.map(([check, object]) => [check, object] as const))(
			'%s finds %s',
			(check, object) => {
				const told = findingsOf(report, check).map(one => `${one.outcome} ${one.object ?? ''}`);
				expect(told).toContain(`fail ${object}`);
				expect(told.filter(one => one.startsWith('pass'))).toEqual([]);
			},
		);

		test('a column that is called password is no secret, and nothing is an error', () => {
			expect(JSON.stringify(report)).not.toMatch(/9f8e7d6c|hunter2/);
			expect(JSON.stringify(findingsOf(report, 'pg-password-in-usermapping'))).not.toMatch(/fine/);
			expect(report.findings.filter(({outcome}) => outcome === 'error')).toEqual([]);
		});

		if (major < 16) return;

		test('a library that every session loads is seen to tell values', async () => {
			await server.query('CREATE DATABASE loaded');
			await server.query('ALTER DATABASE loaded SET session_preload_libraries = auto_explain');
			const [first] = findingsOf(await probe('loaded'), 'pg-log-parameter-leak');
			expect(`${first?.outcome ?? ''} ${first?.observed ?? ''}`).toMatch(/^fail auto_explain/);
		});

		test('a membership in name only is no way up, and counts for +group', () => {
			const toldOf = (check: string): string =>
				JSON.stringify(findingsOf(report, check).filter(({outcome}) => outcome === 'fail'));
			for (const check of [
				'pg-app-uses-admin-role',
				'pg-role-escalation-graph',
				'pg-predefined-role-members',
				'pg-excessive-dml',
				'pg-audit-table-tamper',
			])
				expect(toldOf(check), check).not.toMatch(/shop_app/);
			expect(toldOf('pg-role-without-password')).toMatch(/shop_app/);
			expect(toldOf('pg-hba-trust')).toMatch(/shop_app/);
		});
	});
}
