import {seen} from '../../engine/check.js';
import {blind, but, healthy} from '../examples.js';
import {postgresCheck, verdicts} from '../kit.js';

const {pass, fail, notApplicable, unknown} = verdicts(
	'TLS from the first byte only with the protocol name "postgresql" (ALPN)',
);

/** Whether TLS from the first byte, new with PostgreSQL 17, insists on its protocol name. */
export const pgDirectTls = postgresCheck({
	id: 'pg-direct-tls',
	title: 'Direct TLS names its protocol',
	question:
		'Where TLS from the first byte is accepted, does it insist on the PostgreSQL protocol name?',
	why: 'A TLS service without a protocol name can be handed connections that were meant for another service with the same certificate.',
	severity: 'medium',
	source: 'A ClientHello with ALPN postgresql as the first bytes (psql with sslnegotiation=direct)',
	remediation: {
		all: 'Find out what terminates TLS on this port: PostgreSQL 17 and newer insists on the name, so that it is a proxy in front.',
	},
	judge: ({direct}) => {
		if (!direct.seen) return [unknown(direct)];
		switch (direct.value) {
			case 'with-alpn':
				return [pass('Accepted, with the protocol name "postgresql"')];
			case 'without-alpn':
				return [fail('TLS is accepted from the first byte without a protocol name')];
			case 'refused':
				return [
					notApplicable('Not spoken here (PostgreSQL 17 and newer do); nothing is missing by that'),
				];
		}
	},
	examples: {
		healthy: [healthy],
		defective: [but({direct: seen('without-alpn')})],
		blind: [blind],
		notApplicable: [but({direct: seen('refused')})],
	},
});
