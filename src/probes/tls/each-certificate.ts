import type {JudgeContext, Verdict} from '../engine/check.js';
import type {TlsFacts} from './facts.js';

/** The checks whose failures count for whatever certificate a client is shown. */
export const certificateChecks: readonly string[] = [
	'tls-cert-chain-provider-ca',
	'tls-cert-chain-complete',
	'tls-cert-self-signed',
	'tls-cert-hostname',
	'tls-cert-expiry',
	'tls-cert-not-yet-valid',
	'tls-ca-expiry',
	'tls-cert-key-strength',
	'tls-cert-signature',
	'tls-cert-validity-length',
	'tls-cert-eku-ku',
	'tls-spki-pin',
	'tls-cert-shared-default',
];

type Judge = (facts: TlsFacts, context: JudgeContext) => readonly Verdict[];

/**
 * The verdicts on the certificate that is judged, then what is wrong with the others that clients are shown: of those OpenSSL
 * has said nothing, so that only failures of theirs are taken up.
 */
export const judgeEach =
	(judge: Judge): Judge =>
	(facts, context) => {
		const own = judge(facts, context);
		const faults = facts.alternatives.flatMap(one => {
			const [leaf] = one.sent.seen ? one.sent.value : [];
			const as = `the certificate that other clients are shown (${leaf?.key.type ?? '?'}, ${leaf?.subject ?? '?'})`;
			return judge({...facts, ...one, openssl: {seen: true, value: null}}, context)
				.filter(({outcome}) => outcome === 'fail')
				.map(verdict => ({
					...verdict,
					object: verdict.object === undefined ? as : `${as}: ${verdict.object}`,
				}));
		});
		return faults.length === 0
			? own
			: [...own.filter(({outcome}) => outcome !== 'pass'), ...faults];
	};
