import type {Identity} from '../../domain/target.js';
import {seen, unseen, type Observed} from '../engine/check.js';
import {need, observe, WireFailure} from '../engine/connection.js';
import type {CollectContext} from '../engine/family.js';
import {
	readStartupReply,
	startInClear,
	startupMessage,
	terminate,
	type StartupReply,
} from '../wire/postgres.js';
import {createReader} from '../wire/reader.js';
import {secure, type Secured} from '../wire/secure.js';
import {needTls} from '../wire/way-into-tls.js';
import type {IdentityFacts} from './facts.js';

/** More than a first answer ever needs. */
const maxReply = 16_384;

export type Attempt = {readonly reply: StartupReply; readonly source: string};

/** Somebody who asks to be let in. */
export type Asker = Pick<Identity, 'user' | 'database'> & {readonly replication?: boolean};

/** The declared users and databases, each pair once. */
export const distinctIdentities = (identities: readonly Identity[]): readonly Identity[] =>
	identities.filter(
		({user, database}, index) =>
			identities.findIndex(other => other.user === user && other.database === database) === index,
	);

const order: Readonly<Record<Identity['role'], number>> = {
	application: 0,
	reporting: 1,
	backup: 2,
	admin: 3,
	scanner: 4,
};

/**
 * Those whose data matters first: when there are connections for some users only, the scanner's own rule tells least.
 * Among users of one role the target's order stays.
 */
export const applicationsFirst = (identities: readonly Identity[]): readonly Identity[] =>
	identities.toSorted((a, b) => order[a.role] - order[b.role]);

/** Asks for the database as this user without TLS. Nobody is logged in: a challenge is left unanswered. */
export const askInClear = (
	context: CollectContext,
	{user, database, ...options}: Asker,
): Promise<Observed<Attempt>> => {
	if (!context.options.plaintextTest)
		return Promise.resolve(
			unseen('cancelled', {detail: 'the test without TLS was switched off for this run'}),
		);
	return observe(async () => {
		const connection = need(await context.dial());
		try {
			const reply = await startInClear(connection, user, database, options);
			return seen({reply, source: connection.localAddress});
		} finally {
			connection.close();
		}
	});
};

/** Sends the StartupMessage of a user inside an established TLS channel and gives the first answer. */
export const startSecured = async (
	{socket}: Pick<Secured, 'socket'>,
	failure: () => WireFailure | undefined,
	{user, database}: Pick<Identity, 'user' | 'database'>,
): Promise<StartupReply> => {
	socket.write(startupMessage(user, database));
	const reply = await readStartupReply(createReader({stream: socket, failure}, maxReply));
	if (reply.kind === 'authentication' && reply.code === 0) socket.write(terminate);
	return reply;
};

/** The client certificate to show, when one is declared and readable. */
export const clientOf = (
	context: CollectContext,
): {readonly cert: string; readonly key: string} | undefined =>
	context.trust.client?.seen === true ? context.trust.client.value : undefined;

/** Asks for the database as this user inside TLS, on a connection of its own; with the client certificate unless told. */
export const askSecured = (
	context: CollectContext,
	identity: Identity,
	shown: 'certificate' | 'none' = 'certificate',
): Promise<Observed<Attempt>> =>
	observe(async () => {
		const connection = need(await context.dial());
		try {
			await needTls(context.target.engine, connection);
			const {host} = context.endpoint;
			const client = shown === 'none' ? undefined : clientOf(context);
			const secured = await secure(connection, {host, ca: [], client, lenient: true});
			try {
				const reply = await startSecured(secured, connection.failure, identity);
				return seen({reply, source: connection.localAddress});
			} catch (error) {
				const why = secured.brokenBy();
				throw why === undefined ? error : new WireFailure('tls-handshake-failed', why);
			}
		} finally {
			connection.close();
		}
	});

/**
 * What a user is told inside TLS: where it is the scanner and logs in anyway, as that connection heard it, else on a connection of
 * its own.
 */
export const hearOrAsk = async (
	context: CollectContext,
	identity: Identity,
	ask: () => Promise<Observed<Attempt>>,
): Promise<Observed<Attempt>> => {
	if (identity.role !== 'scanner') return ask();
	const heard = await context.hearLogin();
	if (heard?.user !== identity.user || heard.database !== identity.database) return ask();
	const {code, mechanisms, source} = heard;
	return seen({reply: {kind: 'authentication', code, mechanisms}, source});
};

const replyOf = (attempt: Observed<Attempt>): Observed<StartupReply> =>
	attempt.seen ? seen(attempt.value.reply) : attempt;

/** Joins what one user was told in clear and inside TLS. */
export const joinIdentity = (
	context: CollectContext,
	{role, user, database}: Identity,
	clear: Observed<Attempt>,
	secured: Observed<Attempt>,
): IdentityFacts => ({
	role,
	user,
	database,
	clear: replyOf(clear),
	secured: replyOf(secured),
	sameSource:
		clear.seen &&
		secured.seen &&
		clear.value.source !== '' &&
		clear.value.source === secured.value.source,
	clientCertificateShown: clientOf(context) !== undefined,
});
