import {seen, unseen} from '../../engine/check.js';
import {blind, but, healthy} from '../examples.js';
import {tlsCheck, verdicts} from '../kit.js';

const {pass, fail, unknown} = verdicts(
	'A client that asks for another name is turned away, or sees the certificate of the endpoint',
);

/** Whether a client that asks for a name which nobody has is shown a certificate of somebody else. */
export const tlsSniBehaviour = tlsCheck({
	id: 'tls-sni-behaviour',
	title: 'Another name shows no other certificate',
	question: 'Does a client that asks for another name see no certificate but that of the endpoint?',
	why: 'A proxy that answers for a name it does not know shows the certificate of its default: that tells a stranger which other services and customers stand behind it.',
	severity: 'low',
	source: 'ClientHello with the server name dbvet.invalid',
	remediation: {
		all: 'Let the proxy in front turn away names that it does not know (HAProxy: strict-sni; nginx: ssl_reject_handshake on), or give it a default certificate that names nothing inside.',
	},
	judge: ({otherName}) => {
		if (!otherName.seen) return [unknown(otherName)];
		const {value} = otherName;
		switch (value.kind) {
			case 'same':
				return [pass('Another name gets the certificate of the endpoint')];
			case 'refused':
				return [pass('Another name is turned away')];
			case 'other':
				return [fail(`Another name gets the certificate of ${value.names}`)];
		}
	},
	examples: {
		healthy: [healthy, but({otherName: seen({kind: 'refused'})})],
		defective: [but({otherName: seen({kind: 'other', names: 'DNS:intern.example.com'})})],
		blind: [blind, but({otherName: unseen('connection-closed')})],
	},
});
