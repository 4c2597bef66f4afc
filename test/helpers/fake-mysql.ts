import {createServer, type Socket} from 'node:net';
import {TLSSocket, createSecureContext} from 'node:tls';
import {mysqlPacket} from '../../src/probes/wire/mysql.js';
import {issueServer} from './certificates.js';

/** A length-encoded string; null as NULL. */
export const lengthEncoded = (value: string | null): Buffer => {
	if (value === null) return Buffer.from([0xfb]);
	const bytes = Buffer.from(value);
	if (bytes.length < 0xfb) return Buffer.concat([Buffer.from([bytes.length]), bytes]);
	const head = Buffer.from([0xfd, 0, 0, 0]);
	head.writeUIntLE(bytes.length, 1, 3);
	return Buffer.concat([head, bytes]);
};

export const scramble = Buffer.from('abcdefghijklmnopqrst');

/** A greeting of protocol 10 ("Protocol::HandshakeV10"). */
export const greeting = (
	more: {readonly version?: string; readonly plugin?: string; readonly tls?: boolean} = {},
): Buffer => {
	const capabilities = (0x00ff_ffff & ~0x800) | (more.tls === false ? 0 : 0x800);
	const low = Buffer.alloc(2);
	low.writeUInt16LE(capabilities & 0xffff);
	const high = Buffer.alloc(2);
	high.writeUInt16LE(capabilities >>> 16);
	return Buffer.concat([
		Buffer.from([10]),
		Buffer.from(`${more.version ?? '8.4.13'}\0`),
		Buffer.from([1, 0, 0, 0]),
		scramble.subarray(0, 8),
		Buffer.from([0]),
		low,
		Buffer.from([45, 2, 0]),
		high,
		Buffer.from([21]),
		Buffer.alloc(10),
		scramble.subarray(8),
		Buffer.from([0]),
		Buffer.from(`${more.plugin ?? 'caching_sha2_password'}\0`),
	]);
};

export const ok = (status = 0x0002): Buffer =>
	Buffer.from([0, 0, 0, status & 0xff, status >> 8, 0, 0]);
export const readOnlyOk = ok(0x2003);
export const refuse = (code: number): Buffer =>
	Buffer.concat([Buffer.from([0xff, code & 0xff, code >> 8]), Buffer.from('#42000denied')]);
const end = Buffer.from([0xfe, 0, 0, 2, 0]);

/** The packets of a result: columns, their end, rows, their end. */
export const result = (
	columns: readonly string[],
	rows: readonly (readonly (string | null)[])[],
): readonly Buffer[] => [
	Buffer.from([columns.length]),
	...columns.map(name =>
		Buffer.concat([
			...['def', '', '', '', name, name].map(lengthEncoded),
			Buffer.from([0x0c, 45, 0, 0, 0, 0, 0, 0xfd, 0, 0, 0, 0, 0]),
		]),
	),
	end,
	...rows.map(row => Buffer.concat(row.map(lengthEncoded))),
	end,
];

/** One connection inside TLS; sequence numbers follow the client's. */
export type FakeSession = {
	/** Bodies of the client's packets, the handshake response first. */
	readonly heard: Buffer[];
	readonly send: (...bodies: readonly Buffer[]) => void;
	readonly raw: TLSSocket;
};

export type FakeMysql = {
	readonly port: number;
	readonly ca: string;
	readonly heard: () => readonly Buffer[];
	readonly stop: () => Promise<void>;
};

/** Cuts bytes into packets and hands over each body with its sequence number. */
export const packets = (
	take: (sequence: number, body: Buffer) => void,
): ((chunk: Buffer) => void) => {
	let rest = Buffer.alloc(0);
	return chunk => {
		rest = Buffer.concat([rest, chunk]);
		while (rest.length >= 4 && rest.length >= 4 + rest.readUIntLE(0, 3)) {
			const length = rest.readUIntLE(0, 3);
			take(rest.readUInt8(3), rest.subarray(4, 4 + length));
			rest = rest.subarray(4 + length);
		}
	};
};

/** An SSLRequest with its header. */
const sslRequestBytes = 36;

/**
 * A server that greets, speaks TLS as it should and then answers each packet of the client as told; a login without TLS gets
 * `inClear`.
 */
export const startFakeMysql = async (
	answer: (session: FakeSession, body: Buffer, count: number) => void,
	hello: Buffer = greeting(),
	inClear: Buffer = refuse(1045),
): Promise<FakeMysql> => {
	const issued = await issueServer();
	const secureContext = createSecureContext({cert: issued.server.cert, key: issued.server.key});
	const sockets = new Set<Socket>();
	const heard: Buffer[] = [];
	const server = createServer(raw => {
		sockets.add(raw);
		raw.on('error', () => undefined);
		raw.write(mysqlPacket(0, hello));
		raw.once('data', (chunk: Buffer) => {
			// Flag 0x800 of the client's capabilities: it goes on with TLS.
			if (((chunk[5] ?? 0) & 0x08) === 0) {
				raw.end(mysqlPacket(2, inClear));
				return;
			}
			// The client's TLS follows its SSLRequest at once, often in the same portion.
			raw.pause();
			if (chunk.length > sslRequestBytes) raw.unshift(chunk.subarray(sslRequestBytes));
			const socket = new TLSSocket(raw, {isServer: true, secureContext});
			socket.on('error', () => undefined);
			let next = 0;
			let count = 0;
			const session: FakeSession = {
				heard,
				raw: socket,
				send: (...bodies) => {
					for (const body of bodies) socket.write(mysqlPacket(next++, body));
				},
			};
			socket.on(
				'data',
				packets((sequence, body) => {
					next = sequence + 1;
					heard.push(Buffer.from(body));
					answer(session, body, count++);
				}),
			);
		});
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return {
		port: address.port,
		ca: issued.ca.cert,
		heard: () => heard,
		stop: () =>
			new Promise(resolve => {
				for (const socket of sockets) socket.destroy();
				server.close(() => resolve());
			}),
	};
};

/** What a COM_QUERY asks; undefined for other commands. */
export const queryOf = (body: Buffer): string | undefined =>
	body[0] === 3 ? body.subarray(1).toString('utf8') : undefined;
