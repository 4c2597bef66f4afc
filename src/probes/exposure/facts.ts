import {BlockList, isIP, isIPv4} from 'node:net';
import type {DatabaseTarget, Endpoint} from '../../domain/target.js';
import {seen, type Observed} from '../engine/check.js';
import type {CollectContext} from '../engine/family.js';

/** Who can have such an address: anybody on the internet, a network of one's own, a carrier's customers, the machine itself. */
export type Kind = 'public' | 'private' | 'shared' | 'loopback';

export type Address = {readonly address: string; readonly kind: Kind};

/** What is known of how one endpoint can be reached, seen from the machine that dbvet runs on. */
export type ExposureFacts = {
	readonly host: string;
	/** The endpoint is given by an address and not by a name. */
	readonly byAddress: boolean;
	readonly role: Endpoint['role'];
	/** What the target says should be; null where it says nothing. */
	readonly expect: NonNullable<DatabaseTarget['expect']> | null;
	readonly addresses: Observed<readonly Address[]>;
	/** The resolver knows the name: false only when it said that there is none. */
	readonly known: Observed<boolean>;
	/** Those addresses that were tried, and whether they answered. */
	readonly attempts: readonly (Address & {readonly answer: Observed<true>})[];
	/** The addresses of the primary, for a replica; null for others. */
	readonly primary: Observed<readonly Address[]> | null;
};

const listOf = (...networks: readonly (readonly [string, number])[]): BlockList => {
	const list = new BlockList();
	for (const [address, bits] of networks)
		list.addSubnet(address, bits, isIPv4(address) ? 'ipv4' : 'ipv6');
	return list;
};

/** RFC 1122 and RFC 4291, with the unspecified addresses, which lead to the machine itself. */
const loopback = listOf(['127.0.0.0', 8], ['::1', 128], ['0.0.0.0', 8], ['::', 128]);
/** RFC 6598: addresses that a carrier shares among its customers. */
const shared = listOf(['100.64.0.0', 10]);
/** RFC 1918, RFC 3927, RFC 4193 and RFC 4291: not routed on the internet. */
const inner = listOf(
	['10.0.0.0', 8],
	['172.16.0.0', 12],
	['192.168.0.0', 16],
	['169.254.0.0', 16],
	['fc00::', 7],
	['fe80::', 10],
);

/** The kind of an address; whatever is none of the others counts as public, so that a doubt never looks safe. */
export const kindOf = (address: string): Kind => {
	const bare = address.replace(/%.*$/, '').replace(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i, '$1');
	const family = isIPv4(bare) ? 'ipv4' : 'ipv6';
	if (isIP(bare) === 0) return 'public';
	if (loopback.check(bare, family)) return 'loopback';
	if (shared.check(bare, family)) return 'shared';
	return inner.check(bare, family) ? 'private' : 'public';
};

const placed = (addresses: Observed<readonly string[]>): Observed<readonly Address[]> =>
	addresses.seen
		? seen(addresses.value.map(address => ({address, kind: kindOf(address)})))
		: addresses;

/** ENOTFOUND is the answer that there is no such name; any other failure is no answer. */
const isKnown = (addresses: Observed<readonly string[]>): Observed<boolean> => {
	if (addresses.seen) return seen(true);
	return addresses.reason === 'name-not-resolved' && addresses.detail === 'ENOTFOUND'
		? seen(false)
		: addresses;
};

/** Puts together what the first connection already showed; opens none of its own. One name is looked up for a replica. */
export const collectExposure = async (context: CollectContext): Promise<ExposureFacts> => {
	const {endpoint, target} = context;
	const {addresses, attempts} = context.reach();
	const primary = target.endpoints.find(({role}) => role === 'primary');
	return {
		host: endpoint.host,
		byAddress: isIP(endpoint.host) !== 0,
		role: endpoint.role,
		expect: target.expect ?? null,
		addresses: placed(addresses),
		known: isKnown(addresses),
		attempts: attempts.map(({address, answer}) => ({address, kind: kindOf(address), answer})),
		primary:
			endpoint.role === 'replica' && primary !== undefined
				? placed(await context.resolve(primary.host))
				: null,
	};
};
