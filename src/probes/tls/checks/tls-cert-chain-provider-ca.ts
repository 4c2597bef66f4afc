import {seen, unseen, type Verdict} from '../../engine/check.js';
import {blind, but, butLeaf, exampleCa, exampleChain, exampleLeaf, healthy} from '../examples.js';
import type {CertificateFacts} from '../../wire/certificate.js';
import type {TlsFacts} from '../facts.js';
import {tlsCheck, verdicts} from '../kit.js';
import {verifiableCertificate} from '../remediation.js';
import {whereToLook} from '../provider-ca.js';
import {limitsBelowPin, pinHolds} from '../verified.js';
import {verified} from '../sources.js';

const {pass, fail, unknown} = verdicts(
	'The chain leads to the given CA, to a public one, or to the pinned key',
);

/** What OpenSSL says about dates is judged by the checks of the dates. */
const dateErrors = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];

const limited = (limits: CertificateFacts['limits']): CertificateFacts => ({
	...exampleCa,
	selfSigned: false,
	pin: 'sha256/other',
	limits,
});
const below = (limits: CertificateFacts['limits'], anchored = true): TlsFacts['chain'] =>
	seen({...exampleChain, anchored, path: [exampleLeaf, limited(limits), exampleCa]});

/** What the pin settles; undefined where it is not in the chain, or where OpenSSL's word on the chain is needed. */
const judgePin = (facts: TlsFacts): Verdict | undefined => {
	if (!pinHolds(facts)) return undefined;
	const limits = limitsBelowPin(facts);
	if (limits === 'kept') return pass('The pinned key is in the chain');
	if (limits === 'broken')
		return fail('The pinned key is in the chain, but a CA of it may not have issued a CA');
	return facts.chain.seen && facts.chain.value.anchored
		? undefined
		: unknown(unseen('certificate-not-verified'), {
				observed:
					'The pinned key is in the chain, and a CA below it is kept to certain names: whether they are kept shows only with the CA file (--ca FILE)',
			});
};

/** Whether clients can know the server by its certificate: a private CA that is given is as good as a public one. */
export const tlsCertChainProviderCa = tlsCheck({
	id: 'tls-cert-chain-provider-ca',
	title: 'The certificate leads to a known CA',
	question: 'Does the certificate verify against the CA that is given, or against a public one?',
	why: 'A client that cannot verify the server talks to whoever answers, and hands over its password.',
	severity: 'high',
	...verified,
	remediation: verifiableCertificate,
	judge: facts => {
		const {sent, chain, openssl, pin} = facts;
		if (!sent.seen) return [unknown(sent)];
		const byPin = judgePin(facts);
		if (byPin !== undefined) return [byPin];
		if (!chain.seen) return [unknown(chain)];
		const {source, anchored, path} = chain.value;
		const where =
			source === 'given'
				? 'the CA file'
				: 'the public root certificates that Node.js brings (no --ca given)';
		if (anchored) {
			if (!openssl.seen) return [unknown(openssl)];
			return openssl.value === null || dateErrors.includes(openssl.value)
				? [pass(`Verified against ${where}`)]
				: [fail(`Signed by a CA of ${where}, but OpenSSL objects: ${openssl.value}`)];
		}
		const last = path.at(-1);
		const issuer = last?.issuer ?? 'nothing';
		const end = `at "${issuer}"`;
		if (source === 'given') return [fail(`The chain ends ${end}, which is not in ${where}`)];
		if (path.length === 1 && last?.selfSigned === true)
			return [
				fail('The server signed its certificate itself, and no CA or pin is given to know it by'),
			];
		return pin === null
			? [
					unknown(unseen('certificate-not-verified'), {
						observed: `The chain ends ${end}, which is not a public CA. ${whereToLook(issuer)}`,
					}),
				]
			: [fail(`The chain ends ${end}, and no key in it is the pinned one`)];
	},
	examples: {
		healthy: [
			healthy,
			but({pin: null}),
			but({pin: null, openssl: seen('CERT_HAS_EXPIRED')}),
			but({chain: seen({...exampleChain, anchored: false, path: [exampleLeaf]})}),
			but({pin: exampleCa.pin, chain: below({names: true, depth: 0})}),
		],
		defective: [
			but({
				pin: exampleCa.pin,
				chain: below({names: true, depth: null}),
				openssl: seen('PERMITTED_VIOLATION'),
			}),
			but({
				pin: exampleCa.pin,
				chain: seen({
					...exampleChain,
					path: [
						exampleLeaf,
						limited({names: false, depth: 0}),
						limited({names: false, depth: 0}),
						exampleCa,
					],
				}),
			}),
			but({pin: null, chain: seen({...exampleChain, anchored: false, path: [exampleLeaf]})}),
			but({pin: null, openssl: seen('INVALID_PURPOSE')}),
			{
				...butLeaf({selfSigned: true}),
				pin: null,
				chain: seen({
					source: 'system',
					anchored: false,
					path: [{...exampleLeaf, selfSigned: true}],
					borrowed: [],
				}),
			},
		],
		blind: [
			blind,
			but({
				pin: exampleCa.pin,
				chain: below({names: true, depth: null}, false),
				openssl: seen('SELF_SIGNED_CERT_IN_CHAIN'),
			}),
			but({
				pin: null,
				chain: seen({source: 'system', anchored: false, path: [exampleLeaf], borrowed: []}),
			}),
			but({pin: null, openssl: unseen('limit-exceeded')}),
			but({pin: null, chain: unseen('file-unreadable')}),
		],
	},
});
