import type {TlsFacts} from './facts.js';

/** True when every version below TLS 1.3 was seen to be refused. */
export const speaksOnly13 = ({ssl3, tls10, tls11, tls12, tls13}: TlsFacts['versions']): boolean =>
	[ssl3, tls10, tls11, tls12].every(fact => fact.seen && !fact.value) && tls13.seen;
