import {seen, unseen} from '../../engine/check.js';
import {blind, but, healthy} from '../examples.js';
import {tlsCheck, verdicts} from '../kit.js';
import {strongCiphers} from '../remediation.js';
import {inTls} from '../sources.js';

const {pass, fail, unknown} = verdicts(
	'Handshakes with an ephemeral key exchange (ECDHE, DHE or TLS 1.3)',
);

/** Whether recorded traffic stays unreadable when the server's key becomes known later. */
export const tlsForwardSecrecy = tlsCheck({
	id: 'tls-forward-secrecy',
	title: 'Forward secrecy',
	question: 'Does the endpoint agree on keys that cannot be recovered later?',
	why: "Without forward secrecy whoever records traffic today and gets the server's key tomorrow reads all of it.",
	severity: 'medium',
	...inTls(
		'a whole handshake, and a ClientHello for TLS 1.2 whose suites all have forward secrecy',
		'',
	),
	remediation: strongCiphers,
	judge: ({best, tls12}) => {
		if (best.seen && (best.value.protocol === 'TLSv1.3' || best.value.cipher.includes('DHE_')))
			return [pass(`${best.value.protocol} with ${best.value.cipher}`)];
		if (tls12.seen) return [pass('TLS 1.2 with an ephemeral key exchange is accepted')];
		if (!best.seen) return [unknown(best)];
		return tls12.reason === 'unsupported-version'
			? [fail(`Only without: ${best.value.protocol} with ${best.value.cipher}`)]
			: [unknown(tls12)];
	},
	examples: {
		healthy: [
			healthy,
			but({best: seen({protocol: 'TLSv1.2', cipher: 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'})}),
		],
		defective: [
			but({
				best: seen({protocol: 'TLSv1.2', cipher: 'TLS_RSA_WITH_AES_256_GCM_SHA384'}),
				tls12: unseen('unsupported-version'),
			}),
		],
		blind: [blind],
	},
});
