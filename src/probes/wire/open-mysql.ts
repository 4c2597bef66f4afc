import type {TLSSocket} from 'node:tls';
import {plainText} from '../../domain/text.js';
import {seen, type Observed} from '../engine/check.js';
import {need, observe, WireFailure, type Connection} from '../engine/connection.js';
import type {CollectContext} from '../engine/family.js';
import {greetMysql, type Greeting} from './greet-mysql.js';
import {capability, mysqlSslRequest} from './mysql.js';
import {secure} from './secure.js';
import {verifyPeer, type PeerVerdict} from './verify.js';

/** A MySQL connection inside TLS, before any name or password was sent. */
export type MysqlChannel = PeerVerdict & {
	readonly connection: Connection;
	readonly socket: TLSSocket;
	readonly greeting: Greeting;
	/** The subject of the certificate that the server showed. */
	readonly subject: string;
};

const greet = async (connection: Connection): Promise<Greeting> => {
	const greeting = await greetMysql(connection);
	if ((greeting.capabilities & capability.tls) === 0)
		throw new WireFailure('tls-handshake-failed', 'the server does not offer TLS');
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
