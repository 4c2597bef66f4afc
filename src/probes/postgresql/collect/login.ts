import pg from 'pg';
import type {Reason} from '../../../domain/outcome.js';
import type {Identity} from '../../../domain/target.js';
import {seen, unseen, type Observed} from '../../engine/check.js';
import type {CollectContext} from '../../engine/family.js';
import {logInVerified} from '../../engine/verified-login.js';
import {openPostgres, type SecureChannel} from '../../wire/open-postgres.js';
import {ChannelBridge} from './bridge.js';
import {createSession, sqlState, type Session} from './session.js';
import {boundedTypes} from './values.js';

type Login = {
	/** What to read by; `major` of the server as soon as it is known. */
	readonly session: (major?: number) => Session;
	readonly close: () => Promise<void>;
};

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
	prove: () => Promise<Observed<string | undefined>>,
): Promise<Observed<Login>> => {
	let proof: Observed<string | undefined> | undefined;
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
		password: async () => {
			proof = await prove();
			if (!proof.seen) throw new Error(proof.reason);
			return proof.value ?? '';
		},
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
		return seen({session: major => createSession(client, end, major), close});
	} catch (error) {
		channel.connection.close();
		if (proof?.seen === false) return proof;
		const code = sqlState(error);
		const known = code === undefined ? undefined : refusals[code];
		if (known !== undefined)
			return unseen(known[0], {detail: known[1](identity), source: `SQLSTATE ${code ?? ''}`});
		if (code !== undefined)
			return unseen('unexpected-reply', {
				detail: `the login was answered with SQLSTATE ${code}`,
				source: `SQLSTATE ${code}`,
			});
		const reason = end();
		if (reason !== undefined && reason !== 'connection-closed')
			return unseen(reason, {detail: 'the connection ended during the login'});
		return proof !== undefined && proof.value === undefined
			? unseen('no-credentials', {detail: `the server asks for a password for ${identity.user}`})
			: unseen(reason ?? 'unexpected-reply', {detail: 'the login did not come about'});
	}
};

/** Logs in once as the scanner, as `logInVerified` does, and says so to the families that wait for it. */
export const logIn = async (context: CollectContext): Promise<Observed<Login>> => {
	const login = await logInVerified(context, {
		called: 'role',
		open: openPostgres,
		enter: (channel, identity, secret) =>
			connect(context, identity, channel, () => Promise.resolve(seen(secret))),
		// The server may know who asks without a password (peer), so that it is fetched only when it wants one.
		enterOverSocket: (channel, identity, {password, held}) =>
			connect(context, identity, channel, () =>
				held === undefined ? password() : Promise.resolve(held),
			),
	});
	context.tellLogin(undefined);
	return login;
};
