import type {CertificateFacts} from '../wire/certificate.js';
import type {TlsFacts} from './facts.js';

/**
 * The certificates that trust in the server rests on: those that it sent, and those of the CA file on the way to the root, the
 * root too. Empty where none was seen.
 */
export const carrying = ({sent, chain}: TlsFacts): readonly CertificateFacts[] => {
	const shown = sent.seen ? sent.value : [];
	const path = chain.seen ? chain.value.path : [];
	const known = new Set(shown.map(({sha256}) => sha256));
	return [...shown, ...path.filter(({sha256}) => !known.has(sha256))];
};
