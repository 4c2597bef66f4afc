import {UserError} from '../../domain/errors.js';
import type {Identity} from '../../domain/target.js';
import {isSocket} from '../../domain/socket-endpoint.js';
import {seen, unseen, type Observed} from './check.js';
import type {CollectContext} from './family.js';

/** Why there is no password: none of the ways to give one had one. */
export const noPassword = ({user}: Identity): string => `no password for ${user} was found`;

/** The password of an identity, asked for now; undefined where a client certificate may do instead. */
const passwordOf = async (
	context: CollectContext,
	identity: Identity,
): Promise<Observed<string | undefined>> => {
	try {
		const secret = await context.secret(identity);
		if (secret !== undefined || context.trust.client?.seen === true) return seen(secret);
		return unseen('no-credentials', {detail: noPassword(identity)});
	} catch (error) {
		if (error instanceof UserError) return unseen('no-credentials', {detail: error.message});
		throw error;
	}
};

/** A way to the server that is encrypted, and whether it is known to be the right one. */
type Channel = {
	readonly verified: boolean;
	readonly why: string;
	readonly connection: {readonly close: () => void};
};

/** What a login over a Unix socket may do with the password. */
export type OverSocket = {
	/** Asks for it. */
	readonly password: () => Promise<Observed<string | undefined>>;
	/** Why it must not be sent; undefined where the file system vouches for the socket, or the user allowed otherwise. */
	readonly held: Extract<Observed<never>, {seen: false}> | undefined;
};

/**
 * Logs in once as the scanner, over verified TLS: the password is asked for and sent only after the certificate was
 * verified, or when the user allowed otherwise. Never over plaintext. Over a Unix socket it is sent only where the file
 * system vouches for the socket; a login that needs none is tried there in any case. What fails is unseen with its reason.
 */
export const logInVerified = async <Way extends Channel, Login>(
	context: CollectContext,
	way: {
		/** What the engine calls whom the scanner logs in as: a role, an account. */
		readonly called: string;
		readonly open: (context: CollectContext) => Promise<Observed<Way>>;
		readonly enter: (
			channel: Way,
			identity: Identity,
			secret: string | undefined,
		) => Promise<Observed<Login>>;
		readonly enterOverSocket: (
			channel: Way,
			identity: Identity,
			over: OverSocket,
		) => Promise<Observed<Login>>;
	},
): Promise<Observed<Login>> => {
	const identity = context.target.identities.find(({role}) => role === 'scanner');
	if (identity === undefined)
		return unseen('no-credentials', {
			detail: `no scanner ${way.called} is declared for this target`,
		});
	const channel = await way.open(context);
	if (!channel.seen) return channel;
	const {verified, why, connection} = channel.value;
	const onSocket = isSocket(context.endpoint);
	const held =
		verified || context.options.allowUnverified
			? undefined
			: unseen(onSocket ? 'socket-not-verified' : 'certificate-not-verified', {
					detail: `the password was withheld: ${why}`,
				});
	if (onSocket)
		return way.enterOverSocket(channel.value, identity, {
			password: () => passwordOf(context, identity),
			held,
		});
	if (held !== undefined) {
		connection.close();
		return held;
	}
	const secret = await passwordOf(context, identity);
	if (!secret.seen) {
		connection.close();
		return secret;
	}
	return way.enter(channel.value, identity, secret.value);
};
