import {expect, test} from 'vitest';
import type {DatabaseTarget} from '../domain/target.js';
import {parseConnection, parseEndpoint} from './parse-connection.js';
import {probeable} from './probeable.js';

const refusal = (act: () => unknown): string => {
	try {
		act();
	} catch (error) {
		return String(error);
	}
	return '';
};

for (const [url, path] of [
	['postgres://scan@%2Ftmp%2Fx:5432/postgres', '/tmp/x'],
	['postgres://scan@%252Ftmp%252Fx/postgres', '/tmp/x'],
	['postgres://scan@db.example.com/shop?host=/var/run/postgresql', '/var/run/postgresql'],
	['postgres:///shop?sslmode=prefer&host=%2Ftmp', '/tmp'],
	['postgres://scan@/shop?host=@abstract', '@abstract'],
	['mysql://scan@localhost/shop?socket=/run/mysqld/mysqld.sock', '/run/mysqld/mysqld.sock'],
	['mariadb://scan@localhost/shop?unix_socket=%2Frun%2Fm.sock#x', '/run/m.sock'],
	['mysql://scan@unix(/run/m.sock)/shop', 'unix('],
	['unix:///run/redis/redis.sock', '/run/redis/redis.sock'],
	['redis+unix://scan@/run/redis.sock?db=1', '/run/redis.sock'],
	['valkey+socket:///run/valkey.sock', '/run/valkey.sock'],
	['redis-socket:///run/redis.sock', '/run/redis.sock'],
	['redis://%2Frun%2Fredis.sock', '/run/redis.sock'],
] as const)
	test(`${url} is refused as the socket that it is`, () => {
		expect(refusal(() => parseConnection(url))).toContain(`"${path}" is the path of a Unix socket`);
	});

test('a replica and a pooler can be no socket either', () => {
	expect(refusal(() => parseEndpoint('replica', '%2Ftmp%2Fx:5432', 5432))).toContain('"/tmp/x');
	expect(refusal(() => parseEndpoint('pooler', '/tmp/x', 5432))).toContain('is the path');
});

test('a password is refused first, and is not repeated', () => {
	const said = refusal(() => parseConnection('postgres://scan:s3cret99@%2Ftmp/x'));
	expect(said).toContain('holds a password');
	expect(said).not.toContain('s3cret99');
});

test('addresses, names and other settings are no sockets', () => {
	for (const url of [
		'postgres://scan@db.example.com/a%2Fb?host=other.example.com&options=/x',
		'redis://cache/0',
		'mysql://scan@[::1]/shop?charset=utf8',
		'postgres://scan@unix.example.com/shop',
	])
		expect(refusal(() => parseConnection(url))).toBe('');
});

test('a target that was recorded with a socket is told so, and how to replace it', () => {
	const target: DatabaseTarget = {
		id: 't-0123456789',
		name: 'sock',
		createdAt: '2026-01-01T00:00:00.000Z',
		kind: 'database',
		engine: 'postgresql',
		endpoints: [{role: 'primary', host: '/tmp/x', port: 5432}],
		identities: [],
		verification: {},
	};
	expect(() => probeable(target)).toThrow('"/tmp/x" is the path of a Unix socket');
	const other = {...target, endpoints: [{role: 'primary', host: 'db', port: 5432}]} as const;
	expect(probeable(other)).toBe(other);
});
