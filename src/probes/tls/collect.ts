import {seen, unseen, type Observed} from '../engine/check.js';
import type {CollectContext} from '../engine/family.js';
import {modernSuites, suitesOf, tls13Suites, weightyFamilies} from '../wire/suites.js';
import {ask, type Answer} from './ask.js';
import {askAll, notWanted} from './ask-all.js';
import {blindFacts} from './blind.js';
import {certificatesOf, judgeChain} from './collect-chain.js';
import {askOpenssl, shakeHands} from './collect-handshake.js';
import {
	applicationsFirst,
	askInClear,
	distinctIdentities,
	joinIdentity,
} from './collect-identities.js';
import {collectOld, collectWeak, completeOld, completeWeak} from './collect-versions.js';
import {doubtRefusals} from './doubt.js';
import type {IdentityFacts, TlsFacts} from './facts.js';
import {accepts12, accepts13, isOffered, tls12Of} from './interpret.js';

/** The most connections that this family opens on one endpoint; one of the twelve is left to the login over SQL. */
export const tlsConnections = 11;
/** Each user costs two connections; those beyond this number are left to another run. */
const maxIdentities = 3;
/** More old versions or weak families than this cannot be open. */
const manyRounds = 6;

const notTried = unseen('limit-exceeded', {
	detail: `only ${maxIdentities} users are tried in one run, applications first and the scanner last`,
});
const noTls = unseen('tls-handshake-failed', {detail: 'the server does not offer TLS'});

type Identities = CollectContext['target']['identities'];

/** The users that are looked at, and the facts of those that are too many. */
const share = (
	context: CollectContext,
): {readonly tried: Identities; readonly left: readonly IdentityFacts[]} => {
	const all = applicationsFirst(distinctIdentities(context.target.identities));
	return {
		tried: all.slice(0, maxIdentities),
		left: all.slice(maxIdentities).map(one => joinIdentity(context, one, notTried, notTried)),
	};
};

/** Without TLS only one question is left: who is let in without it. A server that hangs is not asked again. */
const collectWithoutTls = async (
	context: CollectContext,
	offered: Observed<boolean>,
): Promise<TlsFacts> => {
	const why = offered.seen ? noTls : offered;
	const {tried, left} = share(context);
	const hangs =
		!offered.seen && ['timed-out', 'cancelled', 'limit-exceeded'].includes(offered.reason);
	const asks = !hangs && context.wants('tls-plaintext-refused', 'pg-wire-auth-method');
	const clear = asks ? await Promise.all(tried.map(one => askInClear(context, one))) : [];
	const joined = tried.map((one, at) => joinIdentity(context, one, clear[at] ?? why, why));
	return {
		...blindFacts(context.endpoint.host, why),
		offered,
		identities: [...joined, ...left],
		pin: context.trust.pin ?? null,
	};
};

/** The whole handshake tells whether TLS 1.3 is spoken; where it did not come about, a hello of our own does. */
const collect13 = async (
	context: CollectContext,
	protocol: string | undefined,
): Promise<Observed<boolean>> => {
	if (protocol !== undefined) return seen(protocol === 'TLSv1.3');
	return context.wants('tls-versions', 'tls-compression')
		? accepts13(await ask(context, 'tls13', tls13Suites))
		: notWanted;
};

const collectWithTls = async (
	context: CollectContext,
	first: Extract<Observed<Answer>, {readonly seen: true}>,
): Promise<TlsFacts> => {
	const {endpoint, trust} = context;
	const {tried, left} = share(context);
	context.step('reading the certificate');
	const flight = first.value.kind === 'accepted' ? first.value.certificates : undefined;
	// Up to TLS 1.2 the certificates were read as they were sent; then this handshake can be made against the roots.
	const shaken = await shakeHands(context, tried[0], flight !== undefined);
	const protocol = shaken.seen ? shaken.value.best.protocol : undefined;
	const sent =
		flight !== undefined || !shaken.seen ? certificatesOf(flight) : seen(shaken.value.certificates);

	// A hello that came with certificates that are none is no proof of anything.
	const clear12 = flight === undefined || sent.seen ? first : sent;
	context.step('asking without TLS, with old versions and with weak ciphers');
	const {clear, others, old, broken, buffered, direct} = await askAll(context, tried, shaken);
	const secured = [shaken.seen ? shaken.value.attempt : shaken, ...others];
	// What is left of the connections goes to what came up, the worse first.
	const tls13 = await collect13(context, protocol);
	const heard = [shaken.seen ? shaken.value.openssl : shaken, buffered.openssl].find(
		fact => fact.seen || fact.reason === 'file-unreadable' || fact.reason === 'file-invalid',
	);
	const openssl =
		heard ??
		(context.wants('tls-cert-chain-provider-ca', 'pg-wire-auth-method')
			? await askOpenssl(context)
			: notWanted);
	const weighty = await collectWeak(context, weightyFamilies, broken, manyRounds);
	const weak = await collectWeak(context, [...weightyFamilies, 'cbc'], weighty, 1);
	return doubtRefusals({
		host: endpoint.host,
		offered: seen(true),
		identities: [
			...tried.map((one, at) =>
				joinIdentity(context, one, clear[at] ?? notTried, secured[at] ?? notTried),
			),
			...left,
		],
		versions: {
			...completeOld(await collectOld(context, old, manyRounds)),
			tls12: accepts12(clear12, protocol),
			tls13,
		},
		weak: completeWeak(weak),
		best: shaken.seen ? seen(shaken.value.best) : shaken,
		tls12: tls12Of(clear12),
		...judgeChain(sent, endpoint.host, trust),
		openssl,
		pin: trust.pin ?? null,
		direct,
		buffer: buffered.buffer,
	});
};

/**
 * Looks at an endpoint without any password, with at most 11 connections, the more important questions first. What could
 * not be asked or was not answered is unseen with its reason; it never throws for what a server does.
 */
export const collectTls = async (context: CollectContext): Promise<TlsFacts> => {
	context.step('asking for TLS');
	const first = await ask(context, 'tls12', [...modernSuites, ...suitesOf.cbc]);
	const offered = isOffered(first);
	return first.seen && first.value.kind !== 'declined'
		? collectWithTls(context, first)
		: collectWithoutTls(context, offered);
};
