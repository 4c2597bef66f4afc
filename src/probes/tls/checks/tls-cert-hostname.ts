import {isIP} from 'node:net';
import {seen} from '../../engine/check.js';
import {blind, but, butLeaf, healthy} from '../examples.js';
import {tlsCheck, verdicts} from '../kit.js';
import {verifiableCertificate} from '../remediation.js';
import {certificates} from '../sources.js';

const {pass, fail, unknown} = verdicts('The certificate names the host by which clients connect');

/** Whether the certificate is for this host: without that, any other server of the same CA can take its place. */
export const tlsCertHostname = tlsCheck({
	id: 'tls-cert-hostname',
	title: 'The certificate names the host',
	question: 'Does the certificate name the host by which it is reached?',
	why: 'Where the name does not fit, verify-full fails and people fall back to checking nothing.',
	severity: 'high',
	...certificates,
	remediation: verifiableCertificate,
	judge: ({namesHost, sent, host}) => {
		if (!namesHost.seen) return [unknown(namesHost)];
		const leaf = sent.seen ? sent.value[0] : undefined;
		const names = leaf?.names === '' || leaf === undefined ? 'no alternative names' : leaf.names;
		if (namesHost.value) {
			// OpenSSL takes the common name where there is no DNS name; RFC 9525 and many clients do not.
			if (!sent.seen) return [unknown(sent)];
			return isIP(host) === 0 && !/(^|, )DNS:/.test(leaf?.names ?? '')
				? [
						fail(
							`It names ${host} in its common name only and has no DNS name in subjectAltName: libpq takes that, and clients that follow RFC 9525 (those written in Go, for example) refuse it`,
							{severity: 'medium'},
						),
					]
				: [pass(`It names ${host}`)];
		}
		return [
			fail(`It does not name ${host}; it has ${names}`, {
				// An address is often a stopgap of the scan, and clients use the name.
				severity: isIP(host) === 0 ? 'high' : 'medium',
			}),
		];
	},
	examples: {
		healthy: [healthy],
		defective: [
			but({namesHost: seen(false)}),
			but({namesHost: seen(false), host: '192.0.2.1'}),
			butLeaf({names: ''}),
		],
		blind: [blind],
	},
});
