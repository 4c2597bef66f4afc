import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {outcomesOf, probePostgres} from '../helpers/probe-postgres.js';
import {putFile} from '../helpers/reconfigure.js';

/** The way in of the tests and of the scanner, which is at no fault: the first for the Unix socket, the second over TLS. */
const own = [
	'local all postgres scram-sha-256',
	'hostssl postgres postgres 127.0.0.1/32 scram-sha-256',
];

type Case = {
	readonly lines: readonly string[];
	readonly is: string;
	readonly since?: number;
	readonly until?: number;
};
const line = (text: string, is: string, majors: Pick<Case, 'since' | 'until'> = {}): Case => ({
	lines: text.split('; '),
	is,
	...majors,
});

/** Rules that let somebody in from elsewhere without a proof, and some that only look like it. */
const trusting: readonly Case[] = [
	line('host shop,other +staff 10.0.0.0/8 trust', 'fail'),
	line('host sameuser all 10.0.0.0/8 trust', 'fail'),
	line('host samerole all 10.0.0.0/8 trust', 'fail'),
	line('host all @some_names 10.0.0.0/8 trust', 'fail'),
	line('host @some_bases all 10.0.0.0/8 trust', 'fail'),
	line('host all all samenet trust', 'fail'),
	line('host all all .example.com trust', 'fail'),
	line('host all all 10.1.2.3 255.0.0.0 trust', 'fail'),
	line('host all all ::ffff:10.0.0.0/104 trust', 'fail'),
	line('host replication all 10.0.0.0/8 trust', 'fail'),
	line('host all all 10.0.0.5/32 reject; host all all 10.0.0.0/8 trust', 'fail'),
	line('host all clerk all reject; host all all 10.0.0.0/8 trust', 'fail'),
	line('hostssl all all all reject; host all all 10.0.0.0/8 trust', 'fail'),
	line('hostnossl all all all reject; host all all 10.0.0.0/8 trust', 'fail'),
	line('host replication all all reject; host all all 10.0.0.0/8 trust', 'fail'),
	line('host all +staff all reject; host all all 10.0.0.0/8 trust', 'fail'),
	line('local all all trust', 'fail'),
	line('include_dir more_rules', 'fail', {since: 16}),
	line('include more_rules/one.conf', 'fail', {since: 16}),
	line('include_if_exists more_rules/one.conf', 'fail', {since: 16}),
	line('host all "/^shop_" 10.0.0.0/8 trust', 'unknown'),
	line('host "/^sh" shop_app 10.0.0.0/8 trust', 'unknown'),
	// Quotes make a name of a keyword: these reject nobody, and the view shows them like those below.
	line('host "all" all all reject; host all all 10.0.0.0/8 trust', 'unknown'),
	line('host all "all" all reject; host all all 10.0.0.0/8 trust', 'unknown'),
	line('host all all "all" reject; host all all 10.0.0.0/8 trust', 'unknown'),
	line('host all "+staff" all reject; host all +staff 10.0.0.0/8 trust', 'unknown'),
	line('host all all all reject; host all all 10.0.0.0/8 trust', 'pass'),
	line('host all +staff all reject; host all clerk 10.0.0.0/8 trust', 'pass'),
	line('# "all" in a remark; host all all all reject', 'pass'),
	line('host all nobody_of_that_name 10.0.0.0/8 trust', 'pass'),
	line('host no_such_database all 10.0.0.0/8 trust', 'pass'),
	line('hostssl all all 10.0.0.0/8 trust clientcert=verify-full', 'pass'),
	line('hostssl all all 10.0.0.0/8 trust clientcert=verify-ca', 'fail'),
];

const superusers: readonly Case[] = [
	line('hostssl all anna 10.0.0.0/8 scram-sha-256', 'fail'),
	line('hostssl all +dba 10.0.0.0/8 scram-sha-256', 'fail'),
	line('hostssl all boris 10.0.0.0/8 scram-sha-256', 'fail'),
	line('hostssl postgres sameuser,all samenet scram-sha-256', 'fail'),
	line('hostssl all clerk,shop_app 10.0.0.0/8 scram-sha-256', 'pass'),
	line(
		'hostssl all +dba all reject; hostssl all postgres all reject; hostssl all all 10.0.0.0/8 scram-sha-256',
		'pass',
	),
];

const inClear: readonly Case[] = [
	line('hostnogssenc all all 10.0.0.0/8 scram-sha-256', 'fail'),
	line('hostnossl shop all 10.0.0.0/8 scram-sha-256', 'fail'),
	line('host sameuser clerk 10.0.0.0/8 scram-sha-256', 'fail'),
	line('host replication clerk 10.0.0.0/8 scram-sha-256', 'fail'),
	line('hostnossl all all all reject; host all all all scram-sha-256', 'pass'),
	line('hostnossl all all all reject; hostnossl all all all md5', 'pass'),
	line('hostnossl shop,other all all reject; host all all all scram-sha-256', 'fail'),
	line('host all all samenet scram-sha-256', 'unknown'),
];

const wide: readonly Case[] = [
	line('hostssl shop shop_app 0.0.0.0/1 cert; hostssl shop clerk 128.0.0.0/1 cert', 'fail'),
	line('hostssl all all 2000::/3 scram-sha-256', 'fail'),
	line('hostssl shop +staff all scram-sha-256', 'fail'),
	line('hostssl all all 203.0.113.0/24 scram-sha-256', 'pass'),
	line('hostssl all all all reject; hostssl all all 0.0.0.0/0 scram-sha-256', 'pass'),
	line('hostssl all all .com scram-sha-256', 'unknown'),
];

const copies: readonly Case[] = [
	line('hostssl shop,replication all 10.0.0.0/8 scram-sha-256', 'fail'),
	line('hostssl replication copier all scram-sha-256', 'fail'),
	line('hostssl replication copier 10.0.0.0/8 scram-sha-256', 'pass'),
	line('hostssl all all all scram-sha-256', 'pass'),
];

const passwords: readonly Case[] = [
	line('hostssl shop clerk samehost password', 'unknown'),
	line('hostssl shop clerk 10.0.0.0/8 password', 'fail'),
	line('local shop all password', 'fail'),
	line('host shop all all reject; host shop clerk all password', 'pass'),
];

/** Rules behind others, some of them beside what only the server knows. */
const shadowed: readonly Case[] = [
	line('host all all all scram-sha-256; hostssl all all samenet cert', 'fail'),
	line('host all all all scram-sha-256; hostssl all "/^shop_" all cert', 'fail', {since: 16}),
	line('host all all samenet scram-sha-256; hostssl all all samehost cert', 'fail'),
	line('hostssl all clerk samenet scram-sha-256; host all all all reject', 'pass'),
	line('host all all samehost scram-sha-256; hostssl all all samenet cert', 'unknown'),
	line('host all "/^shop_" all md5; hostnossl all shop_app all reject', 'unknown', {since: 16}),
	line('host "all" all all md5; hostnossl all all all reject', 'unknown'),
];

const kinds: readonly (readonly [check: string, cases: readonly Case[]])[] = [
	['pg-hba-unreachable-rule', shadowed],
	['pg-hba-trust', trusting],
	['pg-hba-superuser-remote', superusers],
	['pg-hba-host-not-hostssl', inClear],
	['pg-hba-any-address', wide],
	['pg-hba-replication-scope', copies],
	['pg-hba-password-cleartext', passwords],
];

for (const {name, binaries, major, missing} of postgresVersions) {
	describe.skipIf(missing)(`other spellings of access rules on ${name}`, () => {
		let server: PostgresServer;
		let ca: string;
		const said = async (
			check: string,
			lines: readonly string[],
			user = 'postgres',
		): Promise<readonly string[]> => {
			await putFile(server, 'pg_hba.conf', [...own, ...lines, ''].join('\n'));
			await server.query('SELECT pg_reload_conf()');
			const report = await probePostgres({
				port: server.port,
				user,
				password: user === 'postgres' ? server.superuser.password : 'm-secret',
				ca,
				request: {only: [check]},
			});
			return [...new Set(outcomesOf(report, check))];
		};

		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			server = await startPostgres({
				tls: {...issued.server, ca},
				hba: own.slice(1),
				sql: [
					'CREATE ROLE staff NOLOGIN; CREATE ROLE shop_app LOGIN; CREATE ROLE copier LOGIN REPLICATION',
					'CREATE ROLE clerk LOGIN IN ROLE staff; CREATE ROLE dba NOLOGIN SUPERUSER',
					'CREATE ROLE anna LOGIN IN ROLE dba; CREATE ROLE boris LOGIN NOINHERIT IN ROLE anna',
					"CREATE ROLE monitor LOGIN PASSWORD 'm-secret'; GRANT pg_monitor TO monitor",
					'GRANT SELECT ON pg_hba_file_rules TO monitor',
					'GRANT EXECUTE ON FUNCTION pg_hba_file_rules() TO monitor',
					...['shop', 'clerk', 'staff'].map(base => `CREATE DATABASE ${base}`),
					"COPY (SELECT 'clerk shop_app') TO PROGRAM 'cat > some_names'",
					"COPY (SELECT 'shop') TO PROGRAM 'cat > some_bases'",
					"COPY (SELECT 'host all all 10.0.0.0/8 trust') TO PROGRAM 'mkdir more_rules; cat > more_rules/one.conf'",
				],
				binaries,
			});
		});
		afterAll(() => server.stop());

		for (const [check, cases] of kinds)
			test.each(cases.filter(({since = 0, until = 99}) => major >= since && major <= until))(
				`${check}: $lines is $is`,
				async ({lines, is}) => {
					expect(await said(check, lines)).toEqual([is]);
				},
			);

		test('who cannot read the file has its own login as a witness', async () => {
			const hidden = ['host "all" all all reject', 'host all all 127.0.0.1/32 trust'];
			expect(await said('pg-hba-trust', hidden, 'monitor')).toEqual(['unknown']);
			const plain = [
				'hostssl postgres monitor 127.0.0.1/32 scram-sha-256',
				'host all all all reject',
			];
			expect(await said('pg-hba-trust', plain, 'monitor')).toEqual(['pass']);
		});
	});
}
