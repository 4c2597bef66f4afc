import type {Identity} from '../../domain/target.js';
import {seen, unseen, type Observed} from '../engine/check.js';
import {need, observe, WireFailure} from '../engine/connection.js';
import type {CollectContext} from '../engine/family.js';
import {command, readReply} from '../wire/resp.js';
import {createReader} from '../wire/reader.js';
import {secure, type Secured} from '../wire/secure.js';
import {needTls} from '../wire/way-into-tls.js';
import {askSecured, clientOf, type Attempt} from './collect-identities.js';
import {isRedis} from './engines.js';
import type {MtlsAnswer, MtlsFacts, TlsFacts} from './facts.js';
import {describeRefusal, isTurnedAway} from './turned-away.js';

const maxReply = 16_384;

/** An answer to PING inside TLS, whatever it says; a server that insists on a certificate ends the connection instead. */
const pingSecured = (
	context: CollectContext,
	client: ReturnType<typeof clientOf>,
): Promise<Observed<true>> =>
	observe(async () => {
		const connection = need(await context.dial());
		let secured: Secured | undefined;
		try {
			await needTls(context.target.engine, connection);
			const {host} = context.endpoint;
			secured = await secure(connection, {host, ca: [], client, lenient: true});
			secured.socket.write(command('PING'));
			const stream = secured.socket;
			await readReply(createReader({stream, failure: connection.failure}, maxReply));
			return seen(true as const);
		} catch (error) {
			const why = secured?.brokenBy();
			throw why === undefined ? error : new WireFailure('tls-handshake-failed', why);
		} finally {
			connection.close();
		}
	});

/** TLS 1.3 lets a client finish its handshake before the server says what it thinks of its certificate. */
const isAlert = (fact: Observed<unknown>): boolean =>
	!fact.seen && fact.reason === 'tls-handshake-failed' && (fact.detail ?? '').includes('ALERT');

const ofRedis = async (context: CollectContext): Promise<Observed<MtlsFacts>> => {
	const known = await pingSecured(context, clientOf(context));
	if (!known.seen) return known;
	const stranger = await pingSecured(context, undefined);
	if (stranger.seen) return seen('admitted');
	return isAlert(stranger) ? seen('refused') : stranger;
};

const ofUser = async (
	context: CollectContext,
	user: Identity,
	known: Observed<Attempt>,
): Promise<Observed<MtlsFacts>> => {
	const stranger = await askSecured(context, user, 'none');
	if (stranger.seen && stranger.value.reply.kind === 'authentication') return seen('admitted');
	if (!known.seen) return known;
	// Who is not let in with the certificate either is no witness of what it is good for.
	if (known.value.reply.kind === 'error')
		return unseen('permission-denied', {
			detail: 'with the certificate the user is not let in either',
		});
	if (!stranger.seen) return isAlert(stranger) ? seen('refused') : stranger;
	const {reply} = stranger.value;
	return isTurnedAway(reply)
		? seen('refused')
		: unseen('unexpected-reply', {
				detail: `without a certificate: ${reply.kind === 'error' ? describeRefusal(reply) : reply.kind}`,
			});
};

/**
 * Tries to get as far without the client certificate as with it. Null when the target declares none; servers of the MySQL
 * protocol ask for it account by account and only after the password, so that nothing can be seen of them.
 * @param known what each of these users was told with the certificate
 * @param left users for whom there is no connection in this run
 */
export const collectMtls = async (
	context: CollectContext,
	users: readonly Identity[],
	known: readonly Observed<Attempt>[],
	left: readonly MtlsAnswer[],
): Promise<TlsFacts['mtls']> => {
	const {client} = context.trust;
	if (client === undefined || !context.wants('tls-mtls-enforced')) return null;
	if (!client.seen) return client;
	if (isRedis(context.target.engine)) return seen([{answer: await ofRedis(context)}]);
	if (users.length === 0)
		return unseen('no-credentials', {detail: 'no user is declared to ask for'});
	const asked = await Promise.all(
		users.map(async (user, at) => {
			const withIt = known[at] ?? unseen('limit-exceeded');
			return {user, answer: await ofUser(context, user, withIt)};
		}),
	);
	return seen([...asked, ...left]);
};
