import type {TargetReport} from './run.js';
import {plainText} from './text.js';

/** What a name led to, and where the probe looked: kept as `network` among the facts of an endpoint that is given by name. */
export type NameFacts = {
	/** All that the name led to, most preferred first; at most `mostAddresses` are kept. */
	readonly addresses: readonly string[];
	readonly count: number;
	readonly lookedAt: string;
};

/** A name behind a large balancer may lead to hundreds; these are enough to recognise it by. */
export const mostAddresses = 64;

/** By hand, because screens import this and no first frame should wait for a schema. */
const nameFactsOf = ({network}: Readonly<Record<string, unknown>>) =>
	typeof network === 'object' &&
	network !== null &&
	'count' in network &&
	typeof network.count === 'number' &&
	'lookedAt' in network &&
	typeof network.lookedAt === 'string'
		? {count: network.count, lookedAt: network.lookedAt}
		: undefined;

/**
 * A sentence for each endpoint whose name leads to several addresses: most checks look at one of them, and the
 * others may be servers that are set up in another way. Runs from before this was kept say nothing.
 */
export const lookedAtNotes = ({endpoints}: Pick<TargetReport, 'endpoints'>): readonly string[] =>
	endpoints.flatMap(({host, facts}) => {
		const known = nameFactsOf(facts);
		if (known === undefined || known.count < 2) return [];
		return [
			`${host} has ${known.count} addresses; all checks but tls-ipv6-parity looked at ${plainText(known.lookedAt, 64)} only.`,
		];
	});
