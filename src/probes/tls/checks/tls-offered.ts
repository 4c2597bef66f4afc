import {seen} from '../../engine/check.js';
import {declineText} from '../engines.js';
import {blind, but, healthy} from '../examples.js';
import {tlsCheck, verdicts} from '../kit.js';
import {enforceTls} from '../remediation.js';
import {inTls} from '../sources.js';

const {pass, fail, unknown} = verdicts('The server speaks TLS');

/** Whether the endpoint can be spoken to in private at all. */
export const tlsOffered = tlsCheck({
	id: 'tls-offered',
	title: 'TLS is offered',
	question: 'Does the endpoint offer TLS?',
	why: 'Without TLS every password and every row can be read and changed on the way.',
	severity: 'critical',
	...inTls('a ClientHello for TLS 1.2, and whether a ServerHello comes', ''),
	remediation: {
		...enforceTls,
		all: 'PostgreSQL: ssl = on with a certificate and key; PgBouncer: client_tls_sslmode = require. MySQL and MariaDB: ssl_cert and ssl_key. Redis and Valkey: tls-port with tls-cert-file and tls-key-file, and port 0. Then restart.',
	},
	judge: ({engine, offered}) => {
		if (!offered.seen) return [unknown(offered)];
		return [offered.value ? pass('TLS is offered') : fail(declineText(engine))];
	},
	examples: {healthy: [healthy], defective: [but({offered: seen(false)})], blind: [blind]},
});
