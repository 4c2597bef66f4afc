import {seen} from '../../engine/check.js';
import {blind, but, healthy} from '../examples.js';
import type {TlsFacts} from '../facts.js';
import {mysqlCheck, verdicts} from '../kit.js';

const {pass, fail, notApplicable, unknown} = verdicts(
	'The server begins with a login by salted SHA-256, ed25519 or PARSEC',
);

const strong = [
	'caching_sha2_password',
	'sha256_password',
	'client_ed25519',
	'ed25519',
	'parsec',
	'authentication_openid_connect_client',
];

const greeted = (plugin: string, version = '8.4.13'): TlsFacts =>
	but({engine: 'mysql', greeting: seen({version, plugin})});

/** The way to log in that the greeting names: the server's default, not that of any account. */
export const mysqlWireAuthPlugin = mysqlCheck({
	id: 'mysql-wire-auth-plugin',
	title: 'The default way to log in is a strong one',
	question: 'Does the server greet with a way to log in that stands up to guessing?',
	why: 'New accounts get the default. The hash of mysql_native_password is unsalted SHA-1, and that of mysql_old_password is broken.',
	severity: 'medium',
	source: 'The greeting of the server (nc HOST PORT)',
	remediation: {
		all: 'MySQL: default_authentication_plugin = caching_sha2_password (authentication_policy from 8.4 on), and ALTER USER for accounts that were made before.',
	},
	judge: ({greeting}) => {
		if (!greeting.seen) return [unknown(greeting)];
		const {plugin, version} = greeting.value;
		if (strong.includes(plugin)) return [pass(`The server begins with ${plugin}`)];
		if (plugin === 'mysql_old_password')
			return [fail('The server begins with mysql_old_password', {severity: 'critical'})];
		if (/mariadb/i.test(version))
			return [
				notApplicable(
					'MariaDB greets with mysql_native_password whatever its accounts use (mysql-auth-plugin looks at those)',
				),
			];
		if (plugin === 'mysql_native_password')
			return [fail('The server begins with mysql_native_password')];
		return [
			unknown({
				seen: false,
				reason: 'unexpected-reply',
				detail: plugin === '' ? 'the greeting names none' : `the greeting names ${plugin}`,
			}),
		];
	},
	examples: {
		healthy: [{...healthy, engine: 'mysql'}, greeted('caching_sha2_password')],
		defective: [
			greeted('mysql_native_password'),
			greeted('mysql_old_password', '5.5.5-10.1.1-MariaDB'),
		],
		blind: [{...blind, engine: 'mysql'}, greeted('something_else'), greeted('')],
		notApplicable: [greeted('mysql_native_password', '11.8.3-MariaDB')],
	},
});
