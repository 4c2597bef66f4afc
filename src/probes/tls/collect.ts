import type {X509Certificate} from 'node:crypto';
import {seen, type Observed} from '../engine/check.js';
import type {CollectContext} from '../engine/family.js';
import {tls13Suites, weightyFamilies} from '../wire/suites.js';
import {ask, type Answer, type Heard, type Listening} from './ask.js';
import {askAll} from './ask-all.js';
import {certificatesOf, judgeChain} from './collect-chain.js';
import {collectAlternatives} from './collect-alternatives.js';
import {askFirst} from './collect-first.js';
import {probeDirect, type BufferProbe, type DirectProbe} from './collect-buffer.js';
import {askOpenssl, shakeHands, type Handshake} from './collect-handshake.js';
import {joinIdentity} from './collect-identities.js';
import {collectMtls} from './collect-mtls.js';
import {greetingFacts} from './collect-mysql.js';
import {
	collectFallback,
	collectOld,
	collectSuites,
	completeDh,
	completeOld,
	completeWeak,
	type Suites,
} from './collect-versions.js';
import {collectNames} from './collect-names.js';
import {collectOthers} from './collect-others.js';
import {collectWithoutTls, notTried, share} from './collect-without-tls.js';
import {doubtRefusals} from './doubt.js';
import type {TlsFacts} from './facts.js';
import {accepts12, accepts13, tls12Of} from './interpret.js';
import {notWanted} from './not-wanted.js';

/** The most connections that this family opens on one endpoint; of the twelve the others leave it so many. */
export const tlsConnections = {
	postgresql: 11,
	mysql: 11,
	mariadb: 11,
	redis: 9,
	valkey: 9,
} as const;
/** More old versions or weak families than this cannot be open. */
const manyRounds = 6;

/** The greeting that came before the answer to the first hello. */
const greetingOf = (first: Observed<Answer>): TlsFacts['greeting'] => {
	if (!first.seen) return first;
	const {greeting} = first.value;
	return greeting === undefined ? notWanted : seen(greetingFacts(greeting));
};

/** The whole handshake tells whether TLS 1.3 is spoken; where it did not come about, a hello of our own does. */
const collect13 = async (
	context: CollectContext,
	protocol: string | undefined,
): Promise<Observed<boolean>> => {
	if (protocol !== undefined) return seen(protocol === 'TLSv1.3');
	return context.wants('tls-versions', 'tls-compression', 'tls-fallback-scsv')
		? accepts13(await ask(context, 'tls13', tls13Suites))
		: notWanted;
};

/**
 * OpenSSL's word on the chain: from a handshake that was made anyway, else from one of its own. One `againstRoots` that did
 * not come about would not come about another time either.
 */
const settleOpenssl = async (
	context: CollectContext,
	shaken: Observed<Handshake>,
	buffered: Pick<BufferProbe, 'openssl'>,
	againstRoots: boolean,
): Promise<TlsFacts['openssl']> => {
	const heard = [shaken.seen ? shaken.value.openssl : shaken, buffered.openssl].find(
		fact => fact.seen || fact.reason === 'file-unreadable' || fact.reason === 'file-invalid',
	);
	if (heard !== undefined) return heard;
	if (againstRoots && !shaken.seen) return shaken;
	return context.wants('tls-cert-chain-provider-ca', 'pg-wire-auth-method')
		? askOpenssl(context)
		: notWanted;
};

/** Its answer is compared with a handshake that came about in the usual way. */
const askDirect = async (
	context: CollectContext,
	shaken: Observed<Handshake>,
	own: X509Certificate | undefined,
): Promise<DirectProbe> => {
	const nothing = {otherName: undefined, isDoubtful: false};
	if (!shaken.seen) return {direct: shaken, ...nothing};
	return context.wants('pg-direct-tls')
		? probeDirect(context, own)
		: {direct: notWanted, ...nothing};
};

/** The certificates that came in clear, up to TLS 1.2. */
const flightOf = (first: Observed<Answer>): readonly Buffer[] | undefined =>
	first.seen && first.value.kind === 'accepted' ? first.value.certificates : undefined;

const pick = ({earlyData, staple}: Handshake): Pick<TlsFacts, 'earlyData' | 'staple'> => ({
	earlyData,
	staple,
});

const collectWithTls = async (
	context: Listening,
	hellos: readonly Heard[],
	{first, known}: {readonly first: Observed<Answer>; readonly known: Suites},
): Promise<TlsFacts> => {
	const {endpoint, trust} = context;
	const {tried, left} = share(context);
	context.step('reading the certificate');
	const flight = flightOf(first);
	// Up to TLS 1.2 the certificates were read as they were sent; then this handshake can be made against the roots.
	const shaken = await shakeHands(context, tried[0], flight !== undefined);
	const protocol = shaken.seen ? shaken.value.best.protocol : undefined;
	const sent =
		flight !== undefined || !shaken.seen ? certificatesOf(flight) : seen(shaken.value.certificates);

	// A hello that came with certificates that are none is no proof of anything.
	const clear12 = flight === undefined || sent.seen ? first : sent;
	context.step('asking without TLS, with old versions and with weak ciphers');
	const leaf = sent.seen ? sent.value[0] : undefined;
	const wantsNames = context.wants('tls-sni-behaviour');
	const {clear, strangers, others, mysqlClear, old, broken, buffered} = await askAll(
		context,
		tried,
		shaken,
		known,
		// Where certificates are not sent in clear, that handshake is needed for OpenSSL's word on them.
		flight === undefined || !wantsNames ? undefined : leaf,
	);
	const attempt = shaken.seen ? shaken.value.attempt : shaken;
	const secured = [attempt, ...others];
	// What is left of the connections goes to what came up, the worse first.
	const tls13 = await collect13(context, protocol);
	const openssl = await settleOpenssl(context, shaken, buffered, flight !== undefined);
	const weighty = await collectSuites(
		context,
		{families: weightyFamilies, dhe: true},
		broken,
		manyRounds,
	);
	const versions = {
		...completeOld(await collectOld(context, old, manyRounds)),
		tls12: accepts12(clear12, protocol),
		tls13,
	};
	// Those that stand first get the connections that are left.
	const [mtls, direct, suites, fallback] = await Promise.all([
		collectMtls(
			context,
			tried,
			secured,
			left.map(user => ({user, answer: notTried})),
		),
		askDirect(context, shaken, wantsNames && buffered.otherName === undefined ? leaf : undefined),
		collectSuites(context, {families: [...weightyFamilies, 'cbc'], dhe: false}, weighty, 1),
		context.wants('tls-fallback-scsv') ? collectFallback(context, versions) : notWanted,
	]);
	const weak = completeWeak(suites);
	const last = await collectNames(context, {
		sent,
		inClear: flight !== undefined,
		weak,
		hellos,
		buffered,
		direct,
	});
	const alternatives = await collectAlternatives(context, {
		sent,
		hellos,
		shaken,
	});
	return doubtRefusals({
		engine: context.target.engine,
		host: endpoint.host,
		offered: seen(true),
		identities: [
			...tried.map((one, at) =>
				joinIdentity(context, one, clear[at] ?? notTried, secured[at] ?? notTried),
			),
			...left,
		],
		greeting: greetingOf(first),
		mysqlClear,
		versions,
		weak,
		dh: completeDh(suites),
		fallback,
		mtls,
		strangers,
		best: shaken.seen ? seen(shaken.value.best) : shaken,
		tls12: tls12Of(clear12),
		...judgeChain(sent, endpoint.host, trust, context.now),
		openssl,
		alternatives,
		pin: trust.pin ?? null,
		others: seen([]),
		...last,
		...(shaken.seen ? pick(shaken.value) : {earlyData: shaken, staple: shaken}),
	});
};

const collectAddress = async (context: CollectContext): Promise<TlsFacts> => {
	context.step('asking for TLS');
	const hellos: Heard[] = [];
	const listening = {...context, heard: (hello: Heard): number => hellos.push(hello)};
	const {first, offered, known} = await askFirst(listening);
	return offered.seen && offered.value
		? collectWithTls(listening, hellos, {first, known})
		: collectWithoutTls(context, {offered, greeting: greetingOf(first)});
};

/**
 * Looks at an endpoint without any password, within its share of connections, the more important questions first. What could
 * not be asked or was not answered is unseen with its reason; it never throws for what a server does. Then it looks at the
 * other addresses of the name, each within a share of its own.
 */
export const collectTls = async (context: CollectContext): Promise<TlsFacts> => {
	const facts = await collectAddress(context);
	return {...facts, others: await collectOthers(context, collectAddress)};
};
