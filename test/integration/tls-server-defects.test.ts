import {describe, expect, test} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {lines, notPassed, probeLocal} from '../helpers/probe-local.js';
import {app, changingServer, report} from '../helpers/tls-server.js';

const withServer = changingServer();

describe('seeded defects of the server', () => {
	test('TLS off: not offered, and plaintext accepted', async () => {
		const seenReport = await withServer(
			{hba: ['host all all 127.0.0.1/32 scram-sha-256']},
			({port}) => probeLocal({port}),
		);
		expect(lines(seenReport)).toEqual(
			expect.arrayContaining([
				'tls-offered fail critical',
				'tls-versions fail critical',
				'tls-plaintext-refused[user app, database postgres] fail critical',
				'tls-cert-chain-provider-ca unknown tls-handshake-failed',
				'pg-wire-auth-method[user app, database postgres] unknown tls-handshake-failed',
				'tls-plaintext-refused-multi-user unknown tls-handshake-failed',
			]),
		);
		expect(lines(seenReport).filter(line => line.endsWith(' pass'))).toEqual([]);
	});

	test('TLS 1.0 and 1.1 allowed: each is named, weak suites and static keys too', async () => {
		const {ca, server} = await issueServer({key: 'rsa-2048'});
		const seenReport = await withServer(
			{tls: server, settings: {ssl_min_protocol_version: 'TLSv1', ssl_ciphers: 'ALL:@SECLEVEL=0'}},
			({port}) => probeLocal({port, ca: ca.cert}),
		);
		expect(lines(seenReport)).toEqual(
			expect.arrayContaining([
				'tls-versions[TLS 1.1] fail high',
				'tls-ciphers-weak[static key exchange (no forward secrecy)] fail low',
			]),
		);
		expect(lines(seenReport)).not.toContain('tls-versions pass');
		expect(lines(seenReport)).not.toContain('tls-ciphers-weak pass');
		expect(seenReport.connections).toBeLessThanOrEqual(11);
	});

	test('suites without encryption and without a certificate are found, the worse first', async () => {
		const {ca, server} = await issueServer({key: 'rsa-2048'});
		const seenReport = await withServer(
			{tls: server, settings: {ssl_ciphers: 'eNULL:aNULL:AES128-GCM-SHA256:@SECLEVEL=0'}},
			({port}) => probeLocal({port, ca: ca.cert}),
		);
		const found = lines(seenReport).filter(line => line.startsWith('tls-ciphers-weak'));
		expect(found).toContain('tls-ciphers-weak[NULL (no encryption)] fail critical');
		expect(found).toContain('tls-ciphers-weak[anonymous (no certificate)] fail critical');
		expect(found).not.toContain('tls-ciphers-weak pass');
	});

	test('where users took the connections, the way to ask for the rest is named, and it works', async () => {
		const {ca, server} = await issueServer({key: 'rsa-2048'});
		const identities = ['app', 'report', 'postgres'].map(user => ({...app, user}));
		const look = {ca: ca.cert, target: {identities}};
		const [whole, alone] = await withServer(
			{
				tls: server,
				settings: {ssl_ciphers: 'ALL:eNULL:@SECLEVEL=0', ssl_min_protocol_version: 'TLSv1'},
			},
			async ({port}) => [
				await probeLocal({port, ...look}),
				await probeLocal({port, ...look, request: {only: ['tls-ciphers-weak']}}),
			],
		);
		const open = whole.findings.filter(({reason}) => reason === 'limit-exceeded');
		expect(open.map(({check}) => check)).toContain('tls-ciphers-weak');
		// Which of the others found none left depends on which of them was quicker.
		for (const {observed} of open) expect(observed).toContain('dbvet probe NAME --only');
		const weak = open.filter(({check}) => check === 'tls-ciphers-weak');
		for (const {observed} of weak) expect(observed).toContain('--only tls-ciphers-weak');
		expect(lines(alone).filter(line => line.includes('unknown'))).toEqual([]);
		expect(lines(alone)).toContain('tls-ciphers-weak[NULL (no encryption)] fail critical');
	});

	test('no forward secrecy is found', async () => {
		const {ca, server} = await issueServer({key: 'rsa-2048'});
		const seenReport = await withServer(
			{
				tls: server,
				settings: {ssl_ciphers: 'AES128-GCM-SHA256', ssl_max_protocol_version: 'TLSv1.2'},
			},
			async ({port, query}) => {
				const seen = await probeLocal({port, ca: ca.cert});
				await query('ALTER SYSTEM RESET ssl_max_protocol_version');
				return seen;
			},
		);
		expect(lines(seenReport)).toContain('tls-forward-secrecy fail medium');
		expect(lines(seenReport)).toContain('tls-versions[TLS 1.3] fail info');
	});

	test('plaintext allowed to one user only: that one fails, the other passes', async () => {
		const {ca, server} = await issueServer();
		const seenReport = await withServer(
			{
				tls: server,
				hba: [
					'hostnossl all report 127.0.0.1/32 scram-sha-256',
					'hostssl all all 127.0.0.1/32 scram-sha-256',
				],
			},
			({port}) => probeLocal({port, ca: ca.cert, target: {identities: [app, report]}}),
		);
		expect(lines(seenReport)).toEqual(
			expect.arrayContaining([
				'tls-plaintext-refused[user app, database postgres] pass',
				'tls-plaintext-refused[user report, database postgres] fail critical',
			]),
		);
	});

	test('a rule for just anybody is found, although every declared user is refused', async () => {
		const {ca, server} = await issueServer();
		const look = (...rules: readonly string[]) =>
			withServer(
				{tls: server, hba: ['hostssl all app 127.0.0.1/32 scram-sha-256', ...rules]},
				({port}) => probeLocal({port, ca: ca.cert}),
			);
		const refused = 'hostnossl all app 127.0.0.1/32 reject';
		const anybody = await look(refused, 'host all all 127.0.0.1/32 scram-sha-256');
		expect(lines(anybody)).toEqual(
			expect.arrayContaining([
				'tls-plaintext-refused[user app, database postgres] pass',
				'tls-plaintext-refused-multi-user[a user that does not exist, database postgres] fail critical',
			]),
		);
		const replica = await look(refused, 'host replication all 127.0.0.1/32 trust');
		expect(lines(replica)).toContain(
			'tls-plaintext-refused-multi-user[replication as user app] fail critical',
		);
		expect(lines(await look())).toContain('tls-plaintext-refused-multi-user pass');
		// The SQLSTATE of a refusal, after a rule took both in clear: an ident server was asked and did not answer.
		const ident = lines(await look('host all,replication all 127.0.0.1/32 ident'));
		expect(ident).toContain(
			'tls-plaintext-refused[user app, database postgres] unknown unexpected-reply',
		);
		expect(ident.filter(line => line.startsWith('tls-plaintext-refused-multi-user'))).toEqual([
			'tls-plaintext-refused-multi-user[a user that does not exist, database postgres] unknown unexpected-reply',
			'tls-plaintext-refused-multi-user[replication as user app] unknown unexpected-reply',
		]);
	});

	test('a user that is let in nowhere from here is unknown: the refusal proves nothing (correction 1)', async () => {
		const {ca, server} = await issueServer();
		const seenReport = await withServer(
			{tls: server, hba: ['host all app 10.0.0.0/8 scram-sha-256']},
			({port}) => probeLocal({port, ca: ca.cert}),
		);
		expect(lines(seenReport)).toEqual(
			expect.arrayContaining([
				'tls-plaintext-refused[user app, database postgres] unknown permission-denied',
				'pg-wire-auth-method[user app, database postgres] unknown permission-denied',
			]),
		);
	});

	test.each([
		['trust', 'critical', true],
		['password', 'info', true],
		['password', 'medium', false],
		['md5', 'medium', true],
	])('%s inside TLS is found (%s, server known: %s)', async (method, severity, known) => {
		const {ca, server} = await issueServer();
		const seenReport = await withServer(
			{
				tls: server,
				hba: [`hostssl all all 127.0.0.1/32 ${method}`],
				settings: {password_encryption: 'md5'},
				sql: ["ALTER ROLE app PASSWORD 'x'"],
			},
			({port}) => probeLocal({port, ...(known ? {ca: ca.cert} : {})}),
		);
		const found = lines(seenReport).filter(line => line.startsWith('pg-wire-auth-method'));
		expect(found).toEqual([`pg-wire-auth-method[user app, database postgres] fail ${severity}`]);
	});

	test('TLS 1.3 only: everything but the client certificate is known', async () => {
		const {ca, server} = await issueServer();
		const seenReport = await withServer(
			{tls: server, settings: {ssl_min_protocol_version: 'TLSv1.3'}},
			({port}) => probeLocal({port, ca: ca.cert}),
		);
		expect(notPassed(seenReport)).toEqual([
			'tls-compression not-applicable',
			'tls-renegotiation not-applicable',
			'tls-server-preference not-applicable',
			'tls-cert-revocation not-applicable',
			'tls-spki-pin not-applicable',
			'tls-client-cert-requested unknown unsupported-version',
			'tls-mtls-enforced not-applicable',
			'tls-ipv6-parity not-applicable',
		]);
	});
});
