import 'reflect-metadata';
import {webcrypto} from 'node:crypto';
import * as x509 from '@peculiar/x509';

x509.cryptoProvider.set(webcrypto as never);

type CryptoKey = webcrypto.CryptoKey;
type CryptoKeyPair = webcrypto.CryptoKeyPair;

export type Issued = {
	/** PEM of the certificate alone. */
	readonly cert: string;
	/** PEM of the private key (PKCS 8). */
	readonly key: string;
	readonly certificate: x509.X509Certificate;
	readonly keys: CryptoKeyPair;
};

export type IssueOptions = {
	readonly name?: string;
	/** DNS names and IP addresses of the subject alternative name. */
	readonly hosts?: readonly string[];
	/** Who signs; absent: self-signed. */
	readonly by?: Issued;
	readonly isCa?: boolean;
	/** A CA whose key is a server's as well. */
	readonly serves?: boolean;
	/** How many CAs may stand below it. */
	readonly depth?: number;
	readonly notBefore?: Date;
	readonly notAfter?: Date;
	readonly key?: 'ec-p256' | 'rsa-2048' | 'rsa-1024';
	/** Digest of the signature made by the issuer. */
	readonly hash?: 'SHA-256' | 'SHA-1';
	readonly clientAuth?: boolean;
	/** Demands that the server hands out word of its revocation by itself (RFC 7633). */
	readonly mustStaple?: boolean;
	/** Names this OCSP server. */
	readonly ocsp?: string;
	/** Has the key of this one: the same CA or server, issued anew. */
	readonly keyOf?: Issued;
	/** Extensions of its own, as hex of DER by identifier; critical all of them. */
	readonly extensions?: Readonly<Record<string, string>>;
};

const day = 86_400_000;
const isIp = (host: string): boolean => /^[0-9.]+$/.test(host) || host.includes(':');

const generate = (kind: NonNullable<IssueOptions['key']>): Promise<CryptoKeyPair> =>
	kind === 'ec-p256'
		? webcrypto.subtle.generateKey({name: 'ECDSA', namedCurve: 'P-256'}, true, ['sign', 'verify'])
		: webcrypto.subtle.generateKey(
				{
					name: 'RSASSA-PKCS1-v1_5',
					modulusLength: kind === 'rsa-1024' ? 1024 : 2048,
					publicExponent: new Uint8Array([1, 0, 1]),
					hash: 'SHA-256',
				},
				true,
				['sign', 'verify'],
			);

const pem = (label: string, der: ArrayBuffer): string =>
	`-----BEGIN ${label}-----\n${(
		Buffer.from(der)
			.toString('base64')
			.match(/.{1,64}/g) ?? []
	).join('\n')}\n-----END ${label}-----\n`;

/** Issues a certificate in JavaScript: nothing but Node is needed. Valid from yesterday for 90 days unless told. */
export const issue = async (options: IssueOptions = {}): Promise<Issued> => {
	const keys = options.keyOf?.keys ?? (await generate(options.key ?? 'ec-p256'));
	const signer = options.by?.keys ?? keys;
	const subject = `CN=${options.name ?? options.hosts?.[0] ?? 'dbvet test'}`;
	const algorithm = signer.privateKey.algorithm.name;
	const signingKey =
		options.hash === 'SHA-1' && algorithm === 'RSASSA-PKCS1-v1_5'
			? await rehash(signer.privateKey, 'SHA-1')
			: signer.privateKey;
	const certificate = await x509.X509CertificateGenerator.create({
		serialNumber: Buffer.from(webcrypto.getRandomValues(new Uint8Array(8)))
			.toString('hex')
			.replace(/^[89a-f]/, '1'),
		subject,
		issuer: options.by?.certificate.subject ?? subject,
		notBefore: options.notBefore ?? new Date(Date.now() - day),
		notAfter: options.notAfter ?? new Date(Date.now() + 90 * day),
		signingKey,
		publicKey: keys.publicKey,
		signingAlgorithm:
			algorithm === 'ECDSA'
				? {name: 'ECDSA', hash: options.hash ?? 'SHA-256'}
				: {name: 'RSASSA-PKCS1-v1_5', hash: options.hash ?? 'SHA-256'},
		extensions: [
			new x509.BasicConstraintsExtension(options.isCa ?? false, options.depth, true),
			...(options.isCa === true
				? [
						new x509.KeyUsagesExtension(
							x509.KeyUsageFlags.keyCertSign |
								(options.serves === true
									? x509.KeyUsageFlags.digitalSignature
									: x509.KeyUsageFlags.cRLSign),
							true,
						),
					]
				: [
						new x509.ExtendedKeyUsageExtension([
							options.clientAuth === true ? '1.3.6.1.5.5.7.3.2' : '1.3.6.1.5.5.7.3.1',
						]),
					]),
			...(options.mustStaple === true
				? [new x509.Extension('1.3.6.1.5.5.7.1.24', false, Buffer.from('3003020105', 'hex'))]
				: []),
			...Object.entries(options.extensions ?? {}).map(
				([identifier, value]) => new x509.Extension(identifier, true, Buffer.from(value, 'hex')),
			),
			...(options.ocsp === undefined
				? []
				: [new x509.AuthorityInfoAccessExtension({ocsp: options.ocsp})]),
			...(options.hosts === undefined
				? []
				: [
						new x509.SubjectAlternativeNameExtension(
							options.hosts.map(host => ({type: isIp(host) ? 'ip' : 'dns', value: host})),
						),
					]),
		],
	});
	return {
		certificate,
		keys,
		cert: `${certificate.toString('pem')}\n`,
		key: pem('PRIVATE KEY', await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)),
	};
};

const rehash = async (key: CryptoKey, hash: string): Promise<CryptoKey> =>
	webcrypto.subtle.importKey(
		'pkcs8',
		await webcrypto.subtle.exportKey('pkcs8', key),
		{name: 'RSASSA-PKCS1-v1_5', hash},
		true,
		['sign'],
	);

/** A CA and a server certificate for loopback, signed by it: what most tests need. */
export const issueServer = async (
	options: IssueOptions = {},
): Promise<{readonly ca: Issued; readonly server: Issued}> => {
	const ca = await issue({
		name: 'dbvet test CA',
		isCa: true,
		notAfter: new Date(Date.now() + 3650 * day),
		key: options.key ?? 'ec-p256',
	});
	return {ca, server: await issue({hosts: ['localhost', '127.0.0.1', '::1'], ...options, by: ca})};
};
