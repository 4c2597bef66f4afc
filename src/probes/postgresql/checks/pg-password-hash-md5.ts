import {blind, cut, example, hiddenPasswords, listed} from '../examples.js';
import type {RolePassword} from '../facts/roles.js';
import {whenPasswordsSeen} from '../judge/passwords.js';
import {defineCheck, fail, judgeListing} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

/** RFC 7677 asks for at least as many; a client that makes its verifier itself may take fewer. */
const leastRounds = 4_096;
const expected = `every stored password is a SCRAM-SHA-256 verifier of ${leastRounds} iterations or more (RFC 7677)`;

const instead =
	"SELECT rolname FROM pg_authid WHERE rolcanlogin AND rolpassword !~ '^SCRAM-SHA-256[$](409[6-9]|4[1-9][0-9]{2}|[5-9][0-9]{3}|[0-9]{5,}):'";

const faultOf = ({kind, iterations = leastRounds}: RolePassword): string | undefined => {
	if (kind === 'md5') return 'is stored as MD5';
	if (kind === 'other') return 'is stored as an unknown kind';
	return iterations < leastRounds
		? `is a verifier of ${iterations} iterations, which makes it quick to crack`
		: undefined;
};

export const pgPasswordHashMd5 = defineCheck({
	id: 'pg-password-hash-md5',
	title: 'No password is stored as MD5, or with few iterations',
	question: 'Is every stored password a SCRAM verifier with enough iterations?',
	why: 'An MD5 entry is enough to log in by itself and is cracked quickly. password_encryption only rules passwords that are set from now on. A SCRAM verifier of few iterations is cracked quickly too.',
	severity: 'high',
	source: shownBy('passwords'),
	needs: 'superuser, or SELECT on pg_authid: not given on managed services',
	remediation: {
		all: 'Set password_encryption to scram-sha-256, then set the password of each role named here anew (\\password in psql).',
	},
	judge: facts =>
		whenPasswordsSeen(facts, expected, instead, passwords =>
			judgeListing(passwords, expected, {
				offends: password => {
					const fault = faultOf(password);
					const {role, kind} = password;
					return fault === undefined
						? undefined
						: fail(`the password of ${role} ${fault}`, expected, {
								object: role,
								...(kind === 'scram' ? {severity: 'medium' as const} : {}),
							});
				},
				clean: `none of ${passwords.items.length} login roles has an MD5 password, or a verifier of few iterations`,
			}),
		),
	examples: {
		healthy: [
			example(),
			example({
				passwords: listed({role: 'new', kind: 'scram', iterations: 4096, equalsName: false}),
			}),
		],
		defective: [
			example({passwords: listed({role: 'quick', kind: 'scram', iterations: 4095})}),
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
