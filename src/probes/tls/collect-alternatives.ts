import type {X509Certificate} from 'node:crypto';
import {seen, type Observed} from '../engine/check.js';
import {need, observe} from '../engine/connection.js';
import {secure} from '../wire/secure.js';
import {suitesForCurves, suitesForRsa} from '../wire/suites.js';
import {needTls} from '../wire/way-into-tls.js';
import {ask, type Heard, type Listening} from './ask.js';
import {certificatesOf, judgeChain} from './collect-chain.js';
import {clientOf} from './collect-identities.js';
import type {Handshake} from './collect-handshake.js';
import {certificateChecks} from './each-certificate.js';
import type {TlsFacts} from './facts.js';

/** A server has one certificate for each kind of key; a balancer may have more, of which these show enough. */
const mostAlternatives = 3;

/** Signatures by each kind of key, as OpenSSL names them: in TLS 1.3 the suites say nothing of it (RFC 8446, section 4.2.3). */
const signaturesForCurves = 'ECDSA+SHA256:ECDSA+SHA384:ECDSA+SHA512:ed25519:ed448';
const signaturesForRsa =
	'rsa_pss_rsae_sha256:rsa_pss_rsae_sha384:rsa_pss_rsae_sha512:RSA+SHA256:RSA+SHA384:RSA+SHA512';

/** The chain that a client is shown who knows these signatures alone. TLS 1.3 sends it encrypted, so that it takes a handshake. */
const chainFor = (
	context: Listening,
	signatures: string,
): Promise<Observed<readonly X509Certificate[]>> =>
	observe(async () => {
		const connection = need(await context.dial());
		try {
			await needTls(context.target.engine, connection);
			const {certificates} = await secure(connection, {
				host: context.endpoint.host,
				ca: [],
				client: clientOf(context),
				lenient: true,
				signatures,
			});
			return seen(certificates);
		} finally {
			connection.close();
		}
	});

/** Asks for the other kind of key; what TLS 1.2 shows is among the hellos, and the answer is the chain that TLS 1.3 shows. */
const askForOther = async (
	context: Listening,
	own: X509Certificate,
	hellos: readonly Heard[],
	shaken: Observed<Pick<Handshake, 'best'>>,
): Promise<readonly X509Certificate[]> => {
	const isRsa = (own.publicKey.asymmetricKeyType ?? '').startsWith('rsa');
	const newest = shaken.seen && shaken.value.best.protocol === 'TLSv1.3';
	const older = (): boolean => hellos.some(({chosen}) => chosen !== null);
	// What has refused every hello for TLS 1.2 is not asked in TLS 1.2 once more.
	if (context.connectionsLeft() > 0 && (hellos.length === 0 || older() || !newest))
		await ask(context, 'tls12', isRsa ? suitesForCurves : suitesForRsa);
	if (context.connectionsLeft() === 0 || !newest || older()) return [];
	const chain = await chainFor(context, isRsa ? signaturesForCurves : signaturesForRsa);
	return chain.seen ? chain.value : [];
};

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
		readonly shaken: Observed<Pick<Handshake, 'best' | 'certificates'>>;
	},
): Promise<TlsFacts['alternatives']> => {
	const [own] = sent.seen ? sent.value : [];
	if (own === undefined || !context.wants(...certificateChecks)) return [];
	const other = await askForOther(context, own, hellos, shaken);
	const known = new Set([own.fingerprint256]);
	const chains = hellos.map(({certificates}) => certificatesOf(certificates));
	return [
		other,
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
