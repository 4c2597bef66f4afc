import type {Check} from '../engine/check.js';
import {mysqlWirePlaintextRefused} from './checks/mysql-wire-plaintext-refused.js';
import {tlsCertChainProviderCa} from './checks/tls-cert-chain-provider-ca.js';
import {tlsCertExpiry} from './checks/tls-cert-expiry.js';
import {tlsCertHostname} from './checks/tls-cert-hostname.js';
import {tlsCiphersWeak} from './checks/tls-ciphers-weak.js';
import {tlsOffered} from './checks/tls-offered.js';
import {tlsPlaintextRefused} from './checks/tls-plaintext-refused.js';
import {tlsVersions} from './checks/tls-versions.js';
import type {TlsFacts} from './facts.js';

/** The checks that are asked again at the other addresses of a name: what one weak address is enough to break. */
export const compared: readonly Check<TlsFacts>[] = [
	tlsOffered,
	tlsPlaintextRefused,
	mysqlWirePlaintextRefused,
	tlsVersions,
	tlsCiphersWeak,
	tlsCertChainProviderCa,
	tlsCertHostname,
	tlsCertExpiry,
];

export const comparedChecks: ReadonlySet<string> = new Set(compared.map(({id}) => id));
