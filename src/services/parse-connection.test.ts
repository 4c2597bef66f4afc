import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {UserError} from '../domain/errors.js';
import {parseConnection, parseEndpoint, parseIdentity} from './parse-connection.js';

describe('parseConnection', () => {
	test('reads user, host, port and database', () => {
		expect(parseConnection('postgres://app@db.example.com:6432/shop')).toEqual({
			engine: 'postgresql',
			endpoint: {role: 'primary', host: 'db.example.com', port: 6432},
			scanner: {role: 'scanner', user: 'app', database: 'shop'},
		});
	});

	test('takes default ports, IPv6 and escaped names', () => {
		expect(parseConnection('postgresql://a%40b@[::1]/x%2Fy')).toEqual({
			engine: 'postgresql',
			endpoint: {role: 'primary', host: '::1', port: 5432},
			scanner: {role: 'scanner', user: 'a@b', database: 'x/y'},
		});
		expect(parseConnection('rediss://cache').endpoint.port).toBe(6379);
	});

	test('a database that is not named is the user, as in libpq', () => {
		expect(parseConnection('postgres://app@h').scanner?.database).toBe('app');
	});

	test('Redis and Valkey number their databases, and TLS is found out by the probe', () => {
		expect(parseConnection('rediss://dbvet@cache:6380').scanner).toEqual({
			role: 'scanner',
			user: 'dbvet',
			database: '0',
		});
		expect(parseConnection('valkeys://dbvet@cache/3')).toMatchObject({
			engine: 'valkey',
			endpoint: {port: 6379},
			scanner: {database: '3'},
		});
		expect(parseConnection('redis://cache').scanner).toBeUndefined();
		expect(() => parseConnection('redis://dbvet@cache/sessions')).toThrow(/they have numbers/);
	});

	test.each([
		'postgres://app:hunter2@h/db',
		'postgres://app@h/db?password=hunter2',
		'postgres://app@h/db?sslpassword=hunter2',
	])('refuses a password and does not repeat it: %s', url => {
		let message = '';
		try {
			parseConnection(url);
		} catch (error) {
			expect(error).toBeInstanceOf(UserError);
			message = [(error as UserError).message, ...(error as UserError).next].join(' ');
		}
		expect(message).toContain('--password-env');
		expect(message).not.toContain('hunter2');
	});

	test.each([
		['mysql:///shop', 'mysql://USER@HOST:3306/DATABASE'],
		['rediss://', 'rediss://USER@HOST:6379/DATABASE'],
		['postgres:///shop', 'postgres://USER@HOST:5432/DATABASE'],
	])('says how %s is written with a host', (url, right) => {
		try {
			parseConnection(url);
			expect.unreachable();
		} catch (error) {
			expect((error as UserError).next.join(' ')).toContain(right);
		}
	});

	test.each(['http://h', 'postgres://', 'not a url', 'postgres://u:p ss@h:99999/x'])(
		'refuses %s without a stack and without the password',
		url => {
			expect(() => parseConnection(url)).toThrow(UserError);
			try {
				parseConnection(url);
			} catch (error) {
				expect((error as Error).message).not.toContain('p ss');
			}
		},
	);
});

test('parseEndpoint reads host and port, IPv6 in brackets', () => {
	expect(parseEndpoint('replica', '[::1]:6543', 5432, 'postgresql')).toEqual({
		role: 'replica',
		host: '::1',
		port: 6543,
	});
	expect(parseEndpoint('pooler', 'p.example.com', 5432, 'postgresql').port).toBe(5432);
	for (const wrong of ['', 'a b:1', 'h:0', 'h:70000', '::1:5432']) {
		expect(() => parseEndpoint('replica', wrong, 5432, 'postgresql')).toThrow(UserError);
	}
});

test('parseIdentity reads ROLE=USER/DATABASE', () => {
	expect(parseIdentity('application=app/shop')).toEqual({
		role: 'application',
		user: 'app',
		database: 'shop',
	});
	for (const wrong of [
		'app/shop',
		'scanner=a/b',
		'application=app',
		'application=/b',
		'application=mysql://a:b@h/d',
	]) {
		expect(() => parseIdentity(wrong)).toThrow(UserError);
	}
});

const complaintOf = (url: string): string => {
	try {
		parseConnection(url);
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return [error.message, ...error.next].join('\n');
	}
	return '';
};

describe('a password in the URL is never repeated', () => {
	const schemes = ['postgres', 'postgresql', 'mysql', 'mariadb', 'redis', 'rediss', 'valkey'];
	const always = complaintOf('postgres://app:hunter2@h/db');
	const printable = fc.string({unit: 'grapheme', minLength: 1, maxLength: 40});

	test.each(['Sup3r/Secret', 'Sup3r?Secret', 'Sup3r#Secret', '12/Secret', '99999/S', 'a@b', 'a b'])(
		'%s',
		password => {
			expect(always).toContain('The URL holds a password.');
			for (const scheme of schemes)
				expect(complaintOf(`${scheme}://app:${password}@host:5432/db`)).toBe(always);
		},
	);

	test.each(['password', 'PASSWORD', 'sslpassword', 'scram_client_key', 'oauth_client_secret'])(
		'parameter %s',
		name => {
			expect(complaintOf(`postgres://app@h/db?connect_timeout=1&${name}=hunter2`)).toBe(always);
			expect(complaintOf(`postgres://app@h/db#${name}=hunter2`)).toBe(always);
		},
	);

	test('the name of a file is no password', () => {
		expect(complaintOf('postgres://app@h/db?passfile=/home/app/.pgpass')).toBe('');
		expect(complaintOf('postgres://app:@h/db')).toBe('');
	});

	test('for every password the message is the same, behind a login and among the parameters', () => {
		fc.assert(
			fc.property(fc.constantFrom(...schemes), printable, (scheme, password) => {
				expect(complaintOf(`${scheme}://app:${password}@host/db`)).toBe(always);
				expect(complaintOf(`${scheme}://:${password}@host`)).toBe(always);
				expect(complaintOf(`${scheme}://app@host/db?Password=${password}`)).toBe(always);
			}),
		);
	});

	test('nor where the host was forgotten or the scheme is unknown', () => {
		fc.assert(
			fc.property(fc.string({unit: 'grapheme', minLength: 4}), password => {
				fc.pre(!/^[/?#\d]/.test(password) && !always.includes(password));
				const bare = complaintOf(`postgres://app:secret${password}`);
				expect(bare).not.toContain(`secret${password}`);
				expect(complaintOf(`foo://app:${password}@h/x`)).toBe(always);
			}),
		);
	});
});
