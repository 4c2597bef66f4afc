import {mkdir, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {probeRedis, said, type RedisProbe} from '../helpers/probe-redis.js';
import {
	haveRedis,
	startRedis,
	type RedisOptions,
	type RedisServer,
} from '../helpers/redis-server.js';
import {asScanner, safeUsers} from '../helpers/redis-users.js';

/** Starts a server, looks at it as the scanner, and ends it. */
const look = async (
	options: RedisOptions,
	more: Partial<RedisProbe> | 'nobody' = {},
	before: (server: RedisServer) => Promise<unknown> = () => Promise.resolve(),
): Promise<(check: string) => readonly string[]> => {
	const server = await startRedis({users: safeUsers, ...options});
	try {
		await before(server);
		const port = server.tlsPort === 0 ? server.clearPort : server.tlsPort;
		const report = await probeRedis({
			port,
			ca: server.ca,
			...(more === 'nobody' ? {} : {...asScanner, ...more}),
		});
		return check => said(report, check);
	} finally {
		await server.stop();
	}
};
const [, scanner = '', shop = ''] = safeUsers;
const open = {'protected-mode': 'no'};

describe.skipIf(!haveRedis)('a defect that was planted', () => {
	test('a default user without a password', async () => {
		const of = await look({users: [scanner, shop], settings: open});
		expect(of('redis-wire-noauth')).toEqual(['fail critical']);
		expect(of('redis-auth-required')).toEqual(['fail critical']);
		expect(of('redis-acl-nopass-users')).toEqual(['default: fail critical']);
		expect(of('redis-default-user-scope')).toEqual(['fail medium']);
		expect(of('redis-protected-mode')).toEqual(['fail high']);
	});

	test('an open server in clear is looked at without any credentials', async () => {
		const of = await look({users: [], settings: open, ports: 'clear'}, 'nobody');
		expect(of('redis-wire-noauth')).toEqual(['fail critical']);
		expect(of('redis-tls-port')).toEqual(['fail low']);
		expect(of('redis-wire-plaintext-port')[0]).toMatch(/fail high$/);
		expect(of('redis-default-user-scope')).toEqual(['fail medium']);
		expect(of('redis-tls-min')).toEqual(['not-applicable']);
	});

	test('a password is not sent to a server in clear', async () => {
		const of = await look({ports: 'clear'});
		expect(of('redis-tls-port')).toEqual(['fail high']);
		expect(of('redis-bind')).toEqual(['unknown certificate-not-verified']);
	});

	test('a port in clear beside the encrypted one', async () => {
		const of = await look({ports: 'both', settings: {bind: '0.0.0.0'}});
		expect(of('redis-tls-port')).toEqual(['fail high']);
		expect(of('redis-bind')).toEqual(['fail medium']);
	});

	test('the usual port in clear beside the encrypted one, seen without credentials', async () => {
		const host = '127.0.0.61';
		const server = await startRedis({users: safeUsers, settings: {bind: host, port: '6379'}});
		try {
			const report = await probeRedis({
				port: server.tlsPort,
				target: {endpoints: [{role: 'primary', host, port: server.tlsPort}]},
			});
			expect(said(report, 'redis-wire-plaintext-port')).toContain('port 6379: fail high');
			expect(said(report, 'redis-tls-port')).toEqual(['fail high']);
		} finally {
			await server.stop();
		}
	});

	test('users with too much', async () => {
		const users = [
			'default off',
			scanner,
			'shop_app on >x ~* &* +@all -@admin',
			'health on nopass -@all +ping',
			'jobs on nopass ~* +@all',
		];
		const of = await look({users});
		expect(of('redis-acl-dangerous')).toEqual(['shop_app: fail medium']);
		expect(of('redis-acl-channels')).toEqual(['shop_app: fail low']);
		expect(of('redis-acl-nopass-users')).toEqual(['health: fail low', 'jobs: fail critical']);
		expect(of('redis-lua-eval')).toEqual(['fail high']);
		const grave = await look({users: ['default off', scanner, 'shop_app on >x ~* +@read +config']});
		expect(grave('redis-acl-dangerous')).toEqual(['shop_app: fail high']);
	});

	test('rights that hide in a selector', async () => {
		const of = await look({
			users: ['default off', scanner, 'shop_app on >x ~shop:* -@all +get (~* +flushall)'],
		});
		expect(of('redis-acl-dangerous')).toEqual(['shop_app: fail medium']);
	});

	test('an application that is not declared, or not there, is not content', async () => {
		const users = ['default off', scanner, 'jobs on >x ~* +@all'];
		expect((await look({users}, {applications: []}))('redis-acl-dangerous')).toEqual([
			'unknown no-credentials',
		]);
		expect((await look({users}))('redis-acl-dangerous')).toEqual([
			'shop_app: unknown unexpected-reply',
		]);
	});

	test('a trivial password', async () => {
		const users = ['default off', scanner.replace(/>\S+/, '>dbvet'), shop];
		const of = await look({users}, {password: 'dbvet'});
		expect(of('redis-password-strength')).toEqual(['fail high']);
	});

	test('settings', async () => {
		const of = await look({
			settings: {
				'enable-debug-command': 'yes',
				'enable-module-command': 'local',
				'acl-pubsub-default': 'allchannels',
				'tls-protocols': '"TLSv1.1 TLSv1.2 TLSv1.3"',
				save: '',
				'tcp-keepalive': '0',
				'protected-mode': 'no',
			},
		});
		expect(of('redis-dangerous-commands')).toEqual([
			'enable-debug-command: fail high',
			'enable-module-command: fail low',
		]);
		expect(of('redis-acl-channels')).toContain('acl-pubsub-default: fail low');
		expect(of('redis-tls-min')).toEqual(['fail high']);
		expect(of('redis-persistence')).toEqual(['fail medium']);
		expect(of('redis-rdb-backup-age')).toEqual(['not-applicable']);
		expect(of('redis-maxmemory-policy')).toEqual(['fail low']);
		expect(of('redis-timeout-idle')).toEqual(['fail info']);
		expect(of('redis-protected-mode')).toEqual(['fail info']);
	});

	test('a cache that says so need not keep anything', async () => {
		const of = await look({
			settings: {save: '', maxmemory: '50mb', 'maxmemory-policy': 'allkeys-lru'},
		});
		expect(of('redis-persistence')).toEqual(['not-applicable']);
		expect(of('redis-maxmemory-policy')).toEqual(['pass']);
	});

	test('a snapshot that failed', async () => {
		const of = await look(
			{settings: {'enable-protected-configs': 'yes'}},
			{},
			async ({root, send}) => {
				const place = join(root, 'gone');
				await mkdir(place);
				await send('CONFIG', 'SET', 'dir', place);
				await rm(place, {recursive: true});
				await send('BGSAVE');
				await expect
					.poll(async () => JSON.stringify(await send('INFO', 'persistence')))
					.toContain('rdb_last_bgsave_status:err');
			},
		);
		expect(of('redis-persistence')).toEqual(['snapshot: fail high']);
		expect(of('redis-dangerous-commands')).toEqual(['enable-protected-configs: fail high']);
	});

	test('a snapshot that is two days old', async () => {
		const change = ({send}: RedisServer) => send('SET', 'shop:1', 'x');
		const now = new Date(Date.now() + 2 * 86_400_000);
		expect((await look({}, {now}, change))('redis-rdb-backup-age')).toEqual(['fail medium']);
		// Within a day of the start nobody can tell a snapshot from the start.
		expect((await look({}, {}, change))('redis-rdb-backup-age')).toEqual([
			'unknown unexpected-reply',
		]);
	});
});
