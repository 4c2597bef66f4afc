import {isIP} from 'node:net';
import {asciiHost} from './host-name.js';

/** Protocol versions as they stand on the wire. */
export const wireVersion = {
	ssl3: 0x0300,
	tls10: 0x0301,
	tls11: 0x0302,
	tls12: 0x0303,
	tls13: 0x0304,
} as const;
export type Version = keyof typeof wireVersion;

type HelloOptions = {
	/** The highest version that is offered; servers choose it or a lower one, for 1.3 only 1.3. */
	readonly version: Version;
	readonly suites: readonly number[];
	/** Sent as server name unless it is an IP address. */
	readonly host: string;
	/** 32 random bytes. */
	readonly random: Uint8Array;
	/** Public keys for TLS 1.3: X25519 (32 bytes) and P-256 (65 bytes, uncompressed). */
	readonly keys?: {readonly x25519: Uint8Array; readonly p256: Uint8Array};
	readonly alpn?: string;
	/** Offers the heartbeat extension (RFC 6520), to see whether the server takes it up; no heartbeat is ever sent. */
	readonly heartbeat?: boolean;
};

const u8 = (value: number): Buffer => Buffer.from([value]);
const u16 = (...values: readonly number[]): Buffer =>
	Buffer.from(values.flatMap(value => [value >> 8, value & 0xff]));

/** Bytes behind their own length in one or two bytes. */
const sized = (width: 1 | 2, ...parts: readonly Uint8Array[]): Buffer => {
	const body = Buffer.concat(parts);
	return Buffer.concat([width === 1 ? u8(body.length) : u16(body.length), body]);
};

const extension = (type: number, ...body: readonly Uint8Array[]): Buffer =>
	Buffer.concat([u16(type), sized(2, ...body)]);

const x25519Group = 0x001d;
const p256Group = 0x0017;
/** X25519, X448, P-256, P-384, P-521, P-224, P-192, secp256k1, those of Brainpool (RFC 7027), and the finite fields of RFC 7919. */
const groups = [
	x25519Group,
	0x001e,
	p256Group,
	0x0018,
	0x0019,
	0x0015,
	0x0013,
	0x0016,
	0x001a,
	0x001b,
	0x001c,
	0x0100,
	0x0101,
	0x0102,
	0x0103,
	0x0104,
];

/** ECDSA, RSA-PSS, Ed25519, Ed448, RSA and DSA, down to SHA-1 and MD5: to see what a server has, all must be offered. */
const signatureSchemes = [
	0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080a, 0x080b, 0x0401,
	0x0501, 0x0601, 0x0303, 0x0301, 0x0402, 0x0203, 0x0201, 0x0202, 0x0101,
];

const extensions = ({version, host, keys, alpn, heartbeat}: HelloOptions): Buffer =>
	sized(
		2,
		...(isIP(host) === 0
			? [extension(0, sized(2, u8(0), sized(2, Buffer.from(asciiHost(host), 'latin1'))))]
			: []),
		extension(10, sized(2, u16(...groups))),
		extension(11, sized(1, u8(0))),
		extension(13, sized(2, u16(...signatureSchemes))),
		...(alpn === undefined ? [] : [extension(16, sized(2, sized(1, Buffer.from(alpn, 'latin1'))))]),
		...(heartbeat === true ? [extension(15, u8(1))] : []),
		// An empty renegotiation_info tells servers that insist on it that we know it (RFC 5746).
		extension(0xff01, sized(1)),
		...(version === 'tls13' && keys !== undefined
			? [
					extension(43, sized(1, u16(wireVersion.tls13))),
					extension(
						51,
						sized(2, u16(x25519Group), sized(2, keys.x25519), u16(p256Group), sized(2, keys.p256)),
					),
				]
			: []),
	);

/**
 * The bytes of a ClientHello record, from SSL 3.0 to TLS 1.3, with any suites: what a library refuses to say can be asked
 * too. TLS compression is offered, to see whether a server takes it. Pure: the same options give the same bytes.
 */
export const clientHello = (options: HelloOptions): Buffer => {
	const legacy = Math.min(wireVersion[options.version], wireVersion.tls12);
	const body = Buffer.concat([
		u16(legacy),
		options.random,
		sized(1, Buffer.alloc(0)),
		sized(2, u16(...options.suites)),
		// TLS 1.3 forbids the offer of compression.
		sized(1, Buffer.from(options.version === 'tls13' ? [0] : [1, 0])),
		extensions(options),
	]);
	const handshake = Buffer.concat([u8(1), u8(0), u16(body.length), body]);
	const recordVersion = Math.min(legacy, wireVersion.tls10);
	return Buffer.concat([u8(22), u16(recordVersion), sized(2, handshake)]);
};
