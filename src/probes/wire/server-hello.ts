/** What a ServerHello says. */
export type ServerHello = {
	/** As on the wire; 0x0304 for TLS 1.3, which hides in an extension. */
	readonly version: number;
	readonly suite: number;
	/** 0 for none. */
	readonly compression: number;
	/** A HelloRetryRequest of TLS 1.3, which also settles version and suite. */
	readonly retry: boolean;
	/** The types of its extensions: what the server took up of what was offered. */
	readonly extensions: readonly number[];
};

/** SHA-256 of "HelloRetryRequest", which stands in the place of the random (RFC 8446, section 4.1.3). */
const retryRandom = 'cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c';

/** More than any server sends; the first flight is limited too. */
const maxExtensions = 64;

/** The extensions up to the first that is cut. */
const extensionsOf = (bytes: Buffer): ReadonlyMap<number, Buffer> => {
	const found = new Map<number, Buffer>();
	for (let at = 0; at + 4 <= bytes.length && found.size < maxExtensions;) {
		const type = bytes.readUInt16BE(at);
		const length = bytes.readUInt16BE(at + 2);
		if (at + 4 + length > bytes.length) break;
		if (!found.has(type)) found.set(type, bytes.subarray(at + 4, at + 4 + length));
		at += 4 + length;
	}
	return found;
};

/** Reads the body of a ServerHello message; undefined when it is none. Never throws, whatever the bytes. */
export const parseServerHello = (body: Buffer): ServerHello | undefined => {
	const sessionLength = body[34];
	if (sessionLength === undefined || sessionLength > 32) return undefined;
	const at = 35 + sessionLength;
	if (body.length < at + 3) return undefined;
	const legacy = body.readUInt16BE(0);
	const rest = body.subarray(at + 3);
	if (rest.length === 1 || (rest.length >= 2 && rest.readUInt16BE(0) !== rest.length - 2))
		return undefined;
	const extensions = extensionsOf(rest.subarray(2));
	const supported = extensions.get(43);
	const version = supported?.length === 2 ? supported.readUInt16BE(0) : legacy;
	if (version < 0x0300 || version > 0x0304) return undefined;
	return {
		version,
		suite: body.readUInt16BE(at),
		compression: body.readUInt8(at + 2),
		retry: body.subarray(2, 34).toString('hex') === retryRandom,
		extensions: [...extensions.keys()],
	};
};

/** The DER certificates of a Certificate message up to TLS 1.2; undefined when it is none. Never throws. */
export const parseCertificateList = (body: Buffer): readonly Buffer[] | undefined => {
	if (body.length < 3 || body.readUIntBE(0, 3) !== body.length - 3) return undefined;
	const certificates: Buffer[] = [];
	for (let at = 3; at < body.length;) {
		if (at + 3 > body.length) return undefined;
		const length = body.readUIntBE(at, 3);
		if (length === 0 || at + 3 + length > body.length) return undefined;
		certificates.push(body.subarray(at + 3, at + 3 + length));
		at += 3 + length;
	}
	return certificates;
};

/**
 * Size in bits of the prime in a ServerKeyExchange of DHE (RFC 5246, section 7.4.3); undefined when it is none. Leading zeros
 * do not count. Never throws.
 */
export const primeBits = (body: Buffer): number | undefined => {
	if (body.length < 2) return undefined;
	const prime = body.subarray(2, 2 + body.readUInt16BE(0));
	const first = prime.findIndex(byte => byte !== 0);
	if (prime.length !== body.readUInt16BE(0) || first < 0) return undefined;
	return (prime.length - first - 1) * 8 + (32 - Math.clz32(prime.readUInt8(first)));
};
