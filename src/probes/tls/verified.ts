import type {TlsFacts} from './facts.js';

/** The pinned key is the leaf's own, or that of a certificate above it. */
export const pinHolds = ({pin, chain, sent}: TlsFacts): boolean => {
	const path = chain.seen ? chain.value.path : sent.seen ? sent.value.slice(0, 1) : [];
	return pin !== null && path.some(certificate => certificate.pin === pin);
};

/**
 * True when a client with the target's verification policy knows that it talks to the server that is meant: the leaf is
 * pinned, or the chain leads to a pinned or trusted CA, OpenSSL has no objection, and the certificate names the host.
 */
export const serverIsVerified = (facts: TlsFacts): boolean => {
	const {sent, chain, openssl, namesHost, pin} = facts;
	if (pin !== null && sent.seen && sent.value[0]?.pin === pin) return true;
	if (!namesHost.seen || !namesHost.value) return false;
	if (pin !== null) return pinHolds(facts);
	return chain.seen && chain.value.anchored && openssl.seen && openssl.value === null;
};
