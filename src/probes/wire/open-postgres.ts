import type {TLSSocket} from 'node:tls';
import {seen, type Observed} from '../engine/check.js';
import {need, observe, WireFailure, type Connection} from '../engine/connection.js';
import type {CollectContext} from '../engine/family.js';
import {requestTls} from './postgres.js';
import {secure} from './secure.js';
import {verifyPeer, type PeerVerdict} from './verify.js';

/** A PostgreSQL connection inside TLS, before any StartupMessage. */
export type SecureChannel = PeerVerdict & {
	readonly connection: Connection;
	readonly socket: TLSSocket;
	readonly protocol: string;
	readonly cipher: string;
};

/**
 * Opens one connection (of the family's share), asks for TLS and makes the handshake with today's protocols. The caller
 * must look at `verified` before it sends a secret. `lifeMs`: how long the connection may live, in milliseconds.
 */
export const openPostgresTls = (
	context: CollectContext,
	{lifeMs = context.remainingMs()}: {readonly lifeMs?: number} = {},
): Promise<Observed<SecureChannel>> =>
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
			const {socket, protocol, cipher} = secured;
			const verdict = verifyPeer(trust, endpoint.host, secured, context.now);
			return seen({...verdict, connection, socket, protocol, cipher});
		} catch (error) {
			connection.close();
			throw error;
		}
	});
