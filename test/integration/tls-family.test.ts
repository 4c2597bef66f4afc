import {createHash} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {issue, issueServer, type Issued} from '../helpers/certificates.js';
import {
	startPostgres,
	type PostgresOptions,
	type PostgresServer,
} from '../helpers/postgres-server.js';
import {lines, notPassed, probeLocal} from '../helpers/probe-local.js';
import {reconfigure} from '../helpers/reconfigure.js';

const day = 86_400_000;
const roles = [
	"CREATE ROLE app LOGIN PASSWORD 'app'",
	"CREATE ROLE report LOGIN PASSWORD 'report'",
];
const onlyTls = ['hostssl all all 127.0.0.1/32 scram-sha-256'];
const app = {role: 'application', user: 'app', database: 'postgres'} as const;
const report = {role: 'reporting', user: 'report', database: 'postgres'} as const;

/** One server for all defects: it gets another configuration each time. */
let shared: PostgresServer;
beforeAll(async () => {
	const {server} = await issueServer();
	shared = await startPostgres({sql: roles, tls: {cert: server.cert, key: server.key}});
});
afterAll(() => shared.stop());

const withServer = async <T>(
	{sql = [], ...options}: PostgresOptions,
	look: (server: PostgresServer) => Promise<T>,
): Promise<T> => {
	await reconfigure(shared, {hba: onlyTls, ...options});
	for (const statement of sql) await shared.query(statement);
	return look(shared);
};

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
		expect(notPassed(seenReport)).toEqual(['tls-spki-pin not-applicable']);
		expect(seenReport).toMatchObject({status: 'complete', connections: 8});
	});

	test('three users stay within eleven connections, and leave nothing out that matters', async () => {
		const seenReport = await probeLocal({
			port: server.port,
			ca: ca.cert,
			target: {identities: [app, report, {...app, role: 'scanner', user: 'postgres'}]},
		});
		expect(notPassed(seenReport)).toEqual(['tls-spki-pin not-applicable']);
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
		expect(seenReport.connections).toBe(2);
	});

	test('without the test in clear nothing is sent in clear, and nothing passes for it', async () => {
		const before = server.log().length;
		const seenReport = await probeLocal({
			port: server.port,
			ca: ca.cert,
			request: {plaintextTest: false},
		});
		expect(lines(seenReport)).toContain(
			'tls-plaintext-refused[user app, database postgres] unknown cancelled',
		);
		expect(server.log().slice(before)).not.toContain('no encryption');
	});

	test('an unusable CA file makes the chain unknown, not wrong', async () => {
		const seenReport = await probeLocal({port: server.port, ca: 'nonsense'});
		expect(lines(seenReport).filter(line => line.endsWith('file-invalid'))).toEqual([
			'tls-cert-chain-provider-ca unknown file-invalid',
			'tls-cert-chain-complete unknown file-invalid',
			'tls-ca-expiry unknown file-invalid',
		]);
	});

	test('a private CA that is not given is unknown, not self-signed (trap 13)', async () => {
		const seenReport = await probeLocal({port: server.port});
		// The chain is complete: a server with a client CA also sends it, when it is its own.
		expect(notPassed(seenReport)).toEqual([
			'tls-cert-chain-provider-ca unknown certificate-not-verified',
			'tls-ca-expiry unknown certificate-not-verified',
			'tls-spki-pin not-applicable',
		]);
	});

	test('another CA with the same name is a failure', async () => {
		const other = await issueServer();
		const seenReport = await probeLocal({port: server.port, ca: other.ca.cert});
		expect(lines(seenReport)).toContain('tls-cert-chain-provider-ca fail high');
	});
});

describe('seeded defects of the certificate', () => {
	const cases: readonly {
		readonly name: string;
		readonly make: () => Promise<{
			readonly cert: string;
			readonly key: string;
			readonly ca?: string;
		}>;
		readonly found: string;
	}[] = [
		{
			name: 'expired',
			make: async () => {
				const {ca, server} = await issueServer({
					notBefore: new Date(Date.now() - 30 * day),
					notAfter: new Date(Date.now() - day),
				});
				return {cert: server.cert, key: server.key, ca: ca.cert};
			},
			found: 'tls-cert-expiry fail critical',
		},
		{
			name: 'not yet valid',
			make: async () => {
				const {ca, server} = await issueServer({notBefore: new Date(Date.now() + day)});
				return {cert: server.cert, key: server.key, ca: ca.cert};
			},
			found: 'tls-cert-not-yet-valid fail high',
		},
		{
			name: 'another host',
			make: async () => {
				const {ca, server} = await issueServer({hosts: ['db.example.com']});
				return {cert: server.cert, key: server.key, ca: ca.cert};
			},
			found: 'tls-cert-hostname fail high',
		},
		{
			name: 'named in the common name only',
			make: async () => {
				const ca = await issue({name: 'CA', isCa: true});
				const server = await issue({name: 'localhost', by: ca});
				return {cert: server.cert, key: server.key, ca: ca.cert};
			},
			found: 'tls-cert-hostname fail medium',
		},
		{
			name: 'self-signed',
			make: async () => {
				const own = await issue({hosts: ['localhost']});
				return {cert: own.cert, key: own.key};
			},
			found: 'tls-cert-self-signed fail high',
		},
		{
			name: 'signed with SHA-1',
			make: async () => {
				const {ca, server} = await issueServer({key: 'rsa-2048', hash: 'SHA-1'});
				return {cert: server.cert, key: server.key, ca: ca.cert};
			},
			found: 'tls-cert-signature[CN=localhost] fail high',
		},
		{
			name: 'RSA 1024',
			make: async () => {
				const ca = await issue({name: 'CA', isCa: true, key: 'rsa-2048'});
				const server = await issue({hosts: ['localhost'], key: 'rsa-1024', by: ca});
				return {cert: server.cert, key: server.key, ca: ca.cert};
			},
			found: 'tls-cert-key-strength[CN=localhost] fail high',
		},
		{
			name: 'missing intermediate, known from the CA file',
			make: async () => {
				const root = await issue({name: 'Root', isCa: true});
				const middle = await issue({name: 'Middle', isCa: true, by: root});
				const server = await issue({hosts: ['localhost'], by: middle});
				return {cert: server.cert, key: server.key, ca: root.cert + middle.cert};
			},
			found: 'tls-cert-chain-complete fail high',
		},
		{
			name: 'missing intermediate, known to nobody',
			make: async () => {
				const root = await issue({name: 'Root', isCa: true});
				const middle = await issue({name: 'Middle', isCa: true, by: root});
				const server = await issue({hosts: ['localhost'], by: middle});
				return {cert: server.cert, key: server.key, ca: root.cert};
			},
			found: 'tls-cert-chain-provider-ca fail high',
		},
		{
			name: 'CA about to expire',
			make: async () => {
				const ca = await issue({
					name: 'Old CA',
					isCa: true,
					notAfter: new Date(Date.now() + 40 * day),
				});
				const server = await issue({hosts: ['localhost'], by: ca});
				return {cert: server.cert, key: server.key, ca: ca.cert};
			},
			found: 'tls-ca-expiry[CN=Old CA] fail high',
		},
		{
			name: 'issued by a certificate that is no CA',
			make: async () => {
				const root = await issue({name: 'Root', isCa: true});
				const leaf = await issue({name: 'Leaf', by: root});
				const server = await issue({hosts: ['localhost'], by: leaf});
				return {cert: server.cert + leaf.cert, key: server.key, ca: root.cert};
			},
			found: 'tls-cert-chain-provider-ca fail high',
		},
	];
	test.each(cases)('$name', async ({make, found}) => {
		const {ca, ...tls} = await make();
		const seenReport = await withServer({tls}, ({port}) =>
			probeLocal({port, ...(ca === undefined ? {} : {ca})}),
		);
		expect(lines(seenReport)).toContain(found);
		expect(lines(seenReport)).toContain('tls-offered pass');
	});

	test('a complete chain with an intermediate passes, and so does a bundle with an expired root beside (trap)', async () => {
		const root = await issue({
			name: 'Root',
			isCa: true,
			notAfter: new Date(Date.now() + 400 * day),
		});
		const middle = await issue({
			name: 'Middle',
			isCa: true,
			by: root,
			notAfter: new Date(Date.now() + 300 * day),
		});
		const old = await issue({
			name: 'Old root',
			isCa: true,
			notBefore: new Date(Date.now() - 400 * day),
			notAfter: new Date(Date.now() - day),
		});
		const leaf = await issue({hosts: ['localhost'], by: middle});
		const seenReport = await withServer(
			{tls: {cert: leaf.cert + middle.cert, key: leaf.key}},
			({port}) => probeLocal({port, ca: old.cert + root.cert}),
		);
		expect(lines(seenReport)).toEqual(
			expect.arrayContaining([
				'tls-cert-chain-provider-ca pass',
				'tls-cert-chain-complete pass',
				'tls-ca-expiry pass',
			]),
		);
	});
});

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
		for (const {check, observed} of open)
			expect(observed).toContain(`dbvet probe NAME --only ${check}`);
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
			({port}) => probeLocal({port, ca: ca.cert}),
		);
		await shared.query('ALTER SYSTEM RESET ssl_max_protocol_version');
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
			'tls-spki-pin not-applicable',
			'tls-client-cert-requested unknown unsupported-version',
		]);
	});
});
