import {seen} from '../../engine/check.js';
import {blind, but, exampleTls12, healthy} from '../examples.js';
import {tlsCheck, verdicts} from '../kit.js';
import {inTls} from '../sources.js';

const {pass, fail, unknown} = verdicts('The server asks for a client certificate');

/** Whether the server asks for a client certificate; that it asks is no proof that it insists. */
export const tlsClientCertRequested = tlsCheck({
	id: 'tls-client-cert-requested',
	title: 'A client certificate is asked for',
	question: 'Does the server ask clients for a certificate?',
	why: 'Mutual TLS needs a server that asks. A server that has a CA for clients asks, also where it does not insist.',
	severity: 'info',
	...inTls('a ClientHello for TLS 1.2, and whether a CertificateRequest comes', ' -tls1_2 -msg'),
	remediation: {
		all: 'PostgreSQL: ssl_ca_file with the CA of the client certificates, and clientcert=verify-full or the cert method in pg_hba.conf. MySQL and MariaDB: ssl_ca, and REQUIRE X509 for the accounts. Redis and Valkey: tls-auth-clients yes.',
		'google-cloud-sql':
			'gcloud sql instances patch INSTANCE --ssl-mode=TRUSTED_CLIENT_CERTIFICATE_REQUIRED',
	},
	judge: ({tls12}) => {
		if (!tls12.seen)
			return [
				unknown(tls12, {
					observed: 'Only TLS 1.2 shows this from outside, and that handshake did not come about',
				}),
			];
		return [
			tls12.value.asksForClientCertificate
				? pass('It asks for one (which does not prove that it insists)')
				: fail('It does not ask for one'),
		];
	},
	examples: {
		healthy: [healthy],
		defective: [but({tls12: seen({...exampleTls12, asksForClientCertificate: false})})],
		blind: [blind],
	},
});
