import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {parseAclLine} from '../../src/probes/redis/facts/acl.js';
import {dangersOf} from '../../src/probes/redis/judge/acl.js';
import {probeRedis, said} from '../helpers/probe-redis.js';
import {haveRedis, startRedis, type RedisServer} from '../helpers/redis-server.js';
import {asScanner, safeUsers} from '../helpers/redis-users.js';

/** One server with defects that are written in another way than usual. */
const settings = {
	'cluster-enabled': 'yes',
	'tls-cluster': 'no',
	maxmemory: '100000gb',
	save: '99999999 1',
};

const users: Readonly<Record<string, string>> = {
	empty: 'on #e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 ~a:* -@all +get',
	modules: 'on >x -@all +module|loadex',
	argument: 'on >x -@all +debug|sleep',
	later: 'on >x ~later:* -@all -@dangerous +@read +@write +@all -config +config|set',
	acls: 'on >x -@all +acl|load',
	secrets: 'on >x -@all +config|get',
	clients: 'on >x -@all -@dangerous +@connection',
	swaps: 'on >x ~swaps:* -@all +@read (~* +swapdb)',
	'paren(x': 'on >x ~paren:* -@all +flushall',
	// Each of these is as it should be.
	taken: 'on >x ~taken:* -@all +@all -@dangerous -@admin -@scripting',
	given: 'on >x ~given:* -@all +config -config|set -config|get -config|rewrite +get',
	half: 'on >x ~half:* -@all +@read +@write -@dangerous -@scripting (%R~shared:* +get)',
};

describe.skipIf(!haveRedis)('what an administrator wrote in another way', () => {
	let server: RedisServer;
	let report: TargetReport;
	let ofScript: TargetReport;
	const applications = Object.keys(users);
	const of = (check: string, object?: string): readonly string[] =>
		said(report, check).filter(line => object === undefined || line.startsWith(`${object}:`));

	beforeAll(async () => {
		server = await startRedis({
			settings,
			users: [
				...safeUsers,
				...Object.entries(users).map(([name, rule]) => `${name} ${rule}`),
				'channels on >x -@all +subscribe &**',
			],
		});
		const look = {
			port: server.tlsPort,
			ca: server.ca,
			...asScanner,
			applications: [...applications, 'channels'],
		} as const;
		report = await probeRedis(look);
		for (const user of [...applications, 'shop_app']) await server.send('ACL', 'DELUSER', user);
		await server.send('ACL', 'SETUSER', 'reader', 'on', '>x', '-@all', '+eval_ro');
		ofScript = await probeRedis(look);
	});
	afterAll(() => server.stop());

	test('the empty password is none', () => {
		expect(of('redis-acl-nopass-users')).toEqual(['empty: fail critical']);
	});

	test.each([
		['modules', 'fail high'],
		['argument', 'fail high'],
		['later', 'fail high'],
		['acls', 'fail high'],
		['secrets', 'fail medium'],
		['clients', 'fail medium'],
		['swaps', 'fail medium'],
		['paren(x', 'fail medium'],
		['taken', 'pass'],
		['given', 'pass'],
		['half', 'pass'],
	])('the rights of %s: %s', (user, outcome) => {
		expect(of('redis-acl-dangerous', user)).toEqual([`${user}: ${outcome}`]);
	});

	test('a pattern of channels that is everything', () => {
		expect(of('redis-acl-channels')).toContain('channels: fail low');
	});

	test('a user that may only read with scripts runs scripts', () => {
		const found = ofScript.findings.find(({check}) => check === 'redis-lua-eval');
		expect(found).toMatchObject({outcome: 'fail'});
		expect(found?.observed).toContain('reader');
	});

	test('the bus of a cluster in clear', () => {
		expect(of('redis-replication-security')).toEqual(['cluster bus: fail high']);
	});

	test('a snapshot in three years, and more memory than there is', () => {
		expect(of('redis-persistence')).toEqual(['fail medium']);
		expect(of('redis-maxmemory-policy')).toEqual(['fail low']);
	});
});

describe.skipIf(!haveRedis)('servers by themselves', () => {
	test.each([
		['~* &* -@all +@read +@write', 'fail medium'],
		['%R~?* -@all +@read -@dangerous', 'fail medium'],
		['~* -@all +ping +@connection -@dangerous', 'pass'],
		['~public:* -@all +@read -@dangerous', 'pass'],
		['resetkeys -@all +@all', 'fail medium'],
		['-@all (~** +get)', 'fail medium'],
	])('the user default with %s: %s', async (rule, outcome) => {
		const [, ...others] = safeUsers;
		const server = await startRedis({
			users: [`default on >a-long-default-password ${rule}`, ...others],
			settings: {bind: '127.0.0.1'},
		});
		try {
			const report = await probeRedis({port: server.tlsPort, ca: server.ca, ...asScanner});
			expect(said(report, 'redis-default-user-scope')).toEqual([outcome]);
		} finally {
			await server.stop();
		}
	});

	test('the categories that dbvet puts dangerous commands into are those of the server', async () => {
		const server = await startRedis({users: safeUsers});
		const texts = async (...words: readonly string[]): Promise<readonly string[]> => {
			const reply = await server.send(...words);
			return reply.kind === 'list'
				? reply.items.flatMap(item => (item.kind === 'text' ? [item.text] : []))
				: [];
		};
		const named = (category: string): readonly string[] => {
			const user = parseAclLine(`user x on #a ~* -@all +@${category}`);
			return user === undefined
				? []
				: dangersOf(user).names.map(name => name.toLowerCase().replace(' ', '|'));
		};
		try {
			const categories = await texts('ACL', 'CAT');
			expect(categories.length).toBeGreaterThan(15);
			const real = new Map<string, readonly string[]>();
			for (const category of categories) real.set(category, await texts('ACL', 'CAT', category));
			// Newer servers have commands that this one does not know.
			const known = new Set([...real.values()].flat());
			for (const [category, commands] of real)
				expect(
					named(category).filter(command => known.has(command)),
					category,
				).toEqual(named('all').filter(command => commands.includes(command)));
		} finally {
			await server.stop();
		}
	});

	test('a port that answers in clear, but not to PING', async () => {
		// The usual port in clear is asked beside the declared one: it needs an address that no other test listens on.
		const host = '127.0.0.63';
		const server = await startRedis({
			users: safeUsers,
			settings: {bind: host, port: '6379', 'rename-command': 'PING ""'},
		});
		try {
			const report = await probeRedis({
				port: server.tlsPort,
				target: {endpoints: [{role: 'primary', host, port: server.tlsPort}]},
			});
			expect(said(report, 'redis-wire-plaintext-port')).toContain('port 6379: fail high');
			expect(said(report, 'redis-wire-noauth')).toEqual(['unknown unexpected-reply']);
		} finally {
			await server.stop();
		}
	});

	test('an address to listen on that is every address', async () => {
		const server = await startRedis({users: safeUsers, settings: {bind: '0'}});
		try {
			const report = await probeRedis({port: server.tlsPort, ca: server.ca, ...asScanner});
			expect(said(report, 'redis-bind')).toEqual(['fail medium']);
		} finally {
			await server.stop();
		}
	});
});
