import {seen} from '../../engine/check.js';
import {blind, but, healthy} from '../examples.js';
import {tlsCheck, verdicts} from '../kit.js';
import {enforceTls} from '../remediation.js';

const {pass, fail, unknown} = verdicts('The server answers an SSLRequest with S and speaks TLS');

/** Whether the endpoint can be spoken to in private at all. */
export const tlsOffered = tlsCheck({
	id: 'tls-offered',
	title: 'TLS is offered',
	question: 'Does the endpoint offer TLS?',
	why: 'Without TLS every password and every row can be read and changed on the way.',
	severity: 'critical',
	remediation: {
		...enforceTls,
		all: 'Set ssl = on with a certificate and key (PostgreSQL), or client_tls_sslmode = require (PgBouncer), and restart.',
	},
	judge: ({offered}) => {
		if (!offered.seen) return [unknown(offered)];
		return [
			offered.value ? pass('TLS is offered') : fail('The server answers N: it has no TLS here'),
		];
	},
	examples: {healthy: [healthy], defective: [but({offered: seen(false)})], blind: [blind]},
});
