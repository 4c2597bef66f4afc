import {rule, type SecretRule} from './rule.js';

/** Digests of passwords: who has one can guess the password at home, and with some of them log in as it is. */
export const hashRules: readonly SecretRule[] = [
	rule(
		'SCRAM verifier',
		String.raw`(?<secret>SCRAM-SHA-(?:1|256|512)\$\d{1,9}:[\w+/=]{8,200}\$[\w+/=]{20,200}:[\w+/=]{20,200})`,
	),
	rule(
		'SCRAM verifier',
		String.raw`\b(?:stored|server)_?key\\?["']?[ \t]{0,8}[:=][ \t]{0,8}\\?["']?(?<secret>[A-Za-z0-9+/]{27}=|[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{86}==)`,
		'i',
	),
	rule('MD5 password hash', String.raw`(?<![\w])(?<secret>md5[0-9a-f]{32})(?![0-9a-f])`, 'i'),
	rule('MySQL password hash', String.raw`(?<![\w*])(?<secret>\*[0-9A-F]{40})(?![0-9A-F])`),
	rule('MySQL password hash', String.raw`(?<secret>\$A\$005\$[^\r\n'"]{20,100})`),
	rule('MySQL password hash', String.raw`(?<secret>0x24412430303524[0-9A-F]{40,200})`, 'i'),
	rule('bcrypt password hash', String.raw`(?<secret>\$2[abxy]?\$\d\d\$[./A-Za-z0-9]{53})`),
	rule(
		'Argon2 password hash',
		String.raw`(?<secret>\$argon2(?:id|i|d)\$(?:v=\d{1,4}\$)?[\w=,]{5,60}\$[\w+/=-]{4,200}\$[\w+/=-]{16,400})`,
	),
	rule(
		'password hash of crypt',
		String.raw`(?<secret>\$(?:[1567y]|gy|sm3|apr1|scrypt)\$(?:rounds=\d{1,9}\$)?[./\w=,+-]{1,80}\$(?:[./\w=+-]{1,80}\$)?[./\w+-]{20,128})`,
	),
	rule(
		'PBKDF2 password hash',
		String.raw`(?<secret>(?:\$|\{)?pbkdf2[_:-]?(?:hmac[_:-])?sha-?\d{1,3}[$:}]{1,2}\d{1,9}[$:][\w+/=.-]{4,200}[$:][\w+/=.-]{16,400})`,
		'i',
	),
	rule(
		'scrypt password hash',
		String.raw`(?<secret>scrypt:\d{1,9}:\d{1,4}:\d{1,4}\$[\w+/=-]{4,200}\$[0-9a-f]{32,256})`,
	),
	rule(
		'password hash of a directory',
		String.raw`(?<secret>\{S?(?:SHA|MD5|SHA256|SHA512)\}[\w+/]{20,200}={0,2})`,
	),
	rule(
		'WordPress password hash',
		String.raw`(?<![\w$])(?<secret>\$[PH]\$[./A-Za-z0-9]{31})(?![./\w])`,
	),
];
