import {describe, expect, test} from 'vitest';
import {judge, judgeContext, outcomes} from '../../../test/helpers/judge.js';
import {seen, type Verdict} from '../engine/check.js';
import {checks} from './checks.js';
import {blind, example, listed, observer, settings} from './examples.js';
import {safeFunction} from './examples-functions.js';
import type {PostgresFacts} from './facts.js';

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
	test('syslog brings the time and the process, but not who it was', () => {
		const over = (prefix: string): readonly string[] =>
			outcomes(
				'pg-log-line-prefix',
				example({settings: settings({log_destination: 'syslog', log_line_prefix: prefix})}),
			);
		expect(over('%q%u@%d %h ')).toEqual(['pass']);
		expect(over('%u@%d ')).toEqual(['fail']);
	});
	test('a role’s own logging is weaker only than what the server does', () => {
		const own = (name: string, value: string, server: string): readonly string[] =>
			outcomes(
				'pg-pgaudit-disabled-per-role',
				example({
					settings: settings({[name]: server}),
					roleSettings: listed({role: 'a', database: null, name, value, secretLike: false}),
				}),
			);
		expect(own('log_statement', 'none', 'none')).toEqual(['pass']);
		expect(own('log_statement', 'none', 'ddl')).toEqual(['fail']);
		expect(own('log_connections', 'receipt', 'all')).toEqual(['fail']);
		expect(own('pgaudit.log', 'read', 'none')).toEqual(['pass']);
		expect(own('pgaudit.log', 'read', 'ddl, role')).toEqual(['fail']);
		expect(own('pgaudit.log', 'ddl', 'ddl')).toEqual(['pass']);
	});
	test('a role’s own value is judged as the server’s is, in any spelling', () => {
		const own = (name: string, value: string, role: string | null = 'a'): readonly string[] => {
			const database = role === null ? 'shop' : null;
			const roleSettings = listed({role, database, name, value, secretLike: false});
			return checks
				.filter(check => check.judge(example({roleSettings}), judgeContext).some(isFail))
				.map(({id}) => id)
				.toSorted();
		};
		const isFail = ({outcome}: Verdict): boolean => outcome === 'fail';
		const guc = 'pg-security-guc-overrides';
		expect(own('zero_damaged_pages', 'TRUE')).toEqual(['pg-dangerous-dev-gucs', guc]);
		expect(own('synchronous_commit', 'OFF')).toEqual([guc, 'pg-synchronous-commit']);
		expect(own('log_min_duration_statement', '0s', null)).toEqual([
			'pg-log-duration-statement',
			guc,
		]);
		expect(own('log_min_duration_statement', '5s')).toEqual([]);
		expect(own('log_parameter_max_length', '1kB')).toEqual(['pg-log-parameter-leak', guc]);
		expect(own('log_statement', 'mod')).toEqual([]);
		expect(own('statement_timeout', '1min')).toEqual([]);
		// Who makes backups needs no limit; an application does.
		expect(own('idle_in_transaction_session_timeout', '0')).toEqual([]);
		expect(own('idle_in_transaction_session_timeout', '0', 'shop_app')).toEqual([
			'pg-idle-in-tx-timeout',
		]);
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
	test('an old minor release is a medium failure at most, and a presumed one is none', () => {
		for (const version of [160_009, 180_004, 140_001])
			expect(judge('pg-version-minor-outdated', on(version))).toMatchObject([{outcome: 'fail'}]);
		expect(judge('pg-version-minor-outdated', on(140_001))[0]?.severity).toBeUndefined();
		expect(outcomes('pg-version-minor-outdated', on(180_006))).toEqual(['unknown']);
	});
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
			schemas: listed({
				name: 'public',
				owner: null,
				publicCreate: true,
				publicUsage: true,
				creators: [],
			}),
		});
		expect(outcomes('pg-public-schema-create', facts)).toEqual(['fail']);
	});
});

describe('objects', () => {
	test('a fixed search_path is fine; without pg_temp at its end it is a remark, never a fault', () => {
		const schemas = listed(
			...['app', 'My Schema'].map(name => ({
				...{name, owner: null, publicCreate: false, publicUsage: true},
				creators: [],
			})),
		);
		for (const searchPath of ['app', 'pg_catalog, "My Schema"'])
			expect(
				judge(
					'pg-secdef-search-path',
					example({schemas, definerFunctions: listed({...safeFunction, searchPath})}),
				),
			).toMatchObject([{outcome: 'fail', severity: 'info'}]);
		for (const searchPath of ['""', 'pg_catalog', 'app, pg_temp'])
			expect(
				outcomes(
					'pg-secdef-search-path',
					example({schemas, definerFunctions: listed({...safeFunction, searchPath})}),
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
