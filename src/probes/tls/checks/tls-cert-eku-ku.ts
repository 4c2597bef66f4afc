import {unseen} from '../../engine/check.js';
import {blind, butLeaf, healthy} from '../examples.js';
import {tlsCheck, verdicts} from '../kit.js';
import {newCertificate} from '../remediation.js';
import {certificates} from '../sources.js';

/** id-kp-serverAuth and anyExtendedKeyUsage (RFC 5280, section 4.2.1.12). */
const serverAuth = '1.3.6.1.5.5.7.3.1';
const anyUse = '2.5.29.37.0';
const clientAuth = '1.3.6.1.5.5.7.3.2';

const {pass, fail, unknown} = verdicts('The certificate may be used by a server');

/** Whether the certificate was issued for servers. */
export const tlsCertEkuKu = tlsCheck({
	id: 'tls-cert-eku-ku',
	title: 'The certificate was issued for a server',
	question: 'Does the certificate permit its use by a server?',
	why: 'Careful clients refuse a certificate for another use, and people then turn verification off.',
	severity: 'medium',
	...certificates,
	remediation: newCertificate,
	judge: ({sent}) => {
		if (!sent.seen) return [unknown(sent)];
		const [leaf] = sent.value;
		if (leaf === undefined) return [unknown(unseen('unexpected-reply'))];
		const {purposes, keyPermitsTls} = leaf;
		if (keyPermitsTls === false)
			return [fail('Its key may neither sign nor exchange keys for TLS (key usage)')];
		// A certificate that was made for one server signed itself, and whoever trusts it trusts that server alone.
		if (leaf.ca && !leaf.selfSigned)
			return [
				fail(
					'It is a CA itself: whoever has the key of this server can issue certificates for every other',
				),
			];
		if (purposes === null) return [pass('It names no uses, which permits every one')];
		if (purposes.includes(serverAuth)) return [pass('For servers (serverAuth)')];
		if (purposes.includes(anyUse)) return [pass('For every use')];
		return [
			fail(
				purposes.includes(clientAuth)
					? 'For clients only (clientAuth without serverAuth)'
					: `For other uses only: ${purposes.join(', ')}`,
			),
		];
	},
	examples: {
		healthy: [healthy, butLeaf({purposes: null}), butLeaf({purposes: [anyUse]})],
		defective: [
			butLeaf({keyPermitsTls: false}),
			butLeaf({ca: true, purposes: null}),
			butLeaf({purposes: [clientAuth]}),
			butLeaf({purposes: ['1.3.6.1.5.5.7.3.3']}),
		],
		blind: [blind],
	},
});
