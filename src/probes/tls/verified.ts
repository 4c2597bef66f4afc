import {weighLimits} from '../wire/der.js';
import type {TlsFacts} from './facts.js';

const pathOf = ({chain, sent}: TlsFacts) =>
	chain.seen ? chain.value.path : sent.seen ? sent.value.slice(0, 1) : [];

/** The pinned key is the leaf's own, or that of a certificate above it. */
export const pinHolds = (facts: TlsFacts): boolean =>
	facts.pin !== null && pathOf(facts).some(({pin}) => pin === facts.pin);

/**
 * What the CAs up to the pinned one were limited to, and whether that was kept; `unclear` where names are limited and OpenSSL
 * has not judged them.
 */
export const limitsBelowPin = (facts: TlsFacts): ReturnType<typeof weighLimits> => {
	const path = pathOf(facts);
	const end = path.findIndex(({pin}) => pin === facts.pin);
	const word = weighLimits(path.slice(0, end + 1).map(({limits}) => limits));
	const {openssl} = facts;
	return word === 'unclear' && openssl.seen && openssl.value === null ? 'kept' : word;
};

/**
 * True when a client with the target's verification policy knows that it talks to the server that is meant: the leaf is
 * pinned, or the chain leads to a pinned or trusted CA, OpenSSL has no objection, and the certificate names the host.
 */
export const serverIsVerified = (facts: TlsFacts): boolean => {
	const {sent, chain, openssl, namesHost, pin} = facts;
	if (pin !== null && sent.seen && sent.value[0]?.pin === pin) return true;
	if (!namesHost.seen || !namesHost.value) return false;
	if (pin !== null) return pinHolds(facts) && limitsBelowPin(facts) === 'kept';
	return chain.seen && chain.value.anchored && openssl.seen && openssl.value === null;
};
