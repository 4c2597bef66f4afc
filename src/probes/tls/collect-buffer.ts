import type {X509Certificate} from 'node:crypto';
import {seen, unseen, type Observed} from '../engine/check.js';
import {need, observe, WireFailure} from '../engine/connection.js';
import type {CollectContext} from '../engine/family.js';
import {
	readStartupReply,
	requestTlsBefore,
	startupMessage,
	type StartupReply,
} from '../wire/postgres.js';
import {createReader} from '../wire/reader.js';
import {secure} from '../wire/secure.js';
import {compareLeaves, nobodysName} from './collect-choice.js';
import {isEnd, opensslWord, rootsOf} from './collect-handshake.js';
import {clientOf} from './collect-identities.js';
import type {BufferFacts, DirectFacts, OtherNameFacts} from './facts.js';

const maxReply = 16_384;
/** A server may leave it unanswered. */
const probeLifeMs = 3_000;

/** What a probe showed that asked for a name which nobody has, so that the question of names needs no connection of its own. */
export type AsNobody = {
	readonly otherName: Observed<OtherNameFacts> | undefined;
	/** It failed, and the name may have been the hindrance. */
	readonly isDoubtful: boolean;
};

export type BufferProbe = AsNobody & {
	readonly buffer: Observed<BufferFacts>;
	/** OpenSSL's word on the chain, when the handshake came about. */
	readonly openssl: Observed<string | null>;
};

/** The server answered bytes that were sent in clear before TLS: they were taken for something said inside. */
const isAnswer = (reply: StartupReply): boolean =>
	reply.kind === 'authentication' || /^(28|3D)/.test(reply.sqlstate);

/** The server says that bytes came before TLS. */
const noticed = (reply: StartupReply): boolean =>
	reply.kind === 'error' &&
	reply.sqlstate === '08P01' &&
	reply.message === 'received unencrypted data after SSL request';

/**
 * CVE-2021-23214: bytes that follow SSLRequest in clear must not be taken for something said inside TLS. They are a
 * StartupMessage, and only a server with the fault answers it. Patched servers end with SQLSTATE 08P01 or just close.
 * @param own the certificate of the endpoint: given, the handshake asks for a name that nobody has. OpenSSL's word on the
 * chain is then no word on the endpoint's own
 */
export const probeBuffer = async (
	context: CollectContext,
	own: X509Certificate | undefined,
): Promise<BufferProbe> => {
	let openssl: Observed<string | null> = unseen('tls-handshake-failed');
	let otherName: Observed<OtherNameFacts> | undefined;
	let handshake: 'made' | 'failed' | undefined;
	const buffer = await observe<BufferFacts>(async () => {
		const connection = need(await context.dial({lifeMs: probeLifeMs}));
		try {
			const answer = await requestTlsBefore(connection, startupMessage('dbvet', 'dbvet'));
			// PgBouncer looks before it says yes, and ends with the same SQLSTATE (heard from 1.18 and 1.26).
			if (typeof answer !== 'string' && noticed(answer)) return seen('rejected');
			if (answer !== 'accepted') throw new WireFailure('unexpected-reply', 'TLS was declined');
			handshake = 'failed';
			const secured = await secure(connection, {
				host: own === undefined ? context.endpoint.host : nobodysName,
				ca: rootsOf(context),
				client: clientOf(context),
				lenient: true,
			});
			handshake = 'made';
			openssl = opensslWord(context, secured);
			if (own !== undefined) otherName = compareLeaves(own, secured.certificates[0]);
			const reader = createReader({stream: secured.socket, failure: connection.failure}, maxReply);
			const reply = await readStartupReply(reader);
			if (isAnswer(reply)) return seen('swallowed');
			if (reply.kind === 'error' && reply.sqlstate === '08P01') return seen('rejected');
			throw new WireFailure('unexpected-reply', 'an error message that tells nothing');
		} catch (error) {
			// A server that leaves the bytes to its TLS library fails there, and one that notices them may just close.
			if (handshake !== undefined && isEnd(error)) return seen('rejected');
			throw error;
		} finally {
			connection.close();
		}
	});
	return {buffer, openssl, otherName, isDoubtful: own !== undefined && handshake === 'failed'};
};

export type DirectProbe = AsNobody & {readonly direct: Observed<DirectFacts>};

/**
 * TLS from the first byte, as PostgreSQL 17 and newer speak it: only with the ALPN name "postgresql".
 * @param own as for `probeBuffer`
 */
export const probeDirect = async (
	context: CollectContext,
	own: X509Certificate | undefined,
): Promise<DirectProbe> => {
	let otherName: Observed<OtherNameFacts> | undefined;
	const direct = await observe<DirectFacts>(async () => {
		const connection = need(await context.dial({lifeMs: probeLifeMs}));
		try {
			const {alpn, certificates} = await secure(connection, {
				host: own === undefined ? context.endpoint.host : nobodysName,
				ca: [],
				client: clientOf(context),
				alpn: 'postgresql',
				lenient: true,
			});
			if (own !== undefined) otherName = compareLeaves(own, certificates[0]);
			return seen(alpn === 'postgresql' ? 'with-alpn' : 'without-alpn');
		} catch (error) {
			if (isEnd(error)) return seen('refused');
			throw error;
		} finally {
			connection.close();
		}
	});
	const isDoubtful = own !== undefined && direct.seen && direct.value === 'refused';
	return {direct, otherName, isDoubtful};
};

/**
 * What a probe showed that asked for another name: as it is where other names are served, else from the same probe with the
 * endpoint's own name.
 */
export const withoutDoubt = async <T>(
	probe: AsNobody,
	fact: Observed<T>,
	names: Observed<OtherNameFacts>,
	again: () => Promise<Observed<T>>,
): Promise<Observed<T>> =>
	!probe.isDoubtful || (names.seen && names.value.kind !== 'refused') ? fact : again();
