import type {Observed} from '../engine/check.js';
import type {TlsFacts} from './facts.js';

type Unseen = Extract<Observed<never>, {readonly seen: false}>;

const doubted = <T>(fact: Observed<T>, refusal: T, why: Unseen): Observed<T> =>
	fact.seen && fact.value === refusal ? why : fact;

const each = <K extends string, T>(
	facts: Readonly<Record<K, Observed<T>>>,
	refusal: T,
	why: Unseen,
): Record<K, Observed<T>> =>
	Object.fromEntries(
		Object.entries<Observed<T>>(facts).map(([key, fact]) => [key, doubted(fact, refusal, why)]),
	) as Record<K, Observed<T>>;

const anySeen = <T>(
	facts: Readonly<Record<string, Observed<T>>>,
	acceptance: (value: T) => boolean,
) => Object.values(facts).some(fact => fact.seen && acceptance(fact.value));

/**
 * A refusal means something only at a server that was seen to speak TLS: one that refuses or closes everything has no
 * safe versions, it just does not talk. Without a handshake, a certificate or an accepted hello, every refusal becomes unseen
 * for the reason for which the handshake failed.
 */
export const doubtRefusals = (facts: TlsFacts): TlsFacts => {
	const {best, sent, versions, weak} = facts;
	if (best.seen || sent.seen) return facts;
	// A ServerHello of TLS 1.3 shows no certificate: anybody can send one and go no further.
	const {tls13, ...shown} = versions;
	if (anySeen(shown, accepted => accepted) || anySeen(weak, suite => suite !== null)) return facts;
	return {
		...facts,
		offered: doubted(facts.offered, true, best),
		versions: {...each(shown, false, best), tls13: tls13.seen ? best : tls13},
		weak: each(weak, null, best),
		dh: doubted(facts.dh, null, best),
		fallback: doubted(facts.fallback, null, best),
		direct: doubted(facts.direct, 'refused', best),
		buffer: doubted(facts.buffer, 'rejected', best),
	};
};
