import {blind, cut, example, listed} from '../examples.js';
import {rule, withRules} from '../examples-hba.js';
import {judgeLines, nameRule} from '../judge/hba-lines.js';
import {defineCheck, fail} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'LDAP is asked over TLS, without a password in the rule';
const ldap = rule('hostssl all all 10.0.0.0/255.255.255.0 ldap');

export const pgHbaLdapPlaintext = defineCheck({
	id: 'pg-hba-ldap-plaintext',
	title: 'Passwords go to LDAP over TLS',
	question: 'Do all rules that ask an LDAP server do so over TLS, with no password in the file?',
	why: 'The server sends each user’s password on to LDAP: without TLS in clear. A bind password in the rule opens the directory to whoever reads the file.',
	severity: 'high',
	scope: 'node',
	source: shownBy('rules'),
	needs: 'SELECT on pg_hba_file_rules and EXECUTE on its function',
	remediation: {
		all: 'Add ldaptls=1 or ldapscheme=ldaps to the rule, and replace ldapbindpasswd by a simple bind (ldapprefix, ldapsuffix) or another method.',
	},
	judge: (facts, context) =>
		judgeLines(facts, context, expected, {
			offends: line => {
				if (line.method !== 'ldap') return undefined;
				const faults = [
					...(line.protectsPassword ? [] : ['it asks LDAP in clear']),
					...(line.bindPassword ? ['a bind password stands in the file'] : []),
				];
				return faults.length === 0
					? undefined
					: fail(`${nameRule(line)}: ${faults.join(', and ')}`, expected, {object: line.place});
			},
			clean: 'no rule asks LDAP in clear or holds a bind password',
		}),
	examples: {
		healthy: [
			withRules('hostssl all all all scram-sha-256'),
			example({rules: listed({...ldap, protectsPassword: true})}),
		],
		defective: [
			example({rules: listed(ldap)}),
			example({rules: listed({...ldap, protectsPassword: true, bindPassword: true})}),
		],
		blind: [blind, example({rules: cut()}), example({rules: listed({...ldap, error: true})})],
	},
});
