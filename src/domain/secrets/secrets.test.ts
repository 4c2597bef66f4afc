import {describe, expect, it} from 'vitest';
import {redactSecrets} from './redact.js';

const pem = (label: string, breaks = '\n'): string =>
	[
		`-----BEGIN ${label}-----`,
		'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC',
		'BKcwggSjAgEAAoIBAQC7',
		`-----END ${label}-----`,
	].join(breaks);
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJlLXNpZw';
const scram = `SCRAM-SHA-256$4096:${'c2FsdHNhbHQ'.repeat(2)}==$${'A'.repeat(43)}=:${'B'.repeat(43)}=`;

/** What goes in, and what must be gone. */
const secrets: readonly (readonly [string, string, string])[] = [
	['a PostgreSQL URL', 'postgres://app:hunter2@db.example.com/shop', 'hunter2'],
	['rediss without a user', 'rediss://:pw123@host:6379/0', 'pw123'],
	['mongodb+srv', 'mongodb+srv://app:s3cret@cluster0.example.net/x', 's3cret'],
	['amqp', 'amqp://guest:rabbit@mq:5672', 'rabbit'],
	['a password with / and @', 'mysql://app:a/b@c@db.example.com/x', 'a/b@c'],
	['a password of digits', 'postgres://app:12345@db/x', '12345'],
	['JSON', '{"user": "app", "password": "hunter2"}', 'hunter2'],
	['JSON with an escaped quote', '{"password": "hun\\"ter2"}', 'ter2'],
	['JSON in JSON', '{"env": "{\\"password\\": \\"hunter2\\"}"}', 'hunter2'],
	['a key of an export', '"MasterUserPassword": "correct horse"', 'correct horse'],
	['YAML', 'db:\n  password: hunter2\n', 'hunter2'],
	['YAML with a comment', '  password: hunter2 # old\n', 'hunter2'],
	['a YAML block', 'password: |\n  hunter2\n', 'hunter2'],
	['ini', 'password = correct horse battery\n', 'horse'],
	['an environment file', 'PGPASSWORD=a;b&c\n', 'b&c'],
	['an exported variable', 'export MYSQL_PWD=hunter2', 'hunter2'],
	['DB_PASS', 'DB_PASS=hunter2', 'hunter2'],
	['libpq settings', 'host=db user=app password=hunter2 sslmode=require', 'hunter2'],
	['libpq quoted', "host=db password='hun ter2' sslmode=require", 'ter2'],
	['ADO settings', 'Server=db;User Id=app;Password=hunter2;Encrypt=true', 'hunter2'],
	['running text', 'The scanner logs in, password is hunter2 for now', 'hunter2'],
	['.pgpass', 'db.example.com:5432:*:app:hun:ter2', 'hun:ter2'],
	['.pgpass with an IPv6 host', '\\:\\:1:5432:shop:app:hunter2', 'hunter2'],
	['an AWS secret', 'aws_secret_access_key = wJalrXUtnFEMIK7MDENGbPxRfiCYzKEY', 'wJalrXUtnFEMI'],
	['an AWS secret in JSON', '"SecretAccessKey": "wJalrXUtnFEMIK7MDENG"', 'wJalr'],
	['an unencrypted key', pem('PRIVATE KEY'), 'BKcwggSj'],
	['an encrypted key', pem('ENCRYPTED PRIVATE KEY'), 'BKcwggSj'],
	['an OpenSSH key with CRLF', pem('OPENSSH PRIVATE KEY', '\r\n'), 'BKcwggSj'],
	['a PGP key', pem('PGP PRIVATE KEY BLOCK'), 'BKcwggSj'],
	['a key in JSON', JSON.stringify({key: pem('RSA PRIVATE KEY')}), 'BKcwggSj'],
	['a key without its end', pem('RSA PRIVATE KEY').replace(/\n-----END.*/, ''), 'BKcwggSj'],
	['a web token', `cookie ${jwt} end`, 'c2lnbmF0dXJl'],
	['a bearer header', 'Authorization: Bearer abcdefghijklmnop1234', 'abcdefghijklmnop'],
	['a basic header', 'Authorization: Basic YXBwOmh1bnRlcjI=', 'YXBwOmh1bnRlcjI'],
	[
		'a SAS link',
		'https://x.blob.core.windows.net/b?sv=1&sig=abc%2Fdefghijklmnopqr%3D',
		'defghijkl',
	],
	[
		'a presigned link',
		'https://b.s3.amazonaws.com/x?X-Amz-Signature=0123456789abcdef0123',
		'0123456789abcdef',
	],
	['a storage key', 'AccountName=x;AccountKey=abcdEFGH1234+/==;', 'abcdEFGH1234'],
	['a SCRAM verifier', `app | ${scram}`, 'AAAAAAA'],
	['an md5 hash', `app,md5${'0a'.repeat(16)}`, '0a0a0a'],
	['a MySQL hash', `*${'A1'.repeat(20)}`, 'A1A1'],
	['CREATE ROLE', "CREATE ROLE app LOGIN PASSWORD 'hun''ter2';", 'ter2'],
	['ALTER ROLE in dollars', 'ALTER ROLE app PASSWORD $x$hunter2$x$;', 'hunter2'],
	['MySQL', "CREATE USER a IDENTIFIED WITH caching_sha2_password BY 'hunter2'", 'hunter2'],
	['mysql -p', 'mysql -h db -u app -phunter2 shop', 'hunter2'],
	['redis-cli -a', 'redis-cli -h cache -a hunter2 ping', 'hunter2'],
	['curl -u', 'curl -s -u app:hunter2 https://x', 'hunter2'],
	['redis.conf', 'requirepass hunter2', 'hunter2'],
	['a Redis user', 'user default on >hunter2 ~* +@all', 'hunter2'],
	['XML', '<db><password>hunter2</password></db>', 'hunter2'],
	['a container variable', '{"name": "DB_PASSWORD",\n "value": "hunter2"}', 'hunter2'],
	['a GitHub token', `x ghp_${'a1'.repeat(18)}`, 'a1a1a1'],
	['letters outside ASCII', 'password: pässwörd1', 'wörd1'],
	['more than a thousand characters', `password = "${'ab1'.repeat(2000)}"`, 'ab1ab1'],
];

const harmless: readonly (readonly [string, string])[] = [
	['a setting of PostgreSQL', 'password_encryption = scram-sha-256\n'],
	['a line of pg_hba.conf', 'hostssl all all 0.0.0.0/0 scram-sha-256'],
	['prose', 'Password: must be changed every 90 days, and the token expires.'],
	['a rule', 'The password is never shared; secrets live in a vault.'],
	['a masked value', '"MasterUserPassword": "****"'],
	['a variable', 'PGPASSWORD=${DB_PASSWORD}'],
	['a template', 'password: {{ .Values.password }}'],
	['an element', 'postgres://app:<password>@host/x'],
	['the place of a secret', '"password": "arn:aws:secretsmanager:eu-west-1:1:secret:x"'],
	['a file', 'password: /run/secrets/db'],
	['a boolean', '"ManageMasterUserPassword": true, "password": null'],
	['a URL without a password', 'https://db.example.com:5432/path?mail=a@b.example'],
	['a user without a password', 'postgres://app@db.example.com:5432/shop'],
	['a time', '2026-11-22T12:30:45 db: connection from 10.0.0.1:5432:shop'],
	['a certificate', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'],
	['a public key', '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----'],
	['a hash', `sha256 ${'ab'.repeat(32)} md5sum`],
	['a page token', '"NextToken": null'],
	['a count', '{"pass": 41, "fail": 2}'],
];

describe('redactSecrets', () => {
	it.each(secrets)('takes out %s', (_name, text, gone) => {
		const result = redactSecrets(text);
		expect(result.text).not.toContain(gone);
		expect(result.redacted.length).toBeGreaterThan(0);
		expect(result.text.split('\n')).toHaveLength(text.split('\n').length);
		// What was redacted once is redacted no further.
		expect(redactSecrets(result.text)).toEqual({text: result.text, redacted: []});
	});

	it.each(harmless)('leaves %s alone', (_name, text) => {
		expect(redactSecrets(text)).toEqual({text, redacted: []});
	});

	it('tells kind and line, and keeps every other line as it was', () => {
		const text = `one\r\n${pem('PRIVATE KEY', '\r\n')}\r\nsix\r\npostgres://a:hunter2@h/x\r\n`;
		const result = redactSecrets(text);
		expect(result.redacted).toEqual([
			{kind: 'private key', line: 2},
			{kind: 'password in a URL', line: 7},
		]);
		expect(result.text).toBe(
			'one\r\n[redacted: private key]\r\n\r\n\r\n\r\nsix\r\npostgres://a:[redacted: password in a URL]@h/x\r\n',
		);
	});

	it('gives markers whose length says nothing about the secret', () => {
		const marked = (secret: string): string => redactSecrets(`password=${secret}`).text;
		expect(marked('hunter2')).toBe(marked('a-much-longer-one-2'));
	});

	it('finds ten thousand', () => {
		const text = 'postgres://app:s3cret@db/x\n'.repeat(10_000);
		const result = redactSecrets(text);
		expect(result.redacted).toHaveLength(10_000);
		expect(result.redacted.at(-1)).toEqual({kind: 'password in a URL', line: 10_000});
		expect(result.text).not.toContain('s3cret');
	});
});
