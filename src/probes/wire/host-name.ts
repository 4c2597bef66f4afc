import {domainToASCII} from 'node:url';

/**
 * A host as certificates and TLS write it: a name with other letters than those of ASCII as Punycode (RFC 5890), as the resolver
 * gets it too; anything else as it is.
 */
export const asciiHost = (host: string): string =>
	/[^\0-\u007F]/.test(host) ? domainToASCII(host) || host : host;
