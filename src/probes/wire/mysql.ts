import {WireFailure} from '../engine/connection.js';
import {fieldsOf} from './mysql-fields.js';
import type {Reader} from './reader.js';

/** Capability flags of the MySQL protocol (MySQL Internals, "Capabilities Flags") that dbvet looks at or claims. */
export const capability = {
	longPassword: 0x1,
	connectWithDatabase: 0x8,
	localFiles: 0x80,
	protocol41: 0x200,
	tls: 0x800,
	transactions: 0x2000,
	secureConnection: 0x8000,
	pluginAuth: 0x8_0000,
	connectAttributes: 0x10_0000,
	lengthEncodedAuth: 0x20_0000,
} as const;

/** What dbvet says it can do: no LOCAL INFILE, no statements in a row, no compression, no database of its own. */
export const clientCapabilities =
	capability.longPassword |
	capability.protocol41 |
	capability.tls |
	capability.transactions |
	capability.secureConnection |
	capability.pluginAuth |
	capability.connectAttributes |
	capability.lengthEncodedAuth;

/** Largest packet that dbvet takes, in bytes; the largest honest one seen is below 8 KiB. */
export const mostPacketBytes = 1024 * 1024;
/** utf8mb4_general_ci, which every version of MySQL and MariaDB in use knows. */
const utf8 = 45;

export type MysqlPacket = {readonly sequence: number; readonly body: Buffer};

/** A packet with its header: three bytes of length and a sequence number. */
export const mysqlPacket = (sequence: number, body: Buffer): Buffer => {
	const head = Buffer.alloc(4);
	head.writeUIntLE(body.length, 0, 3);
	head.writeUInt8(sequence & 0xff, 3);
	return Buffer.concat([head, body]);
};

/** Reads one packet. Rejects with `limit-exceeded` before a length that lies costs memory. */
export const readMysqlPacket = async (reader: Reader): Promise<MysqlPacket> => {
	const head = await reader.take(4);
	const length = head.readUIntLE(0, 3);
	if (length > mostPacketBytes)
		throw new WireFailure('limit-exceeded', `a packet of ${length} bytes`);
	return {sequence: head.readUInt8(3), body: await reader.take(length)};
};

/** An error packet: the number that MySQL documents for it. Its text is the server's and is not kept. */
export type MysqlRefusal = {readonly code: number; readonly sqlstate: string};

/** The error in a packet that begins with 0xff; before the login there may be no SQLSTATE. */
export const refusalOf = (body: Buffer): MysqlRefusal => {
	const fields = fieldsOf(body);
	fields.number(1);
	const code = fields.number(2);
	const marked = fields.peek() === 0x23 && fields.left() >= 6;
	const state = marked ? fields.bytes(6).toString('latin1').slice(1) : '';
	return {code, sqlstate: /^[0-9A-Z]{5}$/.test(state) ? state : ''};
};

/** What a server says before it is asked anything. It is not protected: nothing in it may be believed. */
export type MysqlGreeting =
	| {
			readonly kind: 'greeting';
			readonly version: string;
			readonly capabilities: number;
			/** Twenty bytes that a password is mixed with. */
			readonly scramble: Buffer;
			/** The way to log in that the server begins with; empty in old servers. */
			readonly plugin: string;
	  }
	| ({readonly kind: 'refused'} & MysqlRefusal);

/** A greeting is below 200 bytes; another protocol's first words give a length of millions. */
export const mostGreetingBytes = 4_096;

const notMysql = (): WireFailure =>
	new WireFailure('unexpected-reply', 'the greeting is not of the MySQL protocol');

/** Reads a greeting of protocol version 10 ("Protocol::HandshakeV10"), or the error that comes in its place. */
export const parseMysqlGreeting = (body: Buffer): MysqlGreeting => {
	const fields = fieldsOf(body);
	if (fields.peek() === 0xff) return {kind: 'refused', ...refusalOf(body)};
	if (fields.number(1) !== 10) throw notMysql();
	const version = fields.untilZero().toString('latin1');
	fields.number(4);
	const first = fields.bytes(8);
	fields.number(1);
	const low = fields.number(2);
	if (fields.left() === 0)
		return {kind: 'greeting', version, capabilities: low, scramble: first, plugin: ''};
	fields.bytes(3);
	const high = fields.number(2);
	const capabilities = (low | (high << 16)) >>> 0;
	const length = fields.number(1);
	fields.bytes(10);
	const second = fields.bytes(Math.min(fields.left(), Math.max(13, length - 8)));
	const rest = fields.bytes(fields.left());
	const zero = rest.indexOf(0);
	return {
		kind: 'greeting',
		version,
		capabilities,
		scramble: Buffer.concat([first, second.subarray(0, 12)]),
		plugin: rest.subarray(0, zero < 0 ? rest.length : zero).toString('latin1'),
	};
};

/** Reads the first packet of a connection, which must be the only thing that a server sends unasked. */
export const readMysqlGreeting = async (reader: Reader): Promise<MysqlGreeting> => {
	const head = await reader.take(4);
	const length = head.readUIntLE(0, 3);
	if (head.readUInt8(3) !== 0 || length === 0 || length > mostGreetingBytes) throw notMysql();
	return parseMysqlGreeting(await reader.take(length));
};

/** The beginning that SSLRequest and the handshake response share: 32 bytes. */
export const clientHead = (capabilities: number): Buffer => {
	const head = Buffer.alloc(32);
	head.writeUInt32LE(capabilities >>> 0, 0);
	head.writeUInt32LE(mostPacketBytes, 4);
	head.writeUInt8(utf8, 8);
	return head;
};

/** What is said without TLS: a server would take the flag for a request to begin with it. */
export const capabilitiesInClear = clientCapabilities & ~capability.tls;

/** Asks for TLS after the greeting ("Protocol::SSLRequest"); the handshake follows on the same connection. */
export const mysqlSslRequest = (): Buffer => mysqlPacket(1, clientHead(clientCapabilities));
