import type {X509Certificate} from 'node:crypto';
import {isIP} from 'node:net';
import {connect, type DetailedPeerCertificate, type TLSSocket} from 'node:tls';
import {isSocket} from '../../domain/socket-endpoint.js';
import {WireFailure, type Connection} from '../engine/connection.js';
import {parseCertificate} from './certificate.js';
import {asciiHost} from './host-name.js';

type SecureOptions = {
	/** The host that the certificate should name; sent as SNI unless it is an IP address or the path of a socket. */
	readonly host: string;
	/** PEM blocks to trust; undefined: the root certificates that come with Node.js; empty: none. */
	readonly ca: readonly string[] | undefined;
	readonly client?: {readonly cert: string; readonly key: string} | undefined;
	readonly alpn?: string;
	/** Also speaks old versions and weak keys, to look at what the server has; never for sending a secret. */
	readonly lenient: boolean;
	/** Asks for word of the revocation of the certificate (RFC 6066, section 8). */
	readonly staple?: boolean;
	/** The only kinds of signatures that are offered, as OpenSSL writes lists of them; a server chooses its certificate by these. */
	readonly signatures?: string | undefined;
};

/** A finished TLS handshake. Nothing was refused for the certificate's sake: that is for the caller to judge. */
export type Secured = {
	readonly socket: TLSSocket;
	/** For example TLSv1.3. */
	readonly protocol: string;
	readonly cipher: string;
	/** The error code of OpenSSL's verification against `ca` at the present time; undefined when it found no fault. */
	readonly opensslError?: string;
	/** The leaf first, then the issuers that were sent and, from `ca`, found. */
	readonly certificates: readonly X509Certificate[];
	readonly alpn?: string;
	/** The code of the error by which TLS ended after the handshake; undefined when it did not end so. */
	readonly brokenBy: () => string | undefined;
	/** The OCSP response that came in the handshake; undefined when none did or none was asked for. */
	readonly staple?: Buffer;
	/** Sessions that the server offered to resume, as OpenSSL writes them down; those of TLS 1.3 come after the handshake. */
	readonly sessions: () => readonly Buffer[];
};

const maxChain = 12;
/** OpenSSL hands out two; a server that hands out more says nothing new with them. */
const maxSessions = 8;

/** Undefined when OpenSSL took a certificate in the handshake that it cannot parse alone. */
const chainOf = (socket: TLSSocket): readonly X509Certificate[] | undefined => {
	const chain: X509Certificate[] = [];
	const known = new Set<string>();
	// Without a certificate node gives an empty object, which the types do not say.
	let next: Partial<DetailedPeerCertificate> | undefined = socket.getPeerCertificate(true);
	while (next?.raw !== undefined && chain.length < maxChain) {
		const certificate = parseCertificate(next.raw);
		if (certificate === undefined) return undefined;
		if (known.has(certificate.fingerprint256)) break;
		known.add(certificate.fingerprint256);
		chain.push(certificate);
		next = next.issuerCertificate;
	}
	return chain;
};

const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error ? String(error.code) : '';

const failureOf = (error: unknown): WireFailure => {
	const code = codeOf(error);
	return code === 'ECONNRESET' || code === 'EPIPE'
		? new WireFailure('connection-closed', 'closed during the TLS handshake')
		: new WireFailure('tls-handshake-failed', code);
};

/** Makes the TLS handshake on a connection. Rejects with a WireFailure when it does not come about. */
export const secure = (connection: Connection, options: SecureOptions): Promise<Secured> =>
	new Promise((resolve, reject) => {
		const socket = connect({
			socket: connection.socket,
			rejectUnauthorized: false,
			// The host name is judged by the caller, beside the chain and not mixed with it.
			checkServerIdentity: () => undefined,
			...(isIP(options.host) === 0 && !isSocket(options)
				? {servername: asciiHost(options.host)}
				: {}),
			...(options.ca === undefined ? {} : {ca: [...options.ca]}),
			...options.client,
			...(options.staple === true ? {requestOCSP: true} : {}),
			...(options.signatures === undefined ? {} : {sigalgs: options.signatures}),
			...(options.alpn === undefined ? {} : {ALPNProtocols: [options.alpn]}),
			...(options.lenient
				? {minVersion: 'TLSv1' as const, ciphers: 'ALL:!aNULL:@SECLEVEL=0'}
				: {minVersion: 'TLSv1.2' as const}),
		});
		const fail = (why: WireFailure): void => {
			connection.close();
			reject(connection.failure() ?? why);
		};
		let broken: string | undefined;
		let staple: Buffer | undefined;
		const sessions: Buffer[] = [];
		// The types promise a Buffer; node gives null when the server sent none.
		socket.on('OCSPResponse', (response: Buffer | null) => {
			staple = response ?? undefined;
		});
		socket.on('session', (session: Buffer) => {
			if (sessions.length < maxSessions) sessions.push(session);
		});
		const closed = (): void => fail(new WireFailure('connection-closed'));
		socket.on('error', error => {
			broken ??= codeOf(error);
			fail(failureOf(error));
		});
		socket.once('close', closed);
		socket.once('secureConnect', () => {
			socket.off('close', closed);
			const certificates = chainOf(socket);
			if (certificates === undefined) {
				fail(new WireFailure('unexpected-reply', 'the certificate cannot be parsed'));
				return;
			}
			// The types promise an Error; node gives the code of OpenSSL as a text, or null.
			const fault = socket.authorizationError as unknown;
			const {alpnProtocol} = socket;
			resolve({
				socket,
				protocol: socket.getProtocol() ?? '',
				cipher: socket.getCipher().standardName,
				certificates,
				brokenBy: () => broken,
				sessions: () => sessions,
				...(staple === undefined ? {} : {staple}),
				...(typeof fault === 'string' ? {opensslError: fault} : {}),
				...(typeof alpnProtocol === 'string' ? {alpn: alpnProtocol} : {}),
			});
		});
	});
