import {seen, unseen} from '../../engine/check.js';
import {blind, but, exampleChain, exampleLeaf, healthy} from '../examples.js';
import {tlsCheck, verdicts} from '../kit.js';
import {verified} from '../sources.js';

const {pass, fail, notApplicable, unknown} = verdicts(
	'The server sends every certificate between its own and the root',
);

/** Whether a client that has only the root can follow the chain. */
export const tlsCertChainComplete = tlsCheck({
	id: 'tls-cert-chain-complete',
	title: 'The certificate chain is complete',
	question: 'Does the server send all intermediate certificates?',
	why: 'Clients that have only the root cannot verify the server, and people then turn verification off.',
	severity: 'high',
	...verified,
	remediation: {
		all: 'Append the intermediate certificates to the certificate file of the server, the issuer of the leaf first, and reload.',
	},
	judge: ({sent, chain}) => {
		if (!sent.seen) return [unknown(sent)];
		const [leaf] = sent.value;
		if (leaf?.selfSigned === true)
			return [notApplicable('A certificate that signed itself has no chain')];
		if (!chain.seen) return [unknown(chain)];
		const {anchored, borrowed, path} = chain.value;
		if (borrowed.length > 0)
			return [
				fail(
					`It verifies only with what the CA file adds and the server left out: ${borrowed.join('; ')}`,
				),
			];
		if (anchored) return [pass(`${sent.value.length} sent, and they lead to the root`)];
		return path.at(-1)?.selfSigned === true
			? [pass('All certificates up to the root were sent (the root is not known here)')]
			: [
					unknown(unseen('certificate-not-verified'), {
						observed: `The issuer "${path.at(-1)?.issuer ?? 'unknown'}" was neither sent nor given: an unknown CA and a missing intermediate look alike`,
					}),
				];
	},
	examples: {
		healthy: [healthy],
		defective: [but({chain: seen({...exampleChain, borrowed: ['CN=Example Intermediate CA']})})],
		blind: [
			blind,
			but({chain: seen({...exampleChain, anchored: false, path: [exampleLeaf]})}),
			but({chain: unseen('file-invalid')}),
		],
		notApplicable: [but({sent: seen([{...exampleLeaf, selfSigned: true}])})],
	},
});
