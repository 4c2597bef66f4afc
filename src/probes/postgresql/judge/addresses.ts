import {isIP} from 'node:net';

/** Addresses of one family as numbers, both ends included. */
export type Range = {readonly family: 4 | 6; readonly low: bigint; readonly high: bigint};

const groupsOf = (text: string): readonly string[] => (text === '' ? [] : text.split(':'));

/** An address as a number; undefined when it is none. A zone (`%eth0`) is left out. */
export const addressNumber = (
	text: string,
): {readonly family: 4 | 6; readonly value: bigint} | undefined => {
	const bare = text.replace(/%.*$/, '');
	if (isIP(bare) === 4)
		return {family: 4, value: bare.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n)};
	if (isIP(bare) !== 6) return undefined;
	// The dotted tail of a mapped address is two groups.
	const plain = bare.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) =>
		[Number(a) * 256 + Number(b), Number(c) * 256 + Number(d)].map(n => n.toString(16)).join(':'),
	);
	const [head = '', tail] = plain.split('::');
	const front = groupsOf(head);
	const back = tail === undefined ? [] : groupsOf(tail);
	const zeros = Array.from({length: 8 - front.length - back.length}, () => '0');
	const groups = tail === undefined ? front : [...front, ...zeros, ...back];
	return {
		family: 6,
		value: groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n),
	};
};

const widths = {4: 32n, 6: 128n} as const;

/** Every address of a family. */
export const everything = (family: 4 | 6): Range => ({
	family,
	low: 0n,
	high: (1n << widths[family]) - 1n,
});

/**
 * The range of an address and a netmask in two columns, as pg_hba_file_rules has them. Undefined when either is no
 * address or the mask has holes.
 */
export const maskedRange = (address: string, netmask: string): Range | undefined => {
	const base = addressNumber(address);
	const mask = addressNumber(netmask);
	if (base === undefined || mask?.family !== base.family) return undefined;
	const all = everything(base.family).high;
	const hosts = all ^ mask.value;
	if ((hosts & (hosts + 1n)) !== 0n) return undefined;
	const low = base.value & mask.value;
	return {family: base.family, low, high: low + hosts};
};

const cidr = (text: string): Range => {
	const [address = '', bits = '0'] = text.split('/');
	const base = addressNumber(address);
	if (base === undefined) throw new Error(`not a network: ${text}`);
	const size = 1n << (widths[base.family] - BigInt(bits));
	return {family: base.family, low: base.value, high: base.value + size - 1n};
};

/** The machine itself (RFC 1122, RFC 4291). */
export const loopback: readonly Range[] = ['127.0.0.0/8', '::1/128'].map(cidr);

/** Not routed on the Internet: RFC 1918, RFC 6598, RFC 3927, RFC 4193, RFC 4291, and the machine itself. */
export const inner: readonly Range[] = [
	...['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16'].map(cidr),
	...['fc00::/7', 'fe80::/10'].map(cidr),
	...loopback,
];

/** True when the address lies in one of the ranges. */
export const within = (family: 4 | 6, value: bigint, ranges: readonly Range[]): boolean =>
	ranges.some(range => range.family === family && range.low <= value && value <= range.high);

/** An address for a person, for example 10.0.0.0 or 2001:db8:0:0:0:0:0:1. */
export const addressText = (family: 4 | 6, value: bigint): string => {
	const [count, bits, base] = family === 4 ? ([4, 8n, 10] as const) : ([8, 16n, 16] as const);
	const mask = (1n << bits) - 1n;
	return Array.from({length: count}, (_, i) =>
		((value >> (bits * BigInt(count - 1 - i))) & mask).toString(base),
	).join(family === 4 ? '.' : ':');
};
