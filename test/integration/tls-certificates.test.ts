import {describe, expect, test} from 'vitest';
import {issue, issueServer} from '../helpers/certificates.js';
import {lines, probeLocal} from '../helpers/probe-local.js';
import {changingServer} from '../helpers/tls-server.js';

const day = 86_400_000;
const withServer = changingServer();

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
			name: 'issued for twenty years',
			make: async () => {
				const {ca, server} = await issueServer({notAfter: new Date(Date.now() + 7_300 * day)});
				return {cert: server.cert, key: server.key, ca: ca.cert};
			},
			found: 'tls-cert-validity-length fail medium',
		},
		{
			name: 'issued for clients only',
			make: async () => {
				const {ca, server} = await issueServer({clientAuth: true});
				return {cert: server.cert, key: server.key, ca: ca.cert};
			},
			found: 'tls-cert-eku-ku fail medium',
		},
		{
			name: 'issued for signing certificates, and used by a server',
			make: async () => {
				const {cert, key} = await issue({hosts: ['localhost'], isCa: true});
				return {cert, key, ca: cert};
			},
			found: 'tls-cert-eku-ku fail medium',
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
