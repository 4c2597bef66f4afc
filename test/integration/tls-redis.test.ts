import {describe, expect, test} from 'vitest';
import {startHostile} from '../helpers/hostile-server.js';
import {lines, notPassed, probeLocal} from '../helpers/probe-local.js';
import {haveRedis, startRedis, type RedisOptions} from '../helpers/redis-server.js';

const target = {engine: 'redis', identities: []} as const;

const look = async (options: RedisOptions, plaintextTest = true) => {
	const server = await startRedis({users: ['default off'], ...options});
	try {
		const port = options.ports === 'clear' ? server.clearPort : server.tlsPort;
		return await probeLocal({port, ca: server.ca, target, request: {plaintextTest}});
	} finally {
		await server.stop();
	}
};

describe.skipIf(!haveRedis)('Redis of Debian', () => {
	test('one with nothing wrong passes, and is not asked in clear', async () => {
		const report = await look({
			settings: {
				'tls-protocols': '"TLSv1.2 TLSv1.3"',
				'tls-ciphers': 'ECDHE+AESGCM',
				'tls-auth-clients': 'optional',
			},
		});
		expect(notPassed(report)).toEqual([
			'tls-server-preference not-applicable',
			'tls-cert-revocation not-applicable',
			'tls-spki-pin not-applicable',
			'tls-mtls-enforced not-applicable',
			'tls-ipv6-parity not-applicable',
		]);
		expect(report).toMatchObject({status: 'complete', connections: 7});
	});

	test('old versions and weak suites are named within nine connections', async () => {
		const report = await look({
			settings: {'tls-protocols': '"TLSv1 TLSv1.1 TLSv1.2"', 'tls-ciphers': 'ALL:@SECLEVEL=0'},
		});
		expect(lines(report)).toEqual(
			expect.arrayContaining([
				'tls-versions[TLS 1.1] fail high',
				'tls-ciphers-weak[anonymous (no certificate)] fail critical',
			]),
		);
		expect(report.connections).toBeLessThanOrEqual(9);
	});

	test('one that insists on client certificates still shows its own', async () => {
		const report = await look({
			settings: {'tls-auth-clients': 'yes', 'tls-protocols': 'TLSv1.2'},
		});
		expect(lines(report)).toEqual(
			expect.arrayContaining([
				'tls-client-cert-requested pass',
				'tls-cert-hostname pass',
				'tls-versions[TLS 1.3] fail info',
				// The handshake ends before OpenSSL could say anything of the chain.
				'tls-cert-chain-provider-ca unknown tls-handshake-failed',
			]),
		);
	});

	test('a port without TLS: found within two seconds, and nothing passes', async () => {
		const report = await look({ports: 'clear'});
		expect(lines(report)).toContain('tls-offered fail critical');
		expect(lines(report).filter(line => line.endsWith(' pass'))).toEqual([]);
		expect(report).toMatchObject({status: 'complete', connections: 2});
		expect(report.durationMs).toBeLessThan(2_000);
	});

	test('without the test in clear a port without TLS is unknown', async () => {
		const report = await look({ports: 'clear'}, false);
		expect(lines(report)).toContain('tls-offered unknown timed-out');
		expect(report).toMatchObject({status: 'partial', connections: 1});
	});
});

test('a port that closes and answers no PING is unknown', async () => {
	const server = await startHostile(socket => void socket.end());
	try {
		const report = await probeLocal({port: server.port, target});
		expect(lines(report)).toContain('tls-offered unknown connection-closed');
	} finally {
		await server.stop();
	}
});
