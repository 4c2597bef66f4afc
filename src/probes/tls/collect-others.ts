import {seen, unseen, type Observed} from '../engine/check.js';
import type {CollectContext} from '../engine/family.js';
import {notWanted} from './not-wanted.js';
import type {OtherAddress, TlsFacts} from './facts.js';
import {comparedOf} from './compared.js';

/** A name of a balancer may lead to dozens; two more show whether IPv4 and IPv6, or two nodes, are set up alike. */
const mostOthers = 2;

const isVersion6 = (address: string): boolean => address.includes(':');

/** Those of the other kind first: what differs most often is IPv6 beside IPv4. */
const otherKindFirst = (addresses: readonly string[], lookedAt: string): readonly string[] =>
	addresses.toSorted(
		(a, b) =>
			Number(isVersion6(a) === isVersion6(lookedAt)) -
			Number(isVersion6(b) === isVersion6(lookedAt)),
	);

const collectOther = async (
	context: CollectContext,
	address: string,
	collect: (context: CollectContext) => Promise<TlsFacts>,
): Promise<OtherAddress> => {
	if (context.stopped() !== undefined || context.remainingMs() === 0)
		return {address, facts: unseen(context.stopped() ?? 'timed-out')};
	context.step(`looking at ${address}`);
	const there = context.at(address);
	const compared = new Set(comparedOf(context.target.engine).map(({id}) => id));
	const wants: CollectContext['wants'] = (...checks) => checks.some(id => compared.has(id));
	return {address, facts: seen(await collect({...there, wants}))};
};

/**
 * Asks the other addresses of the endpoint's name what the compared checks need to know, one after the other. An address
 * beyond the first two is unseen.
 */
export const collectOthers = async (
	context: CollectContext,
	collect: (context: CollectContext) => Promise<TlsFacts>,
): Promise<Observed<readonly OtherAddress[]>> => {
	if (!context.wants('tls-ipv6-parity')) return notWanted;
	const {addresses, lookedAt} = context.reach();
	if (!addresses.seen) return addresses;
	if (lookedAt === undefined) return unseen('connection-closed');
	const all = otherKindFirst(
		addresses.value.filter(address => address !== lookedAt),
		lookedAt,
	);
	const others: OtherAddress[] = [];
	for (const address of all.slice(0, mostOthers))
		others.push(await collectOther(context, address, collect));
	const left = all.slice(mostOthers).map(address => ({
		address,
		facts: unseen('limit-exceeded', {
			detail: `only ${mostOthers} other addresses are looked at in one run`,
		}),
	}));
	return seen([...others, ...left]);
};
