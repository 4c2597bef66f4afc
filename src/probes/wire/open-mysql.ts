import type {TLSSocket} from 'node:tls';
import {plainText} from '../../domain/text.js';
import {seen, type Observed} from '../engine/check.js';
import {need, observe, WireFailure, type Connection} from '../engine/connection.js';
import type {CollectContext} from '../engine/family.js';
import {
	capability,
	mostGreetingBytes,
	mysqlSslRequest,
	readMysqlGreeting,
	type MysqlGreeting,
} from './mysql.js';
import {createReader} from './reader.js';
import {secure} from './secure.js';
import {verifyPeer, type PeerVerdict} from './verify.js';

/** A MySQL connection inside TLS, before any name or password was sent. */
export type MysqlChannel = PeerVerdict & {
	readonly connection: Connection;
	readonly socket: TLSSocket;
	readonly greeting: Extract<MysqlGreeting, {kind: 'greeting'}>;
	/** The subject of the certificate that the server showed. */
	readonly subject: string;
};

/** Errors that a server sends in place of its greeting (MySQL Server Error Message Reference). */
const turnedAway: Readonly<Record<number, string>> = {
	1040: 'the server has no connection left',
	1129: 'the server has blocked this address after too many failed connections',
	1130: 'the server does not let this address in',
};

const greet = async (connection: Connection): Promise<MysqlChannel['greeting']> => {
	const reader = createReader(
		{stream: connection.socket, failure: connection.failure},
		// What follows a greeting unasked is read too, to be refused.
		2 * mostGreetingBytes,
	);
	const greeting = await readMysqlGreeting(reader);
	if (greeting.kind === 'refused')
		throw new WireFailure(
			'connection-refused',
			turnedAway[greeting.code] ?? `the server refused with error ${greeting.code}`,
		);
	if ((greeting.capabilities & capability.tls) === 0)
		throw new WireFailure('tls-handshake-failed', 'the server does not offer TLS');
	// Whatever follows the greeting unasked would be taken for the beginning of what TLS protects.
	if (reader.waiting() > 0)
		throw new WireFailure('unexpected-reply', 'the server said more than a greeting');
	return greeting;
};

/**
 * Opens one connection (of the family's share), reads the greeting, asks for TLS and makes the handshake with today's
 * protocols. The caller must look at `verified` before it sends a secret. It lives until the target's deadline.
 */
export const openMysqlTls = (context: CollectContext): Promise<Observed<MysqlChannel>> =>
	observe(async () => {
		const connection = need(await context.dial({lifeMs: context.remainingMs()}));
		try {
			const greeting = await greet(connection);
			connection.socket.write(mysqlSslRequest());
			const {trust, endpoint} = context;
			const secured = await secure(connection, {
				host: endpoint.host,
				ca: trust.source === 'given' && trust.ca.seen ? trust.ca.value : undefined,
				client: trust.client?.seen === true ? trust.client.value : undefined,
				lenient: false,
			});
			const verdict = verifyPeer(trust, endpoint.host, secured, context.now);
			const subject = plainText(secured.certificates[0]?.subject ?? '', 200);
			return seen({...verdict, connection, socket: secured.socket, greeting, subject});
		} catch (error) {
			connection.close();
			throw error;
		}
	});
