import type {Engine} from '../../domain/target.js';
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

const all: readonly Check<TlsFacts>[] = [
	tlsOffered,
	tlsPlaintextRefused,
	mysqlWirePlaintextRefused,
	tlsVersions,
	tlsCiphersWeak,
	tlsCertChainProviderCa,
	tlsCertHostname,
	tlsCertExpiry,
];

/** The checks that are asked again at the other addresses of a name: what one weak address is enough to break. */
export const comparedOf = (engine: Engine): readonly Check<TlsFacts>[] =>
	all.filter(({engines}) => engines === undefined || engines.includes(engine));
