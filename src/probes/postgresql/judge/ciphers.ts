/** Groups of ciphers that nobody should offer, in the words of OpenSSL's cipher list format. */
const families = ['aNULL', 'eNULL', 'EXPORT', 'RC4', 'DES', '3DES'] as const;
type WeakFamily = (typeof families)[number];

/** What a keyword lets in: the families that are behind it in OpenSSL 1.1.0 and newer. */
const letsIn: Readonly<Record<string, readonly WeakFamily[]>> = {
	ALL: ['aNULL', '3DES'],
	DEFAULT: [],
	COMPLEMENTOFDEFAULT: ['aNULL'],
	COMPLEMENTOFALL: ['eNULL'],
	HIGH: ['aNULL'],
	MEDIUM: ['aNULL', '3DES'],
	LOW: ['DES'],
	EXP: ['EXPORT'],
	EXPORT: ['EXPORT'],
	eNULL: ['eNULL'],
	NULL: ['eNULL'],
	aNULL: ['aNULL'],
	ADH: ['aNULL'],
	AECDH: ['aNULL'],
	RC4: ['RC4'],
	DES: ['DES'],
	'3DES': ['3DES'],
};

/** Words that name an exclusion of a family. */
const takesOut: Readonly<Record<string, readonly WeakFamily[]>> = {
	aNULL: ['aNULL'],
	eNULL: ['eNULL'],
	NULL: ['eNULL'],
	EXP: ['EXPORT'],
	EXPORT: ['EXPORT'],
	RC4: ['RC4'],
	DES: ['DES'],
	'3DES': ['3DES'],
	LOW: ['DES'],
	MEDIUM: ['RC4', '3DES'],
};

const groups = /^(k|a)?(EC)?(DH|DHE|EDH|EECDH|ECDHE|ECDH|RSA|ECDSA|DSS|PSK|SRP)$/;
const single = /^[A-Z0-9]+([-_][A-Z0-9]+)+$/i;
const strength =
	/^(AES|AES128|AES256|AESGCM|AESCCM|AESCCM8|CHACHA20|CAMELLIA(128|256)?|ARIA(GCM|128|256)?|SHA|SHA1|SHA256|SHA384|TLSv1(\.[0-3])?|SSLv3|FIPS|SUITEB128|SUITEB192|SEED|IDEA|MD5|GOST.*)$/;

/**
 * Words below which anonymous ciphers, or such without encryption, are hidden: the manual of OpenSSL's `ciphers` warns of lists
 * that are built of them, and `openssl ciphers` shows which.
 */
const hidesAnonymous =
	/^(AES(128|256|GCM)?|CAMELLIA(128|256)?|SHA1?|SHA256|TLSv1(\.[02])?|SSLv3|k(EC)?DHE|kE?ECDH|kEDH|(EC)?DH)$/;
const hidesNull =
	/^([ka]?RSA|SHA1?|SHA256|SHA384|TLSv1(\.[02])?|SSLv3|kECDHE|kEECDH|ECDHE?|EECDH|a?ECDSA|[ka]?PSK)$/;

const hiddenBelow = (word: string): readonly WeakFamily[] => [
	...(hidesAnonymous.test(word) ? (['aNULL'] as const) : []),
	...(hidesNull.test(word) ? (['eNULL'] as const) : []),
];

const familiesOf = (word: string): readonly WeakFamily[] | undefined => {
	if (Object.hasOwn(letsIn, word)) return letsIn[word];
	if (groups.test(word)) return ['3DES', ...hiddenBelow(word)];
	if (strength.test(word)) return hiddenBelow(word);
	if (!single.test(word)) return undefined;
	const name = word.toUpperCase();
	return [
		...(/^(ADH|AECDH)-/.test(name) ? (['aNULL'] as const) : []),
		...(/(^|-)NULL(-|$)/.test(name) ? (['eNULL'] as const) : []),
		...(name.startsWith('EXP-') ? (['EXPORT'] as const) : []),
		...(name.includes('RC4') ? (['RC4'] as const) : []),
		...(/DES-CBC3|3DES/.test(name) ? (['3DES'] as const) : []),
		...(/(^|-)DES-CBC(-|$)/.test(name) ? (['DES'] as const) : []),
	];
};

/**
 * The weak families that an OpenSSL cipher list lets in: words are joined by `:`, `,` or blanks; `!` takes out for good,
 * `-` takes out, `+` at the start only reorders, `A+B` is the intersection. Undefined when a word is not known.
 */
export const weakCiphers = (list: string): readonly WeakFamily[] | undefined => {
	const words = list.split(/[:, ]+/).filter(word => word !== '' && !word.startsWith('@'));
	const inside = new Set<WeakFamily>();
	const banned = new Set<WeakFamily>();
	for (const word of words) {
		const name = word.replace(/^[!+-]/, '');
		if (word.startsWith('+')) continue;
		if (word.startsWith('!') || word.startsWith('-')) {
			for (const family of takesOut[name] ?? []) {
				inside.delete(family);
				if (word.startsWith('!')) banned.add(family);
			}
			continue;
		}
		const parts = name.split('+').map(familiesOf);
		if (parts.some(part => part === undefined)) return undefined;
		const [first = [], ...others] = parts.map(part => part ?? []);
		for (const family of first)
			if (others.every(other => other.includes(family))) inside.add(family);
	}
	return families.filter(family => inside.has(family) && !banned.has(family));
};
