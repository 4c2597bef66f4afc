import type {X509Certificate} from 'node:crypto';
import type {Identity} from '../../domain/target.js';
import {seen, unseen, type Observed} from '../engine/check.js';
import {need, observe, WireFailure, type Connection} from '../engine/connection.js';
import type {CollectContext} from '../engine/family.js';
import {isIssuedBy, parseCertificate} from '../wire/certificate.js';
import {readStaple, type StapledWord} from '../wire/ocsp.js';
import {secure, type Secured} from '../wire/secure.js';
import {needTls} from '../wire/way-into-tls.js';
import {clientOf, startSecured, type Attempt} from './collect-identities.js';
import {collectTickets} from './collect-tickets.js';
import type {HandshakeFacts} from './facts.js';
import {notWanted} from './not-wanted.js';

/** The peer ended the connection or the handshake of its own will. */
export const isEnd = (error: unknown): boolean =>
	error instanceof WireFailure &&
	(error.reason === 'connection-closed' || error.reason === 'tls-handshake-failed');

export type Handshake = {
	readonly best: HandshakeFacts;
	/** As sent, when no roots were given; else with the issuers that were found in the roots. */
	readonly certificates: readonly X509Certificate[];
	/** OpenSSL's word on the chain, null for no fault; unseen when no roots were given. */
	readonly openssl: Observed<string | null>;
	/** What the first identity was told on the same connection. */
	readonly attempt: Observed<Attempt>;
	readonly earlyData: Observed<number>;
	readonly staple: Observed<StapledWord | null>;
};

/** The roots that count for the target; undefined for those of Node.js, which also serve when the CA file is unusable. */
export const rootsOf = ({trust}: CollectContext): readonly string[] | undefined =>
	trust.source === 'given' && trust.ca.seen ? trust.ca.value : undefined;

export const opensslWord = (
	{trust}: CollectContext,
	{opensslError}: Pick<Secured, 'opensslError'>,
): Observed<string | null> => (trust.ca.seen ? seen(opensslError ?? null) : trust.ca);

/**
 * A whole handshake; then, on the same connection, the question of the first identity. `withRoots`: against the target's
 * roots, for OpenSSL's word; without them node adds nothing to the certificates that were sent.
 */
export const shakeHands = (
	context: CollectContext,
	identity: Identity | undefined,
	withRoots: boolean,
): Promise<Observed<Handshake>> =>
	observe(async () => {
		const connection = need(await context.dial());
		try {
			await needTls(context.target.engine, connection);
			const {host} = context.endpoint;
			const secured = await secure(connection, {
				host,
				ca: withRoots ? rootsOf(context) : [],
				client: clientOf(context),
				lenient: true,
				staple: true,
			});
			const openssl = withRoots ? opensslWord(context, secured) : unseen('tls-handshake-failed');
			const attempt =
				identity === undefined
					? unseen('no-credentials')
					: await observe(async () =>
							seen({
								reply: await startSecured(secured, connection.failure, identity),
								source: connection.localAddress,
							}),
						);
			const earlyData = await readEarlyData(context, {secured, connection, identity, attempt});
			const {protocol, cipher, certificates} = secured;
			const staple = readStapled(secured, rootsOf(context) ?? []);
			return seen({best: {protocol, cipher}, certificates, openssl, attempt, earlyData, staple});
		} finally {
			connection.close();
		}
	});

/** OpenSSL's word on the chain, from a handshake of its own. */
export const askOpenssl = async (context: CollectContext): Promise<Observed<string | null>> => {
	const shaken = await shakeHands(context, undefined, true);
	return shaken.seen ? shaken.value.openssl : shaken;
};

/** What the tickets permit. A server that was asked something and gave no answer is not listened to any longer. */
const readEarlyData = async (
	{wants}: Pick<CollectContext, 'wants'>,
	{
		secured,
		connection,
		identity,
		attempt,
	}: {
		readonly secured: Secured;
		readonly connection: Connection;
		readonly identity: Identity | undefined;
		readonly attempt: Observed<Attempt>;
	},
): Promise<Observed<number>> => {
	if (!wants('tls-early-data')) return notWanted;
	if (identity !== undefined && !attempt.seen) return attempt;
	return collectTickets(secured, connection, attempt.seen);
};

/** The word on the leaf that came with the handshake, held against everybody who may have issued it. */
const readStapled = (
	{staple, certificates}: Pick<Secured, 'staple' | 'certificates'>,
	roots: readonly string[],
): Observed<StapledWord | null> => {
	const [leaf, ...above] = certificates;
	if (staple === undefined) return seen(null);
	const issuers = [...above, ...roots.flatMap(root => parseCertificate(root) ?? [])];
	const word =
		leaf === undefined
			? undefined
			: readStaple(
					staple,
					leaf.serialNumber,
					issuers.filter(issuer => isIssuedBy(leaf, issuer)),
				);
	return word === undefined
		? unseen('unexpected-reply', {detail: 'a response about revocation that cannot be read'})
		: seen(word);
};
