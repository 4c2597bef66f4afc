import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {UserError} from '../domain/errors.js';
import {changeTarget} from './change-target.js';
import {databaseNameOf, unescaped, userOf} from './connection-names.js';
import {grantRequest} from './grants/request.js';
import {parseConnection, parseIdentity} from './parse-connection.js';

const refused = (act: () => unknown): string => {
	try {
		act();
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return [error.message, ...error.next].join('\n');
	}
	return 'it was accepted';
};

const target = {
	id: 't-0000000001',
	name: 'prod',
	kind: 'database',
	engine: 'postgresql',
	createdAt: '2026-11-22T03:00:00.000Z',
	endpoints: [{role: 'primary', host: 'h', port: 5432}],
	identities: [{role: 'scanner', user: 'dbvet', database: 'shop'}],
	verification: {},
} as const;

const logins = [
	'app:S3creTpw',
	'app%3AS3creTpw',
	'app%253aS3creTpw',
	'app\\:S3creTpw',
	'app : S3creTpw',
	'app：S3creTpw',
	':S3creTpw',
	'app password=S3creTpw',
];

describe('a password behind a user is neither taken nor repeated', () => {
	test.each(logins)('%s', login => {
		for (const act of [
			() => parseIdentity(`application=${login}/shop`),
			() => parseIdentity(`reporting=app/shop ${login}`),
			() => changeTarget(target, {}, login),
			() => grantRequest('self-managed', {user: login, databases: ['shop']}, undefined),
			() => parseConnection(`postgres://${encodeURIComponent(login)}@h/db`),
			() => parseConnection(`postgres://h/${encodeURIComponent(login)}`),
			() => parseConnection(`postgres://${encodeURIComponent(`${login}@h`)}/db`),
		]) {
			const said = refused(act);
			expect(said).toContain('password');
			expect(said).toContain('--password-env');
			expect(said).not.toContain('S3creTpw');
		}
	});

	test('with a slash in it', () => {
		for (const act of [
			() => parseIdentity('application=app:S3cre/Tpw/shop'),
			() => parseIdentity('application=app/S3creTpw@h/db'),
			() => parseConnection('postgres://app%3AS3cre/Tpw@h/db'),
		])
			expect(refused(act)).toMatch(/^The (user|database|URL) .*holds? a password/);
	});

	test('whatever it is', () => {
		fc.assert(
			fc.property(fc.string({unit: 'grapheme', minLength: 8}), password => {
				const always = refused(() => userOf('app:x'));
				expect(refused(() => userOf(`app:${password}`))).toBe(always);
				expect(refused(() => userOf(encodeURIComponent(`app:${password}`)))).toBe(always);
			}),
		);
	});
});

test('names with other odd characters are taken as they are', () => {
	for (const name of ['app@server', 'DOMAIN\\app', 'an app', '100%', 'a%zz', 'grün', 'a=b'])
		expect(userOf(name)).toBe(name);
	for (const name of ['shop/old', 'a@b', 'my shop']) expect(databaseNameOf(name)).toBe(name);
});

test('escapes are taken off however often, and no text takes long', () => {
	expect(unescaped('a%25253Ab')).toBe('a:b');
	expect(unescaped('50% of %C3 %zz')).toBe('50% of %C3 %zz');
	const start = performance.now();
	unescaped('%25'.repeat(100_000));
	expect(performance.now() - start).toBeLessThan(2_000);
});
