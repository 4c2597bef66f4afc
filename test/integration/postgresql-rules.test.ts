import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {postgresVersions} from '../helpers/postgres-versions.js';
import {outcomesOf, probePostgres} from '../helpers/probe-postgres.js';
import {putFile} from '../helpers/reconfigure.js';

const own = [
	'local all postgres scram-sha-256',
	'hostssl all postgres 127.0.0.1/32 scram-sha-256',
] as const;

type Case = readonly [
	line: string,
	outcome: string,
	majors?: {readonly since?: number; readonly until?: number},
];

const wide: readonly Case[] = [
	['hostssl shop shop_app 10.0.0.0/8 scram-sha-256', 'pass'],
	['host all all 127.0.0.1/8 scram-sha-256', 'pass'],
	['host all all 127.0.0.1/0 scram-sha-256', 'fail'],
	['host all all 127.0.0.1 0.0.0.0 scram-sha-256', 'fail'],
	['host all all ::1/0 scram-sha-256', 'fail'],
	['hostssl shop "/^.*$" 10.0.0.0/8 scram-sha-256', 'unknown', {since: 16}],
];
// The embedded server is built without LDAP.
const ldap: readonly Case[] = [
	['hostssl all all 10.0.0.0/8 ldap ldapserver=l ldapbasedn=x', 'fail', {until: 17}],
	['hostssl all all 10.0.0.0/8 ldap ldapserver=l ldapbasedn=x ldaptls=0', 'fail', {until: 17}],
	['hostssl all all 10.0.0.0/8 ldap ldapserver=l ldapbasedn=x ldaptls=1', 'pass', {until: 17}],
	[
		'hostssl all all 10.0.0.0/8 ldap ldapserver=l ldapbasedn=x ldapscheme=ldaps',
		'pass',
		{until: 17},
	],
	['hostssl all all 10.0.0.0/8 ldap ldapurl="ldaps://l/x?uid?sub"', 'pass', {until: 17}],
	['hostssl all all 10.0.0.0/8 ldap ldapurl="ldap://l/x?uid?sub"', 'fail', {until: 17}],
];
const maps: readonly Case[] = [
	['m /. postgres', 'fail'],
	['m / shop_app', 'fail'],
	['m /^(.+)$ shop_app', 'fail'],
	['m /^([a-z]+)$ shop_app', 'fail'],
	['m /[0-9] shop_app', 'fail'],
	['m /^(.*)@.*$ \\1', 'fail'],
	['m /^(.*)$ \\1', 'pass'],
	['m /^(.*)@example\\.com$ \\1', 'pass'],
	['m /^dba_ shop_app', 'pass'],
	['m clerk clerk', 'pass'],
	['m /([ clerk', 'unknown'],
];
const superusers: readonly Case[] = [
	['m postgres postgres', 'pass'],
	['m deploy postgres', 'fail'],
	['m deploy all', 'fail', {since: 16}],
	['m deploy "/^post"', 'fail', {since: 16}],
	['m deploy +dba', 'fail', {since: 16}],
	['m deploy +plain', 'pass', {since: 16}],
	['m deploy "/^shop"', 'pass', {since: 16}],
	['m /([ postgres', 'unknown'],
];

for (const {name, binaries, major, missing} of postgresVersions) {
	describe.skipIf(missing)(`spellings of access rules on ${name}`, () => {
		let server: PostgresServer;
		let ca: string;
		const forThis = (cases: readonly Case[]) =>
			cases
				.filter(([, , {since = 0, until = 99} = {}]) => major >= since && major <= until)
				.map(([line, outcome]) => ({line, outcome}));
		/** Maps are shown since 15, and the binaries of 12 know no LDAP: what is not seen is unknown. */
		const hidden = (cases: readonly Case[]) =>
			forThis(cases).map(({line}) => ({line, outcome: 'unknown'}));
		const ofMaps = (cases: readonly Case[]) => (major < 15 ? hidden : forThis)(cases);
		const ofLdap = (cases: readonly Case[]) => (major === 12 ? hidden : forThis)(cases);
		const said = async (file: string, lines: readonly string[], check: string) => {
			await putFile(server, file, [...lines, ''].join('\n'));
			await server.query('SELECT pg_reload_conf()');
			const report: TargetReport = await probePostgres({
				port: server.port,
				user: 'postgres',
				password: server.superuser.password,
				ca,
				request: {only: [check]},
			});
			return [...new Set(outcomesOf(report, check))];
		};

		beforeAll(async () => {
			const issued = await issueServer();
			ca = issued.ca.cert;
			server = await startPostgres({
				tls: issued.server,
				hba: own.slice(1),
				sql: [
					'CREATE ROLE shop_app LOGIN; CREATE ROLE clerk LOGIN; CREATE DATABASE shop',
					'CREATE ROLE dba NOLOGIN; GRANT dba TO postgres; CREATE ROLE plain NOLOGIN',
				].flatMap(sql => sql.split('; ')),
				binaries,
			});
		});
		afterAll(() => server.stop());

		test.each(forThis(wide))('$line is $outcome for everybody', async ({line, outcome}) => {
			const named = own.map(rule => rule.replace('all postgres', 'postgres postgres'));
			expect(await said('pg_hba.conf', [...named, line], 'pg-hba-all-database-user')).toEqual([
				outcome,
			]);
		});

		test.each(ofLdap(ldap))('$line is $outcome for passwords', async ({line, outcome}) => {
			expect(await said('pg_hba.conf', [...own, line], 'pg-hba-ldap-plaintext')).toEqual([outcome]);
		});

		test.each(ofMaps(maps))('$line is $outcome as a map of everybody', async ({line, outcome}) => {
			expect(await said('pg_ident.conf', [line], 'pg-ident-catchall')).toEqual([outcome]);
		});

		test.each(ofMaps(superusers))(
			'$line is $outcome as a map to a superuser',
			async ({line, outcome}) => {
				expect(await said('pg_ident.conf', [line], 'pg-ident-superuser-map')).toEqual([outcome]);
			},
		);
	});
}
