import type {X509Certificate} from 'node:crypto';
import type {Observed} from '../engine/check.js';
import {suitesForCurves, suitesForRsa} from '../wire/suites.js';
import {ask, type Heard, type Listening} from './ask.js';
import {certificatesOf, judgeChain} from './collect-chain.js';
import type {Handshake} from './collect-handshake.js';
import {certificateChecks} from './each-certificate.js';
import type {TlsFacts} from './facts.js';

/** A server has one certificate for each kind of key; a balancer may have more, of which these show enough. */
const mostAlternatives = 3;

/**
 * The chains that other hellos were shown instead of the one that is judged. With a connection that is left over, a hello asks
 * for the other kind of key: a proxy with an RSA and an ECDSA certificate shows each client only one of them.
 * @param hellos every hello for TLS 1.2 of this run; grows while this asks
 * @param shaken the whole handshake
 */
export const collectAlternatives = async (
	context: Listening,
	{
		sent,
		hellos,
		shaken,
	}: {
		readonly sent: Observed<readonly X509Certificate[]>;
		readonly hellos: readonly Heard[];
		readonly shaken: Observed<Pick<Handshake, 'certificates'>>;
	},
): Promise<TlsFacts['alternatives']> => {
	const [own] = sent.seen ? sent.value : [];
	if (own === undefined || !context.wants(...certificateChecks)) return [];
	if (context.connectionsLeft() > 0) {
		const isRsa = (own.publicKey.asymmetricKeyType ?? '').startsWith('rsa');
		await ask(context, 'tls12', isRsa ? suitesForCurves : suitesForRsa);
	}
	const known = new Set([own.fingerprint256]);
	const chains = hellos.map(({certificates}) => certificatesOf(certificates));
	return [
		...chains.flatMap(chain => (chain.seen ? [chain.value] : [])),
		shaken.seen ? shaken.value.certificates : [],
	]
		.filter(([leaf]) => {
			if (leaf === undefined || known.has(leaf.fingerprint256)) return false;
			known.add(leaf.fingerprint256);
			return true;
		})
		.slice(0, mostAlternatives)
		.map(chain =>
			judgeChain({seen: true, value: chain}, context.endpoint.host, context.trust, context.now),
		);
};
