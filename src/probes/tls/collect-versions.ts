import {seen, unseen, type Observed} from '../engine/check.js';
import type {Unseen} from '../engine/verdicts.js';
import type {CollectContext} from '../engine/family.js';
import {wireVersion, type Version} from '../wire/client-hello.js';
import {primeBits} from '../wire/server-hello.js';
import {
	dheSuites,
	everySuite,
	fallbackSignal,
	suitesOf,
	weakFamilies,
	weakFamilyOf,
	type WeakFamily,
} from '../wire/suites.js';
import {ask, openAnswer, type Answer} from './ask.js';
import type {TlsFacts} from './facts.js';

type Old = 'ssl3' | 'tls10' | 'tls11';
export type OldVersions = Pick<TlsFacts['versions'], Old>;
export type Weak = TlsFacts['weak'];

const oldVersions: readonly Old[] = ['tls11', 'tls10', 'ssl3'];

/** The alert with which a server ends a fallback that it notices. */
const inappropriateFallback = 86;

/** Such a run has the connections that users and other questions take in a whole one, which is enough for every answer. */
export const notAsked = (check: string): Observed<never> =>
	unseen('limit-exceeded', {
		detail: `no connection was left to ask; dbvet probe NAME --only ${check} has enough of them`,
	});

const versionOf = (wire: number): Version | undefined =>
	(Object.keys(wireVersion) as Version[]).find(version => wireVersion[version] === wire);

/** What a hello up to `highest` with every suite says of the old versions. */
export const readOld = (highest: Old, answer: Observed<Answer>): Partial<OldVersions> => {
	const asked = oldVersions.slice(oldVersions.indexOf(highest));
	const all = (value: Observed<boolean>): Partial<OldVersions> =>
		Object.fromEntries(asked.map(version => [version, value]));
	if (!answer.seen) return all(answer);
	if (answer.value.kind === 'refused') return all(seen(false));
	if (answer.value.kind !== 'accepted') return all(openAnswer(answer.value));
	const chosen = versionOf(answer.value.hello.version);
	const place = asked.findIndex(version => version === chosen);
	// A version above what was offered is no answer to the question.
	if (place < 0) return all(unseen('unexpected-reply', {detail: 'a version that was not offered'}));
	// Servers take the highest version that they have, so that those above the chosen one are not accepted.
	return Object.fromEntries(
		asked.slice(0, place + 1).map((version, index) => [version, seen(index === place)]),
	);
};

/**
 * Asks for the old versions that are not known yet, with at most `rounds` connections. One hello settles all of them
 * when none is accepted; each accepted one leaves those below it open.
 */
export const collectOld = async (
	context: CollectContext,
	known: Partial<OldVersions>,
	rounds: number,
): Promise<Partial<OldVersions>> => {
	let facts = known;
	for (let round = 0; round < rounds && context.connectionsLeft() > 0; round += 1) {
		const next = oldVersions.find(version => facts[version] === undefined);
		if (next === undefined) break;
		facts = {...facts, ...readOld(next, await ask(context, next, everySuite))};
	}
	return facts;
};

/** What is known of suites so far: weak families, and the prime of DHE. */
export type Suites = Partial<Weak> & {readonly dh?: TlsFacts['dh']};

/** What a hello with the suites of `open` (and, with `dhe`, those of DHE) says of these families. */
export const readSuites = (
	open: readonly WeakFamily[],
	dhe: boolean,
	answer: Observed<Answer>,
): Suites => {
	const all = <T extends number | null>(value: Observed<T>): Suites => ({
		...Object.fromEntries(open.map(family => [family, value])),
		...(dhe ? {dh: value} : {}),
	});
	if (!answer.seen) return all(answer);
	if (answer.value.kind === 'refused') return all(seen(null));
	if (answer.value.kind !== 'accepted') return all(openAnswer(answer.value));
	const {hello, keyExchange} = answer.value;
	if (dhe && dheSuites.includes(hello.suite)) {
		const bits = keyExchange === undefined ? undefined : primeBits(keyExchange);
		return {
			dh:
				bits === undefined
					? unseen('unexpected-reply', {detail: 'a key exchange without a prime'})
					: seen(bits),
		};
	}
	const family = weakFamilyOf(hello.suite);
	// A suite that was not offered is no answer, and asking again could go on for ever.
	return family === undefined || !open.includes(family)
		? all(unseen('unexpected-reply', {detail: 'a suite that was not offered'}))
		: {[family]: seen(hello.suite)};
};

/**
 * Asks for those of `families`, and with `dhe` for DHE, that are not known yet, with at most `rounds` connections: one when
 * none is accepted, and one more for each that is, without the suites of that family.
 */
export const collectSuites = async (
	context: CollectContext,
	{families, dhe}: {readonly families: readonly WeakFamily[]; readonly dhe: boolean},
	known: Suites,
	rounds: number,
): Promise<Suites> => {
	let facts = known;
	for (let round = 0; round < rounds && context.connectionsLeft() > 0; round += 1) {
		const open = families.filter(family => facts[family] === undefined);
		const asksDhe = dhe && facts.dh === undefined;
		if (open.length === 0 && !asksDhe) break;
		const suites = [...open.flatMap(family => suitesOf[family]), ...(asksDhe ? dheSuites : [])];
		facts = {...facts, ...readSuites(open, asksDhe, await ask(context, 'tls12', suites))};
	}
	return facts;
};

/** Newest first. TLS 1.3 guards the step to 1.2 by itself, so that only what is older counts as a fallback. */
const newestFirst: readonly Version[] = ['tls13', 'tls12', ...oldVersions];

/**
 * Whether the server notices that a client fell back to an older version although both know a newer one (RFC 7507): asked
 * only where an older version is accepted.
 */
export const collectFallback = async (
	context: CollectContext,
	versions: TlsFacts['versions'],
): Promise<TlsFacts['fallback']> => {
	const isAccepted = (version: Version): boolean => {
		const fact = versions[version];
		return fact.seen && fact.value;
	};
	const best = newestFirst.find(isAccepted);
	const accepted = oldVersions.find(version => version !== best && isAccepted(version));
	if (accepted === undefined)
		return (
			newestFirst.map(version => versions[version]).find((fact): fact is Unseen => !fact.seen) ??
			seen(null)
		);
	if (context.connectionsLeft() === 0) return notAsked('tls-fallback-scsv');
	const answer = await ask(context, accepted, [...everySuite, fallbackSignal]);
	if (!answer.seen) return answer;
	if (answer.value.kind === 'accepted') return seen(false);
	return 'alert' in answer.value && answer.value.alert === inappropriateFallback
		? seen(true)
		: unseen('unexpected-reply', {
				detail: 'the old version was refused in another way than before',
			});
};

/** Fills in what was not asked, for want of connections unless told. */
export const completeOld = (
	facts: Partial<OldVersions>,
	why: Observed<never> = notAsked('tls-versions'),
): OldVersions => ({
	ssl3: facts.ssl3 ?? why,
	tls10: facts.tls10 ?? why,
	tls11: facts.tls11 ?? why,
});

/** Fills in what was not asked, for want of connections unless told. */
export const completeWeak = (
	facts: Suites,
	why: Observed<never> = notAsked('tls-ciphers-weak'),
): Weak =>
	Object.fromEntries(weakFamilies.map(family => [family, facts[family] ?? why])) as Record<
		WeakFamily,
		Observed<number | null>
	>;

/** The same for the prime. */
export const completeDh = (
	{dh}: Suites,
	why: Observed<never> = notAsked('tls-dh-group'),
): TlsFacts['dh'] => dh ?? why;
