import {createServer, createSecureContext} from 'node:tls';
import {describe, expect, test} from 'vitest';
import {issue, issueServer} from '../helpers/certificates.js';
import {haveMariadb, startMariadb} from '../helpers/mariadb-server.js';
import {haveOpenssl, startOpenssl} from '../helpers/openssl-server.js';
import {lines, probeLocal} from '../helpers/probe-local.js';
import {haveRedis, startRedis} from '../helpers/redis-server.js';
import {changingServer} from '../helpers/tls-server.js';

const withServer = changingServer();
const redis = {engine: 'redis', identities: []} as const;
const mariadb = {engine: 'mariadb', identities: []} as const;

describe('PostgreSQL', () => {
	const look = async (settings: Readonly<Record<string, string>>, only?: readonly string[]) => {
		const {ca, server} = await issueServer({key: 'rsa-2048'});
		return withServer({tls: server, settings}, ({port}) =>
			probeLocal({port, ca: ca.cert, request: {...(only === undefined ? {} : {only})}}),
		);
	};

	test('an untouched one chooses by itself, and the choice of the client is found', async () => {
		const untouched = await look({});
		expect(lines(untouched)).toEqual(
			expect.arrayContaining([
				'tls-server-preference pass',
				'tls-sni-behaviour pass',
				'tls-early-data pass',
			]),
		);
		const left = await look({ssl_prefer_server_ciphers: 'off'}, ['tls-server-preference']);
		expect(lines(left).find(line => line.startsWith('tls-server-preference'))).toBe(
			'tls-server-preference fail low',
		);
		expect(left.connections).toBeLessThanOrEqual(11);
	});

	test('one with nothing but weak suites has no choice', async () => {
		const weak = await look({ssl_ciphers: 'AES128-GCM-SHA256'});
		expect(lines(weak)).toContain('tls-server-preference not-applicable');
	});

	test('a certificate that demands stapling is found: PostgreSQL does not staple', async () => {
		const {ca, server} = await issueServer({mustStaple: true});
		const seen = await withServer({tls: server}, ({port}) => probeLocal({port, ca: ca.cert}));
		expect(lines(seen)).toContain('tls-cert-revocation fail medium');
	});

	test('a certificate that names an OCSP server is unknown, and nobody is asked', async () => {
		const {ca, server} = await issueServer({ocsp: 'http://127.0.0.1:1/'});
		const seen = await withServer({tls: server}, ({port}) => probeLocal({port, ca: ca.cert}));
		expect(lines(seen)).toContain('tls-cert-revocation unknown client-cannot-offer');
	});
});

test.skipIf(!haveRedis)('Redis of Debian leaves the choice to the client unless told', async () => {
	for (const [prefer, word] of [
		['no', 'fail low'],
		['yes', 'pass'],
	] as const) {
		const server = await startRedis({
			users: ['default off'],
			settings: {'tls-prefer-server-ciphers': prefer, 'tls-protocols': '"TLSv1.2 TLSv1.3"'},
		});
		try {
			const seen = await probeLocal({port: server.tlsPort, ca: server.ca, target: redis});
			expect(lines(seen)).toEqual(
				expect.arrayContaining([
					`tls-server-preference ${word}`,
					'tls-sni-behaviour pass',
					'tls-early-data pass',
				]),
			);
			expect(seen.connections).toBeLessThanOrEqual(9);
		} finally {
			await server.stop();
		}
	}
});

test.skipIf(!haveMariadb())('MariaDB of Debian with its own ciphers', async () => {
	const {ca, server} = await issueServer({key: 'rsa-2048'});
	const running = await startMariadb({tls: server, options: []});
	try {
		const seen = await probeLocal({port: running.port, ca: ca.cert, target: mariadb});
		const of = (check: string): readonly string[] =>
			lines(seen).filter(line => line.startsWith(check));
		expect(of('tls-server-preference')).toEqual(['tls-server-preference fail low']);
		expect(of('tls-sni-behaviour')).toEqual(['tls-sni-behaviour pass']);
		expect(of('tls-early-data')).toEqual(['tls-early-data pass']);
	} finally {
		await running.stop();
	}
});

describe.skipIf(!haveOpenssl)('a proxy in front (OpenSSL)', () => {
	test.each([
		[{args: ['-early_data']}, 'tls-early-data fail medium'],
		[{args: ['-num_tickets', '0']}, 'tls-early-data pass'],
		[{args: ['-tls1_2']}, 'tls-early-data not-applicable'],
		[{status: 'R'}, 'tls-cert-revocation fail critical'],
		[{status: 'V'}, 'tls-cert-revocation pass'],
		[{status: 'V', args: ['-tls1_3']}, 'tls-cert-revocation pass'],
		[{name: 'localhost'}, 'tls-sni-behaviour pass'],
		[{name: 'localhost', args: ['-tls1_3']}, 'tls-sni-behaviour pass'],
	] as const)('%j: %s', async (how, line) => {
		const issued = await issueServer({key: 'rsa-2048'});
		const server = await startOpenssl(issued, how);
		try {
			const seen = await probeLocal({
				port: server.port,
				ca: issued.ca.cert,
				target: {...redis, endpoints: [{role: 'primary', host: 'localhost', port: server.port}]},
				request: {timeoutMs: 8_000},
			});
			expect(lines(seen)).toContain(line);
		} finally {
			await server.stop();
		}
	});
});

test('a proxy that shows another name its default certificate', async () => {
	const {ca, server: own} = await issueServer();
	const other = await issue({hosts: ['intern.example.com', '\u001B[31mred'], by: ca});
	const proxy = createServer(
		{
			cert: other.cert,
			key: other.key,
			SNICallback: (name, give) =>
				name === 'localhost'
					? give(null, createSecureContext({cert: own.cert, key: own.key}))
					: give(null, createSecureContext({cert: other.cert, key: other.key})),
		},
		socket => void socket.on('error', () => undefined),
	);
	proxy.on('tlsClientError', () => undefined);
	await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve));
	const address = proxy.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	try {
		const seen = await probeLocal({
			port,
			ca: ca.cert,
			target: {...redis, endpoints: [{role: 'primary', host: 'localhost', port}]},
			request: {timeoutMs: 8_000},
		});
		expect(lines(seen)).toContain('tls-sni-behaviour fail low');
		expect(seen.findings.map(({observed}) => observed).join('')).not.toContain('\u001B');
	} finally {
		proxy.close();
	}
});
