import {verify, type X509Certificate} from 'node:crypto';
import {isIssuedBy, parseCertificate} from './certificate.js';
import {element, elements, type Element} from './der.js';

/** What a stapled OCSP response (RFC 6960) says of one certificate. */
export type StapledWord = {
	readonly status: 'good' | 'revoked' | 'unknown';
	/** ISO instants; null where the response names none. */
	readonly from: string | null;
	readonly until: string | null;
	/** An issuer of the certificate, or whom that issuer lets speak for it, signed the response. */
	readonly signed: boolean;
};

/** Larger than any honest response. */
const maxResponse = 32_768;
const none = Buffer.alloc(0);

/** Object identifiers of signatures as hex of DER, and the digest that node:crypto wants by name. */
const digests: Readonly<Record<string, string>> = {
	'2a864886f70d01010b': 'sha256',
	'2a864886f70d01010c': 'sha384',
	'2a864886f70d01010d': 'sha512',
	'2a8648ce3d040302': 'sha256',
	'2a8648ce3d040303': 'sha384',
	'2a8648ce3d040304': 'sha512',
};

/** id-kp-OCSPSigning: an issuer marks with it whom it lets speak for it. */
const mayAnswer = '1.3.6.1.5.5.7.3.9';

const statuses: Readonly<Record<number, StapledWord['status']>> = {
	0x80: 'good',
	0xa1: 'revoked',
	0x82: 'unknown',
};

/** A GeneralizedTime of DER as an ISO instant; null when it is none. */
const instant = (body: Buffer | undefined): string | null => {
	const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(body?.toString('latin1') ?? '');
	if (parts === null) return null;
	const [, year, month, day, hour, minute, second] = parts;
	const text = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
	return Number.isNaN(Date.parse(text)) ? null : new Date(text).toISOString();
};

/** The bytes of the element at the beginning, with its tag and length. */
const whole = (der: Buffer): Buffer => {
	const first = element(der);
	return first === undefined ? none : der.subarray(0, der.length - first.rest.length);
};

const serialOf = (hex: string): string => hex.replace(/^(00)+/i, '').toLowerCase();

const isSigned = (basic: Buffer, issuers: readonly X509Certificate[]): boolean => {
	const [, algorithm, signature, attached] = elements(basic);
	const oid = element(algorithm?.body ?? none)?.body.toString('hex') ?? '';
	const digest = digests[oid];
	if (digest === undefined || signature?.tag !== 0x03) return false;
	const delegates: X509Certificate[] = [];
	for (
		let rest = element(attached?.body ?? none)?.body ?? none;
		rest.length > 0 && delegates.length < 4;
	) {
		const certificate = parseCertificate(whole(rest));
		if (certificate === undefined) break;
		delegates.push(certificate);
		rest = rest.subarray(whole(rest).length);
	}
	const trusted = delegates.filter(
		one =>
			((one.keyUsage as readonly string[] | undefined) ?? []).includes(mayAnswer) &&
			issuers.some(issuer => isIssuedBy(one, issuer)),
	);
	return [...issuers, ...trusted].some(({publicKey}) => {
		try {
			return verify(digest, whole(basic), publicKey, signature.body.subarray(1));
		} catch {
			// A key of another kind than the signature: not the one that made it.
			return false;
		}
	});
};

const bytesOf = (one: Element | undefined): Buffer => one?.body ?? none;
const childrenOf = (one: Element | undefined): readonly Element[] => elements(bytesOf(one));

/** The content of BasicOCSPResponse in a successful response; empty in any other. */
const basicOf = (response: Buffer): Buffer => {
	const [state, wrapped] = childrenOf(element(response));
	if (state?.tag !== 0x0a || state.body[0] !== 0) return none;
	const [, octets] = childrenOf(element(bytesOf(wrapped)));
	return bytesOf(element(bytesOf(octets)));
};

const readAnswer = (answer: Element): Omit<StapledWord, 'signed'> & {readonly serial: string} => {
	const [id, status, from, until] = childrenOf(answer);
	return {
		serial: serialOf(bytesOf(childrenOf(id).at(-1)).toString('hex')),
		status: statuses[status?.tag ?? 0] ?? 'unknown',
		from: instant(from?.body),
		until: until?.tag === 0xa0 ? instant(element(until.body)?.body) : null,
	};
};

/**
 * Reads what a response says of the certificate with this serial number (hex). Undefined when it is no response, or speaks
 * of other certificates only. Never throws, whatever the bytes.
 * @param issuers certificates that issued the leaf
 */
export const readStaple = (
	response: Buffer,
	serialNumber: string,
	issuers: readonly X509Certificate[],
): StapledWord | undefined => {
	if (response.length > maxResponse) return undefined;
	const basic = basicOf(response);
	// The list of answers is the one SEQUENCE in the data that are signed; its extensions have a tag of their own.
	const answers = childrenOf(element(basic)).find(({tag}) => tag === 0x30);
	const found = childrenOf(answers)
		.map(readAnswer)
		.find(({serial}) => serial === serialOf(serialNumber));
	if (found === undefined) return undefined;
	const {serial: _serial, ...word} = found;
	return {...word, signed: isSigned(basic, issuers)};
};
