import {describe, expect, it} from 'vitest';
import {redactSecrets} from './redact.js';

const megabyte = 1024 * 1024;

/** Each keeps a rule or a reader busy: what repeats begins a match that never ends, or ends late. */
const units: readonly string[] = [
	'a',
	'*:*:a:b:\n',
	'password: a,',
	'kennwort:',
	'machine a login b ',
	'sshpass -p ',
	'--password a',
	'$argon2id$v=19$m=1,t=1,p=1$aaaa$',
	'Private-Lines: 1\n',
	`${'QUFB'.repeat(19)}\n`,
	'kind: Secret\ndata:\n  a: b\n',
	'kind: Secret "\\"\n',
	'{"kind": "Secret", "data": ',
	'password="a" -> ',
	'password = "',
	'"a" "b',
	'("password",',
	'password] ',
	'passwords: ["a',
	'a:b@tcp',
	'redis-cli a ',
	"aes_encrypt('a',",
	'| password ',
	'**password**:',
	'password</td> ',
	'- --password\n',
	'\u001b[1',
	'{"value": "a", "name": ',
	'{"value": "\\\\"',
	'variable "db_password" {\n',
	'"a": [{',
	'= value',
	'value:\n ',
	'- value: a\n',
	'<a value="',
	'<a value=',
	'a password="x',
	'a,password\n',
	'user\tpassword\n',
	'| password |\n|---|---|\n',
	'-- --\n',
	'ENV a_password ',
	'a.password ',
	'a_password\n',
	'random_password result = "a" ',
];

/** What begins a secret that has no end. */
const openings: readonly string[] = ['password="', "password '", 'bearer ', 'db:5432:*:app:'];

describe('redactSecrets', () => {
	it.each(units)(
		'comes to an end with a megabyte of %j',
		unit => {
			// A rule whose time grows with the square of the length would take longer than any test may.
			expect(typeof redactSecrets(unit.repeat(Math.floor(megabyte / unit.length))).text).toBe(
				'string',
			);
		},
		60_000,
	);

	it.each(openings)(
		'does not run out of stack in one line of 10 MB behind %j',
		opening => {
			const {text} = redactSecrets(opening + 'a'.repeat(10 * megabyte));
			expect(text.length).toBeLessThan(200);
		},
		60_000,
	);
});
