/** One element of DER: its tag, its content, and what stands behind it. */
export type Element = {readonly tag: number; readonly body: Buffer; readonly rest: Buffer};

/** The first element of the bytes; undefined when they are no DER. Never throws. */
export const element = (der: Buffer): Element | undefined => {
	const tag = der[0];
	const short = der[1];
	if (tag === undefined || short === undefined) return undefined;
	const lengthBytes = short < 0x80 ? 0 : short & 0x7f;
	// Certificates are smaller than 16 MiB, and indefinite lengths (0x80) are not DER.
	if (short === 0x80 || lengthBytes > 3 || der.length < 2 + lengthBytes) return undefined;
	const length = lengthBytes === 0 ? short : der.readUIntBE(2, lengthBytes);
	const start = 2 + lengthBytes;
	if (der.length < start + length) return undefined;
	return {tag, body: der.subarray(start, start + length), rest: der.subarray(start + length)};
};

/** The name of a signature algorithm and whether its digest can be forged today; undefined weakness: not known here. */
type SignatureAlgorithm = {readonly name: string; readonly weak: boolean | undefined};

/** Object identifiers (RFC 3279, 4055, 5758, 8410) as hex of their DER content. */
const algorithms: Readonly<Record<string, SignatureAlgorithm>> = {
	'2a864886f70d010102': {name: 'RSA with MD2', weak: true},
	'2a864886f70d010104': {name: 'RSA with MD5', weak: true},
	'2a864886f70d010105': {name: 'RSA with SHA-1', weak: true},
	'2a864886f70d01010e': {name: 'RSA with SHA-224', weak: false},
	'2a864886f70d01010b': {name: 'RSA with SHA-256', weak: false},
	'2a864886f70d01010c': {name: 'RSA with SHA-384', weak: false},
	'2a864886f70d01010d': {name: 'RSA with SHA-512', weak: false},
	'2a8648ce380403': {name: 'DSA with SHA-1', weak: true},
	'2a8648ce3d0401': {name: 'ECDSA with SHA-1', weak: true},
	'2a8648ce3d040301': {name: 'ECDSA with SHA-224', weak: false},
	'2a8648ce3d040302': {name: 'ECDSA with SHA-256', weak: false},
	'2a8648ce3d040303': {name: 'ECDSA with SHA-384', weak: false},
	'2a8648ce3d040304': {name: 'ECDSA with SHA-512', weak: false},
	'2b6570': {name: 'Ed25519', weak: false},
	'2b6571': {name: 'Ed448', weak: false},
};

const pss = '2a864886f70d01010a';
const strongDigests = [
	['608648016503040201', 'SHA-256'],
	['608648016503040202', 'SHA-384'],
	['608648016503040203', 'SHA-512'],
] as const;

/** RSA-PSS names its digest in its parameters, and means SHA-1 when it names none (RFC 4055, section 3.1). */
const pssAlgorithm = (parameters: Buffer): SignatureAlgorithm => {
	const outer = element(parameters);
	const hash = outer?.tag === 0x30 ? element(outer.body) : undefined;
	if (hash?.tag !== 0xa0) return {name: 'RSA-PSS with SHA-1', weak: true};
	const sequence = element(hash.body);
	const oid = sequence === undefined ? undefined : element(sequence.body);
	const found = strongDigests.find(([hex]) => hex === oid?.body.toString('hex'));
	return found === undefined
		? {name: 'RSA-PSS with another digest', weak: undefined}
		: {name: `RSA-PSS with ${found[1]}`, weak: false};
};

/**
 * The algorithm with which a certificate was signed, from its DER bytes: node does not tell. Undefined when the bytes
 * are not a certificate; an algorithm that is not in the list keeps its identifier in hex and an unknown weakness.
 */
export const signatureAlgorithm = (der: Buffer): SignatureAlgorithm | undefined => {
	const certificate = element(der);
	const tbs = certificate?.tag === 0x30 ? element(certificate.body) : undefined;
	const identifier = tbs === undefined ? undefined : element(tbs.rest);
	const oid = identifier?.tag === 0x30 ? element(identifier.body) : undefined;
	if (oid?.tag !== 0x06) return undefined;
	const hex = oid.body.toString('hex');
	if (hex === pss) return pssAlgorithm(oid.rest);
	return algorithms[hex] ?? {name: `object identifier ${hex.slice(0, 60)}`, weak: undefined};
};

/** id-ce-keyUsage (RFC 5280, section 4.2.1.3) as hex of its DER content. */
const keyUsage = '551d0f';
/** digitalSignature, keyEncipherment and keyAgreement: what a server of TLS needs at least one of. */
const forTls = 0b1010_1000;

/** The elements that stand side by side in the bytes, up to the first that is none. */
export const elements = (der: Buffer): readonly Element[] => {
	const found: Element[] = [];
	for (let next = element(der); next !== undefined; next = element(next.rest)) found.push(next);
	return found;
};

const none = Buffer.alloc(0);

/** The value of an extension of a certificate, by its identifier as hex of DER; undefined when it has none such. */
const extensionOf = (der: Buffer, identifier: string): Buffer | undefined => {
	const [tbs] = elements(element(der)?.body ?? none);
	const wrapped = elements(tbs?.body ?? none).find(({tag}) => tag === 0xa3);
	const list = wrapped === undefined ? undefined : element(wrapped.body);
	for (const extension of elements(list?.body ?? none)) {
		const [oid, ...values] = elements(extension.body);
		if (oid?.body.toString('hex') === identifier) return values.at(-1)?.body;
	}
	return undefined;
};

/** Whether the key usage of a certificate permits a TLS server; undefined when it names none, or cannot be read. */
export const permitsTls = (der: Buffer): boolean | undefined => {
	const bits = element(extensionOf(der, keyUsage) ?? none);
	return bits?.tag === 0x03 ? ((bits.body[1] ?? 0) & forTls) !== 0 : undefined;
};

/** What a CA may issue, beside that it is one. */
export type Limits = {
	/** It is kept to certain names (or from them). */
	readonly names: boolean;
	/** How many CAs may stand between it and a leaf; null for any number. */
	readonly depth: number | null;
};

/** id-ce-nameConstraints and id-ce-basicConstraints (RFC 5280, sections 4.2.1.10 and 4.2.1.9) as hex of their DER content. */
const nameConstraints = '551d1e';
const basicConstraints = '551d13';

/** The limits that a certificate sets to itself as a CA; what cannot be read of a depth is the narrowest. */
export const limitsOf = (der: Buffer): Limits => {
	const depth = elements(element(extensionOf(der, basicConstraints) ?? none)?.body ?? none).find(
		({tag}) => tag === 0x02,
	);
	return {
		names: extensionOf(der, nameConstraints) !== undefined,
		depth: depth === undefined ? null : depth.body.length === 1 ? depth.body.readUInt8(0) : 0,
	};
};

/**
 * What the limits on a path of signatures come to, the leaf first: `broken` where a CA has more CAs below it than it may,
 * `unclear` where names are limited, which is for OpenSSL to judge.
 */
export const weighLimits = (path: readonly Limits[]): 'kept' | 'unclear' | 'broken' => {
	if (path.some(({depth}, at) => at > 0 && depth !== null && at - 1 > depth)) return 'broken';
	return path.slice(1).some(({names}) => names) ? 'unclear' : 'kept';
};

/** id-pe-tlsfeature (RFC 7633) as hex of its DER content; 5 is status_request. */
const tlsFeature = '2b06010505070118';
const statusRequest = 5;

/** Whether a certificate demands that the server hands out word of its revocation by itself ("must-staple"). */
export const mustStaple = (der: Buffer): boolean =>
	elements(element(extensionOf(der, tlsFeature) ?? none)?.body ?? none).some(
		({tag, body}) => tag === 0x02 && body.length === 1 && body[0] === statusRequest,
	);

/** id-ce-cRLDistributionPoints (RFC 5280, section 4.2.1.13) as hex of its DER content. */
const revocationLists = '551d1f';

/** Whether a certificate names a place where a list of revoked certificates is kept. */
export const namesRevocationList = (der: Buffer): boolean =>
	extensionOf(der, revocationLists) !== undefined;
