import {seen, unseen, type Verdict} from '../../engine/check.js';
import type {StapledWord} from '../../wire/ocsp.js';
import {blind, but, butLeaf, exampleLeaf, healthy} from '../examples.js';
import {tlsCheck, verdicts} from '../kit.js';
import {newCertificate} from '../remediation.js';

const {pass, fail, notApplicable, unknown} = verdicts(
	'The certificate is not revoked, and the server hands out the proof where the certificate demands it',
);

const judgeStaple = ({status, from, until, signed}: StapledWord, now: string): Verdict => {
	if (status === 'revoked')
		return fail('The server itself hands out that its certificate was revoked');
	if (status === 'unknown')
		return unknown(
			unseen('unexpected-reply', {
				detail: 'the response that the server hands out does not know the certificate',
			}),
		);
	if (!signed)
		return unknown(
			unseen('certificate-not-verified', {
				detail:
					'the response that the server hands out is not signed by an issuer that dbvet has (--ca FILE)',
			}),
		);
	// A response without an end may be as old as it likes, so that it proves nothing of today.
	if (from === null || from > now || until === null || until < now)
		return fail(
			`The response that the server hands out is not valid today: it is of ${from ?? 'an unknown time'}, until ${until ?? 'an unknown time'}`,
			{severity: 'low'},
		);
	return pass(`The server hands out a signed response that it is good, until ${until}`);
};

/** What can be told of the revocation of the certificate without asking anybody but the server. */
export const tlsCertRevocation = tlsCheck({
	id: 'tls-cert-revocation',
	title: 'The certificate is not revoked',
	question: 'Is the certificate free of any sign that it was revoked?',
	why: 'A certificate is revoked when its key is in other hands. Who demands word of it from the server is refused when none comes.',
	severity: 'critical',
	source: 'ClientHello with status_request (OCSP), and the extensions of the certificate',
	remediation: {
		...newCertificate,
		all: 'Replace a revoked certificate together with its key. One that demands stapling needs a proxy that does it in front, or is issued anew without: PostgreSQL, MySQL, MariaDB, Redis and Valkey do not staple.',
	},
	judge: ({staple, sent}, {now}) => {
		if (!sent.seen) return [unknown(sent)];
		if (!staple.seen) return [unknown(staple)];
		if (staple.value !== null) return [judgeStaple(staple.value, now)];
		const [leaf] = sent.value;
		if (leaf === undefined) return [unknown(unseen('unexpected-reply'))];
		const {mustStaple, ocsp, list} = leaf.revocation;
		if (mustStaple)
			return [
				fail(
					'The certificate demands that the server hands out word of its revocation, and it hands out none',
					{severity: 'medium'},
				),
			];
		if (!ocsp && !list)
			return [
				notApplicable(
					'The certificate names no place where its revocation could be asked, as is usual with a private CA',
				),
			];
		return [
			unknown(
				unseen('client-cannot-offer', {
					detail: `the certificate names ${ocsp ? 'an OCSP server' : 'a list of revoked certificates'}, and dbvet contacts nobody but the target`,
				}),
			),
		];
	},
	examples: {
		healthy: [healthy],
		defective: [
			but({staple: seen({status: 'revoked', from: null, until: null, signed: false})}),
			but({
				staple: seen({
					status: 'good',
					from: '2020-01-01T00:00:00.000Z',
					until: '2020-01-08T00:00:00.000Z',
					signed: true,
				}),
			}),
			{
				...butLeaf({revocation: {...exampleLeaf.revocation, mustStaple: true}}),
				staple: seen(null),
			},
		],
		blind: [
			blind,
			but({staple: seen(null)}),
			but({
				staple: seen({
					status: 'good',
					from: '2020-01-01T00:00:00.000Z',
					until: '2099-01-08T00:00:00.000Z',
					signed: false,
				}),
			}),
		],
		notApplicable: [
			{
				...butLeaf({revocation: {ocsp: false, list: false, mustStaple: false}}),
				staple: seen(null),
			},
		],
	},
});
