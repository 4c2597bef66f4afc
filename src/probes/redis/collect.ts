import {setTimeout} from 'node:timers/promises';
import type {Reason} from '../../domain/outcome.js';
import {isSocket} from '../../domain/socket-endpoint.js';
import {seen, unseen, type Observed} from '../engine/check.js';
import type {CollectContext} from '../engine/family.js';
import {readClients} from './collect/clients.js';
import {logIn, type Login} from './collect/login.js';
import {readCommands, readInfo, readUsers, readWho} from './collect/read.js';
import type {Session} from './collect/session.js';
import {readSettings} from './collect/settings.js';
import {askInClear, clearAnswer, knock, openTls, type Channel} from './collect/wire.js';
import {isOpenToAll, verifySocket} from '../wire/socket-peer.js';
import {
	isSentinel,
	nothingServed,
	usualPort,
	type Admission,
	type ClearAnswer,
	type RedisFacts,
	type WireFacts,
} from './facts.js';

/** One with TLS, one in clear on the same port, one in clear on the usual port. */
export const redisConnections = 3;

const notAsked = unseen('cancelled', {
	detail: 'dbvet was told not to try what answers in clear (--no-plaintext-test)',
});

/** How a handshake ends at a server that speaks no TLS. */
const noTls: readonly Reason[] = ['tls-handshake-failed', 'connection-closed'];
const never = new Promise<never>(() => undefined);

/** A port that answers in clear has this many milliseconds left to show that it speaks TLS as well. */
const graceMs = 1_000;

type Opened = {
	readonly channel: Observed<Channel>;
	readonly tls: Observed<boolean>;
	readonly anonymous: Observed<Admission>;
	readonly clear: Observed<ClearAnswer>;
};

/**
 * Asks with TLS and in clear at the same time, because a server without TLS would keep a handshake waiting. Goes on with TLS
 * where it is spoken, else in clear. With `asks` false the clear way is only tried when the other does not lead anywhere.
 */
const openBest = async (context: CollectContext, asks: boolean): Promise<Opened> => {
	const asked = asks ? askInClear(context) : undefined;
	const hopeless =
		asked?.then(async ({anonymous}) => {
			await (anonymous.seen ? setTimeout(graceMs, undefined, {ref: false}) : never);
		}) ?? never;
	const secured = await openTls(context, hopeless);
	const other = await asked;
	if (secured.seen) {
		if (other?.channel.seen === true) other.channel.value.close();
		return {
			channel: secured,
			tls: seen(true),
			anonymous: await knock(secured.value.session),
			clear: other === undefined ? notAsked : clearAnswer(other),
		};
	}
	const inClear = other ?? (noTls.includes(secured.reason) ? await askInClear(context) : undefined);
	// Only an answer in clear shows that the handshake failed for want of TLS.
	if (inClear?.anonymous.seen !== true) {
		const clear = inClear === undefined ? secured : clearAnswer(inClear);
		return {channel: secured, tls: secured, anonymous: secured, clear};
	}
	const {channel, anonymous} = inClear;
	return {channel, tls: seen(false), anonymous, clear: anonymous};
};

/** Users, settings and clients of a Sentinel are not those of the server with the data: nothing of them is judged. */
const sentinel = unseen('unexpected-reply', {
	detail:
		'this is a Redis Sentinel, which holds no data: declare the server that it watches (SENTINEL GET-MASTER-ADDR-BY-NAME names its address)',
	source: 'INFO: redis_mode:sentinel',
});

const readAll = async (
	{session}: {readonly session: Session},
	{user}: Login,
): Promise<ReturnType<typeof nothingServed>> => {
	if (!user.seen) return nothingServed(user);
	const told = await readWho(session, user.value);
	// A scanner that may not ask for its name is still the one that logged in.
	const who = told.seen || told.reason === 'connection-closed' ? told : user;
	const name = who.seen ? who.value : user.value;
	const info = await readInfo(session, name);
	if (info.seen && isSentinel(info.value)) return nothingServed(sentinel);
	return {
		who,
		info,
		settings: await readSettings(session, name),
		users: await readUsers(session, name),
		clients: await readClients(session, name),
		commands: await readCommands(session, name),
	};
};

type Looked = {readonly channel: Observed<Channel>; readonly wire: WireFacts};

const lookAtPort = async (context: CollectContext): Promise<Looked> => {
	const {endpoint, trust} = context;
	context.step('Asking for TLS, and what a stranger may do');
	const asks = context.options.plaintextTest;
	const {channel, tls, anonymous, clear} = await openBest(context, asks);
	const beside =
		endpoint.port === usualPort
			? null
			: !tls.seen
				? tls
				: asks
					? clearAnswer(await askInClear(context, usualPort))
					: notAsked;
	const certificateShown = trust.client?.seen === true;
	return {
		channel,
		wire: {tls, anonymous, clear, beside, socket: null, certificateShown},
	};
};

const noTlsThere = unseen('client-cannot-offer', {detail: 'Redis speaks no TLS on a Unix socket'});

/** A socket has no TLS and no port beside it; the file system may vouch for the server, and may keep users of the machine out. */
const lookAtSocket = async (context: CollectContext): Promise<Looked> => {
	context.step('Asking what a stranger may do');
	const {channel, anonymous} = await askInClear(context);
	const path = context.endpoint.host;
	return {
		channel: channel.seen ? seen({...channel.value, ...(await verifySocket(path))}) : channel,
		wire: {
			tls: noTlsThere,
			anonymous,
			clear: noTlsThere,
			beside: null,
			socket: {openToAll: await isOpenToAll(path)},
			certificateShown: false,
		},
	};
};

/**
 * Looks at one endpoint: what it says to a stranger, and, logged in, what it says of itself. At most three connections, only
 * commands that read, and no password before the server was verified. Resolves whatever the server does.
 */
export const collect = async (context: CollectContext): Promise<RedisFacts> => {
	const {endpoint, target} = context;
	const {channel, wire} = await (isSocket(endpoint) ? lookAtSocket : lookAtPort)(context);
	context.step('Logging in as the scanner');
	const login: Login = channel.seen
		? await logIn(context, channel.value, wire.anonymous)
		: {user: channel, password: channel};
	context.step('Reading settings, users and clients');
	return {
		...wire,
		...(channel.seen ? await readAll(channel.value, login) : nothingServed(channel)),
		ownPassword: login.password,
		applications: target.identities.flatMap(({role, user}) =>
			role === 'application' || role === 'reporting' ? [user] : [],
		),
		port: endpoint.port,
	};
};
