import {seen, unseen} from '../../engine/check.js';
import {blind, but, exampleCa, exampleLeaf, healthy} from '../examples.js';
import {tlsCheck, verdicts} from '../kit.js';
import {verified} from '../sources.js';

const {pass, fail, notApplicable, unknown} = verdicts(
	'The pinned key, of the leaf or of a CA above it',
);

/** Whether the server still has the key that was pinned for the target. */
export const tlsSpkiPin = tlsCheck({
	id: 'tls-spki-pin',
	title: 'The pinned key is in use',
	question: 'Does the server use the key that is pinned, or a CA with it?',
	why: 'Another key means a renewal that nobody announced, or somebody in between.',
	severity: 'high',
	...verified,
	remediation: {
		all: 'Ask whoever runs the server whether the key was changed. Only then pin the new one (dbvet target pin), better of the CA than of the leaf.',
	},
	judge: ({sent, chain, pin}) => {
		const [leaf] = sent.seen ? sent.value : [];
		if (pin === null)
			return [
				notApplicable(
					leaf?.pin === undefined || leaf.pin === null
						? 'No key is pinned'
						: `No key is pinned; the leaf has ${leaf.pin}`,
				),
			];
		if (!sent.seen) return [unknown(sent)];
		if (leaf?.pin === pin) return [pass('The leaf has the pinned key')];
		if (chain.seen && chain.value.path.some(certificate => certificate.pin === pin))
			return [pass('A CA above the leaf has the pinned key')];
		if (leaf?.pin === undefined || leaf.pin === null)
			return [unknown(unseen('unexpected-reply', {detail: 'the key of the leaf cannot be read'}))];
		// Without the CA file the way up may be cut short, and the pinned CA may stand above the cut.
		return chain.seen
			? [fail(`No certificate on the way has the pinned key; the leaf has ${leaf.pin}`)]
			: [unknown(chain)];
	},
	examples: {
		healthy: [healthy, but({pin: exampleCa.pin})],
		defective: [but({pin: 'sha256/BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA='})],
		blind: [
			blind,
			but({
				pin: 'sha256/BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=',
				chain: unseen('file-invalid'),
			}),
		],
		notApplicable: [but({pin: null}), but({pin: null, sent: seen([exampleLeaf, exampleCa])})],
	},
});
