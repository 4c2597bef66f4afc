import {unseen, type JudgeContext} from '../../engine/check.js';
import type {CertificateFacts} from '../../wire/certificate.js';
import {blind, butLeaf, healthy} from '../examples.js';
import {daysLeft, dayText, daysUntil, tlsCheck, verdicts} from '../kit.js';
import {newCertificate} from '../remediation.js';
import {certificates} from '../sources.js';

const {pass, fail, unknown} = verdicts('The certificate is valid for longer than a renewal takes');

const defaultDaysLeft = 30;
/** Less than a week: nobody has renewed it, and the weekend may come. */
const urgentDays = 7;

/**
 * Days that must be left: the profile's `certificate-days-left`; without it 30, or a sixth of its life for a certificate
 * that lives shortly and is renewed by a machine late in it.
 */
const wantedDays = (
	{thresholds}: JudgeContext,
	{notBefore, notAfter}: CertificateFacts,
): number => {
	const given = thresholds['certificate-days-left'];
	if (given !== undefined) return given;
	if (notBefore === null || notAfter === null) return defaultDaysLeft;
	return Math.min(defaultDaysLeft, Math.ceil(daysUntil(notBefore, notAfter) / 6));
};

/** How long the server's certificate is still valid. */
export const tlsCertExpiry = tlsCheck({
	id: 'tls-cert-expiry',
	title: 'The certificate does not expire soon',
	question: 'Is the certificate valid for long enough to be renewed in time?',
	why: 'With an expired certificate clients that verify stop, and clients that were told not to verify stay that way.',
	severity: 'medium',
	thresholds: ['certificate-days-left'],
	...certificates,
	remediation: newCertificate,
	judge: ({sent}, context) => {
		if (!sent.seen) return [unknown(sent)];
		const [leaf] = sent.value;
		if (leaf?.notAfter === undefined || leaf.notAfter === null)
			return [unknown(unseen('unexpected-reply', {detail: 'its end cannot be read'}))];
		const until = `until ${dayText(leaf.notAfter)}`;
		if (Date.parse(leaf.notAfter) <= Date.parse(context.now))
			return [fail(`Expired: it was valid ${until}`, {severity: 'critical'})];
		const days = daysLeft(context.now, leaf.notAfter);
		const wanted = wantedDays(context, leaf);
		if (days >= wanted) return [pass(`Valid ${until}, ${days} days`)];
		return [
			fail(`Valid ${until}: ${days} days left, ${wanted} wanted`, {
				severity: days < urgentDays ? 'high' : 'medium',
			}),
		];
	},
	examples: {
		healthy: [
			healthy,
			butLeaf({notBefore: '2026-04-01T00:00:00.000Z', notAfter: '2026-06-30T00:00:00.000Z'}),
		],
		defective: [
			butLeaf({notAfter: '2026-05-31T23:59:59.000Z'}),
			butLeaf({notAfter: '2026-06-01T00:00:00.000Z'}),
			butLeaf({notAfter: '2026-06-05T00:00:00.000Z'}),
			butLeaf({notAfter: '2026-06-25T00:00:00.000Z'}),
		],
		blind: [blind, butLeaf({notAfter: null})],
	},
});
