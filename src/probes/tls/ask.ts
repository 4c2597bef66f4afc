import {createECDH, generateKeyPairSync, randomBytes} from 'node:crypto';
import {seen, unseen, type Observed} from '../engine/check.js';
import {need, observe} from '../engine/connection.js';
import type {CollectContext} from '../engine/family.js';
import {clientHello, wireVersion, type Version} from '../wire/client-hello.js';
import {maxFlight, readFlight, type Flight} from '../wire/flight.js';
import type {Greeting} from '../wire/greet-mysql.js';
import {createReader} from '../wire/reader.js';
import {askForTls} from '../wire/way-into-tls.js';

/** An own hello is answered within a round trip or two. */
const askLifeMs = 3_000;

/** Alerts that mean "not with these versions or suites"; any other may be the fault of our own bytes. */
const refusals: readonly number[] = [
	40, // handshake_failure
	70, // protocol_version
	71, // insufficient_security
	80, // internal_error: what PostgreSQL with OpenSSL 3 sends when its security level forbids the version
];

type Unseen = Extract<Observed<never>, {readonly seen: false}>;

export type Answer = {readonly greeting?: Greeting} & (
	| Extract<Flight, {readonly kind: 'accepted'}>
	| {readonly kind: 'refused'; readonly alert: number}
	/** An alert that says nothing of versions or suites: TLS is spoken, and the question stays open. */
	| {readonly kind: 'alert'; readonly alert: number}
	| {readonly kind: 'declined'}
);

/** What was offered in TLS 1.2, in the order of the client, and what was chosen; null when it was refused. */
export type Heard = {
	readonly offered: readonly number[];
	readonly chosen: number | null;
	/** The certificates that came with the choice. */
	readonly certificates?: readonly Buffer[];
};

/** A context that is told what became of each hello for TLS 1.2. */
export type Listening = CollectContext & {readonly heard?: (hello: Heard) => void};

/** Undefined for an answer that says nothing of suites of TLS 1.2. */
export const heardOf = (offered: readonly number[], answer: Answer): Heard | undefined => {
	if (answer.kind === 'refused') return {offered, chosen: null};
	if (answer.kind !== 'accepted' || answer.hello.version !== wireVersion.tls12) return undefined;
	const {hello, certificates = []} = answer;
	return {offered, chosen: hello.suite, certificates};
};

/** The reason for an answer that leaves the question open. */
export const openAnswer = (
	answer: Exclude<Answer, {readonly kind: 'accepted' | 'refused'}>,
): Unseen =>
	answer.kind === 'alert'
		? unseen('tls-handshake-failed', {detail: `TLS alert ${answer.alert}`})
		: unseen('unexpected-reply', {detail: 'the server answered that it has no TLS'});

/** Fresh public keys for a TLS 1.3 hello: X25519 and P-256. */
const freshKeys = (): {readonly x25519: Buffer; readonly p256: Buffer} => {
	const spki = generateKeyPairSync('x25519').publicKey.export({type: 'spki', format: 'der'});
	// The raw key is the last 32 bytes of the SubjectPublicKeyInfo (RFC 8410).
	return {x25519: spki.subarray(-32), p256: createECDH('prime256v1').generateKeys()};
};

/**
 * Asks for TLS on a new connection and sends one hello of our own. `declined`: the server said that it has none. A refusal counts only
 * by an alert that speaks of versions or suites; a connection that just closes proves nothing and is unseen. `giveUp`
 * ends the wait when it resolves.
 */
export const ask = (
	context: Listening,
	version: Version,
	suites: readonly number[],
	{
		giveUp,
		heartbeat = false,
		name,
	}: {
		readonly giveUp?: Promise<unknown>;
		readonly heartbeat?: boolean;
		/** Asked for instead of the endpoint's own name; what is heard then is told to nobody. */
		readonly name?: string;
	} = {},
): Promise<Observed<Answer>> =>
	observe(async () => {
		const connection = need(await context.dial({lifeMs: askLifeMs}));
		void giveUp?.then(() => connection.close());
		try {
			const {answer, ...more} = await askForTls(context.target.engine, connection);
			if (answer === 'declined') return seen<Answer>({kind: 'declined', ...more});
			const hello = clientHello({
				version,
				suites,
				host: name ?? context.endpoint.host,
				random: randomBytes(32),
				heartbeat,
				...(version === 'tls13' ? {keys: freshKeys()} : {}),
			});
			connection.socket.write(hello);
			const source = {stream: connection.socket, failure: connection.failure};
			const flight = await readFlight(createReader(source, maxFlight));
			const heard = version === 'tls12' ? heardOf(suites, flight) : undefined;
			if (heard !== undefined && name === undefined) context.heard?.(heard);
			return seen<Answer>(
				flight.kind === 'refused' && !refusals.includes(flight.alert)
					? {kind: 'alert', alert: flight.alert, ...more}
					: {...flight, ...more},
			);
		} finally {
			connection.close();
		}
	});
