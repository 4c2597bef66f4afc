import {createHash} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {TargetReport} from '../../src/domain/run.js';
import {issueServer, type Issued} from '../helpers/certificates.js';
import {logDuring} from '../helpers/log-during.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {lines, notPassed, probeLocal} from '../helpers/probe-local.js';
import {app, onlyTls, report, roles} from '../helpers/tls-server.js';

/** What a target without a pin and a client certificate leaves out. */
const undeclared = [
	'tls-server-preference not-applicable',
	'tls-cert-revocation not-applicable',
	'tls-spki-pin not-applicable',
	'tls-mtls-enforced not-applicable',
	'tls-ipv6-parity not-applicable',
];

describe('a server with nothing wrong', () => {
	let ca: Issued;
	let leaf: Issued;
	let server: PostgresServer;
	beforeAll(async () => {
		({ca, server: leaf} = await issueServer());
		server = await startPostgres({
			sql: roles,
			hba: onlyTls,
			tls: {cert: leaf.cert, key: leaf.key, ca: ca.cert},
			settings: {ssl_ciphers: 'ECDHE+AESGCM'},
		});
	});
	afterAll(() => server.stop());

	test('passes every check that applies, within its connections', async () => {
		const seenReport = await probeLocal({port: server.port, ca: ca.cert});
		expect(notPassed(seenReport)).toEqual(undeclared);
		expect(seenReport).toMatchObject({status: 'complete', connections: 11});
	});

	test('three users stay within eleven connections, and leave nothing out that matters', async () => {
		const seenReport = await probeLocal({
			port: server.port,
			ca: ca.cert,
			target: {identities: [app, report, {...app, role: 'scanner', user: 'postgres'}]},
		});
		// What decides least is left out, with the way to ask for it alone. A login of the scanner would save one connection.
		expect(notPassed(seenReport)).toEqual([
			'tls-dh-group unknown limit-exceeded',
			...undeclared.slice(0, 3),
			'tls-sni-behaviour unknown limit-exceeded',
			...undeclared.slice(3, 4),
			'pg-direct-tls unknown limit-exceeded',
			'pg-tls-pre-handshake-buffer unknown limit-exceeded',
			...undeclared.slice(4),
		]);
		expect(seenReport.connections).toBe(11);
	});

	test('six users: those beyond the third are unknown and never pass', async () => {
		const identities = ['a', 'b', 'c', 'd', 'e', 'f'].map(user => ({...app, user}));
		const seenReport = await probeLocal({port: server.port, ca: ca.cert, target: {identities}});
		expect(lines(seenReport)).toContain(
			'tls-plaintext-refused[user f, database postgres] unknown limit-exceeded',
		);
		expect(seenReport.connections).toBeLessThanOrEqual(11);
	});

	test('the pin of the leaf and of the CA hold, another does not', async () => {
		const pinOf = (issued: Issued): string =>
			`sha256/${createHash('sha256')
				.update(Buffer.from(issued.certificate.publicKey.rawData))
				.digest('base64')}`;
		const look = async (pin: string): Promise<readonly string[]> =>
			lines(
				await probeLocal({
					port: server.port,
					ca: ca.cert,
					target: {verification: {pin}},
					request: {only: ['tls-spki-pin']},
				}),
			);
		expect(await look(pinOf(leaf))).toEqual(['tls-spki-pin pass']);
		expect(await look(pinOf(ca))).toEqual(['tls-spki-pin pass']);
		expect(await look('sha256/BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=')).toEqual([
			'tls-spki-pin fail high',
		]);
	});

	test('what nobody asked for costs no connection', async () => {
		const seenReport = await probeLocal({
			port: server.port,
			ca: ca.cert,
			request: {only: ['tls-cert-expiry', 'tls-cert-chain-provider-ca']},
		});
		expect(lines(seenReport)).toEqual(['tls-cert-chain-provider-ca pass', 'tls-cert-expiry pass']);
		expect(seenReport.connections).toBe(3);
	});

	test('without the test in clear nothing is sent in clear, and nothing passes for it', async () => {
		const look = (plaintextTest: boolean): Promise<TargetReport> =>
			probeLocal({port: server.port, ca: ca.cert, request: {plaintextTest}});
		let seen: TargetReport | undefined;
		const logged = await logDuring(server, async () => {
			seen = await look(false);
		});
		expect(lines(seen!)).toContain(
			'tls-plaintext-refused[user app, database postgres] unknown cancelled',
		);
		expect(logged).not.toContain('no encryption');
		expect(await logDuring(server, () => look(true))).toContain('no encryption');
	});

	test('an unusable CA file makes the chain unknown, not wrong', async () => {
		const seenReport = await probeLocal({port: server.port, ca: 'nonsense'});
		expect(lines(seenReport).filter(line => line.endsWith('file-invalid'))).toEqual([
			'tls-cert-chain-provider-ca unknown file-invalid',
			'tls-cert-chain-complete unknown file-invalid',
			'tls-cert-not-yet-valid unknown file-invalid',
			'tls-ca-expiry unknown file-invalid',
			// Of what trust rests on, the root is not known.
			'tls-cert-key-strength unknown file-invalid',
			'tls-cert-signature unknown file-invalid',
		]);
	});

	test('a private CA that is not given is unknown, not self-signed (trap 13)', async () => {
		const seenReport = await probeLocal({port: server.port});
		// The chain is complete: a server with a client CA also sends it, when it is its own.
		expect(notPassed(seenReport)).toEqual([
			...undeclared.slice(0, 1),
			'tls-cert-chain-provider-ca unknown certificate-not-verified',
			'tls-ca-expiry unknown certificate-not-verified',
			...undeclared.slice(1),
		]);
	});

	test('another CA with the same name is a failure', async () => {
		const other = await issueServer();
		const seenReport = await probeLocal({port: server.port, ca: other.ca.cert});
		expect(lines(seenReport)).toContain('tls-cert-chain-provider-ca fail high');
	});
});
