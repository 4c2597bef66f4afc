import {BlockList, isIP, isIPv4} from 'node:net';

/** Who can have such an address: anybody on the internet, a network of one's own, a carrier's customers, the machine itself. */
export type Kind = 'public' | 'private' | 'shared' | 'loopback';

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
