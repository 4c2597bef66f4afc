import {seen, type Observed} from '../engine/check.js';
import type {CollectContext} from '../engine/family.js';
import {
	dheSuites,
	modernSuites,
	suitesOf,
	weakFamilies,
	weakFamilyOf,
	weightyFamilies,
} from '../wire/suites.js';
import {ask, type Answer} from './ask.js';
import {readSuites, type Suites} from './collect-versions.js';
import {protocolVersionAlert} from './interpret.js';

/** What the first hellos told. */
export type Search = {
	/** The answer about TLS 1.2 with forward secrecy, with the certificates where it was accepted. */
	readonly first: Observed<Answer>;
	/** What it was told on the way of weak families, and of the prime. */
	readonly known: Suites;
};

/** One of these settles two questions: DHE with its prime, and CBC. */
const dheWithCbc = dheSuites.filter(suite => weakFamilyOf(suite) === 'cbc');
const dheOrCbc = [...new Set([...dheSuites, ...suitesOf.cbc])];
const weighty = weightyFamilies.flatMap(family => suitesOf[family]);
const others = modernSuites.filter(suite => !dheSuites.includes(suite));

const hello = (context: CollectContext, suites: readonly number[]): Promise<Observed<Answer>> =>
	ask(context, 'tls12', suites, {heartbeat: true});

/** What an accepted hello with suites of DHE or CBC among others says of these two, and of nothing else. */
const readBoth = (answer: Observed<Answer>): Suites => {
	if (!answer.seen || answer.value.kind !== 'accepted') return {};
	const {suite} = answer.value.hello;
	return {
		...(dheSuites.includes(suite) ? readSuites([], true, answer) : {}),
		...(suitesOf.cbc.includes(suite) ? {cbc: seen(suite)} : {}),
	};
};

const isAccepted = (answer: Observed<Answer>): boolean =>
	answer.seen && answer.value.kind === 'accepted';
const isRefused = (answer: Observed<Answer>): boolean =>
	answer.seen && answer.value.kind === 'refused';

const allRefused: Suites = {
	...Object.fromEntries(weakFamilies.map(family => [family, seen(null)])),
	dh: seen(null),
};

/**
 * Asks for TLS 1.2 in an order by which the first hello that is accepted, or refused, settles as much as one can: an untouched
 * server takes DHE with CBC at once, although what is weak stands first, a hardened one refuses everything weak in one go. At most three connections, of which the
 * last that comes to an end also gives the certificates. `manyUsers` need connections more than CBC and DHE do, which are then
 * left for later.
 */
export const searchSuites = async (
	context: CollectContext,
	manyUsers: boolean,
): Promise<Search & {readonly spoken: Observed<Answer>}> => {
	const spoken = await hello(context, [...weighty, ...dheWithCbc]);
	if (!isAccepted(spoken) && !isRefused(spoken)) return {first: spoken, known: {}, spoken};
	if (spoken.seen && 'alert' in spoken.value && spoken.value.alert === protocolVersionAlert)
		return {first: spoken, known: allRefused, spoken};
	const both = readBoth(spoken);
	if (Object.keys(both).length > 0) return {first: spoken, known: both, spoken};
	const broken = readSuites(weightyFamilies, false, spoken);
	if (manyUsers)
		return {first: await hello(context, [...modernSuites, ...suitesOf.cbc]), known: broken, spoken};
	const second = await hello(context, dheOrCbc);
	if (!isRefused(second)) return {first: second, known: {...broken, ...readBoth(second)}, spoken};
	return {
		first: await hello(context, others),
		known: {...broken, cbc: seen(null), dh: seen(null)},
		spoken,
	};
};
