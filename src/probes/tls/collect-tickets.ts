import {setTimeout} from 'node:timers/promises';
import {once} from 'node:events';
import {seen, unseen, type Observed} from '../engine/check.js';
import type {Connection} from '../engine/connection.js';
import type {Secured} from '../wire/secure.js';
import {earlyDataOf} from '../wire/session.js';

/** A server that was told goodbye closes within a round trip; one that does not is not waited for longer, in milliseconds. */
const goodbyeMs = 1_000;
/** What a server may still say until it has heard the goodbye, in bytes. */
const mostAfter = 65_536;

/** The most that any ticket permits, of those that came before whatever else the server sent. */
const mostOf = (sessions: readonly Buffer[]): Observed<number> => {
	const sizes = sessions.map(earlyDataOf);
	return sizes.every(size => size !== undefined)
		? seen(Math.max(0, ...sizes))
		: unseen('unexpected-reply', {detail: 'a session that cannot be read'});
};

/**
 * How much early data the tickets of a session of TLS 1.3 permit. A server sends them right behind its handshake, so that they
 * are here once anything else of it is: an answer, or the end of the connection, for which it is told goodbye. Closes
 * the connection.
 * @param answered the server has answered something inside TLS already
 */
export const collectTickets = async (
	{socket, sessions, protocol, brokenBy}: Secured,
	{failure, close}: Pick<Connection, 'failure' | 'close'>,
	answered: boolean,
): Promise<Observed<number>> => {
	if (protocol !== 'TLSv1.3')
		return unseen('unsupported-version', {detail: `the handshake was one of ${protocol}`});
	if (answered || socket.readableEnded) return mostOf(sessions());
	// Where the time was over before, nothing more will be heard.
	if (socket.destroyed)
		return unseen(failure()?.reason ?? 'connection-closed', {
			detail: 'the connection had ended before',
		});
	let heard = 0;
	socket.on('data', (chunk: Buffer) => {
		heard += chunk.length;
		if (heard > mostAfter) close();
	});
	socket.resume();
	socket.end();
	const ended = once(socket, 'end').then(
		() => true,
		() => false,
	);
	const timer = new AbortController();
	const late = setTimeout(goodbyeMs, false, {signal: timer.signal, ref: false}).catch(() => false);
	const closed = once(socket, 'close').then(
		() => false,
		() => false,
	);
	const inOrder = await Promise.race([ended, closed, late]);
	timer.abort();
	if (inOrder) return mostOf(sessions());
	const some = mostOf(sessions());
	// A ticket that permits it is proof, whatever came after; that none came is proof only at an orderly end.
	if (some.seen && some.value > 0) return some;
	return unseen(failure()?.reason ?? 'connection-closed', {
		detail: brokenBy() ?? 'the server did not end the connection in order',
	});
};
