import {unseen} from '../../engine/check.js';
import {blind, butLeaf, healthy} from '../examples.js';
import {daysUntil, tlsCheck, verdicts} from '../kit.js';
import {newCertificate} from '../remediation.js';
import {certificates} from '../sources.js';

/** What public CAs were allowed from 2018 to 2020 (CA/Browser Forum ballot 193), as a measure for private ones. */
const wantedDays = 825;
/** Ten years: longer than most servers, passwords and employments last. */
const absurdDays = 3_653;

const {pass, fail, unknown} = verdicts(
	`The certificate is valid for at most ${wantedDays} days in all`,
);

/** How long the certificate was issued for: a key that was stolen is good for as long. */
export const tlsCertValidityLength = tlsCheck({
	id: 'tls-cert-validity-length',
	title: 'The certificate is not issued for too long',
	question: 'Was the certificate issued for at most 825 days?',
	why: 'A key that was copied can be used until its certificate ends, and what is renewed every ten years nobody knows how to renew.',
	severity: 'low',
	...certificates,
	remediation: newCertificate,
	judge: ({sent}) => {
		if (!sent.seen) return [unknown(sent)];
		const [leaf] = sent.value;
		if (leaf === undefined || leaf.notBefore === null || leaf.notAfter === null)
			return [unknown(unseen('unexpected-reply', {detail: 'its dates cannot be read'}))];
		const days = daysUntil(leaf.notBefore, leaf.notAfter);
		if (days < 0)
			return [unknown(unseen('unexpected-reply', {detail: 'it ends before it begins'}))];
		const text = `Issued for ${days} days`;
		if (days <= wantedDays) return [pass(text)];
		return [fail(text, {severity: days > absurdDays ? 'medium' : 'low'})];
	},
	examples: {
		healthy: [healthy],
		defective: [
			butLeaf({notAfter: '2029-01-01T00:00:00.000Z'}),
			butLeaf({notAfter: '2046-01-01T00:00:00.000Z'}),
		],
		blind: [blind, butLeaf({notAfter: null}), butLeaf({notAfter: '1999-01-01T00:00:00.000Z'})],
	},
});
