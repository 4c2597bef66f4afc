import {UserError} from '../../../domain/errors.js';
import type {Reason} from '../../../domain/outcome.js';
import type {Identity} from '../../../domain/target.js';
import {seen, unseen, type Observed} from '../../engine/check.js';
import {observe, WireFailure} from '../../engine/connection.js';
import type {CollectContext} from '../../engine/family.js';
import type {MysqlRefusal} from '../../wire/mysql.js';
import {openMysqlTls, type MysqlChannel} from '../../wire/open-mysql.js';
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

const password = async (context: CollectContext, identity: Identity): Promise<Observed<string>> => {
	try {
		const secret = await context.secret(identity);
		if (secret !== undefined) return seen(secret);
		if (context.trust.client?.seen === true) return seen('');
		return unseen('no-credentials', {detail: `no password for ${identity.user} was found`});
	} catch (error) {
		if (error instanceof UserError) return unseen('no-credentials', {detail: error.message});
		throw error;
	}
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
				{reader, write},
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

/**
 * Logs in once as the scanner, over verified TLS: the password is asked for and sent only after the certificate was
 * verified, or when the user allowed otherwise. Never over plaintext. What fails is unseen with its reason.
 */
export const logIn = async (context: CollectContext): Promise<Observed<Login>> => {
	const identity = context.target.identities.find(({role}) => role === 'scanner');
	if (identity === undefined)
		return unseen('no-credentials', {detail: 'no scanner account is declared for this target'});
	const channel = await openMysqlTls(context);
	if (!channel.seen) return channel;
	const {verified, why, connection} = channel.value;
	if (!verified && !context.options.allowUnverified) {
		connection.close();
		return unseen('certificate-not-verified', {detail: `the password was withheld: ${why}`});
	}
	const secret = await password(context, identity);
	if (!secret.seen) {
		connection.close();
		return secret;
	}
	return enter(channel.value, identity.user, secret.value);
};
