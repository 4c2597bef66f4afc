import type {Engine} from '../../domain/target.js';
import {WireFailure, type Connection} from '../engine/connection.js';
import {greetMysql, type Greeting} from './greet-mysql.js';
import {capability, mysqlSslRequest} from './mysql.js';
import {requestTls} from './postgres.js';

/** `accepted`: the next bytes of either side are TLS. `declined`: the server said that it has none. */
type Entrance = {
	readonly answer: 'accepted' | 'declined';
	/** What a server of the MySQL protocol said of itself first; nothing protects it. */
	readonly greeting?: Greeting;
};

const askPostgres = async (connection: Connection): Promise<Entrance> => {
	const answer = await requestTls(connection);
	if (answer === 'error')
		throw new WireFailure('unexpected-reply', 'an error message in answer to SSLRequest');
	return {answer};
};

const askMysql = async (connection: Connection): Promise<Entrance> => {
	const greeting = await greetMysql(connection);
	if ((greeting.capabilities & capability.tls) === 0) return {answer: 'declined', greeting};
	connection.socket.write(mysqlSslRequest());
	return {answer: 'accepted', greeting};
};

/** Redis speaks TLS from the first byte on a port of its own: there is nothing to ask. */
const askRedis = (): Promise<Entrance> => Promise.resolve({answer: 'accepted'});

const ways: Readonly<Record<Engine, (connection: Connection) => Promise<Entrance>>> = {
	postgresql: askPostgres,
	mysql: askMysql,
	mariadb: askMysql,
	redis: askRedis,
	valkey: askRedis,
};

/**
 * Brings a fresh connection to where the ClientHello is sent, in the way of the engine. Rejects with a WireFailure for what
 * is not the engine's protocol.
 */
export const askForTls = (engine: Engine, connection: Connection): Promise<Entrance> =>
	ways[engine](connection);

/** The same, for a caller that goes on with TLS or not at all. */
export const needTls = async (engine: Engine, connection: Connection): Promise<void> => {
	if ((await askForTls(engine, connection)).answer !== 'accepted')
		throw new WireFailure('tls-handshake-failed', 'TLS was declined');
};
