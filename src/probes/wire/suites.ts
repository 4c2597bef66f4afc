/** Weak kinds of cipher suites, the worst first: a suite of two kinds counts as the first. */
export const weakFamilies = [
	'null',
	'anonymous',
	'export',
	'rc4',
	'des',
	'3des',
	'static',
	'cbc',
] as const;
export type WeakFamily = (typeof weakFamilies)[number];

/** Families that decide a verdict; CBC alone does not, and is asked for last. */
export const weightyFamilies: readonly WeakFamily[] = weakFamilies.filter(
	family => family !== 'cbc',
);

/** Suite numbers by family, from the registry of IANA (TLS Cipher Suites); suites with PSK, SRP and Kerberos left out. */
export const suitesOf: Readonly<Record<WeakFamily, readonly number[]>> = {
	null: [0x0001, 0x0002, 0x003b, 0xc001, 0xc006, 0xc00b, 0xc010],
	anonymous: [
		0x0017, 0x0018, 0x0019, 0x001a, 0x001b, 0x0034, 0x003a, 0x0046, 0x006c, 0x006d, 0x0089, 0x00a6,
		0x00a7, 0xc015, 0xc016, 0xc017, 0xc018, 0xc019, 0x009b, 0x00bf, 0x00c5, 0xc046, 0xc047, 0xc05a,
		0xc05b, 0xc084, 0xc085,
	],
	export: [0x0003, 0x0006, 0x0008, 0x000b, 0x000e, 0x0011, 0x0014, 0x0062, 0x0064],
	rc4: [0x0004, 0x0005, 0xc002, 0xc007, 0xc00c, 0xc011],
	des: [0x0009, 0x000c, 0x000f, 0x0012, 0x0015],
	'3des': [0x000a, 0x000d, 0x0010, 0x0013, 0x0016, 0xc003, 0xc008, 0xc00d, 0xc012],
	static: [
		0x0007, 0x002f, 0x0035, 0x003c, 0x003d, 0x0041, 0x0084, 0x0096, 0x009c, 0x009d, 0x00ba, 0x00c0,
		0xc004, 0xc005, 0xc00e, 0xc00f, 0xc025, 0xc026, 0xc029, 0xc02a, 0xc02d, 0xc02e, 0xc031, 0xc032,
		0xc03c, 0xc03d, 0xc050, 0xc051, 0xc07a, 0xc07b, 0xc09c, 0xc09d, 0xc0a0, 0xc0a1,
	],
	cbc: [
		0x0032, 0x0033, 0x0038, 0x0039, 0x0040, 0x0045, 0x0067, 0x006a, 0x006b, 0x0088, 0x00be, 0x00c4,
		0xc009, 0xc00a, 0xc013, 0xc014, 0xc023, 0xc024, 0xc027, 0xc028, 0xc072, 0xc073, 0xc076, 0xc077,
	],
};

/** Suites with forward secrecy and authenticated encryption for TLS 1.2. */
export const modernSuites: readonly number[] = [
	0xc02b, 0xc02c, 0xc02f, 0xc030, 0xcca8, 0xcca9, 0xccaa, 0x009e, 0x009f, 0x00a2, 0x00a3, 0xc09e,
	0xc09f, 0xc0a2, 0xc0a3, 0xc0ac, 0xc0ad, 0xc0ae, 0xc0af, 0xc052, 0xc053, 0xc056, 0xc057, 0xc05c,
	0xc05d, 0xc060, 0xc061,
];

/** Suites for a server whose key is of a curve (ECDSA, Ed25519), and for one whose key is RSA; nothing broken. */
export const suitesForCurves: readonly number[] = [
	0xc02b, 0xc02c, 0xcca9, 0xc0ac, 0xc0ad, 0xc0ae, 0xc0af, 0xc05c, 0xc05d, 0xc009, 0xc00a, 0xc023,
	0xc024, 0xc072, 0xc073,
];
export const suitesForRsa: readonly number[] = [
	0xc02f, 0xc030, 0xcca8, 0x009e, 0x009f, 0xccaa, 0xc060, 0xc061, 0xc013, 0xc014, 0xc027, 0xc028,
	0x0033, 0x0039, 0x009c, 0x009d, 0x002f, 0x0035, 0x003c, 0x003d,
];

/** Suites with a key exchange over a prime (DHE) and nothing broken, to see how large the prime is. */
export const dheSuites: readonly number[] = [
	0x009e, 0x009f, 0x00a2, 0x00a3, 0xc09e, 0xc09f, 0xc0a2, 0xc0a3, 0xccaa, 0x0032, 0x0033, 0x0038,
	0x0039, 0x0040, 0x0044, 0x0045, 0x0067, 0x006a, 0x006b, 0x0087, 0x0088, 0x00bd, 0x00be, 0x00c3,
	0x00c4, 0xc052, 0xc053, 0xc056, 0xc057,
];

/** Not a suite: says that the client already tried a newer version in vain (RFC 7507). */
export const fallbackSignal = 0x5600;

/** The suites of TLS 1.3 (RFC 8446, appendix B.4). */
export const tls13Suites: readonly number[] = [0x1301, 0x1302, 0x1303, 0x1304, 0x1305];

/** Every suite that this module knows, for hellos that ask only for a version. */
export const everySuite: readonly number[] = [
	...modernSuites,
	...weakFamilies.toReversed().flatMap(family => suitesOf[family]),
];

/** The weak family of a suite; undefined for one that is not known as weak. */
export const weakFamilyOf = (suite: number): WeakFamily | undefined =>
	weakFamilies.find(family => suitesOf[family].includes(suite));

/** Names of the weak suites that are met in practice; the others are shown by their number. */
const names: Readonly<Record<number, string>> = {
	0x0001: 'RSA_WITH_NULL_MD5',
	0x0002: 'RSA_WITH_NULL_SHA',
	0x003b: 'RSA_WITH_NULL_SHA256',
	0xc006: 'ECDHE_ECDSA_WITH_NULL_SHA',
	0xc010: 'ECDHE_RSA_WITH_NULL_SHA',
	0x0018: 'DH_anon_WITH_RC4_128_MD5',
	0x001b: 'DH_anon_WITH_3DES_EDE_CBC_SHA',
	0x0034: 'DH_anon_WITH_AES_128_CBC_SHA',
	0x003a: 'DH_anon_WITH_AES_256_CBC_SHA',
	0x00a7: 'DH_anon_WITH_AES_256_GCM_SHA384',
	0xc018: 'ECDH_anon_WITH_AES_128_CBC_SHA',
	0xc019: 'ECDH_anon_WITH_AES_256_CBC_SHA',
	0x0003: 'RSA_EXPORT_WITH_RC4_40_MD5',
	0x0004: 'RSA_WITH_RC4_128_MD5',
	0x0005: 'RSA_WITH_RC4_128_SHA',
	0xc011: 'ECDHE_RSA_WITH_RC4_128_SHA',
	0x0009: 'RSA_WITH_DES_CBC_SHA',
	0x000a: 'RSA_WITH_3DES_EDE_CBC_SHA',
	0x0016: 'DHE_RSA_WITH_3DES_EDE_CBC_SHA',
	0xc008: 'ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA',
	0xc012: 'ECDHE_RSA_WITH_3DES_EDE_CBC_SHA',
	0x002f: 'RSA_WITH_AES_128_CBC_SHA',
	0x0035: 'RSA_WITH_AES_256_CBC_SHA',
	0x003c: 'RSA_WITH_AES_128_CBC_SHA256',
	0x003d: 'RSA_WITH_AES_256_CBC_SHA256',
	0x009c: 'RSA_WITH_AES_128_GCM_SHA256',
	0x009d: 'RSA_WITH_AES_256_GCM_SHA384',
	0xc09d: 'RSA_WITH_AES_256_CCM',
	0x0033: 'DHE_RSA_WITH_AES_128_CBC_SHA',
	0x0039: 'DHE_RSA_WITH_AES_256_CBC_SHA',
	0x0067: 'DHE_RSA_WITH_AES_128_CBC_SHA256',
	0x006b: 'DHE_RSA_WITH_AES_256_CBC_SHA256',
	0xc009: 'ECDHE_ECDSA_WITH_AES_128_CBC_SHA',
	0xc00a: 'ECDHE_ECDSA_WITH_AES_256_CBC_SHA',
	0xc013: 'ECDHE_RSA_WITH_AES_128_CBC_SHA',
	0xc014: 'ECDHE_RSA_WITH_AES_256_CBC_SHA',
	0xc023: 'ECDHE_ECDSA_WITH_AES_128_CBC_SHA256',
	0xc024: 'ECDHE_ECDSA_WITH_AES_256_CBC_SHA384',
	0xc027: 'ECDHE_RSA_WITH_AES_128_CBC_SHA256',
	0xc028: 'ECDHE_RSA_WITH_AES_256_CBC_SHA384',
};

/** A suite as a person reads it: its name, or its number as the registry prints it, for example 0xC02F. */
export const suiteName = (suite: number): string => {
	const name = names[suite];
	return name === undefined
		? `suite 0x${suite.toString(16).toUpperCase().padStart(4, '0')}`
		: `TLS_${name}`;
};
