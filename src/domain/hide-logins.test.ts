import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {hideLogins, isSecretName, quotedWord} from './hide-logins.js';

const printable = fc.string({unit: 'grapheme-ascii', minLength: 4, maxLength: 40});

describe('hideLogins', () => {
	test.each([
		['postgres://app:Sup3r/Secret@host/db is bad', 'postgres://app:…@host/db is bad'],
		['mysql://app:a b?c#d@host', 'mysql://app:…@host'],
		['rediss://:12/34@host', 'rediss://:…@host'],
		['postgres://app:p@ss@host', 'postgres://app:…@host'],
		['No /home/me/postgres:/app:S3c/ret@h/db here', 'No /home/me/postgres:/app:…@h/db here'],
	])('%s', (text, shown) => {
		expect(hideLogins(text)).toBe(shown);
	});

	test.each([
		'Write it as postgres://USER@HOST:5432/DATABASE, without a password.',
		'dbvet target add prod postgres://dbvet@h:5432/shop --as application=a@b',
		'See https://example.com:8443/docs or write to help@example.com',
		'At 12:30 by a@b',
		'Written to file:/srv/dbvet/12:30 by help@example.com',
	])('leaves %s', text => {
		expect(hideLogins(text)).toBe(text);
	});

	test('whatever the password is, the text is the same', () => {
		fc.assert(
			fc.property(printable, password => {
				expect(hideLogins(`Not so: postgres://app:x${password}@host/db`)).toBe(
					'Not so: postgres://app:…@host/db',
				);
			}),
		);
	});

	test('no text takes long', () => {
		const start = performance.now();
		for (const part of ['a://b:', 'ab://c:1', ':@', 'ab://'])
			hideLogins(part.repeat(Math.floor(100_000 / part.length)));
		expect(performance.now() - start).toBeLessThan(2_000);
	});
});

test.each([
	'password',
	'PASSWORD',
	'sslpassword',
	'scram_client_key',
	'oauth_client_secret',
	'pwd',
])('%s is a secret', name => {
	expect(isSecretName(name)).toBe(true);
});

test.each(['passfile', 'sslkey', 'sslrootcert', 'user', 'application_name', 'bypass'])(
	'%s is none',
	name => {
		expect(isSecretName(name)).toBe(false);
	},
);

test('a word is repeated only where no password may stand in it', () => {
	expect(quotedWord('prdo')).toBe('"prdo"');
	expect(quotedWord('a\u001b[31m')).not.toContain('\u001b');
	for (const word of [
		'app:Sup3r/Secret@h/db',
		'postgres:app:Secret@h',
		'host=h password=Secret',
		'postgres://app:Secret',
	])
		expect(quotedWord(word)).not.toContain('Secret');
});
