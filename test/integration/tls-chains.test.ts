import {describe, expect, test} from 'vitest';
import {issue, type Issued} from '../helpers/certificates.js';
import {haveOpenssl, startOpenssl} from '../helpers/openssl-server.js';
import {lines, probeLocal} from '../helpers/probe-local.js';
import {changingServer} from '../helpers/tls-server.js';
import {parseCertificate, pinOf} from '../../src/probes/wire/certificate.js';

const day = 86_400_000;
const inDays = (days: number): Date => new Date(Date.now() + days * day);
const withServer = changingServer();

type Trusted = {readonly ca?: string; readonly pin?: string};
type Keys = {readonly cert: string; readonly key: string};

const look = async (
	{cert, key}: Keys,
	{ca, pin}: Trusted,
	settings: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> =>
	lines(
		await withServer({tls: {cert, key}, settings}, ({port}) =>
			probeLocal({
				port,
				...(ca === undefined ? {} : {ca}),
				...(pin === undefined ? {} : {target: {verification: {pin}}}),
			}),
		),
	);

const makeRoot = (more: Parameters<typeof issue>[0] = {}): Promise<Issued> =>
	issue({name: 'Root', isCa: true, notAfter: inDays(400), ...more});
const makeMiddle = (by: Issued, more: Parameters<typeof issue>[0] = {}): Promise<Issued> =>
	issue({name: 'Middle', isCa: true, by, notAfter: inDays(300), ...more});
const makeLeaf = (by: Issued): Promise<Issued> => issue({hosts: ['localhost'], by});
const pinOfCa = ({cert}: Issued): string => {
	const certificate = parseCertificate(cert);
	return (certificate === undefined ? undefined : pinOf(certificate)) ?? 'none';
};

/** Name constraints that permit other.example alone. */
const otherNamesOnly = {'2.5.29.30': '3013a011300f820d6f746865722e6578616d706c65'};

describe('what trust rests on is more than what the server sends', () => {
	test('a root of 1024 bits in the CA file is found', async () => {
		const root = await makeRoot({key: 'rsa-1024'});
		const seen = await look(await makeLeaf(root), {ca: root.cert});
		expect(seen).toContain('tls-cert-key-strength[CN=Root] fail high');
	});

	test('so is an intermediate that the CA file lends, weak or signed with SHA-1', async () => {
		const root = await makeRoot({key: 'rsa-2048'});
		const middle = await makeMiddle(root, {key: 'rsa-1024', hash: 'SHA-1'});
		const seen = await look(await makeLeaf(middle), {ca: root.cert + middle.cert});
		expect(seen).toContain('tls-cert-key-strength[CN=Middle] fail high');
		expect(seen).toContain('tls-cert-signature[CN=Middle] fail high');
	});

	test('a root that is not in force yet is found', async () => {
		const root = await makeRoot({notBefore: inDays(2)});
		const seen = await look(await makeLeaf(root), {ca: root.cert});
		expect(seen).toContain('tls-cert-not-yet-valid fail high');
	});

	test.each(['expired', 'future'])(
		'a root that was issued anew with its key counts, not the %s one beside it',
		async which => {
			const other = await makeRoot(
				which === 'expired'
					? {notBefore: inDays(-400), notAfter: inDays(-2)}
					: {notBefore: inDays(2), notAfter: inDays(4_000)},
			);
			const root = await makeRoot({keyOf: other});
			const seen = await look(await makeLeaf(root), {ca: other.cert + root.cert});
			expect(seen).toEqual(
				expect.arrayContaining([
					'tls-ca-expiry pass',
					'tls-cert-not-yet-valid pass',
					'tls-cert-chain-provider-ca pass',
				]),
			);
		},
	);

	test('a server whose certificate is a CA is found', async () => {
		const root = await makeRoot();
		const leaf = await issue({hosts: ['localhost'], by: root, isCa: true, serves: true});
		const seen = await look(leaf, {ca: root.cert});
		expect(seen).toContain('tls-cert-chain-provider-ca pass');
		expect(seen).toContain('tls-cert-eku-ku fail medium');
	});
});

describe('a CA below the pinned one', () => {
	test('that may issue for other names alone is not proven by the pin', async () => {
		const root = await makeRoot();
		const middle = await makeMiddle(root, {extensions: otherNamesOnly});
		const leaf = await makeLeaf(middle);
		const tls = {cert: leaf.cert + middle.cert + root.cert, key: leaf.key};
		const pin = pinOfCa(root);
		expect(await look(tls, {pin})).toContain(
			'tls-cert-chain-provider-ca unknown certificate-not-verified',
		);
		expect(await look(tls, {pin, ca: root.cert})).toContain('tls-cert-chain-provider-ca fail high');
	});

	test('that may not have issued a CA breaks the chain', async () => {
		const root = await makeRoot({depth: 0});
		const middle = await makeMiddle(root);
		const leaf = await makeLeaf(middle);
		const tls = {cert: leaf.cert + middle.cert + root.cert, key: leaf.key};
		expect(await look(tls, {pin: pinOfCa(root)})).toContain('tls-cert-chain-provider-ca fail high');
	});

	test('that keeps to its limits is as good as any', async () => {
		const root = await makeRoot({depth: 1});
		const middle = await makeMiddle(root, {depth: 0});
		const leaf = await makeLeaf(middle);
		const tls = {cert: leaf.cert + middle.cert + root.cert, key: leaf.key};
		expect(await look(tls, {pin: pinOfCa(root)})).toContain('tls-cert-chain-provider-ca pass');
	});
});

describe('suites that few servers have', () => {
	const only12 = {ssl_max_protocol_version: 'TLSv1.2'};
	test('those without a certificate are found, Camellia with SHA-256 too', async () => {
		const root = await makeRoot();
		const seen = await look(
			await makeLeaf(root),
			{ca: root.cert},
			{
				...only12,
				ssl_ciphers: 'ECDHE-ECDSA-AES256-GCM-SHA384:ADH-CAMELLIA128-SHA256:@SECLEVEL=0',
			},
		);
		expect(seen.filter(line => line.startsWith('tls-ciphers-weak'))).toEqual([
			'tls-ciphers-weak[anonymous (no certificate)] fail critical',
		]);
	});

	test('a curve of Brainpool alone hides nothing that a hello can ask', async () => {
		const root = await makeRoot();
		const seen = await look(
			await makeLeaf(root),
			{ca: root.cert},
			{
				ssl_groups: 'brainpoolP256r1',
				ssl_min_protocol_version: 'TLSv1',
				ssl_ciphers: 'ECDHE-ECDSA-AES256-SHA:ECDHE-ECDSA-NULL-SHA:@SECLEVEL=0',
			},
		);
		expect(seen).toEqual(
			expect.arrayContaining([
				'tls-versions[TLS 1.0] fail high',
				'tls-versions[TLS 1.1] fail high',
				'tls-ciphers-weak[NULL (no encryption)] fail critical',
				'tls-cert-hostname pass',
			]),
		);
	});

	test('a server with ARIA alone is no mystery', async () => {
		const root = await makeRoot();
		const seen = await look(
			await makeLeaf(root),
			{ca: root.cert},
			{
				...only12,
				ssl_ciphers: 'ECDHE-ECDSA-ARIA256-GCM-SHA384',
				ssl_groups: 'X25519:prime256v1',
			},
		);
		expect(seen).toEqual(
			expect.arrayContaining([
				'tls-offered pass',
				'tls-ciphers-weak pass',
				'tls-cert-chain-provider-ca pass',
				'tls-forward-secrecy pass',
			]),
		);
	});
});

describe.skipIf(!haveOpenssl)('a proxy with a certificate for each kind of key', () => {
	const redis = {engine: 'redis', identities: []} as const;
	const shown = async (server: Issued, other: Issued, ca: Issued, args: readonly string[]) => {
		const proxy = await startOpenssl({ca, server}, {args, other});
		try {
			const seen = await probeLocal({port: proxy.port, ca: ca.cert, target: redis});
			expect(seen.connections).toBeLessThanOrEqual(9);
			return lines(seen).filter(line => /^tls-(cert|ca)/.test(line) && line.includes(' fail '));
		} finally {
			await proxy.stop();
		}
	};

	const weak = 'DEFAULT:@SECLEVEL=0';
	test.each([
		{args: ['-cipher', weak]},
		{args: ['-tls1_2', '-cipher', weak]},
		{args: ['-tls1_3', '-cipher', weak]},
		{args: ['-serverpref', '-cipher', 'aECDSA:aRSA:@SECLEVEL=0']},
		{args: ['-serverpref', '-cipher', 'aRSA:aECDSA:@SECLEVEL=0']},
	])('$args: each is judged, the one that is not preferred too', async ({args}) => {
		const ca = await makeRoot({key: 'rsa-2048'});
		const good = await issue({hosts: ['localhost'], by: ca, key: 'rsa-2048'});
		const curve = await issue({hosts: ['localhost'], by: ca});
		const expired = {by: ca, notBefore: inDays(-30), notAfter: inDays(-1)};
		const badRsa = await issue({hosts: ['localhost'], ...expired, key: 'rsa-1024'});
		const badCurve = await issue({hosts: ['other.example'], ...expired});
		const rsaFaults = await shown(curve, badRsa, ca, args);
		expect(rsaFaults.join('\n')).toContain('tls-cert-expiry');
		expect(rsaFaults.join('\n')).toContain('tls-cert-key-strength');
		const curveFaults = await shown(good, badCurve, ca, args);
		expect(curveFaults.join('\n')).toContain('tls-cert-expiry');
		expect(curveFaults.join('\n')).toContain('tls-cert-hostname');
		expect(await shown(good, curve, ca, args)).toEqual([]);
	});
});
