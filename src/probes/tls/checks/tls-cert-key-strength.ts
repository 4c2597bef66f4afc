import {unseen, type Verdict} from '../../engine/check.js';
import type {CertificateFacts} from '../../wire/certificate.js';
import {blind, but, butLeaf, healthy, withRoot} from '../examples.js';
import {carrying} from '../carrying.js';
import {tlsCheck, verdicts} from '../kit.js';
import {newCertificate} from '../remediation.js';
import {verified} from '../sources.js';

const {pass, fail, unknown} = verdicts(
	'RSA of at least 2048 bits, a curve of at least 256, or Ed25519/Ed448',
);

/** Least sizes in bits (NIST SP 800-57 part 1, table 2: 112 bits of strength for RSA 2048; below P-256 for curves). */
const least = {rsa: 2048, 'rsa-pss': 2048, ec: 256} as const;

const judgeKey = ({key, subject}: CertificateFacts): readonly Verdict[] => {
	const object = subject;
	switch (key.type) {
		case 'ed25519':
		case 'ed448':
			return [];
		case 'rsa':
		case 'rsa-pss':
		case 'ec': {
			if (key.bits === null)
				return [unknown(unseen('unexpected-reply', {detail: 'its size cannot be read'}), {object})];
			const wanted = least[key.type];
			return key.bits < wanted
				? [fail(`${key.type} of ${key.bits} bits, at least ${wanted} are wanted`, {object})]
				: [];
		}
		case 'dsa':
			return [fail('DSA, which is withdrawn (FIPS 186-5)', {object})];
		default:
			return [unknown(unseen('unexpected-reply', {detail: `a key of type ${key.type}`}), {object})];
	}
};

const describe = ({key}: CertificateFacts): string =>
	key.curve ?? (key.bits === null ? key.type : `${key.type} ${key.bits}`);

/** Whether the keys of the certificates are long enough, that of the root in the CA file too: who has it is any server. */
export const tlsCertKeyStrength = tlsCheck({
	id: 'tls-cert-key-strength',
	title: 'The certificate keys are strong',
	question: 'Are the keys of the certificates long enough?',
	why: 'A short key can be computed from the certificate, and with it the server can be impersonated.',
	severity: 'high',
	...verified,
	remediation: newCertificate,
	judge: facts => {
		if (!facts.sent.seen) return [unknown(facts.sent)];
		const all = carrying(facts);
		const faults = all.flatMap(judgeKey);
		if (faults.length > 0) return faults;
		return facts.chain.seen ? [pass(all.map(describe).join(', '))] : [unknown(facts.chain)];
	},
	examples: {
		healthy: [
			healthy,
			butLeaf({key: {type: 'rsa', bits: 2048, curve: null}}),
			butLeaf({key: {type: 'ed25519', bits: null, curve: null}}),
		],
		defective: [
			butLeaf({key: {type: 'rsa', bits: 1024, curve: null}}),
			butLeaf({key: {type: 'ec', bits: 224, curve: 'secp224r1'}}),
			butLeaf({key: {type: 'dsa', bits: 2048, curve: null}}),
			but({chain: withRoot({key: {type: 'rsa', bits: 1024, curve: null}})}),
		],
		blind: [
			blind,
			but({chain: unseen('file-unreadable')}),
			butLeaf({key: {type: 'unknown', bits: null, curve: null}}),
		],
	},
});
