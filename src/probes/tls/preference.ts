import {seen, type Observed} from '../engine/check.js';
import {
	modernSuites,
	suitesOf,
	weakFamilies,
	weakFamilyOf,
	weightyFamilies,
} from '../wire/suites.js';
import type {Heard} from './ask.js';
import type {PreferenceFacts, TlsFacts} from './facts.js';

/** The higher the better: broken families by their number, and what is not known as weak at the top. */
const rank = (suite: number): number => {
	const family = weakFamilyOf(suite);
	return family === undefined ? weakFamilies.length : weakFamilies.indexOf(family);
};

const isWeighty = (suite: number): boolean =>
	weightyFamilies.some(family => suitesOf[family].includes(suite));

/**
 * Clearly worse. Of a static key exchange and CBC neither is: the one has no forward secrecy, the other no authenticated
 * encryption.
 */
const isWorse = (suite: number, than: number): boolean =>
	isWeighty(suite) &&
	rank(suite) < rank(than) &&
	!(weakFamilyOf(suite) === 'static' && weakFamilyOf(than) === 'cbc');

/** Suites that are worth choosing: with forward secrecy. */
export const betterSuites: readonly number[] = [...modernSuites, ...suitesOf.cbc];

const compare = (hellos: readonly Heard[]): readonly PreferenceFacts[] => {
	const accepted = new Set(hellos.flatMap(({chosen}) => chosen ?? []));
	return hellos.flatMap(({offered, chosen}) => {
		if (chosen === null) return [];
		const others = [...accepted].filter(suite => suite !== chosen && offered.includes(suite));
		return others.flatMap((over): readonly PreferenceFacts[] => {
			if (isWorse(chosen, over)) return [{kind: 'client', chosen, over}];
			const wasFirst = offered.indexOf(over) < offered.indexOf(chosen);
			return isWeighty(over) && rank(over) < rank(chosen) && wasFirst
				? [{kind: 'server', chosen, over}]
				: [];
		});
	});
};

/**
 * What the hellos of a run tell of the order by which the server chooses, whatever they were sent for; undefined when they do
 * not tell. A suite counts as accepted where another hello showed it.
 */
export const preferenceOf = (
	hellos: readonly Heard[],
	weak: TlsFacts['weak'],
): Observed<PreferenceFacts> | undefined => {
	const facts = weightyFamilies.map(family => weak[family]);
	if (!facts.some(fact => fact.seen && fact.value !== null))
		return facts.find(fact => !fact.seen) ?? seen({kind: 'nothing-weak'});
	const found = compare(hellos);
	const word = found.find(({kind}) => kind === 'client') ?? found[0];
	if (word !== undefined) return seen(word);
	const refused = new Set(hellos.flatMap(({offered, chosen}) => (chosen === null ? offered : [])));
	return betterSuites.every(suite => refused.has(suite)) ? seen({kind: 'all-weak'}) : undefined;
};

/** The weak suites that were accepted, the worst first, and then everything better: what shows whose order decides. */
export const decisiveOffer = (weak: TlsFacts['weak']): readonly number[] => [
	...weightyFamilies.flatMap(family => {
		const fact = weak[family];
		return fact.seen && fact.value !== null ? [fact.value] : [];
	}),
	...betterSuites,
];
