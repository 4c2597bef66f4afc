import {unseen} from '../../engine/check.js';
import {blind, example, hiddenPasswords, listed} from '../examples.js';
import {withRules} from '../examples-hba.js';
import {matchUser, type Match} from '../judge/hba-match.js';
import {whenPasswordsSeen} from '../judge/passwords.js';
import {defineCheck, fail, judgeListing, unknown, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'each login role has a password, or a rule for another method that fits it';
const instead = 'SELECT rolname FROM pg_authid WHERE rolcanlogin AND rolpassword IS NULL';
const otherMethods: ReadonlySet<string> = new Set([
	'cert',
	'gss',
	'sspi',
	'oauth',
	'pam',
	'ldap',
	'radius',
	'peer',
	'ident',
]);

export const pgRoleWithoutPassword = defineCheck({
	id: 'pg-role-without-password',
	title: 'No login role is without a password',
	question: 'Is there a login role that has no password and no other method?',
	why: 'Such a role is dead, or waits for a careless trust rule or a password that somebody sets for himself.',
	severity: 'medium',
	source: shownBy('passwords', 'rules', 'memberships'),
	needs: 'superuser (pg_authid and pg_hba_file_rules): not given on managed services',
	remediation: {all: 'Take LOGIN from the role, or set a password or a certificate rule for it.'},
	judge: facts =>
		whenPasswordsSeen(facts, expected, instead, passwords => {
			const without = passwords.items.filter(({kind}) => kind === 'none').map(({role}) => role);
			const {rules} = facts;
			if (without.length > 0 && !rules.seen)
				return without.map(role =>
					unknown(
						{
							...rules,
							detail: `${role} has no password, and the rules that may name another method are hidden`,
						},
						expected,
						{object: role},
					),
				);
			const methods = facts.rules.seen
				? facts.rules.value.items.filter(rule => otherMethods.has(rule.method ?? ''))
				: [];
			return whenSeen(facts.memberships, expected, memberships => {
				const fits = (role: string, match: Match): boolean =>
					methods.some(rule => matchUser(rule, role, memberships.items) === match);
				const verdicts = judgeListing(passwords, expected, {
					offends: ({role, kind}) =>
						kind === 'none' && !fits(role, 'yes') && !fits(role, 'unknown')
							? fail(
									`${role} may log in but has no password and no rule for another method`,
									expected,
									{object: role},
								)
							: undefined,
					clean: `each of ${passwords.items.length} login roles has a password or another method`,
				});
				const open = without.find(role => !fits(role, 'yes'));
				return open !== undefined && verdicts.every(({outcome}) => outcome === 'pass')
					? [
							unknown(
								unseen('client-cannot-offer', {
									detail: `${open} has no password, and whether a rule for another method names it hangs on a pattern`,
								}),
								expected,
								{object: open},
							),
						]
					: verdicts;
			});
		}),
	examples: {
		healthy: [example()],
		defective: [
			{
				...withRules('hostssl all all all scram-sha-256'),
				passwords: listed({role: 'ghost', kind: 'none'}),
			},
			{
				...withRules('hostssl all +holders all cert'),
				passwords: listed({role: 'ghost', kind: 'none'}),
			},
		],
		blind: [
			blind,
			hiddenPasswords,
			{
				...withRules('hostssl all /^gh all cert'),
				passwords: listed({role: 'ghost', kind: 'none'}),
			},
			example({
				passwords: listed({role: 'ghost', kind: 'none'}),
				rules: unseen('permission-denied'),
			}),
		],
	},
});
