import {seen, unseen, type Observed} from '../engine/check.js';
import type {CollectContext} from '../engine/family.js';
import {wireVersion, type Version} from '../wire/client-hello.js';
import {everySuite, suitesOf, weakFamilies, weakFamilyOf, type WeakFamily} from '../wire/suites.js';
import {ask, openAnswer, type Answer} from './ask.js';
import type {TlsFacts} from './facts.js';

type Old = 'ssl3' | 'tls10' | 'tls11';
export type OldVersions = Pick<TlsFacts['versions'], Old>;
export type Weak = TlsFacts['weak'];

const oldVersions: readonly Old[] = ['tls11', 'tls10', 'ssl3'];

/** Such a run has the connections that users and other questions take in a whole one, which is enough for every answer. */
const notAsked = (check: string): Observed<never> =>
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

/** What a hello with the suites of `open` says of these families. */
export const readWeak = (open: readonly WeakFamily[], answer: Observed<Answer>): Partial<Weak> => {
	const all = (value: Observed<number | null>): Partial<Weak> =>
		Object.fromEntries(open.map(family => [family, value]));
	if (!answer.seen) return all(answer);
	if (answer.value.kind === 'refused') return all(seen(null));
	if (answer.value.kind !== 'accepted') return all(openAnswer(answer.value));
	const {suite} = answer.value.hello;
	const family = weakFamilyOf(suite);
	// A suite that was not offered is no answer, and asking again could go on for ever.
	return family === undefined || !open.includes(family)
		? all(unseen('unexpected-reply', {detail: 'a suite that was not offered'}))
		: {[family]: seen(suite)};
};

/**
 * Asks for those of `families` that are not known yet, with at most `rounds` connections: one when none is accepted, and
 * one more for each that is, without the suites of that family.
 */
export const collectWeak = async (
	context: CollectContext,
	families: readonly WeakFamily[],
	known: Partial<Weak>,
	rounds: number,
): Promise<Partial<Weak>> => {
	let facts = known;
	for (let round = 0; round < rounds && context.connectionsLeft() > 0; round += 1) {
		const open = families.filter(family => facts[family] === undefined);
		if (open.length === 0) break;
		const suites = open.flatMap(family => suitesOf[family]);
		facts = {...facts, ...readWeak(open, await ask(context, 'tls12', suites))};
	}
	return facts;
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
	facts: Partial<Weak>,
	why: Observed<never> = notAsked('tls-ciphers-weak'),
): Weak =>
	Object.fromEntries(weakFamilies.map(family => [family, facts[family] ?? why])) as Record<
		WeakFamily,
		Observed<number | null>
	>;
