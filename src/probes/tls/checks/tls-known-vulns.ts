import {seen} from '../../engine/check.js';
import {blind, but, exampleTls12, healthy} from '../examples.js';
import {tlsCheck, verdicts} from '../kit.js';
import {speaksOnly13} from '../versions.js';
import {hello12} from '../sources.js';

/** The heartbeat extension (RFC 6520). */
const heartbeat = 15;

const {pass, fail, unknown} = verdicts(
	'Nothing that the old holes of TLS libraries need is offered',
);

const untried =
	'CCS injection and ROBOT are not tried, because trying could harm; old versions and broken suites are judged by themselves';

/** Whether the server offers heartbeats, without which Heartbleed cannot be; no heartbeat is sent. */
export const tlsKnownVulns = tlsCheck({
	id: 'tls-known-vulns',
	title: 'No heartbeat is offered',
	question: 'Does the TLS library leave out the extension that Heartbleed needs?',
	why: 'OpenSSL has left heartbeats out since 1.1.1: a server that offers them runs a library that is long out of support and may give its memory away (CVE-2014-0160).',
	severity: 'medium',
	...hello12,
	remediation: {
		all: 'Update the TLS library of the server or of what stands in front of it. If it is OpenSSL 1.0.1 before 1.0.1g, renew the key and all passwords too.',
	},
	judge: ({tls12, versions}) => {
		if (tls12.seen)
			return [
				tls12.value.extensions.includes(heartbeat)
					? fail('Heartbeats are offered; whether the library is one with Heartbleed was not tried')
					: pass(
							`Heartbeats were offered to it and not taken up, so that Heartbleed cannot be. ${untried}`,
						),
			];
		return [
			speaksOnly13(versions)
				? pass(`Only TLS 1.3 is spoken, which no library with Heartbleed knows. ${untried}`)
				: unknown(tls12),
		];
	},
	examples: {
		healthy: [
			healthy,
			but({
				tls12: {seen: false, reason: 'unsupported-version'},
				versions: {...healthy.versions, tls12: seen(false)},
			}),
		],
		defective: [but({tls12: seen({...exampleTls12, extensions: [0xff01, 15]})})],
		blind: [blind],
	},
});
