import type {Socket} from 'node:net';
import {isSocket} from '../../domain/socket-endpoint.js';
import {seen, type Observed} from '../engine/check.js';
import {need, observe, WireFailure, type Connection} from '../engine/connection.js';
import type {CollectContext} from '../engine/family.js';
import {requestTls} from './postgres.js';
import {secure} from './secure.js';
import {verifySocket} from './socket-peer.js';
import {verifyPeer, type PeerVerdict} from './verify.js';

/** A PostgreSQL connection inside TLS, or over a Unix socket, before any StartupMessage. */
export type SecureChannel = PeerVerdict & {
	readonly connection: Connection;
	readonly socket: Socket;
};

/**
 * Opens one connection (of the family's share), asks for TLS and makes the handshake with today's protocols. The caller
 * must look at `verified` before it sends a secret. `lifeMs`: how long the connection may live, in milliseconds.
 */
export const openPostgresTls = (
	context: CollectContext,
	{lifeMs = context.remainingMs()}: {readonly lifeMs?: number} = {},
): Promise<Observed<SecureChannel & {readonly protocol: string}>> =>
	observe(async () => {
		const connection = need(await context.dial({lifeMs}));
		try {
			const answer = await requestTls(connection);
			if (answer !== 'accepted')
				throw new WireFailure('tls-handshake-failed', 'the server does not offer TLS');
			const {trust, endpoint} = context;
			const secured = await secure(connection, {
				host: endpoint.host,
				ca: trust.source === 'given' && trust.ca.seen ? trust.ca.value : undefined,
				client: trust.client?.seen === true ? trust.client.value : undefined,
				lenient: false,
			});
			const verdict = verifyPeer(trust, endpoint.host, secured, context.now);
			const {socket, protocol} = secured;
			return seen({...verdict, connection, socket, protocol});
		} catch (error) {
			connection.close();
			throw error;
		}
	});

/** The same over the Unix socket of the endpoint, where PostgreSQL speaks no TLS: the file system is what may verify it. */
const openPostgresSocket = (context: CollectContext): Promise<Observed<SecureChannel>> =>
	observe(async () => {
		const connection = need(await context.dial({lifeMs: context.remainingMs()}));
		const verdict = await verifySocket(context.endpoint.host);
		return seen({...verdict, connection, socket: connection.socket});
	});

/** The way into the endpoint that a login takes. */
export const openPostgres = (context: CollectContext): Promise<Observed<SecureChannel>> =>
	isSocket(context.endpoint) ? openPostgresSocket(context) : openPostgresTls(context);
