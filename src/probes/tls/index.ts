import {defineFamily} from '../engine/family.js';
import {mysqlWireAuthPlugin} from './checks/mysql-wire-auth-plugin.js';
import {mysqlWirePlaintextRefused} from './checks/mysql-wire-plaintext-refused.js';
import {mysqlWireVersionBanner} from './checks/mysql-wire-version-banner.js';
import {pgDirectTls} from './checks/pg-direct-tls.js';
import {pgTlsPreHandshakeBuffer} from './checks/pg-tls-pre-handshake-buffer.js';
import {pgWireAuthMethod} from './checks/pg-wire-auth-method.js';
import {pgWireScramPlus} from './checks/pg-wire-scram-plus.js';
import {tlsCaExpiry} from './checks/tls-ca-expiry.js';
import {tlsCertChainComplete} from './checks/tls-cert-chain-complete.js';
import {tlsCertChainProviderCa} from './checks/tls-cert-chain-provider-ca.js';
import {tlsCertEkuKu} from './checks/tls-cert-eku-ku.js';
import {tlsCertExpiry} from './checks/tls-cert-expiry.js';
import {tlsCertHostname} from './checks/tls-cert-hostname.js';
import {tlsCertKeyStrength} from './checks/tls-cert-key-strength.js';
import {tlsCertNotYetValid} from './checks/tls-cert-not-yet-valid.js';
import {tlsCertRevocation} from './checks/tls-cert-revocation.js';
import {tlsCertSelfSigned} from './checks/tls-cert-self-signed.js';
import {tlsCertSharedDefault} from './checks/tls-cert-shared-default.js';
import {tlsCertSignature} from './checks/tls-cert-signature.js';
import {tlsCertValidityLength} from './checks/tls-cert-validity-length.js';
import {tlsCiphersWeak} from './checks/tls-ciphers-weak.js';
import {tlsClientCertRequested} from './checks/tls-client-cert-requested.js';
import {tlsCompression} from './checks/tls-compression.js';
import {tlsDhGroup} from './checks/tls-dh-group.js';
import {tlsEarlyData} from './checks/tls-early-data.js';
import {tlsFallbackScsv} from './checks/tls-fallback-scsv.js';
import {tlsForwardSecrecy} from './checks/tls-forward-secrecy.js';
import {tlsIpv6Parity} from './checks/tls-ipv6-parity.js';
import {tlsKnownVulns} from './checks/tls-known-vulns.js';
import {tlsMtlsEnforced} from './checks/tls-mtls-enforced.js';
import {tlsOffered} from './checks/tls-offered.js';
import {tlsPlaintextRefusedMultiUser} from './checks/tls-plaintext-refused-multi-user.js';
import {tlsPlaintextRefused} from './checks/tls-plaintext-refused.js';
import {tlsRenegotiation} from './checks/tls-renegotiation.js';
import {tlsServerPreference} from './checks/tls-server-preference.js';
import {tlsSniBehaviour} from './checks/tls-sni-behaviour.js';
import {tlsSpkiPin} from './checks/tls-spki-pin.js';
import {tlsVersions} from './checks/tls-versions.js';
import {admittedBy} from './admitted.js';
import {collectTls, tlsConnections} from './collect.js';

/** What can be seen of an endpoint without any credentials: TLS, certificates, and who is let in without TLS. */
export const tlsFamily = defineFamily({
	id: 'tls',
	engines: ['postgresql', 'mysql', 'mariadb', 'redis', 'valkey'],
	connections: tlsConnections,
	overNetwork: 'all',
	alsoOfLogins: ['pg-wire-auth-method'],
	collect: collectTls,
	blind: ({offered}) => (offered.seen ? undefined : offered.reason),
	admitted: admittedBy,
	report: ({others, ...facts}) => ({
		...facts,
		others: others.seen ? others.value.map(({address}) => address) : [],
	}),
	checks: [
		tlsOffered,
		tlsPlaintextRefused,
		tlsPlaintextRefusedMultiUser,
		mysqlWirePlaintextRefused,
		mysqlWireAuthPlugin,
		mysqlWireVersionBanner,
		tlsVersions,
		tlsCiphersWeak,
		tlsForwardSecrecy,
		tlsDhGroup,
		tlsCompression,
		tlsRenegotiation,
		tlsServerPreference,
		tlsEarlyData,
		tlsFallbackScsv,
		tlsKnownVulns,
		tlsCertChainProviderCa,
		tlsCertChainComplete,
		tlsCertSelfSigned,
		tlsCertHostname,
		tlsCertExpiry,
		tlsCertNotYetValid,
		tlsCaExpiry,
		tlsCertRevocation,
		tlsCertKeyStrength,
		tlsCertSignature,
		tlsCertValidityLength,
		tlsCertEkuKu,
		tlsSpkiPin,
		tlsCertSharedDefault,
		tlsSniBehaviour,
		tlsClientCertRequested,
		tlsMtlsEnforced,
		pgWireAuthMethod,
		pgWireScramPlus,
		pgDirectTls,
		pgTlsPreHandshakeBuffer,
		tlsIpv6Parity,
	],
});
