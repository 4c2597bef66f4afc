import type {X509Certificate} from 'node:crypto';
import type {Identity} from '../../domain/target.js';
import {seen, unseen, type Observed} from '../engine/check.js';
import {need, observe, WireFailure} from '../engine/connection.js';
import type {CollectContext} from '../engine/family.js';
import {readStartupReply, requestTls, startupMessage, type StartupReply} from '../wire/postgres.js';
import {createReader} from '../wire/reader.js';
import {secure, type Secured} from '../wire/secure.js';
import {needTls} from '../wire/way-into-tls.js';
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
	/** As sent, when no roots were given; else with the issuers that were found in the roots. */
	readonly certificates: readonly X509Certificate[];
	/** OpenSSL's word on the chain, null for no fault; unseen when no roots were given. */
	readonly openssl: Observed<string | null>;
	/** What the first identity was told on the same connection. */
	readonly attempt: Observed<Attempt>;
};

/** The roots that count for the target; undefined for those of Node.js, which also serve when the CA file is unusable. */
const rootsOf = ({trust}: CollectContext): readonly string[] | undefined =>
	trust.source === 'given' && trust.ca.seen ? trust.ca.value : undefined;

const opensslWord = (
	{trust}: CollectContext,
	{opensslError}: Pick<Secured, 'opensslError'>,
): Observed<string | null> => (trust.ca.seen ? seen(opensslError ?? null) : trust.ca);

/**
 * A whole handshake; then, on the same connection, the question of the first identity. `withRoots`: against the target's
 * roots, for OpenSSL's word; without them node adds nothing to the certificates that were sent.
 */
export const shakeHands = (
	context: CollectContext,
	identity: Identity | undefined,
	withRoots: boolean,
): Promise<Observed<Handshake>> =>
	observe(async () => {
		const connection = need(await context.dial());
		try {
			await needTls(context.target.engine, connection);
			const {host} = context.endpoint;
			const secured = await secure(connection, {
				host,
				ca: withRoots ? rootsOf(context) : [],
				client: clientOf(context),
				lenient: true,
			});
			const openssl = withRoots ? opensslWord(context, secured) : unseen('tls-handshake-failed');
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
			return seen({best: {protocol, cipher}, certificates, openssl, attempt});
		} finally {
			connection.close();
		}
	});

/** OpenSSL's word on the chain, from a handshake of its own. */
export const askOpenssl = async (context: CollectContext): Promise<Observed<string | null>> => {
	const shaken = await shakeHands(context, undefined, true);
	return shaken.seen ? shaken.value.openssl : shaken;
};

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
		const connection = need(await context.dial({lifeMs: probeLifeMs}));
		let accepted = false;
		try {
			const answer = await requestTls(connection, startupMessage('dbvet', 'dbvet'));
			accepted = answer === 'accepted';
			if (!accepted) throw new WireFailure('unexpected-reply', 'TLS was declined');
			const secured = await secure(connection, {
				host: context.endpoint.host,
				ca: rootsOf(context),
				client: clientOf(context),
				lenient: true,
			});
			openssl = opensslWord(context, secured);
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
