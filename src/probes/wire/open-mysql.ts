import type {Socket} from 'node:net';
import {isSocket} from '../../domain/socket-endpoint.js';
import {plainText} from '../../domain/text.js';
import {seen, type Observed} from '../engine/check.js';
import {need, observe, WireFailure, type Connection} from '../engine/connection.js';
import type {CollectContext} from '../engine/family.js';
import {greetMysql, type Greeting} from './greet-mysql.js';
import {capability, mysqlSslRequest} from './mysql.js';
import {secure} from './secure.js';
import {verifySocket} from './socket-peer.js';
import {verifyPeer, type PeerVerdict} from './verify.js';

/** A MySQL connection inside TLS, or over a Unix socket, before any name or password was sent. */
export type MysqlChannel = PeerVerdict & {
	readonly connection: Connection;
	readonly socket: Socket;
	/** False over the socket of a server that offers no TLS there. */
	readonly tls: boolean;
	readonly greeting: Greeting;
	/** The subject of the certificate that the server showed. */
	readonly subject: string;
};

const offersTls = ({capabilities}: Greeting): boolean => (capabilities & capability.tls) !== 0;

const upgrade = async (
	context: CollectContext,
	connection: Connection,
	greeting: Greeting,
): Promise<MysqlChannel> => {
	connection.socket.write(mysqlSslRequest());
	const {trust, endpoint} = context;
	const secured = await secure(connection, {
		host: endpoint.host,
		ca: trust.source === 'given' && trust.ca.seen ? trust.ca.value : undefined,
		client: trust.client?.seen === true ? trust.client.value : undefined,
		// Over a socket TLS is not what protects; an account may demand it all the same.
		lenient: isSocket(endpoint),
	});
	const verdict = verifyPeer(trust, endpoint.host, secured, context.now);
	const subject = plainText(secured.certificates[0]?.subject ?? '', 200);
	return {...verdict, connection, socket: secured.socket, tls: true, greeting, subject};
};

const openTls = async (context: CollectContext, connection: Connection): Promise<MysqlChannel> => {
	const greeting = await greetMysql(connection);
	if (!offersTls(greeting))
		throw new WireFailure('tls-handshake-failed', 'the server does not offer TLS');
	return upgrade(context, connection, greeting);
};

/** Over a socket the file system is what may verify the server, and a server without TLS is spoken to as it is. */
const openSocket = async (
	context: CollectContext,
	connection: Connection,
): Promise<MysqlChannel> => {
	const greeting = await greetMysql(connection);
	const verdict = await verifySocket(context.endpoint.host);
	if (offersTls(greeting)) return {...(await upgrade(context, connection, greeting)), ...verdict};
	const {socket} = connection;
	return {...verdict, connection, socket, tls: false, greeting, subject: ''};
};

/**
 * Opens one connection (of the family's share), reads the greeting, asks for TLS and makes the handshake with today's
 * protocols; over a Unix socket also without. The caller must look at `verified` before it sends a secret. It lives until the
 * target's deadline.
 */
export const openMysql = (context: CollectContext): Promise<Observed<MysqlChannel>> =>
	observe(async () => {
		const connection = need(await context.dial({lifeMs: context.remainingMs()}));
		try {
			return seen(await (isSocket(context.endpoint) ? openSocket : openTls)(context, connection));
		} catch (error) {
			connection.close();
			throw error;
		}
	});
