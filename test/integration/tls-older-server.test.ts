import {existsSync} from 'node:fs';
import {TLSSocket, createSecureContext} from 'node:tls';
import {expect, test} from 'vitest';
import {issue, issueServer} from '../helpers/certificates.js';
import {startHostile} from '../helpers/hostile-server.js';
import {startPostgres} from '../helpers/postgres-server.js';
import {lines, notPassed, probeLocal} from '../helpers/probe-local.js';

const binaries = '/usr/lib/postgresql/15/bin';
const missing = !existsSync(`${binaries}/postgres`);
const name =
	'PostgreSQL 15 of Debian: its OpenSSL refuses what the setting allows, and direct TLS is not spoken';

test.skipIf(missing)(missing ? `${name} (skipped: install postgresql-15)` : name, async () => {
	const {ca, server} = await issueServer({key: 'rsa-2048'});
	const postgres = await startPostgres({
		binaries,
		tls: {cert: server.cert, key: server.key},
		hba: ['hostssl all all 127.0.0.1/32 scram-sha-256'],
		settings: {ssl_min_protocol_version: 'TLSv1'},
		sql: ["CREATE ROLE app LOGIN PASSWORD 'app'"],
	});
	try {
		const report = await probeLocal({port: postgres.port, ca: ca.cert});
		expect(lines(report)).toEqual(
			expect.arrayContaining(['tls-versions pass', 'pg-tls-pre-handshake-buffer pass']),
		);
		expect(notPassed(report)).toEqual([
			'tls-ciphers-weak[static key exchange (no forward secrecy)] fail low',
			'tls-ciphers-weak[CBC] fail info',
			'tls-cert-revocation not-applicable',
			'tls-spki-pin not-applicable',
			'tls-client-cert-requested fail info',
			'tls-mtls-enforced not-applicable',
			'pg-direct-tls not-applicable',
			'tls-ipv6-parity not-applicable',
		]);
		expect(report.connections).toBeLessThanOrEqual(11);
	} finally {
		await postgres.stop();
	}
});

test('a server with CVE-2021-23214 is found: it answers what was said before TLS', async () => {
	const own = await issue({hosts: ['localhost']});
	const secureContext = createSecureContext({cert: own.cert, key: own.key});
	const challenge = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]);
	const server = await startHostile(socket => {
		socket.once('data', first => {
			socket.write('S');
			const secured = new TLSSocket(socket, {isServer: true, secureContext});
			secured.on('error', () => undefined);
			// The fault: bytes from before the handshake are kept and answered after it.
			if (first.length > 8) secured.once('secure', () => secured.write(challenge));
			else secured.once('data', () => secured.write(challenge));
		});
	});
	try {
		const report = await probeLocal({port: server.port});
		expect(lines(report)).toContain('pg-tls-pre-handshake-buffer fail high');
		expect(lines(report)).toContain('pg-wire-auth-method[user app, database postgres] fail medium');
	} finally {
		await server.stop();
	}
});

test('a server that speaks TLS from the first byte without a protocol name is found', async () => {
	const own = await issue({hosts: ['localhost']});
	const secureContext = createSecureContext({cert: own.cert, key: own.key});
	const server = await startHostile(socket => {
		socket.once('data', first => {
			const direct = first[0] === 22;
			if (direct) {
				socket.pause();
				socket.unshift(first);
			} else socket.write('S');
			new TLSSocket(socket, {isServer: true, secureContext}).on('error', () => undefined);
		});
	});
	try {
		const report = await probeLocal({port: server.port, target: {identities: []}});
		expect(lines(report)).toContain('pg-direct-tls fail medium');
	} finally {
		await server.stop();
	}
});
