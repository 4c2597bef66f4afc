import {chmod} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {probeSocket, saidOf} from '../helpers/probe-socket.js';
import {haveRedis, startRedis, type RedisServer} from '../helpers/redis-server.js';

const password = 'a-password-of-the-scanner';

describe.skipIf(!haveRedis)('Redis over its socket', () => {
	let open: RedisServer;
	let closed: RedisServer;
	const path = ({root}: RedisServer): string => join(root, 's');

	beforeAll(async () => {
		[open, closed] = await Promise.all([
			startRedis({ports: 'clear', settings: {unixsocketperm: '777'}}),
			startRedis({
				settings: {port: '0', 'tls-port': '0', unixsocketperm: '770'},
				users: [
					'default off',
					`dbvet on >${password} -@all +ping +info +config|get +acl|list +acl|whoami +client|list +command|info`,
				],
			}),
		]);
		await chmod(open.root, 0o755);
	});
	afterAll(async () => {
		await Promise.all([open.stop(), closed.stop()]);
	});

	test('a server that asks nobody to log in is found, worse where every user may connect', async () => {
		const report = await probeSocket({engine: 'redis', path: path(open)});
		expect(report).toMatchObject({status: 'complete', connections: 1});
		expect(saidOf(report, 'redis-wire-noauth')).toEqual(['fail critical']);
		expect(saidOf(report, 'redis-auth-required')).toEqual(['fail critical']);
		for (const check of ['tls-offered', 'redis-wire-plaintext-port'])
			expect(saidOf(report, check), check).toEqual(['unknown address-not-declared']);
		await chmod(open.root, 0o700);
		const kept = await probeSocket({engine: 'redis', path: path(open)});
		expect(saidOf(kept, 'redis-wire-noauth')).toEqual(['fail medium']);
	});

	test('a server with a login and no port passes, and claims no TLS', async () => {
		const report = await probeSocket({
			engine: 'redis',
			path: path(closed),
			user: 'dbvet',
			password,
		});
		expect(report).toMatchObject({status: 'complete', connections: 1, asked: 1});
		expect(saidOf(report, 'redis-wire-noauth')).toEqual(['pass']);
		expect(saidOf(report, 'redis-auth-required')).toEqual(['pass']);
		for (const check of [
			'tls-offered',
			'redis-tls-port',
			'redis-wire-plaintext-port',
			'redis-bind',
		])
			expect(saidOf(report, check), check).toEqual(['not-applicable']);
	});

	test('a login that is refused leaves TLS unknown', async () => {
		const report = await probeSocket({
			engine: 'redis',
			path: path(closed),
			user: 'dbvet',
			password: 'wrong',
		});
		expect(report).toMatchObject({status: 'partial', reason: 'authentication-failed'});
		expect(saidOf(report, 'tls-offered')).toEqual(['unknown authentication-failed']);
	});
});
