import pg from 'pg';
import {UserError} from '../../../domain/errors.js';
import type {Reason} from '../../../domain/outcome.js';
import type {Identity} from '../../../domain/target.js';
import {seen, unseen, type Observed} from '../../engine/check.js';
import type {CollectContext} from '../../engine/family.js';
import {openPostgresTls, type SecureChannel} from '../../wire/open-postgres.js';
import {ChannelBridge} from './bridge.js';
import {createSession, sqlState, type Session} from './session.js';
import {boundedTypes} from './values.js';

type Login = {readonly session: Session; readonly close: () => Promise<void>};

type Refusal = readonly [Reason, (identity: Pick<Identity, 'user' | 'database'>) => string];
const refusals: Readonly<Record<string, Refusal>> = {
	'28P01': [
		'authentication-failed',
		({user, database}) => `the server refused the password of ${user} for database ${database}`,
	],
	'28000': [
		'authentication-failed',
		({user, database}) =>
			`the server does not let ${user} into database ${database} from this address`,
	],
	'3D000': ['authentication-failed', ({database}) => `there is no database ${database}`],
	'42501': [
		'permission-denied',
		({user, database}) => `${user} may not connect to database ${database}`,
	],
	'53300': ['connection-refused', () => 'the server has no connection left'],
	'57P03': ['connection-refused', () => 'the server is starting or stopping'],
};

const password = async (
	context: CollectContext,
	identity: Identity,
): Promise<Observed<string | undefined>> => {
	try {
		const secret = await context.secret(identity);
		if (secret !== undefined || context.trust.client?.seen === true) return seen(secret);
		return unseen('no-credentials', {detail: `no password for ${identity.user} was found`});
	} catch (error) {
		if (error instanceof UserError) return unseen('no-credentials', {detail: error.message});
		throw error;
	}
};

/**
 * `pg` takes PGOPTIONS from the environment and offers no way to say no. Poolers refuse such options, and a setting that
 * came in that way would be taken for the server's.
 */
const forgetEnvironment = (client: pg.Client): void => {
	const {connectionParameters} = client as unknown as {
		readonly connectionParameters: {options: string | undefined; replication: string | undefined};
	};
	connectionParameters.options = undefined;
	connectionParameters.replication = undefined;
};

type AuthRequest = {readonly mechanisms?: readonly string[]};
type Listener = (request: AuthRequest) => void;

/** `pg` tells of each request for a proof as an event of its inner connection, by these names. */
const requests: Readonly<Record<string, number>> = {
	authenticationOk: 0,
	authenticationCleartextPassword: 3,
	authenticationMD5Password: 5,
	authenticationSASL: 10,
};

/** Passes on what the server first asks of the scanner, for the families that would have to ask again. */
const listen = (
	client: pg.Client,
	{user, database}: Pick<Identity, 'user' | 'database'>,
	source: string,
	tell: CollectContext['tellLogin'],
): void => {
	const {connection} = client as unknown as {
		readonly connection: {once: (event: string, listener: Listener) => unknown};
	};
	for (const [event, code] of Object.entries(requests))
		connection.once(event, ({mechanisms = []}) =>
			tell({user, database, code, mechanisms: [...mechanisms], source}),
		);
};

const connect = async (
	context: CollectContext,
	identity: Identity,
	channel: SecureChannel,
	secret: string | undefined,
): Promise<Observed<Login>> => {
	const bridge = new ChannelBridge(channel.socket);
	const client = new pg.Client({
		stream: () => bridge,
		ssl: false,
		types: boundedTypes(() => bridge.giveUp('limit-exceeded')),
		host: context.endpoint.host,
		port: context.endpoint.port,
		user: identity.user,
		database: identity.database,
		// Without a function `pg` would look for a password in the environment and in files by itself.
		password: () => secret ?? '',
		application_name: 'dbvet',
	});
	forgetEnvironment(client);
	listen(client, identity, channel.connection.localAddress, context.tellLogin);
	// An error between queries ends the connection, which the next query reports.
	client.on('error', () => undefined);
	const end = (): Reason | undefined =>
		context.stopped() ??
		bridge.fault ??
		channel.connection.failure()?.reason ??
		(bridge.destroyed ? 'connection-closed' : undefined);
	const close = async (): Promise<void> => {
		if (!bridge.destroyed) await client.end();
		channel.connection.close();
	};
	try {
		await client.connect();
		return seen({session: createSession(client, end), close});
	} catch (error) {
		channel.connection.close();
		const code = sqlState(error);
		const known = code === undefined ? undefined : refusals[code];
		if (known !== undefined)
			return unseen(known[0], {detail: known[1](identity), source: `SQLSTATE ${code ?? ''}`});
		if (code !== undefined)
			return unseen('unexpected-reply', {detail: `the login was answered with SQLSTATE ${code}`});
		const reason = end();
		if (reason !== undefined && reason !== 'connection-closed')
			return unseen(reason, {detail: 'the connection ended during the login'});
		return secret === undefined
			? unseen('no-credentials', {detail: `the server asks for a password for ${identity.user}`})
			: unseen(reason ?? 'unexpected-reply', {detail: 'the login did not come about'});
	}
};

/**
 * Logs in once as the scanner, over verified TLS: the password is asked for and sent only after the certificate was
 * verified, or when the user allowed otherwise. Never over plaintext. What fails is unseen with its reason.
 */
export const logIn = async (context: CollectContext): Promise<Observed<Login>> => {
	const login = await tryToLogIn(context);
	context.tellLogin(undefined);
	return login;
};

const tryToLogIn = async (context: CollectContext): Promise<Observed<Login>> => {
	const identity = context.target.identities.find(({role}) => role === 'scanner');
	if (identity === undefined)
		return unseen('no-credentials', {detail: 'no scanner role is declared for this target'});
	const channel = await openPostgresTls(context);
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
	return connect(context, identity, channel.value, secret.value);
};
