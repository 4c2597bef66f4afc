import type {X509Certificate} from 'node:crypto';
import {isInForce, isIssuedBy} from './certificate.js';

/** The way from the leaf to a trusted root, or as far as it leads. */
type CertificatePath = {
	/** The leaf first; with a trusted root at the end exactly when `anchored`. */
	readonly path: readonly X509Certificate[];
	readonly anchored: boolean;
	/** Intermediates of the path that the server did not send and the CA file held. */
	readonly borrowed: readonly X509Certificate[];
};

/** Longer chains are not in use; the search looks at no more certificates than this in all. */
const maxDepth = 8;
const maxSteps = 200;

const isSelfIssued = (certificate: X509Certificate): boolean =>
	certificate.subject === certificate.issuer && isIssuedBy(certificate, certificate);

type Search = {
	readonly roots: readonly X509Certificate[];
	readonly links: readonly X509Certificate[];
};

/** In force first, and of those that are alike the one that lasts longest. */
const lastingFirst = (
	certificates: readonly X509Certificate[],
	now: string,
): readonly X509Certificate[] => {
	const worth = (certificate: X509Certificate): number =>
		(isInForce(certificate, now) ? 1e15 : 0) + (Date.parse(certificate.validTo) || 0);
	return certificates.toSorted((a, b) => worth(b) - worth(a));
};

const search = (leaf: X509Certificate, {roots, links}: Search): readonly X509Certificate[][] => {
	let steps = 0;
	const found: X509Certificate[][] = [];
	const walk = (path: X509Certificate[]): void => {
		const last = path.at(-1);
		steps += 1;
		if (last === undefined || steps > maxSteps || found.length > 0) return;
		const itself = roots.some(root => root.fingerprint256 === last.fingerprint256);
		const root = itself ? undefined : roots.find(candidate => isIssuedBy(last, candidate));
		if (itself || root !== undefined) {
			found.push(root === undefined ? path : [...path, root]);
			return;
		}
		if (path.length >= maxDepth) return;
		for (const link of links) {
			const used = path.some(({fingerprint256}) => fingerprint256 === link.fingerprint256);
			if (!used && link.ca && isIssuedBy(last, link)) walk([...path, link]);
		}
	};
	walk([leaf]);
	return found;
};

/** The chain as the server meant it: each next certificate that signed the one before. */
const asSent = (leaf: X509Certificate, sent: readonly X509Certificate[]): X509Certificate[] => {
	const path = [leaf];
	for (let last = leaf; path.length < maxDepth;) {
		const next = sent.find(
			candidate => !path.includes(candidate) && candidate.ca && isIssuedBy(last, candidate),
		);
		if (next === undefined) break;
		path.push(next);
		last = next;
	}
	return path;
};

/**
 * Looks for a path from the first sent certificate to a self-signed certificate of `trusted`, by names and signatures;
 * purposes are not looked at, and dates only to choose: of a CA that was issued anew with the same key both certificates
 * fit, and like OpenSSL this takes the one that is in force. Certificates of `trusted` that are not self-signed only help on
 * the way, as they do in OpenSSL. Bounded: at most 8 certificates deep and 200 steps.
 */
export const findPath = (
	sent: readonly X509Certificate[],
	trusted: readonly X509Certificate[],
	now: string,
): CertificatePath => {
	const [leaf, ...unordered] = sent;
	if (leaf === undefined) return {path: [], anchored: false, borrowed: []};
	const others = lastingFirst(unordered, now);
	const roots = lastingFirst(trusted.filter(isSelfIssued), now);
	const helpers = lastingFirst(
		trusted.filter(certificate => !isSelfIssued(certificate)),
		now,
	);
	const [complete] = search(leaf, {roots, links: others});
	if (complete !== undefined) return {path: complete, anchored: true, borrowed: []};
	const [mended] = search(leaf, {roots, links: [...others, ...helpers]});
	if (mended === undefined) return {path: asSent(leaf, others), anchored: false, borrowed: []};
	const given = new Set(sent.map(({fingerprint256}) => fingerprint256));
	return {
		path: mended,
		anchored: true,
		borrowed: mended.slice(0, -1).filter(({fingerprint256}) => !given.has(fingerprint256)),
	};
};
