import {connect, createServer, type Socket} from 'node:net';
import {createSecureContext, TLSSocket} from 'node:tls';
import type {Issued} from './certificates.js';
import {freePort} from './postgres-server.js';

export type TlsEnd = {readonly port: number; readonly stop: () => Promise<void>};

/** The header and the code of PostgreSQL's SSLRequest (manual, "Message Formats"). */
const sslRequest = Buffer.from([0, 0, 0, 8, 4, 0xd2, 0x16, 0x2f]);

/** A relay that ends TLS with the certificate given and speaks in clear to a PostgreSQL behind it, as some poolers do. */
export const startTlsEnd = async (
	{cert, key}: Pick<Issued, 'cert' | 'key'>,
	behind: {readonly host: string; readonly port: number},
): Promise<TlsEnd> => {
	const secureContext = createSecureContext({cert, key});
	const sockets = new Set<Socket>();
	const keep = (socket: Socket): Socket => {
		sockets.add(socket);
		return socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
	};
	const server = createServer(raw => {
		keep(raw);
		raw.once('data', (first: Buffer) => {
			if (!first.equals(sslRequest)) {
				raw.destroy();
				return;
			}
			raw.write('S');
			const secured = keep(new TLSSocket(raw, {isServer: true, secureContext}));
			const inClear = keep(connect(behind));
			secured.pipe(inClear).pipe(secured);
			secured.on('close', () => inClear.destroy());
		});
	});
	const port = await freePort();
	await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
	return {
		port,
		stop: () =>
			new Promise(resolve => {
				server.close(() => {
					resolve();
				});
				for (const socket of sockets) socket.destroy();
			}),
	};
};
