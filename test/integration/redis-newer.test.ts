import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {parseInfo} from '../../src/probes/redis/collect/read.js';
import {parseAclLine} from '../../src/probes/redis/facts/acl.js';
import {dangersOf} from '../../src/probes/redis/judge/acl.js';
import {probeRedis, said} from '../helpers/probe-redis.js';
import {startRedis, type RedisServer} from '../helpers/redis-server.js';
import {asScanner, safeUsers} from '../helpers/redis-users.js';

type Recorded = {
	readonly info: readonly string[];
	readonly users: readonly string[];
	readonly categories: Readonly<Record<string, string>>;
};

/** What a server that no stable distribution has yet said; its name and version are the file's. */
const recorded = (name: string): Recorded =>
	JSON.parse(
		readFileSync(join(import.meta.dirname, '../fixtures', `${name}.json`), 'utf8'),
	) as Recorded;

const dangers = (rule: string): readonly string[] => {
	const user = parseAclLine(`user x on #a ~* ${rule}`);
	return user === undefined
		? []
		: dangersOf(user).names.map(n => n.toLowerCase().replace(' ', '|'));
};

describe.each(['valkey-9.1.2', 'redis-8.0.6'])('recorded from %s', name => {
	const {info, users, categories} = recorded(name);

	test('dangerous commands are in the categories that dbvet puts them into', () => {
		const lists = Object.entries(categories).map(([key, list]) => [key, list.split(' ')] as const);
		const known = new Set(lists.flatMap(([, commands]) => commands));
		for (const [category, commands] of lists)
			expect(
				dangers(`-@all +@${category}`).filter(command => known.has(command)),
				category,
			).toEqual(dangers('+@all').filter(command => commands.includes(command)));
	});

	test('every word of a rule is known, and the product by its own number', () => {
		const parsed = users.map(line => parseAclLine(line));
		expect(parsed.map(user => user?.strange)).toEqual(users.map(() => 0));
		const [product, version] = name.split('-');
		expect(parseInfo(info.join('\r\n'))).toMatchObject({product, version});
	});
});

/** Programs of newer servers that whoever runs the tests names; none is expected. */
const programs = ['DBVET_TEST_VALKEY', 'DBVET_TEST_REDIS'].flatMap(name => process.env[name] ?? []);

describe.each(programs)('a real server: %s', program => {
	let server: RedisServer;
	let report: TargetReport;
	const applications = ['shop_app', 'slots', 'logs', 'kept'];
	beforeAll(async () => {
		const valkey = program.includes('valkey');
		server = await startRedis({
			program,
			settings: {'enable-debug-command': 'local', appendonly: 'yes'},
			users: [
				...safeUsers,
				'slots on >x -@all +cluster|setslot',
				`logs on >x -@all +slowlog|get${valkey ? ' +commandlog|get' : ''}`,
				`kept on >x ~kept:* resetchannels -@all +@read -@dangerous${valkey ? ' db=0' : ''}`,
			],
		});
		report = await probeRedis({
			port: server.tlsPort,
			ca: server.ca,
			...asScanner,
			applications,
		});
	});
	afterAll(() => server.stop());

	test('what is dangerous there is found, and what is not is left alone', () => {
		expect(report.status).toBe('complete');
		expect(said(report, 'redis-acl-dangerous')).toEqual([
			'shop_app: pass',
			'slots: fail high',
			'logs: fail medium',
			'kept: pass',
		]);
		expect(said(report, 'redis-dangerous-commands')).toEqual(['enable-debug-command: fail low']);
		expect(said(report, 'redis-lua-eval')).toEqual(['pass']);
		expect(said(report, 'redis-auth-required')).toEqual(['pass']);
		expect(said(report, 'redis-wire-noauth')).toEqual(['pass']);
		expect(report.findings.filter(({outcome}) => outcome === 'error')).toEqual([]);
	});
});
