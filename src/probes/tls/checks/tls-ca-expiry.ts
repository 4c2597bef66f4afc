import {seen, unseen, type Verdict} from '../../engine/check.js';
import type {CertificateFacts} from '../../wire/certificate.js';
import {blind, but, exampleCa, exampleChain, exampleLeaf, healthy} from '../examples.js';
import {daysLeft, dayText, tlsCheck, verdicts} from '../kit.js';
import {verified} from '../sources.js';

const {pass, fail, notApplicable, unknown} = verdicts(
	'Every CA on the way to the root is valid for longer than a rotation takes',
);

const defaultDaysLeft = 90;

const judgeCa = (ca: CertificateFacts, now: string, wanted: number): readonly Verdict[] => {
	const object = ca.subject;
	if (ca.notAfter === null)
		return [unknown(unseen('unexpected-reply', {detail: 'its end cannot be read'}), {object})];
	const days = daysLeft(now, ca.notAfter);
	if (Date.parse(ca.notAfter) <= Date.parse(now))
		return [fail(`Expired on ${dayText(ca.notAfter)}`, {object})];
	return days < wanted
		? [fail(`Expires on ${dayText(ca.notAfter)}: ${days} days left, ${wanted} wanted`, {object})]
		: [];
};

const withCa = (notAfter: string | null) =>
	but({chain: seen({...exampleChain, path: [exampleLeaf, {...exampleCa, notAfter}]})});

/** How long the CAs of the path that is really used are valid; other certificates of a bundle do not count. */
export const tlsCaExpiry = tlsCheck({
	id: 'tls-ca-expiry',
	title: 'The CA does not expire soon',
	question: 'Are the CA certificates on the path valid for long enough to be rotated in time?',
	why: 'When a CA ends, every client that pins or trusts it stops at the same moment; giving all of them a new one takes months.',
	severity: 'high',
	thresholds: ['ca-days-left'],
	...verified,
	remediation: {
		all: 'Plan the rotation now: give all clients the new CA beside the old one, then let the server change its certificate.',
		'aws-rds':
			'Give all clients the present global bundle, then choose a newer CA with modify-db-instance --ca-certificate-identifier.',
		'google-cloud-sql':
			'gcloud sql ssl server-ca-certs create, give clients the new bundle, then rotate.',
	},
	judge: ({sent, chain}, {now, thresholds}) => {
		if (!sent.seen) return [unknown(sent)];
		const [leaf] = sent.value;
		if (leaf?.selfSigned === true) return [notApplicable('There is no CA above the certificate')];
		if (!chain.seen) return [unknown(chain)];
		const wanted = thresholds['ca-days-left'] ?? defaultDaysLeft;
		const {path, anchored} = chain.value;
		const faults = path.slice(1).flatMap(ca => judgeCa(ca, now, wanted));
		if (!anchored)
			return [
				...faults,
				unknown(unseen('certificate-not-verified'), {
					observed: 'The way to the root is not known, so that its end is not either',
				}),
			];
		if (faults.length > 0) return faults;
		const ends = path.slice(1).map(({notAfter}) => dayText(notAfter ?? ''));
		return [pass(`The first ends on ${ends.toSorted()[0] ?? 'no day'}`)];
	},
	examples: {
		healthy: [healthy],
		defective: [withCa('2026-07-01T00:00:00.000Z'), withCa('2026-01-01T00:00:00.000Z')],
		blind: [
			blind,
			withCa(null),
			but({chain: seen({...exampleChain, anchored: false, path: [exampleLeaf]})}),
		],
		notApplicable: [but({sent: seen([{...exampleLeaf, selfSigned: true}])})],
	},
});
