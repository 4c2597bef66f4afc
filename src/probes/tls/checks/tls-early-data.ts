import {seen, unseen} from '../../engine/check.js';
import {blind, but, healthy} from '../examples.js';
import {tlsCheck, verdicts} from '../kit.js';

const {pass, fail, notApplicable, unknown} = verdicts('No ticket that permits early data');

/** Whether TLS 1.3 lets a client send data before the handshake is done, which somebody on the way can send again. */
export const tlsEarlyData = tlsCheck({
	id: 'tls-early-data',
	title: 'No early data in TLS 1.3',
	question:
		'Does the endpoint keep clients from sending data before the handshake is done (0-RTT)?',
	why: 'Whoever records early data can send it again, and the server cannot tell (RFC 8446, section 8): a statement that changes something would be carried out twice.',
	severity: 'medium',
	source: 'NewSessionTicket after the handshake of TLS 1.3: max_early_data_size',
	remediation: {
		all: 'Turn 0-RTT off where TLS ends: the proxy in front (HAProxy: no allow-0rtt; nginx: ssl_early_data off). PostgreSQL, MySQL, MariaDB, Redis and Valkey do not offer it themselves.',
	},
	judge: ({earlyData, best, versions}) => {
		if (earlyData.seen)
			return [
				earlyData.value === 0
					? pass('No ticket permits early data')
					: fail(`A ticket permits ${earlyData.value} bytes of early data`),
			];
		const speaksOlder = best.seen && best.value.protocol !== 'TLSv1.3';
		return [
			speaksOlder && versions.tls13.seen && !versions.tls13.value
				? notApplicable('Early data is a part of TLS 1.3, which is not spoken here')
				: unknown(earlyData),
		];
	},
	examples: {
		healthy: [healthy],
		defective: [but({earlyData: seen(16_384)})],
		blind: [blind, but({earlyData: unseen('connection-closed')})],
		notApplicable: [
			but({
				earlyData: unseen('unsupported-version'),
				best: seen({protocol: 'TLSv1.2', cipher: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'}),
				versions: {...healthy.versions, tls13: seen(false)},
			}),
		],
	},
});
