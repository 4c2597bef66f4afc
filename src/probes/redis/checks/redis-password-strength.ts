import {seen, unseen} from '../../engine/check.js';
import {fail, pass, whenSeen} from '../../engine/verdicts.js';
import {blind, example} from '../examples.js';
import {redisCheck} from '../kit.js';

/**
 * Redis answers some hundred thousand guesses a second, because it keeps a plain SHA-256 of each password and locks nobody
 * out; its manual asks for long random passwords (ACL GENPASS makes 64 hexadecimal digits). 16 is the least that is let pass.
 */
const leastLength = 16;
const expected = `a password of at least ${leastLength} characters that is no name`;

export const redisPasswordStrength = redisCheck({
	id: 'redis-password-strength',
	title: 'The scanner’s password is no trivial one',
	question: 'Is the password that dbvet was given long, and not a name?',
	why: 'Redis checks hundreds of thousands of passwords a second and locks nobody out. Only this one password is looked at; dbvet guesses no other.',
	severity: 'high',
	scope: 'server',
	source: 'The password that dbvet was given, measured where dbvet runs',
	needs: 'the scanner’s own password',
	remediation: {
		all: 'ACL GENPASS, then ACL SETUSER name resetpass >THAT; keep it in a secret store.',
	},
	judge: ({ownPassword}) =>
		whenSeen(ownPassword, expected, ({length, isName}) => {
			if (isName) return [fail('the password is the name of its user or of the product', expected)];
			return [
				length < leastLength
					? fail(`the password has fewer than ${leastLength} characters`, expected)
					: pass(`the password has at least ${leastLength} characters`, expected),
			];
		}),
	examples: {
		healthy: [example()],
		defective: [
			example({ownPassword: seen({length: 5, isName: true})}),
			example({ownPassword: seen({length: 15, isName: false})}),
		],
		blind: [blind, example({ownPassword: unseen('no-credentials')})],
	},
});
