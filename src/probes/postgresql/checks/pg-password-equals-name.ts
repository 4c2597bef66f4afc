import {unseen} from '../../engine/check.js';
import {blind, example, hiddenPasswords, listed} from '../examples.js';
import {whenPasswordsSeen} from '../judge/passwords.js';
import {defineCheck, fail, judgeListing, unknown} from '../judge/verdicts.js';

const expected = 'no password is the name of its role';

// A verifier cannot be compared in SQL, so that the probe itself looks once with more rights.
const instead = 'dbvet probe postgres://SUPERUSER@HOST/DATABASE --only pg-password-equals-name';

export const pgPasswordEqualsName = defineCheck({
	id: 'pg-password-equals-name',
	title: 'No password equals its role’s name',
	question: 'Has any login role its own name as its password?',
	why: 'It is the first guess of everybody. The stored verifiers are compared, so that no login is tried.',
	severity: 'critical',
	source:
		'SELECT rolname, rolpassword FROM pg_authid WHERE rolcanlogin /* the name is tried against each */',
	needs: 'superuser, or SELECT on pg_authid: not given on managed services',
	remediation: {
		all: 'Set a long random password for the role at once and look through the log for its logins.',
	},
	judge: facts =>
		whenPasswordsSeen(facts, expected, instead, passwords => {
			const bad = judgeListing(passwords, expected, {
				offends: ({role, equalsName}) =>
					equalsName === true
						? fail(
								`the password of ${role} is its name, as it is or in other letters (capital or small)`,
								expected,
								{object: role},
							)
						: undefined,
				clean: `none of ${passwords.items.length} login roles has its name as password, be it in capital or small letters`,
			});
			const open = passwords.items.filter(
				({kind, equalsName}) => kind !== 'none' && equalsName === undefined,
			);
			const [first] = bad;
			return first?.outcome === 'pass' && open.length > 0
				? [
						unknown(
							unseen('limit-exceeded', {
								detail: `${open.length} of ${passwords.items.length} passwords were not compared`,
							}),
							expected,
						),
					]
				: bad;
		}),
	examples: {
		healthy: [example()],
		defective: [example({passwords: listed({role: 'shop', kind: 'scram', equalsName: true})})],
		blind: [blind, hiddenPasswords, example({passwords: listed({role: 'shop', kind: 'scram'})})],
	},
});
