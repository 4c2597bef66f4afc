import {createHash, X509Certificate} from 'node:crypto';
import {isIP} from 'node:net';
import {
	limitsOf,
	mustStaple,
	namesRevocationList,
	permitsTls,
	signatureAlgorithm,
	type Limits,
} from './der.js';
import {asciiHost} from './host-name.js';

/** What is kept of a certificate: plain values only. */
export type CertificateFacts = {
	readonly subject: string;
	readonly issuer: string;
	/** Subject alternative names as OpenSSL prints them, for example `DNS:db.example, IP Address:10.0.0.1`. */
	readonly names: string;
	/** ISO instants; null when the certificate's own text is no date. */
	readonly notBefore: string | null;
	readonly notAfter: string | null;
	readonly key: {
		/** `rsa`, `ec`, `ed25519`, `ed448`, `dsa`, …, or `unknown`. */
		readonly type: string;
		/** Size of the modulus or of the curve; null when it has none or it is not known. */
		readonly bits: number | null;
		readonly curve: string | null;
	};
	readonly signature: {readonly name: string; readonly weak: boolean | null};
	/** `sha256/` and the base64 SHA-256 of the SubjectPublicKeyInfo; null when the key cannot be read. */
	readonly pin: string | null;
	readonly sha256: string;
	readonly selfSigned: boolean;
	readonly ca: boolean;
	readonly limits: Limits;
	/** Object identifiers of the extended key usage; null when it has none, which permits every use. */
	readonly purposes: readonly string[] | null;
	/** Whether its key usage permits a TLS server; null when it names none, which permits every use. */
	readonly keyPermitsTls: boolean | null;
	/** Where a client may ask whether it was revoked. */
	readonly revocation: {
		readonly ocsp: boolean;
		readonly list: boolean;
		readonly mustStaple: boolean;
	};
};

/** A certificate from DER bytes or PEM; undefined when it is none. */
export const parseCertificate = (data: Buffer | string): X509Certificate | undefined => {
	try {
		return new X509Certificate(data);
	} catch {
		// The parser's error names only its own codes; the caller knows where the bytes are from.
		return undefined;
	}
};

const attempt = <T>(read: () => T): T | undefined => {
	try {
		return read();
	} catch {
		// Node throws for keys and algorithms that its OpenSSL does not know: then the value is not known.
		return undefined;
	}
};

/** True when `issuer` signed `certificate` and may be its issuer by name and key identifier. */
export const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
	attempt(() => certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)) ?? false;

/** Whether an instant lies in the time for which a certificate was issued. */
export const isInForce = (certificate: X509Certificate, now: string): boolean =>
	Date.parse(certificate.validFrom) <= Date.parse(now) &&
	Date.parse(now) <= Date.parse(certificate.validTo);

/** `sha256/` and base64 of the SHA-256 over the SubjectPublicKeyInfo (RFC 7469); undefined for an unreadable key. */
export const pinOf = (certificate: X509Certificate): string | undefined =>
	attempt(() => {
		const spki = certificate.publicKey.export({type: 'spki', format: 'der'});
		return `sha256/${createHash('sha256').update(spki).digest('base64')}`;
	});

/**
 * True when the certificate names the host: an IP address or a DNS name; the common name counts only without DNS names. A star
 * stands for a whole label: `db*.example.com` is good for OpenSSL, and for neither libpq nor RFC 9525.
 */
export const namesHost = (certificate: X509Certificate, host: string): boolean =>
	attempt(() =>
		isIP(host) === 0
			? certificate.checkHost(asciiHost(host), {subject: 'default', partialWildcards: false}) !==
				undefined
			: certificate.checkIP(host) !== undefined,
	) ?? false;

/** The sizes of the named curves that OpenSSL knows by other names than their number of bits. */
const curveBits = (curve: string | undefined): number | null => {
	const digits = curve === undefined ? undefined : /(\d{3})/.exec(curve)?.[1];
	return digits === undefined ? null : Number(digits);
};

const day = (text: string): string | null => {
	const time = Date.parse(text);
	return Number.isNaN(time) ? null : new Date(time).toISOString();
};

/** Nobody lists more; node's type hides that there may be none. */
const purposesOf = (certificate: X509Certificate): readonly string[] | null => {
	const usage = attempt(() => certificate.keyUsage as readonly string[] | undefined);
	return usage === undefined ? null : usage.slice(0, 20);
};

const oneLine = (text: string | undefined): string => (text ?? '').split('\n').join(', ');

/** The facts of a certificate. Takes any certificate that node can parse; what it cannot tell is null. */
export const certificateFacts = (certificate: X509Certificate): CertificateFacts => {
	const key = attempt(() => certificate.publicKey);
	const details = attempt(() => key?.asymmetricKeyDetails);
	const signature = signatureAlgorithm(certificate.raw);
	return {
		subject: oneLine(certificate.subject),
		issuer: oneLine(certificate.issuer),
		names: certificate.subjectAltName ?? '',
		notBefore: day(certificate.validFrom),
		notAfter: day(certificate.validTo),
		key: {
			type: key?.asymmetricKeyType ?? 'unknown',
			bits: details?.modulusLength ?? curveBits(details?.namedCurve),
			curve: details?.namedCurve ?? null,
		},
		signature: {name: signature?.name ?? 'unknown', weak: signature?.weak ?? null},
		pin: pinOf(certificate) ?? null,
		sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
		selfSigned: isIssuedBy(certificate, certificate),
		ca: certificate.ca,
		limits: limitsOf(certificate.raw),
		purposes: purposesOf(certificate),
		keyPermitsTls: permitsTls(certificate.raw) ?? null,
		revocation: {
			ocsp: (certificate.infoAccess ?? '').includes('OCSP - '),
			list: namesRevocationList(certificate.raw),
			mustStaple: mustStaple(certificate.raw),
		},
	};
};
