import {blind, cut, example, hiddenPasswords, listed} from '../examples.js';
import {whenPasswordsSeen} from '../judge/passwords.js';
import {defineCheck, fail, judgeListing} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'every stored password is a SCRAM-SHA-256 verifier';

const instead =
	"SELECT rolname FROM pg_authid WHERE rolcanlogin AND rolpassword NOT LIKE 'SCRAM-SHA-256$%'";

export const pgPasswordHashMd5 = defineCheck({
	id: 'pg-password-hash-md5',
	title: 'No password is stored as MD5',
	question: 'Does any login role still have an MD5 password?',
	why: 'An MD5 entry is enough to log in by itself and is cracked quickly. password_encryption only rules passwords that are set from now on.',
	severity: 'high',
	source: shownBy('passwords'),
	needs: 'superuser, or SELECT on pg_authid: not given on managed services',
	remediation: {
		all: 'Set password_encryption to scram-sha-256, then set the password of each role named here anew (\\password in psql).',
	},
	judge: facts =>
		whenPasswordsSeen(facts, expected, instead, passwords =>
			judgeListing(passwords, expected, {
				offends: ({role, kind}) =>
					kind === 'md5' || kind === 'other'
						? fail(
								`the password of ${role} is stored as ${kind === 'md5' ? 'MD5' : 'an unknown kind'}`,
								expected,
								{
									object: role,
								},
							)
						: undefined,
				clean: `none of ${passwords.items.length} login roles has an MD5 password`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({
				passwords: listed(
					{role: 'new', kind: 'scram', equalsName: false},
					{role: 'old', kind: 'md5', equalsName: false},
				),
			}),
		],
		blind: [
			blind,
			hiddenPasswords,
			example({passwords: cut({role: 'new', kind: 'scram', equalsName: false})}),
		],
	},
});
