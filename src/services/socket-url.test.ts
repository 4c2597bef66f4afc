import {expect, test} from 'vitest';
import {parseConnection, parseEndpoint} from './parse-connection.js';
import {urlNotes} from './url-notes.js';

const refusal = (act: () => unknown): string => {
	try {
		act();
	} catch (error) {
		return String(error);
	}
	return '';
};

/** The endpoint and the login that a URL means: `path user/database`. */
const read = (url: string, socket?: string): string => {
	const {engine, endpoint, scanner} = parseConnection(url, socket);
	const login = scanner === undefined ? '' : ` ${scanner.user}/${scanner.database}`;
	return `${engine} ${endpoint.host} ${endpoint.port}${login}`;
};

test.each([
	['postgres:///shop?host=/var/run/postgresql&user=scan', '/var/run/postgresql/.s.PGSQL.5432 5432'],
	['postgres://scan@%2Fvar%2Frun%2Fpostgresql:5433/shop', '/var/run/postgresql/.s.PGSQL.5433 5433'],
	['postgres://scan@%252Ftmp%252Fx/shop', '/tmp/x/.s.PGSQL.5432 5432'],
	['postgresql://scan@db.example.com/shop?host=/tmp/&port=6000', '/tmp/.s.PGSQL.6000 6000'],
	['postgres:///x?sslmode=prefer&dbname=shop&host=%2Ftmp&user=scan', '/tmp/.s.PGSQL.5432 5432'],
	['postgres://scan@/shop?host=/tmp/.s.PGSQL.7000', '/tmp/.s.PGSQL.7000 7000'],
	['postgresql+unix:///tmp?user=scan&dbname=shop', '/tmp/.s.PGSQL.5432 5432'],
])('%s is a socket of PostgreSQL', (url, place) => {
	expect(read(url)).toBe(`postgresql ${place} scan/shop`);
});

test.each([
	[
		'mysql://scan@localhost/shop?socket=/run/mysqld/mysqld.sock',
		'mysql',
		'/run/mysqld/mysqld.sock',
	],
	['mariadb://scan@localhost/shop?unix_socket=%2Frun%2Fm.sock#x', 'mariadb', '/run/m.sock'],
	['mysql://scan@unix(/run/m.sock)/shop', 'mysql', '/run/m.sock'],
	['mysql://scan@localhost:/run/mysqld/m.sock?db=shop', 'mysql', '/run/mysqld/m.sock'],
	['mysql://scan@%2Frun%2Fm.sock/shop', 'mysql', '/run/m.sock'],
	['mysql://scan@/shop?socketPath=/run/a+b.sock', 'mysql', '/run/a+b.sock'],
])('%s is a socket of MySQL', (url, engine, path) => {
	expect(read(url)).toBe(`${engine} ${path} 3306 scan/shop`);
});

test.each([
	['unix:///run/redis/redis.sock', 'redis /run/redis/redis.sock 6379'],
	['unix://scan@/run/redis.sock?db=2', 'redis /run/redis.sock 6379 scan/2'],
	['redis+unix://scan@localhost/run/redis.sock?db=1', 'redis /run/redis.sock 6379 scan/1'],
	['valkey+socket:///run/valkey.sock', 'valkey /run/valkey.sock 6379'],
	['redis-socket:///run/redis.sock?user=scan&database=3', 'redis /run/redis.sock 6379 scan/3'],
	['redis://%2Frun%2Fredis.sock', 'redis /run/redis.sock 6379'],
	['unix:///run/a@b.sock', 'redis /run/a@b.sock 6379'],
])('%s is a socket of Redis', (url, expected) => {
	expect(read(url)).toBe(expected);
});

test.each([
	['postgres://scan@/shop', '/tmp', 'postgresql /tmp/.s.PGSQL.5432 5432 scan/shop'],
	['postgres://scan@:5433/shop', '/tmp', 'postgresql /tmp/.s.PGSQL.5433 5433 scan/shop'],
	['redis://', '/run/r.sock', 'redis /run/r.sock 6379'],
	['mysql://scan@/shop', '/run/m.sock', 'mysql /run/m.sock 3306 scan/shop'],
	// With a host it is the address that is looked at beside the socket.
	['mysql://scan@db/shop', '/run/m.sock', 'mysql db 3306 scan/shop'],
])('%s with --socket %s', (url, socket, expected) => {
	expect(read(url, socket)).toBe(expected);
});

test('a replica and a pooler may be sockets', () => {
	const host = (text: string): string => parseEndpoint('pooler', text, 5432, 'postgresql').host;
	expect(host('/run/pgbouncer:6432')).toBe('/run/pgbouncer/.s.PGSQL.6432');
	expect(host('%2Ftmp')).toBe('/tmp/.s.PGSQL.5432');
	expect(parseEndpoint('replica', '/run/a:1.sock', 6379, 'redis').host).toBe('/run/a:1.sock');
});

test.each([
	['postgres://scan@/shop?host=@abstract', 'is an abstract socket'],
	['redis+unix://run/redis.sock', 'is no absolute path'],
	['mysql://scan@/shop?socket=./m.sock', 'is no absolute path'],
	['postgres://scan@/shop?host=/tmp,/run', 'names several hosts'],
	['unix://', 'names no socket'],
	[`unix:///${'x'.repeat(107)}`, 'is longer than'],
	['unix:///run/a%0Ab.sock', 'holds control characters'],
	['postgres://scan@/shop?host=/tmp&port=70000', 'Port 70000 is out of range'],
	['postgres://scan@/shop?host=/tmp&port=x', 'is out of range'],
	['oracle://scan@/shop?host=/tmp', 'does not know "oracle" URLs'],
	['unixs:///run/r.sock', 'does not know "unixs" URLs'],
	['mysql://scan@localhost:/shop', ''],
])('%s: %s', (url, message) => {
	expect(refusal(() => parseConnection(url))).toContain(message);
});

test('a password is refused first, and is not repeated', () => {
	for (const url of [
		'postgres://scan:s3cret99@%2Ftmp/x',
		'unix://:s3cret99@/run/r.sock',
		'unix:///run/r.sock?password=s3cret99',
		'mysql://scan:s3cret99@localhost:/run/m.sock',
	]) {
		const said = refusal(() => parseConnection(url));
		expect(said, url).toContain('holds a password');
		expect(said).not.toContain('s3cret99');
	}
});

test('the socket is named once', () => {
	expect(refusal(() => parseConnection('unix:///a.sock', '/b.sock'))).toContain(
		'both name a socket',
	);
});

test('addresses, names and other settings are no sockets', () => {
	for (const [url, host] of [
		['postgres://scan@db.example.com/a%2Fb?host=other.example.com&options=/x', 'db.example.com'],
		['redis://cache/0', 'cache'],
		['mysql://scan@[::1]/shop?charset=utf8', '::1'],
		['mysql://scan@localhost:/shop', 'localhost'],
		['postgres://scan@unix.example.com/shop', 'unix.example.com'],
	] as const)
		expect(parseConnection(url).endpoint.host).toBe(host);
});

test('what a socket’s URL says is taken without a remark', () => {
	expect(urlNotes('postgres:///shop?host=/tmp&user=scan&port=1&sslmode=require')).toEqual([]);
	expect(urlNotes('postgres://scan@db/shop?host=other')).toHaveLength(1);
});
