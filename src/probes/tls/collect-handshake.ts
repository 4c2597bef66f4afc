import type {X509Certificate} from 'node:crypto';
import type {Identity} from '../../domain/target.js';
import {seen, unseen, type Observed} from '../engine/check.js';
import {need, observe, WireFailure} from '../engine/connection.js';
import type {CollectContext} from '../engine/family.js';
import {readStartupReply, requestTls, startupMessage, type StartupReply} from '../wire/postgres.js';
import {createReader} from '../wire/reader.js';
import {secure} from '../wire/secure.js';
import {clientOf, startSecured, type Attempt} from './collect-identities.js';
import type {BufferFacts, DirectFacts, HandshakeFacts} from './facts.js';

const maxReply = 16_384;
/** For the two probes that a server may leave unanswered. */
const probeLifeMs = 3_000;

/** The peer ended the connection or the handshake of its own will. */
const isEnd = (error: unknown): boolean =>
	error instanceof WireFailure &&
	(error.reason === 'connection-closed' || error.reason === 'tls-handshake-failed');

export type Handshake = {
	readonly best: HandshakeFacts;
	/** As sent: no root of ours was added. */
	readonly certificates: readonly X509Certificate[];
	/** What the first identity was told on the same connection. */
	readonly attempt: Observed<Attempt>;
};

/** A whole handshake with an empty set of roots; then, on the same connection, the question of the first identity. */
export const shakeHands = (
	context: CollectContext,
	identity: Identity | undefined,
): Promise<Observed<Handshake>> =>
	observe(async () => {
		const connection = need(await context.dial());
		try {
			if ((await requestTls(connection)) !== 'accepted')
				throw new WireFailure('tls-handshake-failed', 'TLS was declined');
			const {host} = context.endpoint;
			const secured = await secure(connection, {
				host,
				ca: [],
				client: clientOf(context),
				lenient: true,
			});
			const attempt =
				identity === undefined
					? unseen('no-credentials')
					: await observe(async () =>
							seen({
								reply: await startSecured(secured, connection.failure, identity),
								source: connection.localAddress,
							}),
						);
			const {protocol, cipher, certificates} = secured;
			return seen({best: {protocol, cipher}, certificates, attempt});
		} finally {
			connection.close();
		}
	});

const rootsOf = ({trust}: CollectContext): readonly string[] | undefined =>
	trust.source === 'given' ? need(trust.ca) : undefined;

/** A whole handshake against the roots that count for the target: OpenSSL's word on the chain, null for no fault. */
export const askOpenssl = (context: CollectContext): Promise<Observed<string | null>> =>
	observe(async () => {
		const ca = rootsOf(context);
		const connection = need(await context.dial());
		try {
			if ((await requestTls(connection)) !== 'accepted')
				throw new WireFailure('tls-handshake-failed', 'TLS was declined');
			const {host} = context.endpoint;
			const secured = await secure(connection, {
				host,
				ca,
				client: clientOf(context),
				lenient: true,
			});
			return seen(secured.opensslError ?? null);
		} finally {
			connection.close();
		}
	});

export type BufferProbe = {
	readonly buffer: Observed<BufferFacts>;
	/** OpenSSL's word on the chain, when the handshake came about. */
	readonly openssl: Observed<string | null>;
};

/** The server answered bytes that were sent in clear before TLS: they were taken for something said inside. */
const isAnswer = (reply: StartupReply): boolean =>
	reply.kind === 'authentication' || /^(28|3D)/.test(reply.sqlstate);

/**
 * CVE-2021-23214: bytes that follow SSLRequest in clear must not be taken for something said inside TLS. They are a
 * StartupMessage, and only a server with the fault answers it. Patched servers end with SQLSTATE 08P01 or just close.
 */
export const probeBuffer = async (context: CollectContext): Promise<BufferProbe> => {
	let openssl: Observed<string | null> = unseen('tls-handshake-failed');
	const buffer = await observe<BufferFacts>(async () => {
		const {trust, endpoint} = context;
		const connection = need(await context.dial({lifeMs: probeLifeMs}));
		let accepted = false;
		try {
			const answer = await requestTls(connection, startupMessage('dbvet', 'dbvet'));
			accepted = answer === 'accepted';
			if (!accepted) throw new WireFailure('unexpected-reply', 'TLS was declined');
			const secured = await secure(connection, {
				host: endpoint.host,
				ca: trust.source === 'given' && trust.ca.seen ? trust.ca.value : undefined,
				client: clientOf(context),
				lenient: true,
			});
			openssl = trust.ca.seen ? seen(secured.opensslError ?? null) : trust.ca;
			const reader = createReader({stream: secured.socket, failure: connection.failure}, maxReply);
			const reply = await readStartupReply(reader);
			if (isAnswer(reply)) return seen('swallowed');
			if (reply.kind === 'error' && reply.sqlstate === '08P01') return seen('rejected');
			throw new WireFailure('unexpected-reply', 'an error message that tells nothing');
		} catch (error) {
			// A server that leaves the bytes to its TLS library fails there, and one that notices them may just close.
			if (accepted && isEnd(error)) return seen('rejected');
			throw error;
		} finally {
			connection.close();
		}
	});
	return {buffer, openssl};
};

/** TLS from the first byte, as PostgreSQL 17 and newer speak it: only with the ALPN name "postgresql". */
export const probeDirect = (context: CollectContext): Promise<Observed<DirectFacts>> =>
	observe<DirectFacts>(async () => {
		const connection = need(await context.dial({lifeMs: probeLifeMs}));
		try {
			const {host} = context.endpoint;
			const {alpn} = await secure(connection, {
				host,
				ca: [],
				client: clientOf(context),
				alpn: 'postgresql',
				lenient: true,
			});
			return seen(alpn === 'postgresql' ? 'with-alpn' : 'without-alpn');
		} catch (error) {
			if (isEnd(error)) return seen('refused');
			throw error;
		} finally {
			connection.close();
		}
	});
