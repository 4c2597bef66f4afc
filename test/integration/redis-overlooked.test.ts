import {connect} from 'node:net';
import {mkdtemp, rm} from 'node:fs/promises';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {dataCommands, messages} from '../../src/probes/redis/judge/acl-data.js';
import {command} from '../../src/probes/wire/resp.js';
import {probeRedis, said} from '../helpers/probe-redis.js';
import {haveRedis, startRedis, type RedisServer} from '../helpers/redis-server.js';
import {asScanner, safeUsers, scannerPassword} from '../helpers/redis-users.js';

/** A copy of everything as tools make it, which say nothing of a port of their own. */
const copyOf = (port: number, user: string, password: string): {readonly stop: () => void} => {
	const socket = connect(port, '127.0.0.1');
	socket.on('error', () => undefined);
	// Redis refuses PSYNC while an answer is still on its way.
	socket.once('data', () => {
		socket.resume();
		socket.write(command('PSYNC', '?', '-1'));
	});
	socket.write(command('AUTH', user, password));
	const timer = setInterval(() => socket.write(command('REPLCONF', 'ACK', '1')), 200);
	return {
		stop: () => {
			clearInterval(timer);
			socket.destroy();
		},
	};
};

describe.skipIf(!haveRedis)('what looks well at first', () => {
	let server: RedisServer;
	let folder: string;
	const look = () => probeRedis({port: server.tlsPort, ca: server.ca, ...asScanner});

	beforeAll(async () => {
		folder = await mkdtemp('/dev/shm/dbvet-');
		server = await startRedis({
			ports: 'both',
			settings: {dir: folder, 'repl-diskless-sync': 'no'},
			users: [
				...safeUsers.filter(rule => !rule.startsWith('default')),
				'default on >a-long-default-password ~* resetchannels -@all +@sortedset +@stream -@dangerous',
				'chat on nopass resetkeys &* -@all +@pubsub',
				'lua on nopass resetkeys resetchannels -@all +eval',
				'health on nopass resetkeys &* -@all +ping',
				'copier on >copier-password -@all +psync +replconf',
			],
		});
	});
	afterAll(async () => {
		await server.stop();
		await rm(folder, {recursive: true, force: true});
	});

	test('a default user that reads streams and sorted sets of everybody reads all of them', async () => {
		expect(said(await look(), 'redis-default-user-scope')).toEqual(['fail medium']);
	});

	test('a user without a password that forges messages or runs scripts is no harmless one', async () => {
		expect(said(await look(), 'redis-acl-nopass-users')).toEqual(
			expect.arrayContaining(['chat: fail critical', 'lua: fail critical', 'health: fail low']),
		);
	});

	test('snapshots in a folder that lies in memory are none', async () => {
		expect(said(await look(), 'redis-persistence')).toContain('dir: fail high');
	});

	test('a tool that copies is not taken for a replica that can take over', async () => {
		const copy = copyOf(server.clearPort, 'copier', 'copier-password');
		try {
			await expect
				.poll(async () => JSON.stringify(await server.send('INFO', 'replication')), {
					timeout: 15_000,
				})
				.toContain('state=online');
			expect(said(await look(), 'redis-ha')).toEqual(['unknown unexpected-reply']);
		} finally {
			copy.stop();
		}
	});

	test('the commands on data are in the categories that dbvet puts them into', async () => {
		for (const {command: name, categories} of [...dataCommands, ...messages])
			for (const category of categories) {
				const reply = await server.send('ACL', 'CAT', category);
				const names = reply.kind === 'list' ? reply.items : [];
				expect(
					names.some(one => one.kind === 'text' && one.text === name),
					`${name} in ${category}`,
				).toBe(true);
			}
	});
});

describe.skipIf(!haveRedis)('a Sentinel in place of the server', () => {
	test('is called by its name, and passes for nothing', async () => {
		const server = await startRedis({
			args: ['--sentinel'],
			users: ['default off', `dbvet on >${scannerPassword} -@all +ping +info +acl|whoami`],
		});
		try {
			const report = await probeRedis({port: server.tlsPort, ca: server.ca, ...asScanner});
			expect(report).toMatchObject({status: 'partial', reason: 'unexpected-reply'});
			for (const check of ['redis-persistence', 'redis-acl-dangerous', 'redis-ha', 'redis-bind'])
				expect(said(report, check)).toEqual(['unknown unexpected-reply']);
			expect(JSON.stringify(report.findings)).toContain('this is a Redis Sentinel');
			expect(said(report, 'redis-wire-noauth')).toEqual(['pass']);
		} finally {
			await server.stop();
		}
	});
});
