import {seen} from '../../engine/check.js';
import {fail, pass, unknown, whenBothSeen} from '../../engine/verdicts.js';
import {
	account,
	blind,
	example,
	hiddenAccounts,
	listed,
	mariadb,
	root,
	variables,
} from '../examples.js';
import type {MysqlFacts} from '../facts.js';
import {isForPeople} from '../judge/accounts.js';
import {isReachable} from '../judge/network.js';
import {defineCheck} from '../judge/verdicts.js';
import {unseen} from '../../engine/check.js';
import {shownBy} from '../sources.js';

const expected = 'tries are slowed down or end after a few';
const none = variables({connection_control_failed_connections_threshold: undefined});
/** More tries than these are no limit (NIST SP 800-63B, 5.2.2: no more than 100 failed attempts in a row). */
const mostTries = 100;
const onMariadb = (max: string | undefined): MysqlFacts =>
	example({
		observer: seen(mariadb),
		variables: variables({
			connection_control_failed_connections_threshold: undefined,
			max_password_errors: max,
		}),
	});

const isLimit = (tries: number): boolean => tries > 0 && tries <= mostTries;

export const mysqlFailedLoginLockout = defineCheck({
	id: 'mysql-failed-login-lockout',
	title: 'Passwords cannot be tried without end',
	question: 'Does the server slow down or stop somebody who tries passwords?',
	why: 'Without a limit a server that can be reached is asked thousands of passwords a second.',
	severity: 'low',
	scope: 'node',
	...shownBy(
		'variable connection_control_failed_connections_threshold',
		'variable component_connection_control.failed_connections_threshold',
		'variable max_password_errors',
		'accounts',
	),
	needs: 'any account; SELECT on mysql.user where the limit is set for single accounts',
	remediation: {
		all: "MySQL: INSTALL COMPONENT 'file://component_connection_control' (before 9.2: INSTALL PLUGIN CONNECTION_CONTROL SONAME 'connection_control.so'); or ALTER USER … FAILED_LOGIN_ATTEMPTS 5 PASSWORD_LOCK_TIME 1; MariaDB: max_password_errors = 10 under [mysqld].",
	},
	judge: (facts, context) =>
		whenBothSeen(facts.observer, facts.variables, expected, ({product}, values) => {
			if (product === 'mariadb') {
				const text = values.max_password_errors;
				const shown = `max_password_errors = ${text ?? ''}`;
				if (text === undefined || !/^\d+$/.test(text))
					return [unknown(unseen('unexpected-reply', {detail: shown}), expected)];
				return [Number(text) <= mostTries ? pass(shown, expected) : fail(shown, expected)];
			}
			// A plugin until MySQL 9.2, a component since.
			const threshold = [
				values.connection_control_failed_connections_threshold,
				values['component_connection_control.failed_connections_threshold'],
			].find(tries => tries !== undefined && isLimit(Number(tries)));
			if (threshold !== undefined)
				return [pass(`connection_control slows down after ${threshold} failures`, expected)];
			const {accounts} = facts;
			if (!accounts.seen) return [unknown(accounts, expected)];
			const open = accounts.value.items
				.filter(isForPeople(facts, context))
				.filter(one => isReachable(one) && !isLimit(one.lockAfter ?? 0));
			if (open.length > 0)
				return [
					fail(
						`no connection_control that sets in after ${mostTries} failures or fewer, and ${open.length} accounts without a limit of failed logins`,
						expected,
					),
				];
			return [
				accounts.value.complete
					? pass('every account that may come over the network locks after failed logins', expected)
					: unknown(unseen('limit-exceeded', {detail: 'not all accounts were read'}), expected),
			];
		}),
	examples: {
		healthy: [
			example(),
			example({variables: none}),
			onMariadb('10'),
			example({
				variables: variables({
					connection_control_failed_connections_threshold: undefined,
					'component_connection_control.failed_connections_threshold': '3',
				}),
				accounts: listed(root, {...account, lockAfter: 0}),
			}),
		],
		defective: [
			example({variables: none, accounts: listed(root, {...account, lockAfter: 0})}),
			onMariadb('4294967295'),
			onMariadb('1000000'),
			example({variables: none, accounts: listed(root, {...account, lockAfter: 30_000})}),
			example({
				variables: variables({connection_control_failed_connections_threshold: '2147483647'}),
				accounts: listed(root, {...account, lockAfter: 0}),
			}),
		],
		blind: [blind, {...hiddenAccounts, variables: none}, onMariadb(undefined)],
	},
});
