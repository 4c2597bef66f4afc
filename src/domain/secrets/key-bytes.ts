/** The object identifiers of an encrypted PKCS #8 key: PKCS #5 and PKCS #12, without their last number. */
const encryptedBy: readonly (readonly number[])[] = [
	[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05],
	[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x0c],
];
/** First bytes of the key stores of Java, and of a key of OpenSSH. */
const stores: readonly (readonly number[])[] = [
	[0xfe, 0xed, 0xfe, 0xed],
	[0xce, 0xce, 0xce, 0xce],
	[...Buffer.from('openssh-key-v1\0')],
];
/** The algorithms of OpenPGP: RSA, DSA, ECDH, ECDSA, EdDSA, and the newer names of the curves. */
const pgpAlgorithms = new Set([1, 17, 18, 19, 22, 25, 27]);

const startsWith = (bytes: Uint8Array, start: readonly number[], at = 0): boolean =>
	start.every((byte, index) => bytes[at + index] === byte);

/** Where the content of a DER sequence begins, or undefined when there is no sequence. */
const contentOf = (bytes: Uint8Array, at: number): number | undefined => {
	if (bytes[at] !== 0x30) return undefined;
	const length = bytes[at + 1] ?? 0;
	if (length < 0x80) return at + 2;
	return length >= 0x81 && length <= 0x84 ? at + 2 + (length - 0x80) : undefined;
};

/** PKCS #1, PKCS #8 (plain or encrypted), SEC 1 and PKCS #12; certificates, requests and public keys begin otherwise. */
const derKey = (bytes: Uint8Array): boolean => {
	const content = contentOf(bytes, 0);
	if (content === undefined) return false;
	if (startsWith(bytes, [0x02, 0x01], content)) {
		const version = bytes[content + 2];
		const next = bytes[content + 3];
		if (version === 0) return next === 0x30 || next === 0x02;
		if (version === 1) return next === 0x30 || next === 0x04;
		return version === 3 && next === 0x30;
	}
	const algorithm = contentOf(bytes, content);
	return (
		algorithm !== undefined &&
		bytes[algorithm] === 0x06 &&
		encryptedBy.some(identifier => startsWith(bytes, identifier, algorithm + 2))
	);
};

/** A packet of OpenPGP with a secret key of version 4. */
const pgpKey = (bytes: Uint8Array): boolean => {
	const [tag] = bytes;
	const at = tag === 0x95 ? 3 : tag === 0x94 || tag === 0xc5 ? 2 : undefined;
	// RFC 9580, 4.2.1.2: from 192 on a length has two bytes.
	const version = at === undefined ? undefined : tag === 0xc5 && (bytes[1] ?? 0) >= 192 ? 3 : at;
	return (
		version !== undefined && bytes[version] === 4 && pgpAlgorithms.has(bytes[version + 5] ?? 0)
	);
};

/** True when bytes begin as a private key or a store of keys does. Needs the first 40 bytes. */
export const beginsAsKey = (bytes: Uint8Array): boolean =>
	derKey(bytes) || pgpKey(bytes) || stores.some(start => startsWith(bytes, start));
