import type {Reason} from '../../../domain/outcome.js';
import type {Identity} from '../../../domain/target.js';
import {seen, unseen, type Observed} from '../../engine/check.js';
import {observe, WireFailure} from '../../engine/connection.js';
import type {CollectContext} from '../../engine/family.js';
import {logInVerified, noPassword, type OverSocket} from '../../engine/verified-login.js';
import type {MysqlRefusal} from '../../wire/mysql.js';
import {openMysql, type MysqlChannel} from '../../wire/open-mysql.js';
import {createReader} from '../../wire/reader.js';
import {authenticate} from './authenticate.js';
import {ask, quit} from './client.js';
import {createSession, type Session} from './session.js';

export type Login = {
	readonly session: Session;
	readonly channel: MysqlChannel;
	readonly close: () => Promise<void>;
};

/** Bytes a server may send in one probe; the largest honest answer seen is below one MiB. */
const mostBytes = 8 * 1024 * 1024;

const refusals: Readonly<Record<number, readonly [Reason, (user: string) => string]>> = {
	1045: ['authentication-failed', user => `the server refused the password of ${user}`],
	1698: ['authentication-failed', user => `the server refused the login of ${user}`],
	1130: ['authentication-failed', () => 'the server does not let this address in'],
	1129: ['connection-refused', () => 'the server has blocked this address'],
	1040: ['connection-refused', () => 'the server has no connection left'],
	1203: ['connection-refused', user => `${user} has no connection left`],
	1226: ['connection-refused', user => `${user} has used up its limit of connections`],
	1820: ['authentication-failed', user => `the password of ${user} has expired`],
	1862: ['authentication-failed', user => `the password of ${user} has expired`],
	3118: ['authentication-failed', user => `the account ${user} is locked`],
	3955: [
		'authentication-failed',
		user => `the account ${user} is locked for a time, after too many failed logins`,
	],
	4151: ['authentication-failed', user => `the account ${user} is locked`],
	4031: ['connection-refused', () => 'the server has no connection left'],
	1251: ['client-cannot-offer', user => `${user} logs in with a method that dbvet does not speak`],
};

const refused = ({code}: MysqlRefusal, user: string): Observed<never> => {
	const [reason, say] = refusals[code] ?? [
		'unexpected-reply' as const,
		() => `the login was answered with error ${code}`,
	];
	return unseen(reason, {detail: say(user), source: `error ${code}`});
};

const enter = (channel: MysqlChannel, user: string, secret: string): Promise<Observed<Login>> =>
	observe(async () => {
		const {connection, socket, greeting} = channel;
		// What goes wrong with the socket is told by the reader, which looks at why the connection ended.
		socket.on('error', () => undefined);
		const reader = createReader({stream: socket, failure: connection.failure}, mostBytes);
		const write = (bytes: Buffer): void => void socket.write(bytes);
		try {
			const {plugin, scramble} = greeting;
			const refusal = await authenticate(
				{reader, write, tls: channel.tls},
				{user, password: secret, plugin, scramble},
			);
			if (refusal !== undefined) {
				connection.close();
				return refused(refusal, user);
			}
			const session = createSession(async sql => {
				try {
					return await ask(reader, write, sql);
				} catch (error) {
					connection.close();
					throw error;
				}
			});
			const close = async (): Promise<void> => {
				// Without the polite end servers log an aborted connection.
				if (!socket.destroyed)
					await new Promise<void>(resolve => {
						socket.once('close', resolve);
						socket.end(quit, resolve);
					});
				connection.close();
			};
			return seen({session, channel, close});
		} catch (error) {
			connection.close();
			if (!(error instanceof WireFailure) || error.message !== '') throw error;
			throw new WireFailure(error.reason, 'the connection ended during the login');
		}
	});

/** What a login without a password came to: one that wants a password has none, or may not have it. */
const withoutPassword = (
	login: Observed<Login>,
	held: Observed<never> | undefined,
	identity: Identity,
): Observed<Login> => {
	if (login.seen || login.reason !== 'authentication-failed') return login;
	return (
		held ??
		unseen('no-credentials', {
			detail: `${noPassword(identity)}, and the server lets nobody of that name in without one from this user of the machine`,
		})
	);
};

/** The server may know who asks without a password, so that it is no trouble there that there is none, or that it is withheld. */
const enterOverSocket = async (
	channel: MysqlChannel,
	identity: Identity,
	{password, held}: OverSocket,
): Promise<Observed<Login>> => {
	const found = held ?? (await password());
	const none = held !== undefined || (!found.seen && found.detail === noPassword(identity));
	if (!found.seen && !none) {
		channel.connection.close();
		return found;
	}
	const secret = found.seen ? (found.value ?? '') : '';
	const login = await enter(channel, identity.user, secret);
	return secret === '' ? withoutPassword(login, held, identity) : login;
};

/** Logs in once as the scanner, as `logInVerified` does; over a Unix socket also without a password. */
export const logIn = (context: CollectContext): Promise<Observed<Login>> =>
	logInVerified(context, {
		called: 'account',
		open: openMysql,
		enter: (channel, {user}, secret = '') => enter(channel, user, secret),
		enterOverSocket,
	});
