import {unseen} from '../../engine/check.js';
import {blind, but, butLeaf, healthy, withRoot} from '../examples.js';
import {carrying} from '../carrying.js';
import {dayText, tlsCheck, verdicts} from '../kit.js';
import {newCertificate} from '../remediation.js';
import {verified} from '../sources.js';

const {pass, fail, unknown} = verdicts('Every certificate up to the root is already in force');

/** Whether a certificate begins in the future: a wrong clock somewhere, or installed too early. */
export const tlsCertNotYetValid = tlsCheck({
	id: 'tls-cert-not-yet-valid',
	title: 'The certificate is already in force',
	question: 'Have the certificates of the server begun to be valid?',
	why: 'Clients that verify refuse a certificate from the future; a wrong clock also makes logs worthless.',
	severity: 'high',
	...verified,
	remediation: {
		...newCertificate,
		all: 'Compare the clocks of the server, the CA and this machine first; then have the certificate issued anew.',
	},
	judge: (facts, {now}) => {
		if (!facts.sent.seen) return [unknown(facts.sent)];
		const all = carrying(facts);
		const future = all.find(
			({notBefore}) => notBefore !== null && Date.parse(notBefore) > Date.parse(now),
		);
		if (future !== undefined)
			return [fail(`${future.subject} begins on ${dayText(future.notBefore ?? '')}`)];
		if (!facts.chain.seen) return [unknown(facts.chain)];
		return all.some(({notBefore}) => notBefore === null)
			? [unknown(unseen('unexpected-reply', {detail: 'a beginning cannot be read'}))]
			: [pass('All are in force')];
	},
	examples: {
		healthy: [healthy],
		defective: [
			butLeaf({notBefore: '2026-06-02T00:00:00.000Z'}),
			but({chain: withRoot({notBefore: '2026-06-02T00:00:00.000Z'})}),
		],
		blind: [blind, but({chain: unseen('file-unreadable')}), butLeaf({notBefore: null})],
	},
});
