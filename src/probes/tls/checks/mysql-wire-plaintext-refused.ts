import {seen, unseen} from '../../engine/check.js';
import {blind, but} from '../examples.js';
import type {TlsFacts} from '../facts.js';
import {mysqlCheck, verdicts} from '../kit.js';
import {enforceTls} from '../remediation.js';

const {pass, fail, unknown} = verdicts(
	'A login without TLS is refused for everyone, before its name is looked at (error 3159)',
);

/** ER_SECURE_TRANSPORT_REQUIRED: only the switch for the whole server, require_secure_transport, causes it. */
const transportRequired = 3159;
/** ER_ACCESS_DENIED_ERROR, which both a wrong password and an account that demands TLS cause. */
const accessDenied = 1045;

/**
 * What error 1045 leaves open. MySQL and Percona look at the password before they look at TLS; MariaDB before 11.4 (MDEV-30178)
 * says 1045 in both cases, later ones refuse with 3159 before they look at the name.
 */
const openText = ({greeting}: TlsFacts): string => {
	const version = greeting.seen ? greeting.value.version : '';
	if (!/mariadb/i.test(version))
		return 'MySQL looks at the password first and at TLS after it, so that this cannot be told without credentials';
	const [, major = '0', minor = '0'] =
		/(?:^5\.5\.5-)?(\d+)\.(\d+)\.\d+-mariadb/i.exec(version) ?? [];
	return Number(major) * 100 + Number(minor) >= 1104
		? 'MariaDB 11.4 and newer do that only when TLS is not demanded of everyone; whether each account demands it cannot be told without credentials'
		: 'MariaDB before 11.4 does so whether it demands TLS or not, so that this cannot be told without credentials';
};

const mysqlFacts = (change: Partial<TlsFacts> = {}): TlsFacts =>
	but({engine: 'mysql', identities: [], ...change});

/** Whether a login in clear is turned away whoever it is, tried with a name that does not exist. */
export const mysqlWirePlaintextRefused = mysqlCheck({
	id: 'mysql-wire-plaintext-refused',
	title: 'Plaintext is refused for everyone',
	question: 'Does the server refuse everybody who logs in without TLS?',
	why: 'One client that may speak in clear is enough: what it reads can be copied and changed on the way, and its proof of identity can be guessed at leisure.',
	severity: 'critical',
	source:
		'The greeting, then a login without SSLRequest of a user that does not exist (mysql --ssl-mode=DISABLED)',
	remediation: {all: enforceTls.all},
	judge: facts => {
		const {mysqlClear, offered} = facts;
		if (!mysqlClear.seen) return [unknown(mysqlClear)];
		const {value} = mysqlClear;
		if (value.kind === 'let-in')
			return [
				fail(
					'Let in without TLS and without any proof, by a name that was made up: there is an anonymous account',
				),
			];
		if (value.kind === 'refused' && value.code === transportRequired) {
			// Who refuses everything in the right words proves nothing; TLS must have been spoken beside it.
			if (!offered.seen) return [unknown(offered)];
			return offered.value
				? [pass('Refused for everyone: error 3159 for a name that does not exist')]
				: [
						unknown(unseen('tls-handshake-failed'), {
							observed: 'Error 3159, but there is no TLS here to compare with',
						}),
					];
		}
		if (value.kind === 'refused' && value.code !== accessDenied)
			return [
				unknown(unseen('unexpected-reply'), {
					observed: `Without TLS the server answered error ${value.code}, which does not tell whether TLS was what it missed`,
				}),
			];
		const said =
			value.kind === 'asks'
				? 'Without TLS the server went on to ask for a proof'
				: 'Without TLS the server went on to judge the password (error 1045)';
		return [
			unknown(unseen('no-credentials'), {
				observed: `${said}. ${openText(facts)} (mysql-require-secure-transport tells)`,
			}),
		];
	},
	examples: {
		healthy: [mysqlFacts()],
		defective: [mysqlFacts({mysqlClear: seen({kind: 'let-in'})})],
		blind: [
			{...blind, engine: 'mysql'},
			mysqlFacts({mysqlClear: seen({kind: 'asks'})}),
			mysqlFacts({mysqlClear: seen({kind: 'refused', code: 1045, sqlstate: '28000'})}),
			mysqlFacts({mysqlClear: seen({kind: 'refused', code: 1040, sqlstate: '08004'})}),
			mysqlFacts({offered: seen(false)}),
		],
	},
});
