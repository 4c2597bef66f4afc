import {unseen, type Verdict} from '../../engine/check.js';
import type {CertificateFacts} from '../../wire/certificate.js';
import {blind, but, butLeaf, healthy, withRoot} from '../examples.js';
import {carrying} from '../carrying.js';
import {tlsCheck, verdicts} from '../kit.js';
import {newCertificate} from '../remediation.js';
import {verified} from '../sources.js';

const {pass, fail, notApplicable, unknown} = verdicts('Signatures with SHA-256 or better');

const judgeSignature = ({signature, subject}: CertificateFacts): readonly Verdict[] => {
	if (signature.weak === null)
		return [
			unknown(unseen('unexpected-reply', {detail: `signed with ${signature.name}`}), {
				object: subject,
			}),
		];
	return signature.weak ? [fail(`Signed with ${signature.name}`, {object: subject})] : [];
};

/** Whether the signatures that carry the chain can be forged; a root's signature of itself carries nothing. */
export const tlsCertSignature = tlsCheck({
	id: 'tls-cert-signature',
	title: 'The certificate signatures are strong',
	question: 'Are the certificates below the root signed with SHA-256 or better?',
	why: 'A second certificate with the same MD5 or SHA-1 digest can be made, and it would carry the same signature.',
	severity: 'high',
	...verified,
	remediation: newCertificate,
	judge: facts => {
		if (!facts.sent.seen) return [unknown(facts.sent)];
		const signed = carrying(facts).filter(({selfSigned}) => !selfSigned);
		if (signed.length === 0)
			return [
				notApplicable('A certificate that signed itself has no signature that carries trust'),
			];
		const faults = signed.flatMap(judgeSignature);
		if (faults.length > 0) return faults;
		return facts.chain.seen
			? [pass(signed.map(({signature}) => signature.name).join(', '))]
			: [unknown(facts.chain)];
	},
	examples: {
		healthy: [healthy],
		defective: [
			butLeaf({signature: {name: 'RSA with SHA-1', weak: true}}),
			butLeaf({signature: {name: 'RSA with MD5', weak: true}}),
			but({chain: withRoot({selfSigned: false, signature: {name: 'RSA with SHA-1', weak: true}})}),
		],
		blind: [
			blind,
			but({chain: unseen('file-unreadable')}),
			butLeaf({signature: {name: 'object identifier 2a03', weak: null}}),
		],
		notApplicable: [butLeaf({selfSigned: true, signature: {name: 'RSA with SHA-1', weak: true}})],
	},
});
