import {seen} from '../../engine/check.js';
import {blind, but, exampleLeaf, healthy} from '../examples.js';
import {tlsCheck, verdicts} from '../kit.js';
import {verifiableCertificate} from '../remediation.js';
import {verified} from '../sources.js';

const {pass, fail, unknown} = verdicts(
	'A certificate from a CA, private or public, or exactly the pinned one',
);

const selfSigned = {...exampleLeaf, selfSigned: true, pin: 'sha256/other'};

/** Whether the server vouches only for itself. A certificate from a private CA is not self-signed. */
export const tlsCertSelfSigned = tlsCheck({
	id: 'tls-cert-self-signed',
	title: 'The certificate is not self-signed',
	question: 'Was the certificate issued by a CA, or is it exactly the one that is pinned?',
	why: 'Anybody can make such a certificate, so that clients cannot tell the server from someone in between.',
	severity: 'high',
	...verified,
	remediation: verifiableCertificate,
	judge: ({sent, chain, pin}) => {
		if (!sent.seen) return [unknown(sent)];
		const [leaf] = sent.value;
		if (leaf?.selfSigned !== true) return [pass(`Issued by ${leaf?.issuer ?? 'another'}`)];
		if (pin !== null && leaf.pin === pin)
			return [pass('Self-signed, and its key is the pinned one')];
		// The certificate itself, given as the only thing to trust, is as exact as a pin.
		if (chain.seen && chain.value.source === 'given' && chain.value.anchored)
			return [pass('Self-signed, and exactly this certificate is in the CA file')];
		return [fail(`Self-signed: ${leaf.subject}`)];
	},
	examples: {
		healthy: [healthy, but({sent: seen([{...exampleLeaf, selfSigned: true}])})],
		defective: [
			but({
				sent: seen([selfSigned]),
				chain: seen({source: 'system', anchored: false, path: [selfSigned], borrowed: []}),
			}),
		],
		blind: [blind],
	},
});
