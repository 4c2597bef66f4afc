import {describe, expect, test} from 'vitest';
import {seen, type JudgeContext, type Verdict} from '../engine/check.js';
import {checks} from './checks.js';
import {blind, example, listed, observer, plainRole, settings} from './examples.js';
import {safeFunction} from './examples-functions.js';
import {rule, withRules} from './examples-hba.js';
import type {PostgresFacts} from './facts.js';

const context: JudgeContext = {now: '2026-11-22T04:00:00.000Z', thresholds: {}};
const judge = (
	id: string,
	facts: PostgresFacts,
	more: Partial<JudgeContext> = {},
): readonly Verdict[] => {
	const check = checks.find(c => c.id === id);
	if (check === undefined) throw new Error(`no check ${id}`);
	return check.judge(facts, {...context, ...more});
};
const outcomes = (id: string, facts: PostgresFacts): readonly string[] =>
	judge(id, facts).map(verdict => verdict.outcome);
const withSetting = (name: string, value: string | undefined): PostgresFacts =>
	example({settings: settings({[name]: value})});
const withoutMonitor = {observer: seen({...observer, monitor: false, readSettings: false})};

describe('settings are judged by what they do, not by their text', () => {
	test('the default cipher list is a hint, never a grave fault, and not a pass', () => {
		expect(
			judge('pg-tls-ciphers', withSetting('ssl_ciphers', 'HIGH:MEDIUM:+3DES:!aNULL')),
		).toMatchObject([{outcome: 'fail', severity: 'low'}]);
	});
	test('cipher lists are split as OpenSSL splits them', () => {
		for (const list of ['HIGH:!aNULL:!3DES', 'ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE+AESGCM'])
			expect(outcomes('pg-tls-ciphers', withSetting('ssl_ciphers', list))).toEqual(['pass']);
		expect(outcomes('pg-tls-ciphers', withSetting('ssl_ciphers', 'HIGH:RC4-MD5'))).toEqual([
			'fail',
		]);
	});
	test('a cipher word that is not known is unknown, not fine', () => {
		expect(outcomes('pg-tls-ciphers', withSetting('ssl_ciphers', 'PROFILE=SYSTEM'))).toEqual([
			'unknown',
		]);
	});
	test('pgaudit.log = all is more than what is asked for', () => {
		expect(outcomes('pg-pgaudit-classes', withSetting('pgaudit.log', 'all'))).toEqual(['pass']);
	});
	test('classes of pgaudit.log that are taken away again do not count', () => {
		expect(outcomes('pg-pgaudit-classes', withSetting('pgaudit.log', 'all, -ddl'))).toEqual([
			'fail',
		]);
	});
	test('log_statement stricter than asked for passes', () => {
		for (const value of ['mod', 'all'])
			expect(outcomes('pg-log-statement', withSetting('log_statement', value))).toEqual(['pass']);
	});
	test('log_connections is a list of aspects since version 18', () => {
		const judged = ['on', '1', 'all', 'authentication', 'receipt,authorization', 'receipt', ''].map(
			value => outcomes('pg-log-connections', withSetting('log_connections', value))[0],
		);
		expect(judged).toEqual(['pass', 'pass', 'pass', 'pass', 'pass', 'fail', 'fail']);
	});
	test('log_line_prefix is read for its escapes, not compared as a text', () => {
		for (const prefix of ['%t:%r:%u@%d:[%p]:', '%n|%c|%u|%d|%h'])
			expect(outcomes('pg-log-line-prefix', withSetting('log_line_prefix', prefix))).toEqual([
				'pass',
			]);
	});
	test('booleans come in many spellings', () => {
		for (const value of ['on', '1', 'true', 'ON', 'yes'])
			expect(outcomes('pg-ssl-enabled', withSetting('ssl', value))).toEqual(['pass']);
	});
});

describe('what is hidden is unknown', () => {
	test('a setting that only privileged roles see is no default and no fault when its row is absent', () => {
		for (const [id, name] of [
			['pg-tls-min-version', 'ssl_min_protocol_version'],
			['pg-tls-ciphers', 'ssl_ciphers'],
		] as const) {
			const facts = {...withSetting(name, undefined), ...withoutMonitor};
			expect(judge(id, facts)).toMatchObject([
				{
					outcome: 'unknown',
					reason: 'permission-denied',
					grant: 'GRANT pg_read_all_settings TO dbvet;',
				},
			]);
		}
	});
	test('at a provider it is hidden by the provider', () => {
		const facts = {
			...withSetting('ssl_ciphers', undefined),
			...withoutMonitor,
			provider: seen({platform: 'digitalocean', candidates: ['digitalocean'], signs: []} as const),
		};
		expect(judge('pg-tls-ciphers', facts)).toMatchObject([{reason: 'hidden-by-provider'}]);
	});
	test('only a row of pg_settings proves that pgAudit is loaded', () => {
		expect(outcomes('pg-pgaudit-loaded', withSetting('pgaudit.log', undefined))).toEqual(['fail']);
	});
	test('sessions of others without the right to see them are not "none"', () => {
		expect(outcomes('pg-sessions-plaintext', blind)).toEqual(['unknown']);
	});
	test('a value of the scanner’s own is not the server’s', () => {
		const facts = example({
			settings: seen({
				log_statement: {value: 'all', source: 'user', pendingRestart: false, overridden: true},
			}),
		});
		expect(outcomes('pg-log-statement', facts)).toEqual(['unknown']);
	});
	test('an application that nobody declared is not fine', () => {
		for (const id of ['pg-app-uses-admin-role', 'pg-excessive-dml', 'pg-rls-bypass-roles'])
			expect(outcomes(id, example({identities: []}))).toEqual(['unknown']);
	});
});

describe('versions are numbers', () => {
	const on = (versionNum: number): PostgresFacts =>
		example({observer: seen({...observer, versionNum})});
	test('16.9 is older than 16.16', () => {
		expect(outcomes('pg-version-minor-outdated', on(160_009))).toEqual(['fail']);
		expect(outcomes('pg-version-minor-outdated', on(160_016))).toEqual(['pass']);
	});
	test('a major version of the future is unknown', () => {
		for (const id of ['pg-version-major-eol', 'pg-version-minor-outdated'])
			expect(outcomes(id, on(190_000))).toEqual(['unknown']);
	});
	test('builds that a provider numbers itself are unknown', () => {
		expect(judge('pg-version-minor-outdated', on(160_004), {platform: 'aws-aurora'})).toMatchObject(
			[{outcome: 'unknown'}],
		);
	});
	test('a table that is too old does not call a server current', () => {
		expect(
			judge('pg-version-minor-outdated', on(180_007), {now: '2027-06-01T00:00:00.000Z'}),
		).toMatchObject([{outcome: 'unknown', reason: 'unsupported-version'}]);
	});
	test('version 15 and newer is no proof that schema public is closed', () => {
		const facts = example({
			schemas: listed({name: 'public', publicCreate: true, publicUsage: true}),
		});
		expect(outcomes('pg-public-schema-create', facts)).toEqual(['fail']);
	});
});

describe('roles and passwords', () => {
	test('a SCRAM verifier is no finding', () => {
		expect(outcomes('pg-password-hash-md5', example())).toEqual(['pass']);
	});
	test('one SCRAM verifier does not hide an MD5 one', () => {
		const facts = example({
			passwords: listed(
				{role: 'old', kind: 'md5', equalsName: false},
				{role: 'new', kind: 'scram', equalsName: false},
			),
		});
		expect(outcomes('pg-password-hash-md5', facts)).toEqual(['fail']);
	});
	test('a single role with BYPASSRLS is found', () => {
		const facts = example({roles: listed({...plainRole, bypassRls: true})});
		expect(outcomes('pg-role-attributes', facts)).toEqual(['fail']);
		expect(outcomes('pg-rls-bypass-roles', facts)).toEqual(['fail']);
	});
	test('a role without a connection limit is no finding', () => {
		const found = checks
			.flatMap(check => check.judge(example(), context))
			.filter(v => v.outcome === 'fail');
		expect(found).toEqual([]);
	});
	test('memberships count through other roles', () => {
		const facts = example({
			memberships: listed(
				{member: 'shop_app', role: 'a', admin: false},
				{member: 'a', role: 'b', admin: false},
				{member: 'b', role: 'a', admin: false},
				{member: 'b', role: 'pg_write_server_files', admin: false},
			),
		});
		expect(judge('pg-predefined-role-members', facts)).toMatchObject([
			{outcome: 'fail', observed: 'shop_app -> a -> b -> pg_write_server_files'},
		]);
	});
	test('a role named like a provider’s administrator is no excuse on a server of one’s own', () => {
		const facts = example({roles: listed({...plainRole, name: 'rdsadmin', superuser: true})});
		expect(outcomes('pg-superusers', facts)).toEqual(['fail']);
	});
});

describe('rules of pg_hba.conf', () => {
	test('address and netmask are two columns, and two halves are the whole', () => {
		const halves = withRules(
			'hostssl all all 0.0.0.0/128.0.0.0 scram-sha-256',
			'hostssl all all 128.0.0.0/128.0.0.0 scram-sha-256',
		);
		expect(outcomes('pg-hba-any-address', halves)).toEqual(['fail']);
	});
	test('an IPv6 network of one organisation is not too large', () => {
		const facts = withRules('hostssl all all 2001:db8:1::/ffff:ffff:ffff:: scram-sha-256');
		expect(outcomes('pg-hba-any-address', facts)).toEqual(['pass']);
	});
	test('peer on the socket is right', () => {
		const facts = withRules('local all all peer');
		for (const id of ['pg-hba-trust', 'pg-hba-effective-first-match', 'pg-hba-md5'])
			expect(outcomes(id, facts)).toEqual(['pass']);
	});
	test('reject and cert lines are no faults', () => {
		const facts = withRules('hostssl all all 10.0.0.0/255.0.0.0 cert', 'host all all all reject');
		for (const id of [
			'pg-hba-host-not-hostssl',
			'pg-hba-effective-first-match',
			'pg-hba-any-address',
		])
			expect(outcomes(id, facts)).toEqual(['pass']);
	});
	test('a later reject does not help, an earlier one does', () => {
		const open = 'host all all 10.0.0.0/255.0.0.0 scram-sha-256';
		const shut = 'hostnossl all all all reject';
		expect(outcomes('pg-hba-effective-first-match', withRules(open, shut))).toEqual(['fail']);
		expect(outcomes('pg-hba-effective-first-match', withRules(shut, open))).toEqual(['pass']);
	});
	test('all does not match replication', () => {
		const facts = withRules('host replication all all trust', 'host all all all reject');
		expect(judge('pg-hba-trust', facts)[0]?.observed).toContain('(replication)');
		const other = withRules(
			'hostssl all all 10.0.0.0/255.0.0.0 cert',
			'host replication all all reject',
		);
		expect(outcomes('pg-hba-trust', other)).toEqual(['pass']);
	});
	test('a group matches its members, also through other groups', () => {
		const facts = {
			...withRules('host all +staff all reject', 'host all all all trust'),
			memberships: listed(
				{member: 'shop_app', role: 'team', admin: false},
				{member: 'team', role: 'staff', admin: false},
			),
			roles: listed(plainRole),
		};
		expect(outcomes('pg-hba-trust', facts)).toEqual(['pass']);
	});
	test('one role and one database are enough for a hole', () => {
		const facts = withRules(
			'host shop shop_app 192.0.2.0/255.255.255.0 trust',
			'host all all all reject',
		);
		expect(judge('pg-hba-trust', facts)).toMatchObject([
			{outcome: 'fail', object: 'line 1', severity: 'critical'},
		]);
	});
	test('a host name, a pattern or an own network makes it unknown, but not a certain hole', () => {
		for (const line of [
			'host all all db.example.com scram-sha-256',
			'host all /^app all scram-sha-256',
			'host @list all all scram-sha-256',
			'host all all samenet scram-sha-256',
		])
			expect(outcomes('pg-hba-trust', withRules(line))).toEqual(['unknown']);
		expect(
			outcomes('pg-hba-trust', withRules('host all all all trust', 'host all all samenet reject')),
		).toEqual(['fail']);
	});
	test('hostssl never matches while TLS is off', () => {
		const facts = {
			...withRules('hostssl all all all reject', 'host all all all trust'),
			settings: settings({ssl: 'off'}),
		};
		expect(outcomes('pg-hba-trust', facts)).toEqual(['fail']);
	});
	test('a file with thousands of rules is cut off, not waited for', () => {
		const rules = Array.from({length: 500}, (_, i) =>
			rule(`host all user${i} 10.${Math.floor(i / 250)}.${i % 250}.0/255.255.255.0 md5`, i),
		);
		const facts = example({
			rules: listed(...rules),
			roles: listed(...Array.from({length: 300}, (_, i) => ({...plainRole, name: `user${i}`}))),
		});
		const started = Date.now();
		expect(outcomes('pg-hba-trust', facts)).toEqual(['unknown']);
		expect(Date.now() - started).toBeLessThan(5_000);
	});
});

describe('objects', () => {
	test('any fixed search_path is fine, with or without pg_temp at its end', () => {
		for (const searchPath of ['""', 'app', 'app, pg_temp', 'pg_catalog, "My Schema"'])
			expect(
				outcomes(
					'pg-secdef-search-path',
					example({definerFunctions: listed({...safeFunction, searchPath})}),
				),
			).toEqual(['pass']);
		expect(
			outcomes(
				'pg-secdef-search-path',
				example({definerFunctions: listed({...safeFunction, searchPath: 'pg_temp, app'})}),
			),
		).toEqual(['fail']);
	});
	test('verify-full is the best sslmode, not a wrong one', () => {
		expect(outcomes('pg-fdw-sslmode', example())).toEqual(['pass']);
	});
	test('a standby is not blamed for what a primary does', () => {
		const facts = example({observer: seen({...observer, inRecovery: true})});
		expect(outcomes('pg-archiver-health', facts)).toEqual(['not-applicable']);
	});
});
