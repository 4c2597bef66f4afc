import {seen, unseen} from '../../engine/check.js';
import {blind, example} from '../examples.js';
import {defineCheck, fail, pass, unknown, whenSeen} from '../judge/verdicts.js';

const expected = 'SCRAM, a certificate, Kerberos, OAuth or the provider’s IAM';
const session = {
	tls: true,
	version: 'TLSv1.3',
	cipher: 'TLS_AES_256_GCM_SHA384',
	bits: 256,
	network: true,
	loopback: false,
};
const weak: ReadonlySet<string> = new Set(['password', 'ident']);
const strong: ReadonlySet<string> = new Set([
	'scram-sha-256',
	'cert',
	'gss',
	'sspi',
	'oauth',
	'pam',
	'peer',
]);

export const pgOwnAuthMethod = defineCheck({
	id: 'pg-own-auth-method',
	title: 'The scanner’s own login was authenticated well',
	question: 'Which method did the server use for this very login?',
	why: 'The server’s own word on one login shows which rule of pg_hba.conf really decides, also where that file is hidden.',
	severity: 'critical',
	scope: 'endpoint',
	source: 'SELECT SYSTEM_USER /* PostgreSQL 16 and newer */',
	needs: 'any login role, PostgreSQL 16 or newer',
	remediation: {
		all: 'Set password_encryption to scram-sha-256, set the passwords anew, then demand scram-sha-256 in pg_hba.conf.',
		'aws-rds':
			'Set password_encryption and rds.accepted_password_auth_method to scram, then set the passwords anew.',
	},
	judge: facts =>
		whenSeen(facts.ownSession, expected, own => {
			if (own.systemUser === undefined)
				return [
					unknown(
						unseen('unsupported-version', {detail: 'PostgreSQL before 16 does not tell'}),
						expected,
					),
				];
			if (own.systemUser === null)
				return own.network
					? [fail('the server let the scanner in without any authentication (trust)', expected)]
					: [fail('trusted over the Unix socket', expected, {severity: 'medium'})];
			const method = own.systemUser.split(':')[0] ?? '';
			// The server tells the method of the rule: under md5 a role with a SCRAM verifier does SCRAM (manual, Password Authentication).
			if (method === 'md5')
				return [
					fail(
						'let in by a rule with the method md5, which takes MD5 passwords; a SCRAM one where the role has no other',
						expected,
						{severity: 'medium'},
					),
				];
			if (weak.has(method))
				return [fail(`authenticated with ${method}`, expected, {severity: 'high'})];
			if (strong.has(method)) return [pass(`authenticated with ${method}`, expected)];
			return [
				unknown(
					unseen('unexpected-reply', {
						detail: `authenticated with ${method}, whose strength depends on its service`,
					}),
					expected,
				),
			];
		}),
	examples: {
		healthy: [example()],
		defective: [
			example({ownSession: seen({...session, systemUser: null})}),
			example({ownSession: seen({...session, systemUser: 'md5:dbvet'})}),
		],
		blind: [
			blind,
			example({ownSession: seen(session)}),
			example({ownSession: seen({...session, systemUser: 'ldap:dbvet'})}),
		],
	},
});
