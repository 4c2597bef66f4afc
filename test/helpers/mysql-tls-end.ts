import {connect, createServer, type Socket} from 'node:net';
import {createSecureContext, TLSSocket} from 'node:tls';
import {capability, mysqlPacket} from '../../src/probes/wire/mysql.js';
import type {Issued} from './certificates.js';
import {packets} from './fake-mysql.js';
import {freePort} from './postgres-server.js';
import type {TlsEnd} from './tls-end.js';

/** Bytes of an SSLRequest with its header ("Protocol::SSLRequest"). */
const sslRequestBytes = 36;
const tlsLow = capability.tls & 0xffff;

/** Where the lower half of the capabilities is in a greeting: behind the version, the thread and eight bytes of the scramble. */
const capabilitiesAt = (greeting: Buffer): number => greeting.indexOf(0, 1) + 1 + 4 + 8 + 1;

/** Numbers packets anew by `by` until the login is over; after that each command begins at zero on both sides. */
const renumber =
	(to: Socket, by: number, login: {over: boolean}, change: (body: Buffer) => Buffer) =>
	(sequence: number, body: Buffer): void => {
		to.write(mysqlPacket(login.over ? sequence : sequence + by, change(body)));
	};

/**
 * A relay that ends TLS with the certificate given and speaks in clear to a MySQL or MariaDB behind it, as some proxies do.
 * @param change what it makes of the client's packets after the login
 */
export const startMysqlTlsEnd = async (
	{cert, key}: Pick<Issued, 'cert' | 'key'>,
	behind: {readonly host: string; readonly port: number},
	change: (body: Buffer) => Buffer = body => body,
): Promise<TlsEnd> => {
	const secureContext = createSecureContext({cert, key});
	const sockets = new Set<Socket>();
	const keep = <T extends Socket>(socket: T): T => {
		sockets.add(socket);
		socket.on('error', () => undefined);
		return socket;
	};
	const relay = (raw: Socket): void => {
		const inClear = keep(connect(behind));
		const login = {over: false};
		let client: Socket = raw;
		raw.on('close', () => inClear.destroy());
		inClear.on('close', () => client.end());
		inClear.on(
			'data',
			packets((sequence, body) => {
				if (client === raw) {
					const at = capabilitiesAt(body);
					body.writeUInt16LE(body.readUInt16LE(at) | tlsLow, at);
					raw.write(mysqlPacket(sequence, body));
					return;
				}
				renumber(client, 1, login, one => one)(sequence, body);
				// OK or an error ends the login.
				login.over ||= body[0] === 0 || body[0] === 0xff;
			}),
		);
		raw.once('data', (chunk: Buffer) => {
			// The client's TLS follows its SSLRequest at once, often in the same portion.
			raw.pause();
			if (chunk.length > sslRequestBytes) raw.unshift(chunk.subarray(sslRequestBytes));
			const secured = keep(new TLSSocket(raw, {isServer: true, secureContext}));
			client = secured;
			let first = true;
			secured.on(
				'data',
				packets((sequence, body) => {
					const inLogin = !login.over;
					if (first) body.writeUInt16LE(body.readUInt16LE(0) & ~tlsLow, 0);
					first = false;
					renumber(inClear, -1, login, one => (inLogin ? one : change(one)))(sequence, body);
				}),
			);
		});
	};
	const server = createServer(raw => {
		relay(keep(raw));
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
