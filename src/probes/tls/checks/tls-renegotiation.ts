import {seen} from '../../engine/check.js';
import {blind, but, exampleTls12, healthy} from '../examples.js';
import {tlsCheck, verdicts} from '../kit.js';
import {speaksOnly13} from '../versions.js';
import {hello12} from '../sources.js';

/** renegotiation_info (RFC 5746). */
const secureRenegotiation = 0xff01;

const {pass, fail, notApplicable, unknown} = verdicts(
	'Secure renegotiation (RFC 5746) is announced',
);

/** Whether the server binds a second handshake to the first. */
export const tlsRenegotiation = tlsCheck({
	id: 'tls-renegotiation',
	title: 'Renegotiation is bound to the connection',
	question: 'Does the server announce secure renegotiation?',
	why: 'Without it somebody in between can put bytes of their own before those of a client (CVE-2009-3555), where the server renegotiates at all.',
	severity: 'low',
	...hello12,
	remediation: {
		all: 'Update the TLS library of the server or of what stands in front of it: all in use have announced this since 2010. Or allow TLS 1.3 only.',
	},
	judge: ({tls12, versions}) => {
		if (tls12.seen)
			return [
				tls12.value.extensions.includes(secureRenegotiation)
					? pass('Announced')
					: fail('Not announced'),
			];
		return [
			speaksOnly13(versions) ? notApplicable('TLS 1.3 has no renegotiation') : unknown(tls12),
		];
	},
	examples: {
		healthy: [healthy],
		defective: [but({tls12: seen({...exampleTls12, extensions: [11]})})],
		blind: [blind],
		notApplicable: [
			but({
				tls12: {seen: false, reason: 'unsupported-version'},
				versions: {...healthy.versions, tls12: seen(false)},
			}),
		],
	},
});
