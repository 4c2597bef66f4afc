import {UserError} from '../../../domain/errors.js';
import type {Identity} from '../../../domain/target.js';
import {isSocket} from '../../../domain/socket-endpoint.js';
import {seen, unseen, type Observed} from '../../engine/check.js';
import type {CollectContext} from '../../engine/family.js';
import type {Admission, OwnPassword} from '../facts.js';
import type {Session} from './session.js';
import type {Channel} from './wire.js';

/** Who dbvet is for the server after the attempt to log in, and what may be said of the password that was used. */
export type Login = {
	readonly user: Observed<string>;
	readonly password: Observed<OwnPassword>;
};

const unused = unseen('no-credentials', {detail: 'no password was used'});

const secretOf = async (context: CollectContext, identity: Identity): Promise<Observed<string>> => {
	try {
		const secret = await context.secret(identity);
		return secret === undefined
			? unseen('no-credentials', {detail: `no password for ${identity.user} was found`})
			: seen(secret);
	} catch (error) {
		if (error instanceof UserError) return unseen('no-credentials', {detail: error.message});
		throw error;
	}
};

const productNames = ['redis', 'valkey', 'password', 'secret', 'default', 'admin', 'foobared'];

const reduce = (secret: string, user: string): OwnPassword => ({
	length: Array.from(secret).length,
	isName: [user, ...productNames].some(name => name.toLowerCase() === secret.toLowerCase()),
});

const authenticate = async (
	session: Session,
	{user}: Identity,
	secret: string,
): Promise<Observed<string>> => {
	const first = await session.ask('AUTH', user, secret);
	// Before Redis 6 there are no users: a password alone is the login of `default`.
	const old =
		first.seen &&
		first.value.kind === 'error' &&
		/wrong number of arguments|syntax error/i.test(first.value.text) &&
		user === 'default';
	const reply = old ? await session.ask('AUTH', secret) : first;
	if (!reply.seen) return reply;
	const {value} = reply;
	if (value.kind === 'text' && value.text === 'OK') return seen(user);
	// The server's own words may repeat what was sent.
	return value.kind === 'error'
		? unseen('authentication-failed', {
				detail: `the server refused the password of ${user}`,
				source: `AUTH: ${value.code}`,
			})
		: unseen('unexpected-reply', {detail: 'the answer to AUTH is none'});
};

/**
 * Logs in as the scanner where there is something to log in with: only over a connection whose server was verified, unless
 * the user allowed otherwise. Where everybody is let in dbvet goes in as everybody does.
 */
export const logIn = async (
	context: CollectContext,
	{session, verified, why}: Channel,
	anonymous: Observed<Admission>,
): Promise<Login> => {
	const open = anonymous.seen && anonymous.value === 'let-in';
	const asEverybody = (instead: Observed<string>): Login => ({
		user: open ? seen('default') : instead,
		password: unused,
	});
	// What broke the first question breaks all.
	if (!anonymous.seen) return {user: anonymous, password: unused};
	const identity = context.target.identities.find(({role}) => role === 'scanner');
	if (identity === undefined)
		return asEverybody(
			unseen('no-credentials', {detail: 'no scanner user is declared for this target'}),
		);
	if (!verified && !context.options.allowUnverified)
		return asEverybody(
			unseen(isSocket(context.endpoint) ? 'socket-not-verified' : 'certificate-not-verified', {
				detail: `the password was withheld: ${why}`,
			}),
		);
	const secret = await secretOf(context, identity);
	if (!secret.seen) return asEverybody(secret);
	return {
		user: await authenticate(session, identity, secret.value),
		password: seen(reduce(secret.value, identity.user)),
	};
};
