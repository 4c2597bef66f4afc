import {describe, expect, test} from 'vitest';
import type {Check, JudgeContext} from '../engine/check.js';
import {seen, unseen} from '../engine/check.js';
import {checks} from './checks.js';
import {recognise} from './collect/provider.js';
import {productOf, releaseOf} from '../engine/mysql-releases.js';
import {limited} from './collect/session.js';
import {quoteAccount} from './collect/sql.js';
import {
	account,
	example,
	listed,
	mariadb,
	program,
	root,
	variables,
	withAccount,
} from './examples.js';
import type {MysqlFacts} from './facts.js';
import type {Account} from './facts/accounts.js';
import {fromBits, fromLetters} from './facts/privileges.js';
import {byMember, rolesOf} from './judge/rights.js';

const context: JudgeContext = {now: '2026-11-22T00:00:00.000Z', thresholds: {}};
const find = (id: string): Check<MysqlFacts> => {
	const check = checks.find(one => one.id === id);
	if (check === undefined) throw new Error(`no check ${id}`);
	return check;
};
const words = (
	id: string,
	facts: MysqlFacts,
	more: Partial<JudgeContext> = {},
): readonly string[] =>
	find(id)
		.judge(facts, {...context, ...more})
		.map(({outcome, severity, object}) => [object, outcome, severity].filter(Boolean).join(' '));

describe('versions', () => {
	test.each([
		['8.4.13', 'mysql', {major: 8, minor: 4, patch: 13}],
		['5.5.5-10.11.19-MariaDB-0+deb12u1', 'mariadb', {major: 10, minor: 11, patch: 19}],
		['10.11.19-MariaDB-log', 'mariadb', {major: 10, minor: 11, patch: 19}],
		['8.0.mysql_aurora.3.04.0', 'mysql', undefined],
		['5.5.5', 'mysql', {major: 5, minor: 5, patch: 5}],
		['banana', 'mysql', undefined],
	] as const)('%s is %s', (text, product, release) => {
		expect(productOf(text)).toBe(product);
		expect(releaseOf(text)).toEqual(release);
	});
});

test('the time limit travels with the statement', () => {
	expect(limited('SELECT 1 AS a', 'mysql', 5)).toBe(
		'SELECT /*+ MAX_EXECUTION_TIME(5000) */ 1 AS a LIMIT 6',
	);
	expect(limited('SHOW REPLICA STATUS', 'mysql', 5)).toBe('SHOW REPLICA STATUS');
	expect(limited('SHOW ALL SLAVES STATUS', 'mariadb', 5)).toBe(
		'SET STATEMENT max_statement_time=5, lock_wait_timeout=1 FOR SHOW ALL SLAVES STATUS',
	);
});

test('a name in a grant cannot end its quotes', () => {
	expect(quoteAccount("o'hara@10.%")).toBe("'o''hara'@'10.%'");
	expect(quoteAccount(String.raw`a\'@b@%`)).toBe(String.raw`'a\\''@b'@'%'`);
});

describe('providers', () => {
	test('are recognised by what no dump carries along', () => {
		const platform = (values: Readonly<Record<string, string>>) => {
			const provider = recognise(seen({version: '8.0.40', ...values}));
			return provider.seen ? provider.value.platform : 'unseen';
		};
		expect(platform({basedir: '/rdsdbbin/mysql/'})).toBe('aws-rds');
		expect(platform({basedir: '/rdsdbbin/oscar/', aurora_version: '3.04.0'})).toBe('aws-aurora');
		expect(platform({cloudsql_iam_authentication: 'ON'})).toBe('google-cloud-sql');
		expect(platform({azure_server_name: 'x'})).toBe('azure-flexible-server');
		expect(platform({basedir: '/usr/'})).toBeUndefined();
	});

	const vendor = (user: string): MysqlFacts =>
		withAccount({
			user,
			host: '%',
			tls: 'none',
			privileges: ['SUPER', 'FILE'],
			logins: [{plugin: 'mysql_native_password', empty: false}],
		});

	test.each([
		['rdsadmin', 'aws-rds'],
		['cloudsqladmin', 'google-cloud-sql'],
		['azure_superuser', 'azure-flexible-server'],
		['repluser', 'aiven'],
		['repluser', 'digitalocean'],
	] as const)('%s is no finding on %s, and one on a server of one’s own', (user, platform) => {
		for (const id of ['mysql-super-privs', 'mysql-auth-plugin', 'mysql-wildcard-hosts']) {
			expect(words(id, vendor(user), {platform}), id).toEqual(['pass']);
			expect(words(id, vendor(user)).join(), id).toContain(`${user}@% fail`);
		}
	});

	test('the customer’s one administrator is usual there, a second one is not', () => {
		const admin: Account = {...account, user: 'shopadmin', host: '%', privileges: ['CREATE USER']};
		const one = example({accounts: listed(root, account, admin)});
		const two = example({
			accounts: listed(root, account, admin, {...admin, user: 'anna', host: '10.%'}),
		});
		expect(words('mysql-create-user-priv', one, {platform: 'aws-rds'})).toEqual(['pass']);
		expect(words('mysql-create-user-priv', one)).toEqual(['shopadmin@% fail high']);
		expect(words('mysql-create-user-priv', two, {platform: 'aws-rds'})).toHaveLength(2);
		expect(words('mysql-wildcard-hosts', one, {platform: 'aws-rds'})).toEqual([
			'shopadmin@% fail info',
		]);
	});
});

describe('rights', () => {
	test('the numbers of MariaDB and the letters of MySQL mean the same privileges', () => {
		expect(fromBits('33280')).toEqual(['FILE', 'SUPER']);
		expect(fromBits(String(2n ** 30n + 2n ** 38n))).toEqual(['SET USER', 'SLAVE MONITOR']);
		expect(fromBits('18446744073709551615')).toHaveLength(39);
		expect(fromLetters(`${'N'.repeat(15)}Y${'N'.repeat(13)}`)).toEqual(['SUPER']);
	});

	test('roles of roles are followed, and a circle ends', () => {
		const grant = (member: string, role: string) => ({
			member: {user: member, host: ''},
			role: {user: role, host: ''},
			admin: false,
		});
		const grants = [grant('a', 'b'), grant('b', 'c'), grant('c', 'a'), grant('x', 'y')];
		expect(rolesOf(byMember(grants), ['a@'])).toEqual(['a@', 'b@', 'c@']);
	});

	test('what everybody has counts: PUBLIC in MariaDB, mandatory_roles in MySQL', () => {
		const strong: Account = {...account, host: '', role: true, privileges: ['FILE']};
		const everybody = example({accounts: listed(root, account, {...strong, user: 'PUBLIC'})});
		expect(words('mysql-file-priv', everybody)).toEqual(['shop_app@10.0.0.% fail high']);
		const mandatory = example({
			accounts: listed(root, account, {...strong, user: 'ops', host: '%'}),
			variables: variables({mandatory_roles: '`ops`@`%`,other'}),
		});
		expect(words('mysql-file-priv', mandatory)).toEqual(['shop_app@10.0.0.% fail high']);
	});

	test('grants to roles count like grants to accounts, and a locked definer lends his rights', () => {
		const role: Account = {...account, user: 'clerks', host: '', role: true};
		const grant = {schema: '%', object: '', writes: true, reads: true, grants: true, system: true};
		const facts = example({
			accounts: listed(root, account, role),
			scopedGrants: listed({user: 'clerks', host: '', ...grant}),
			roleGrants: listed({
				member: {user: 'clerks', host: ''},
				role: {user: 'chiefs', host: ''},
				admin: true,
			}),
		});
		expect(words('mysql-dml-ddl-on-mysql-schema', facts)).toEqual(['clerks on %.* fail']);
		expect(words('mysql-grant-option', facts)).toEqual(['clerks on %.* fail']);
		expect(words('mysql-role-graph', facts)).toEqual(['clerks with chiefs fail']);
		const locked = withAccount(
			{user: 'owner', host: 'localhost', locked: true, privileges: ['SUPER']},
			{routines: listed({...program, asDefiner: true, definer: 'owner@localhost'})},
		);
		expect(words('mysql-routine-definer', locked)).toEqual(['routine shop.close_day fail']);
	});

	test('what everybody has is not known where the variables are not', () => {
		const facts = example({variables: unseen('timed-out')});
		expect(words('mysql-file-priv', facts)).toEqual(['unknown']);
	});

	test('an application is judged by every account of its name', () => {
		const facts = example({
			accounts: listed(root, account, {...account, host: '%', privileges: ['SUPER']}),
		});
		expect(words('mysql-app-uses-admin', facts)).toEqual(['shop_app fail']);
	});
});

describe('where the products differ', () => {
	test('an account that must show a certificate needs no password', () => {
		const facts = withAccount({
			tls: 'certificate',
			logins: [{plugin: 'mysql_native_password', empty: true}],
		});
		expect(words('mysql-empty-passwords', facts)).toEqual(['anna@10.0.0.% fail info']);
	});

	test('refused logins are notes in MySQL and warnings in MariaDB', () => {
		const level = (values: Readonly<Record<string, string | undefined>>) =>
			words('mysql-error-log', example({variables: variables(values)}));
		expect(level({log_error_verbosity: '2'})).toEqual(['fail']);
		expect(level({log_error_verbosity: undefined, log_warnings: '2'})).toEqual(['pass']);
		expect(level({log_error_verbosity: undefined, log_warnings: '1'})).toEqual(['fail medium']);
	});

	test('a commit that is not flushed is not durable, whatever the pages are', () => {
		const facts = example({variables: variables({innodb_flush_log_at_trx_commit: '2'})});
		expect(words('mysql-innodb-durability', facts)).toEqual(['fail medium']);
		expect(words('mysql-innodb-durability', facts, {platform: 'aws-aurora'})).toEqual([
			'not-applicable',
		]);
	});

	test('MariaDB before 10.5 has no switch, so that each account counts', () => {
		const old = {
			observer: seen(mariadb),
			variables: variables({require_secure_transport: undefined}),
		};
		expect(words('mysql-require-secure-transport', example(old))).toEqual(['pass']);
		expect(words('mysql-require-secure-transport', withAccount({tls: 'none'}, old))).toEqual([
			'fail',
		]);
	});

	test('a long list of offenders ends with their number', () => {
		const many = Array.from({length: 70}, (_, index) => ({
			...account,
			user: `u${index}`,
			tls: 'none' as const,
		}));
		const facts = example({
			accounts: listed(root, ...many),
			variables: variables({require_secure_transport: 'OFF'}),
		});
		expect(words('mysql-account-ssl-type', facts)).toHaveLength(51);
		expect(words('mysql-account-ssl-type', facts).at(-1)).toBe('others fail');
	});
});
