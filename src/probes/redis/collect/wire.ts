import {seen, unseen, type Observed} from '../../engine/check.js';
import {need, observe} from '../../engine/connection.js';
import type {CollectContext} from '../../engine/family.js';
import {secure} from '../../wire/secure.js';
import {verifyPeer, type PeerVerdict} from '../../wire/verify.js';
import type {Admission, ClearAnswer} from '../facts.js';
import {createSession, type Session} from './session.js';

/** A conversation, and whether the server at the other end is the one that is meant. */
export type Channel = PeerVerdict & {
	readonly session: Session;
	readonly tls: boolean;
	readonly close: () => void;
};

/** A TLS server answers a ClientHello within this time, in milliseconds. */
const handshakeMs = 5_000;

/**
 * Opens the declared port with TLS from the first byte, as `rediss` does. A server that speaks no TLS may wait for ever for
 * the end of a line in the ClientHello, so that the attempt ends after 5 s, or when `hopeless` resolves.
 */
export const openTls = (
	context: CollectContext,
	hopeless: Promise<unknown>,
): Promise<Observed<Channel>> =>
	observe(async () => {
		const connection = need(await context.dial({lifeMs: context.remainingMs()}));
		let done = false;
		const giveUp = (): void => {
			if (!done) connection.close();
		};
		const timer = setTimeout(giveUp, handshakeMs);
		void hopeless.then(giveUp);
		try {
			const {trust, endpoint} = context;
			const secured = await secure(connection, {
				host: endpoint.host,
				ca: trust.source === 'given' && trust.ca.seen ? trust.ca.value : undefined,
				client: trust.client?.seen === true ? trust.client.value : undefined,
				lenient: false,
			});
			const verdict = verifyPeer(trust, endpoint.host, secured, context.now);
			const session = createSession(secured.socket, connection);
			return seen({...verdict, tls: true, session, close: connection.close});
		} catch (error) {
			connection.close();
			throw error;
		} finally {
			done = true;
			clearTimeout(timer);
		}
	});

/** Opens a port in clear: nothing about the server is proven. */
export const openClear = (
	context: CollectContext,
	options: {readonly lifeMs?: number; readonly port?: number} = {},
): Promise<Observed<Channel>> =>
	observe(async () => {
		const connection = need(await context.dial(options));
		return seen({
			verified: false,
			why: 'the server speaks without TLS',
			tls: false,
			session: createSession(connection.socket, connection),
			close: connection.close,
		});
	});

/** Marks an answer in the protocol of Redis that says neither that one is let in nor that one is not. */
const redisSpeaks = 'PING: another answer of Redis';

/**
 * What PING gets without a login. NOPERM means in, as a user who may not PING; DENIED is the protected mode of a server
 * without a password. Any other answer leaves it open.
 */
export const knock = async ({ask}: Session): Promise<Observed<Admission>> => {
	const reply = await ask('PING');
	if (!reply.seen) return reply;
	const {value} = reply;
	if (value.kind === 'text' && value.text === 'PONG') return seen('let-in', 'PING: PONG');
	if (value.kind === 'error') {
		if (value.code === 'NOAUTH') return seen('auth-required', 'PING: NOAUTH');
		if (value.code === 'DENIED') return seen('protected', 'PING: DENIED');
		if (value.code === 'NOPERM') return seen('let-in', 'PING: NOPERM');
		// Before Redis 6 there was another wording for the same.
		if (value.code === 'ERR' && value.text === 'operation not permitted')
			return seen('auth-required', 'PING: ERR operation not permitted');
	}
	return unseen('unexpected-reply', {
		detail: 'the answer to PING was neither PONG nor NOAUTH',
		source: redisSpeaks,
	});
};

/** A server that does not answer PING in clear within this time, in milliseconds, is not asked longer. */
const clearMs = 2_000;

/** An answer to PING in clear, and the conversation, to be gone on with or closed. */
export type Clear = {
	readonly channel: Observed<Channel>;
	readonly anonymous: Observed<Admission>;
};

/** Asks the declared port, or another of the same address, in clear. No password is ever sent with it. */
export const askInClear = async (context: CollectContext, port?: number): Promise<Clear> => {
	const channel = await openClear(context, {
		lifeMs: port === undefined ? context.remainingMs() : clearMs,
		...(port === undefined ? {} : {port}),
	});
	if (!channel.seen) return {channel, anonymous: channel};
	const clock = {late: false};
	const timer = setTimeout(() => {
		clock.late = true;
		channel.value.close();
	}, clearMs);
	const anonymous = await knock(channel.value.session);
	clearTimeout(timer);
	if (!anonymous.seen || port !== undefined) channel.value.close();
	return {
		channel,
		anonymous: clock.late
			? unseen('timed-out', {detail: `no answer in clear within ${clearMs} ms`})
			: anonymous,
	};
};

/** What such an answer says of the port. A TLS port ends the conversation at once, with an alert or without. */
export const clearAnswer = ({channel, anonymous}: Clear): Observed<ClearAnswer> => {
	if (!channel.seen)
		return channel.reason === 'connection-refused' ? seen('nothing-listens') : channel;
	if (anonymous.seen) return anonymous;
	// Too many clients, still loading, a PING that was renamed: all of these are said in clear.
	if (anonymous.source === redisSpeaks) return seen('another-answer');
	return anonymous.reason === 'connection-closed' || anonymous.reason === 'unexpected-reply'
		? seen('no-redis')
		: anonymous;
};
