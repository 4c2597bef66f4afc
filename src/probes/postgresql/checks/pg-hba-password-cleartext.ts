import {blind} from '../examples.js';
import {hardenedRules, rule, withRules} from '../examples-hba.js';
import {example, listed} from '../examples.js';
import {isRemote, judgeAdmissions} from '../judge/hba-verdicts.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no rule that decides has the client send its password itself';
const sendsPassword: ReadonlySet<string> = new Set(['password', 'ldap', 'pam', 'bsd', 'radius']);

export const pgHbaPasswordCleartext = defineCheck({
	id: 'pg-hba-password-cleartext',
	title: 'Passwords are not sent to the server',
	question: 'Does a rule that takes effect make clients send their password as it is?',
	why: 'With SCRAM the server never sees the password. With these methods it does, and on a connection without TLS so does everybody on the way.',
	severity: 'high',
	scope: 'node',
	source: shownBy('rules'),
	needs: 'SELECT on pg_hba_file_rules and EXECUTE on its function',
	remediation: {
		all: 'Use scram-sha-256, cert, gss or oauth; where a directory must check passwords, over hostssl only and with ldaptls=1 or ldaps.',
	},
	judge: (facts, context) =>
		judgeAdmissions(facts, context, expected, {
			judge: decision => {
				const {
					rule: {method, protectsPassword},
					way,
				} = decision;
				if (!sendsPassword.has(method ?? '')) return undefined;
				if (way === 'plain' && isRemote(decision))
					return {severity: 'high', text: 'the password crosses the network in clear'};
				if (method === 'ldap' && !protectsPassword)
					return {severity: 'high', text: 'the server passes the password to LDAP in clear'};
				if (method === 'password')
					return {severity: 'medium', text: 'the server gets the password itself'};
				// Tokens of a provider's IAM are checked through PAM, and there is no other way to send them.
				return method === 'pam'
					? {severity: 'info', text: 'the server gets the password or token itself'}
					: {severity: 'low', text: 'the server gets the password itself'};
			},
			clean: 'no rule that decides asks for the password itself',
		}),
	examples: {
		healthy: [withRules(...hardenedRules)],
		defective: [
			withRules('host all all all password'),
			withRules('hostssl all all all password'),
			example({rules: listed(rule('hostssl all all all ldap'))}),
		],
		blind: [blind],
	},
});
