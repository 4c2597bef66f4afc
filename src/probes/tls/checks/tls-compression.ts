import {seen} from '../../engine/check.js';
import {blind, but, exampleTls12, healthy} from '../examples.js';
import {tlsCheck, verdicts} from '../kit.js';
import {speaksOnly13} from '../versions.js';
import {hello12} from '../sources.js';

const {pass, fail, notApplicable, unknown} = verdicts(
	'TLS compression is not used when it is offered',
);

/** Whether TLS compression, which leaks content by size, is taken when offered. */
export const tlsCompression = tlsCheck({
	id: 'tls-compression',
	title: 'No TLS compression',
	question: 'Does the endpoint decline TLS compression?',
	why: 'The size of compressed data gives away its content to someone who can mix in text of their own (CRIME).',
	severity: 'medium',
	...hello12,
	remediation: {
		all: 'Update the server and its OpenSSL (1.1 or newer): both leave compression off.',
	},
	judge: ({tls12, versions}) => {
		if (tls12.seen)
			return [
				tls12.value.compression === 0
					? pass('Offered, and declined')
					: fail('Offered, and accepted'),
			];
		return [speaksOnly13(versions) ? notApplicable('TLS 1.3 has no compression') : unknown(tls12)];
	},
	examples: {
		healthy: [healthy],
		defective: [but({tls12: seen({...exampleTls12, compression: 1})})],
		blind: [blind],
		notApplicable: [
			but({
				tls12: {seen: false, reason: 'unsupported-version'},
				versions: {...healthy.versions, tls12: seen(false)},
			}),
		],
	},
});
