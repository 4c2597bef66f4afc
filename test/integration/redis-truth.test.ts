import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {probeRedis, said} from '../helpers/probe-redis.js';
import {haveRedis, startRedis, type RedisServer} from '../helpers/redis-server.js';
import {asScanner, safeUsers, scannerPassword} from '../helpers/redis-users.js';

describe.skipIf(!haveRedis)('a hardened Redis', () => {
	let server: RedisServer;
	beforeAll(async () => {
		server = await startRedis({
			users: [
				...safeUsers,
				'blind on >blind-password-0123456 -@all +ping',
				'none on >none-password-0123456 -@all',
			],
			settings: {maxmemory: '100mb', appendonly: 'yes'},
		});
	});
	afterAll(() => server.stop());

	test('passes as the scanner with the least rights, but for its age and its loneliness', async () => {
		const report = await probeRedis({port: server.tlsPort, ca: server.ca, ...asScanner});
		expect(report.status).toBe('complete');
		expect(report.connections).toBeLessThanOrEqual(3);
		const open = report.findings
			.filter(({outcome}) => outcome !== 'pass')
			.map(({check, outcome}) => `${check} ${outcome}`);
		expect(open).toEqual([
			'redis-version-eol fail',
			'redis-replication-security not-applicable',
			'redis-ha fail',
		]);
	});

	test.each([
		['blind', 'blind-password-0123456'],
		['none', 'none-password-0123456'],
	])(
		'shows nothing to the user %s, and each check says which rule would show it',
		async (user, password) => {
			const report = await probeRedis({
				port: server.tlsPort,
				ca: server.ca,
				user,
				password,
				applications: ['shop_app'],
			});
			const wire = ['redis-wire-noauth', 'redis-wire-plaintext-port', 'redis-password-strength'];
			for (const finding of report.findings) {
				if (wire.includes(finding.check)) expect(finding.outcome).toBe('pass');
				else {
					expect(finding, finding.check).toMatchObject({
						outcome: 'unknown',
						reason: 'permission-denied',
					});
					expect(finding.grant).toMatch(
						new RegExp(`^ACL SETUSER ${user} \\+(info|config\\|get|acl\\|list|client\\|list)$`),
					);
				}
			}
		},
	);

	test('shows a stranger that he has to log in, and nothing else', async () => {
		const report = await probeRedis({port: server.tlsPort, ca: server.ca});
		expect(report).toMatchObject({status: 'partial', reason: 'no-credentials'});
		expect(said(report, 'redis-wire-noauth')).toEqual(['pass']);
		const passed = report.findings.filter(({outcome}) => outcome === 'pass');
		expect(new Set(passed.map(({check}) => check))).toEqual(
			new Set(['redis-wire-noauth', 'redis-wire-plaintext-port']),
		);
	});

	test('refuses a wrong password, and nothing passes by it', async () => {
		const report = await probeRedis({
			port: server.tlsPort,
			ca: server.ca,
			...asScanner,
			password: 'wrong-wrong-wrong',
		});
		expect(report).toMatchObject({status: 'partial', reason: 'authentication-failed'});
		expect(said(report, 'redis-acl-nopass-users')).toEqual(['unknown authentication-failed']);
		expect(JSON.stringify(report)).not.toContain('wrong-wrong-wrong');
	});

	test('gets no password before it has proved to be the server that is meant', async () => {
		await server.calls();
		for (const plaintextTest of [true, false]) {
			const report = await probeRedis({
				port: server.tlsPort,
				...asScanner,
				request: {plaintextTest},
			});
			expect(report.reason).toBe('certificate-not-verified');
			expect(said(report, 'redis-bind')).toEqual(['unknown certificate-not-verified']);
		}
		// A PING that was refused for want of a login is counted by no server.
		expect(await server.calls()).toEqual({});
		const allowed = await probeRedis({
			port: server.tlsPort,
			...asScanner,
			request: {allowUnverified: true},
		});
		expect(allowed.status).toBe('complete');
	});

	test('hears commands that read, and its password is in no report', async () => {
		await server.calls();
		const report = await probeRedis({port: server.tlsPort, ca: server.ca, ...asScanner});
		// MONITOR would not show what administrators send; the statistics count everything.
		expect(await server.calls()).toEqual({
			auth: 1,
			'acl|whoami': 1,
			info: 1,
			'config|get': 1,
			'acl|list': 1,
			'client|list': 1,
			'command|info': 1,
		});
		const text = JSON.stringify(report);
		expect(text).not.toContain(scannerPassword);
		expect(text).not.toMatch(/[0-9a-f]{64}/);
	});

	test('is not asked in clear with --no-plaintext-test', async () => {
		const report = await probeRedis({
			port: server.tlsPort,
			ca: server.ca,
			...asScanner,
			request: {plaintextTest: false},
		});
		expect(report.connections).toBe(1);
		expect(said(report, 'redis-wire-plaintext-port')).toEqual([
			`port ${server.tlsPort}: unknown cancelled`,
			'port 6379: unknown cancelled',
		]);
	});
});
