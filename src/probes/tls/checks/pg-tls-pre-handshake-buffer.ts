import {seen} from '../../engine/check.js';
import {blind, but, healthy} from '../examples.js';
import {postgresCheck, verdicts} from '../kit.js';

const {pass, fail, unknown} = verdicts('Bytes sent before the TLS handshake are thrown away');

/** CVE-2021-23214: bytes from before the handshake taken for something said inside TLS. */
export const pgTlsPreHandshakeBuffer = postgresCheck({
	id: 'pg-tls-pre-handshake-buffer',
	title: 'Bytes before the handshake are rejected',
	question: 'Does the server reject what was sent in clear before TLS began?',
	why: 'Someone on the way could otherwise put statements of their own before those of a client (CVE-2021-23214).',
	severity: 'high',
	source: 'SSLRequest with a StartupMessage in clear right behind it, then a handshake',
	remediation: {
		all: 'Update to PostgreSQL 14.1, 13.5, 12.9 or newer; PgBouncer to 1.16.1 or newer.',
	},
	judge: ({buffer}) => {
		if (!buffer.seen) return [unknown(buffer)];
		return [
			buffer.value === 'rejected'
				? pass('The server ended the connection')
				: fail('The server answered bytes that were sent in clear before TLS began'),
		];
	},
	examples: {healthy: [healthy], defective: [but({buffer: seen('swallowed')})], blind: [blind]},
});
