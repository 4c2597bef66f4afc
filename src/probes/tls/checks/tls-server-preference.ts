import {seen, unseen} from '../../engine/check.js';
import {suiteName} from '../../wire/suites.js';
import {blind, but, healthy} from '../examples.js';
import {tlsCheck, verdicts} from '../kit.js';
import {strongCiphers} from '../remediation.js';

const {pass, fail, notApplicable, unknown} = verdicts(
	'Where a weak suite is accepted, a better one is chosen whenever the client offers it too',
);

/** Whether a client that prefers a weak suite gets it although both sides have better. */
export const tlsServerPreference = tlsCheck({
	id: 'tls-server-preference',
	title: 'The server chooses the better cipher suite',
	question: 'Does the endpoint choose the better cipher suite when a client prefers a weak one?',
	why: 'Old clients and badly set ones name weak suites first. A server that leaves the choice to them encrypts with what they name, although both could do better.',
	severity: 'low',
	source: 'ClientHello for TLS 1.2 that names weak cipher suites before better ones',
	remediation: {
		...strongCiphers,
		all: `${strongCiphers.all} Until then let the server choose: ssl_prefer_server_ciphers = on in PostgreSQL, tls-prefer-server-ciphers yes in Redis and Valkey; MySQL and MariaDB have no switch for it.`,
	},
	judge: ({preference}) => {
		if (!preference.seen) return [unknown(preference)];
		const {value} = preference;
		switch (value.kind) {
			case 'server':
				return [
					pass(
						`Chose ${suiteName(value.chosen)}, although ${suiteName(value.over)} stood first and is accepted too`,
					),
				];
			case 'client':
				return [
					fail(
						`Chose ${suiteName(value.chosen)}, although ${suiteName(value.over)} was offered and is accepted too`,
					),
				];
			case 'nothing-weak':
				return [
					notApplicable('No broken suite, and none without forward secrecy, is accepted at all'),
				];
			case 'all-weak':
				return [notApplicable('TLS 1.2 has no better suite here: tls-ciphers-weak names them')];
		}
	},
	examples: {
		healthy: [healthy],
		defective: [but({preference: seen({kind: 'client', chosen: 0x002f, over: 0xc02f})})],
		blind: [blind, but({preference: unseen('limit-exceeded')})],
		notApplicable: [
			but({preference: seen({kind: 'nothing-weak'})}),
			but({preference: seen({kind: 'all-weak'})}),
		],
	},
});
