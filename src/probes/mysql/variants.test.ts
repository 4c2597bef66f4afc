import {expect, test} from 'vitest';
import {seen, type JudgeContext} from '../engine/check.js';
import {checks} from './checks.js';
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
import {covers} from './judge/like.js';

// Ways to write a defect that a look at one variable or one list does not show, where no server at hand has them.
const context: JudgeContext = {now: '2026-11-22T00:00:00.000Z', thresholds: {}};
const words = (id: string, facts: MysqlFacts, more: Partial<JudgeContext> = {}) => {
	const check = checks.find(one => one.id === id);
	if (check === undefined) throw new Error(`no check ${id}`);
	return check
		.judge(facts, {...context, ...more})
		.map(({outcome, severity, object}) => [object, outcome, severity].filter(Boolean).join(' '));
};
const withVariables = (values: Readonly<Record<string, string>>): MysqlFacts =>
	example({variables: variables(values)});

test.each([
	['mysql-error-log', {log_error_suppression_list: 'MY-010055,MY-010926'}],
	['mysql-error-log', {log_error_suppression_list: 'ER_ACCESS_DENIED_ERROR_WITH_PASSWORD'}],
	['mysql-general-log', {slow_query_log: 'ON', long_query_time: '0.000000'}],
	['mysql-bind-address', {mysqlx_bind_address: '*'}],
	['mysql-timeouts', {interactive_timeout: '31536000'}],
	['mysql-innodb-durability', {innodb_flush_method: 'littlesync'}],
	['mysql-max-connections', {max_user_connections: '1001'}],
	['mysql-audit-plugin', {audit_log_include_databases: 'crm'}],
] as const)('%s sees %o', (id, values) => {
	expect(words(id, withVariables(values)).join()).toMatch(/^fail/);
});

test.each([
	['mysql-error-log', {log_error_suppression_list: 'MY-010055'}],
	['mysql-general-log', {slow_query_log: 'ON', long_query_time: '2.000000'}],
	['mysql-bind-address', {mysqlx_bind_address: '127.0.0.1'}],
] as const)('%s leaves %o alone', (id, values) => {
	expect(words(id, withVariables(values))).toEqual(['pass']);
});

test('what a provider keeps in the schemas of the server is its own', () => {
	const facts = example({
		routines: listed({
			...program,
			schema: 'mysql',
			asDefiner: true,
			secretLike: true,
			definer: 'root@localhost',
		}),
	});
	for (const id of ['mysql-routine-definer', 'mysql-secrets-in-routines']) {
		expect(words(id, facts, {platform: 'aws-rds'})).toEqual(['pass']);
		expect(words(id, facts).join()).toContain('routine mysql.close_day fail');
	}
});

test('a role without a restriction lifts that of an account, and one with it keeps it', () => {
	const host = '10.0.0.%';
	const role = {...account, user: 'writers', host: '%', locked: true, privileges: ['INSERT']};
	const facts = (withheld: readonly string[]): MysqlFacts =>
		example({
			accounts: listed(root, account, {...role, withheld}),
			roleGrants: listed({
				member: {user: 'shop_app', host},
				role: {user: 'writers', host: '%'},
				admin: false,
			}),
		});
	expect(words('mysql-dml-ddl-on-mysql-schema', facts(['INSERT']))).toEqual(['pass']);
	expect(words('mysql-dml-ddl-on-mysql-schema', facts([]))).toEqual([`shop_app@${host} fail`]);
});

test('hosts that are bound to no network', () => {
	const of = (host: string) => words('mysql-wildcard-hosts', withAccount({host})).join();
	for (const host of ['%', '_%.%', '1%', '10%', '%.0.0.5', '%:%', '0.0.0.0/254.0.0.0', '0.0.0.0/1'])
		expect(of(host), host).toContain('fail');
	for (const host of [
		'10.%',
		'10.0.0.0/8',
		'10.0.0.0/255.0.0.0',
		'%.example.com',
		'db_',
		'2001:db8::%',
	])
		expect(of(host), host).toBe('pass');
});

test('a fault of MariaDB’s reuse check, and members of clusters', () => {
	const bypassed = example({
		observer: seen(mariadb),
		variables: variables({
			password_reuse_check_interval: '0',
			strict_password_validation: 'OFF',
		}),
	});
	expect(words('mysql-password-reuse', bypassed)).toEqual(['fail']);
	const galera = example({replication: listed(), variables: variables({wsrep_on: 'ON'})});
	expect(words('mysql-replication-tls', galera)).toEqual(['unknown']);
});

test('patterns of schemas are read as the server reads them', () => {
	for (const pattern of ['test', 'te%', '_est', '%', 'TEST', String.raw`t\est`])
		expect(covers(pattern, 'test'), pattern).toBe(true);
	for (const pattern of [String.raw`test\_%`, 'tes', '_test', 't.st', String.raw`te\%`])
		expect(covers(pattern, 'test'), pattern).toBe(false);
	expect(covers(String.raw`test\_%`, 'test_1')).toBe(true);
});
