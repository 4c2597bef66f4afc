import {WireFailure, type Connection} from '../engine/connection.js';
import {createReader, type Reader} from './reader.js';

/** SSLRequest of the PostgreSQL protocol: length 8 and the code 80877103. */
const sslRequest = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);

/** What a server says first to a StartupMessage. */
export type StartupReply =
	| {
			readonly kind: 'authentication';
			/** 0 in without a proof, 3 password in clear, 5 MD5, 7 GSS, 9 SSPI, 10 SASL. */
			readonly code: number;
			/** The SASL mechanisms when the code is 10. */
			readonly mechanisms: readonly string[];
	  }
	| {
			readonly kind: 'error';
			readonly sqlstate: string;
			readonly message: string;
			/** The function of the server that gave up, which no language changes; poolers name none. */
			readonly routine?: string;
	  };

const maxReply = 16_384;
/** Notices may come before the answer; a server that sends nothing else is not waited for. */
const maxMessages = 10;

/**
 * StartupMessage of protocol 3.0 for a user and a database. Names with a NUL would smuggle further parameters in and are
 * refused. Beside them only `application_name` is sent: poolers refuse others. `replication`: asks to replicate instead.
 */
export const startupMessage = (
	user: string,
	database: string,
	{replication = false}: {readonly replication?: boolean} = {},
): Buffer => {
	if (user.includes('\0') || database.includes('\0'))
		throw new WireFailure('client-cannot-offer', 'a name with a NUL character cannot be sent');
	const pairs = ['user', user, 'database', database, 'application_name', 'dbvet'];
	if (replication) pairs.push('replication', 'true');
	const body = Buffer.from(`${pairs.join('\0')}\0\0`, 'utf8');
	const head = Buffer.alloc(8);
	head.writeInt32BE(body.length + 8, 0);
	head.writeInt32BE(196_608, 4);
	return Buffer.concat([head, body]);
};

/** Terminate: the polite end after a server let us in without asking for a proof. */
export const terminate = Buffer.from([0x58, 0, 0, 0, 4]);

const errorFields = (body: Buffer): ReadonlyMap<string, string> =>
	new Map(
		body
			.toString('utf8')
			.split('\0')
			.filter(field => field.length > 1)
			.map(field => [field.slice(0, 1), field.slice(1)]),
	);

/** Reads an error message behind its first byte, an E. */
const readError = async (reader: Reader): Promise<Extract<StartupReply, {kind: 'error'}>> => {
	const length = (await reader.take(4)).readUInt32BE(0);
	if (length < 4 || length > maxReply)
		throw new WireFailure('unexpected-reply', 'the answer is not of the PostgreSQL protocol');
	const fields = errorFields(await reader.take(length - 4));
	const sqlstate = fields.get('C') ?? '';
	if (!/^[0-9A-Z]{5}$/.test(sqlstate))
		throw new WireFailure('unexpected-reply', 'an error message without SQLSTATE');
	const routine = fields.get('R');
	return {
		kind: 'error',
		sqlstate,
		message: fields.get('M') ?? '',
		...(routine === undefined ? {} : {routine}),
	};
};

/** Reads messages up to the first that answers a StartupMessage. */
export const readStartupReply = async (reader: Reader): Promise<StartupReply> => {
	for (let count = 0; count < maxMessages; count += 1) {
		const type = (await reader.take(1)).toString('latin1');
		if (type === 'E') return readError(reader);
		if (!'RvN'.includes(type))
			throw new WireFailure('unexpected-reply', 'the answer is not of the PostgreSQL protocol');
		const length = (await reader.take(4)).readUInt32BE(0);
		if (length < 4 || length > maxReply)
			throw new WireFailure('unexpected-reply', 'the answer is not of the PostgreSQL protocol');
		const body = await reader.take(length - 4);
		if (type === 'R') {
			if (body.length < 4)
				throw new WireFailure('unexpected-reply', 'a cut authentication request');
			const code = body.readInt32BE(0);
			const mechanisms =
				code === 10 ? body.subarray(4).toString('latin1').split('\0').filter(Boolean) : [];
			return {kind: 'authentication', code, mechanisms};
		}
	}
	throw new WireFailure('unexpected-reply', 'only notices, no answer');
};

/** Sends a StartupMessage without TLS and gives the first answer. No password challenge is ever answered. */
export const startInClear = async (
	connection: Connection,
	user: string,
	database: string,
	options: {readonly replication?: boolean} = {},
): Promise<StartupReply> => {
	connection.socket.write(startupMessage(user, database, options));
	const reply = await readStartupReply(
		createReader({stream: connection.socket, failure: connection.failure}, maxReply),
	);
	if (reply.kind === 'authentication' && reply.code === 0) connection.socket.write(terminate);
	return reply;
};

/** The answer to an SSLRequest. */
type SslAnswer = 'accepted' | 'declined';

const askForTls = async (connection: Connection, extra: Buffer): Promise<SslAnswer | Reader> => {
	connection.socket.write(Buffer.concat([sslRequest, extra]));
	const reader = createReader({stream: connection.socket, failure: connection.failure}, maxReply);
	const answer = (await reader.take(1)).toString('latin1');
	if (answer === 'E') return reader;
	if (!'SN'.includes(answer) || reader.waiting() > 0)
		throw new WireFailure('unexpected-reply', 'the answer to SSLRequest is neither S nor N');
	return answer === 'S' ? 'accepted' : 'declined';
};

/** Asks for TLS. An SSH server also begins with "S", so that more than the one byte is no PostgreSQL answer. */
export const requestTls = async (connection: Connection): Promise<SslAnswer | 'error'> => {
	const answer = await askForTls(connection, Buffer.alloc(0));
	return typeof answer === 'string' ? answer : 'error';
};

/** Asks for TLS with further bytes in the same packet, which only the test for the pre-handshake buffer wants. */
export const requestTlsBefore = async (
	connection: Connection,
	extra: Buffer,
): Promise<SslAnswer | StartupReply> => {
	const answer = await askForTls(connection, extra);
	return typeof answer === 'string' ? answer : readError(answer);
};
