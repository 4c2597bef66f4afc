import type {X509Certificate} from 'node:crypto';
import {rootCertificates} from 'node:tls';
import {seen, unseen, type Observed} from '../engine/check.js';
import type {Trust} from '../engine/trust.js';
import {certificateFacts, namesHost, parseCertificate} from '../wire/certificate.js';
import {findPath} from '../wire/path.js';
import type {TlsFacts} from './facts.js';

type ChainPart = Pick<TlsFacts, 'sent' | 'namesHost' | 'chain'>;

/** Nobody sends more; a list that is longer is cut before anything is computed over it. */
const maxSent = 12;

const parsed = (blocks: readonly (string | Buffer)[]): readonly X509Certificate[] =>
	blocks.flatMap(block => parseCertificate(block) ?? []);

/** The DER certificates of a clear first flight; unseen when there are none or one cannot be parsed. */
export const certificatesOf = (
	ders: readonly Buffer[] | undefined,
): Observed<readonly X509Certificate[]> => {
	if (ders === undefined || ders.length === 0)
		return unseen('unexpected-reply', {detail: 'the server showed no certificate'});
	const certificates = parsed(ders.slice(0, maxSent));
	return certificates.length < Math.min(ders.length, maxSent)
		? unseen('unexpected-reply', {detail: 'a certificate cannot be parsed'})
		: seen(certificates);
};

/** What the sent certificates come to: against the host by which the endpoint is known, and against the target's roots. */
export const judgeChain = (
	certificates: Observed<readonly X509Certificate[]>,
	host: string,
	trust: Trust,
	now: string,
): ChainPart => {
	const [leaf] = certificates.seen ? certificates.value : [];
	if (!certificates.seen || leaf === undefined) {
		const why = certificates.seen ? unseen('unexpected-reply') : certificates;
		return {sent: why, namesHost: why, chain: why};
	}
	const sent = seen(certificates.value.map(certificateFacts));
	const named = seen(namesHost(leaf, host));
	if (!trust.ca.seen) return {sent, namesHost: named, chain: trust.ca};
	const roots = trust.source === 'given' ? trust.ca.value : rootCertificates;
	const {path, anchored, borrowed} = findPath(certificates.value, parsed(roots), now);
	return {
		sent,
		namesHost: named,
		chain: seen({
			source: trust.source,
			anchored,
			path: path.map(certificateFacts),
			borrowed: borrowed.map(certificate => certificateFacts(certificate).subject),
		}),
	};
};
