import {element, elements} from './der.js';

/** The field of OpenSSL's SSL_SESSION (ssl_asn1.c) that holds how much a client may send before the handshake is done. */
const maxEarlyData = 0xaf;

/**
 * How many bytes of early data a session of TLS 1.3 permits, from the bytes in which OpenSSL hands it out; 0 when it permits
 * none. Undefined when the bytes are no session. Never throws.
 */
export const earlyDataOf = (session: Buffer): number | undefined => {
	const outer = element(session);
	if (outer?.tag !== 0x30) return undefined;
	const field = elements(outer.body).find(({tag}) => tag === maxEarlyData);
	if (field === undefined) return 0;
	const number = element(field.body);
	if (number?.tag !== 0x02 || number.body.length === 0 || number.body.length > 6) return undefined;
	return number.body.readUIntBE(0, number.body.length);
};
