import {seen, unseen, type Observed} from '../engine/check.js';
import {need, observe, WireFailure} from '../engine/connection.js';
import type {CollectContext} from '../engine/family.js';
import {greetMysql, type Greeting} from '../wire/greet-mysql.js';
import {
	clientCapabilities,
	clientHead,
	capability,
	mostPacketBytes,
	mysqlPacket,
	readMysqlPacket,
	refusalOf,
} from '../wire/mysql.js';
import {createReader} from '../wire/reader.js';
import type {GreetingFacts, MysqlClear} from './facts.js';

/** Nobody has this name: what happens to it happens to everybody. */
const inventedUser = 'dbvet_nobody';
const quit = mysqlPacket(0, Buffer.from([1]));
/** A server that answers a login at all does so within this time, in milliseconds. */
const answerMs = 3_000;

/** Without TLS, attributes, or lengths of more than a byte: what every server since MySQL 5.5 understands. */
const plainCapabilities =
	clientCapabilities &
	~(capability.tls | capability.connectAttributes | capability.lengthEncodedAuth);

const loginOf = (plugin: string): Buffer =>
	mysqlPacket(
		1,
		Buffer.concat([
			clientHead(plainCapabilities),
			Buffer.from(`${inventedUser}\0`, 'latin1'),
			Buffer.from([0]),
			Buffer.from(`${plugin.replaceAll('\0', '')}\0`, 'latin1'),
		]),
	);

/** What the first packet after a login says (MySQL manual, Connection Phase). */
export const readLoginReply = (body: Buffer): MysqlClear => {
	switch (body[0]) {
		case 0x00:
			return {kind: 'let-in'};
		case 0xff:
			return {kind: 'refused', ...refusalOf(body)};
		case 0x01:
		case 0xfe:
			return {kind: 'asks'};
		case undefined:
		default:
			throw new WireFailure('unexpected-reply', 'the login was answered with gibberish');
	}
};

/**
 * Tries to log in without TLS, as somebody who does not exist and with an empty password. The server may count it as a failed
 * login, of nobody's account.
 */
export const askMysqlInClear = (context: CollectContext): Promise<Observed<MysqlClear>> => {
	if (!context.options.plaintextTest)
		return Promise.resolve(
			unseen('cancelled', {detail: 'the test without TLS was switched off for this run'}),
		);
	return observe(async () => {
		const connection = need(await context.dial({lifeMs: answerMs}));
		try {
			const {plugin} = await greetMysql(connection);
			const {socket, failure} = connection;
			socket.write(loginOf(plugin));
			const reader = createReader({stream: socket, failure}, 2 * mostPacketBytes);
			const reply = readLoginReply((await readMysqlPacket(reader)).body);
			if (reply.kind === 'let-in') socket.write(quit);
			return seen(reply);
		} finally {
			connection.close();
		}
	});
};

/** The part of a greeting that is worth keeping. */
export const greetingFacts = ({version, plugin}: Greeting): GreetingFacts => ({version, plugin});
