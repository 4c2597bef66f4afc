import {setTimeout} from 'node:timers/promises';
import {seen, type Observed} from '../engine/check.js';
import {need, observe} from '../engine/connection.js';
import type {CollectContext} from '../engine/family.js';
import {command, readReply} from '../wire/resp.js';
import {createReader} from '../wire/reader.js';
import {modernSuites, suitesOf} from '../wire/suites.js';
import {ask, type Answer} from './ask.js';
import {isRedis} from './engines.js';
import {distinctIdentities} from './collect-identities.js';
import type {Suites} from './collect-versions.js';
import {isOffered} from './interpret.js';
import {searchSuites} from './search-suites.js';

/** A TLS port of Redis answers a hello at once; after this time without an answer it is asked in clear, in milliseconds. */
const patienceMs = 400;
/** A port that answered in clear has this many milliseconds left to show that it speaks TLS as well. */
const graceMs = 1_000;
const clearMs = 2_000;
const maxReply = 16_384;
/** The scanner and one application. */
const usualUsers = 2;

/** Whether the port obeys the protocol of Redis without TLS; a refusal in its words is obedience too. */
const speaksRedis = async (context: CollectContext): Promise<boolean> => {
	const reply = await observe(async () => {
		const connection = need(await context.dial({lifeMs: clearMs}));
		const {socket, failure} = connection;
		try {
			socket.write(command('PING'));
			return seen(await readReply(createReader({stream: socket, failure}, maxReply)));
		} finally {
			connection.close();
		}
	});
	if (!reply.seen) return false;
	const {value} = reply;
	return value.kind === 'error' || (value.kind === 'text' && value.text === 'PONG');
};

type First = {
	readonly first: Observed<Answer>;
	readonly offered: Observed<boolean>;
	/** What the first hellos told of weak suites. */
	readonly known: Suites;
};

/**
 * Redis does not say that it has no TLS: it waits for the rest of what it takes for a command. So a hello without an answer is
 * followed by a PING in clear, and only an answer to that shows that there is no TLS.
 */
const askRedisFirst = async (context: CollectContext, hello: Hello): Promise<First> => {
	const answered = new AbortController();
	const asksInClear = async (): Promise<boolean> => {
		if (!context.options.plaintextTest) return false;
		await setTimeout(patienceMs, undefined, {signal: answered.signal, ref: false});
		return speaksRedis(context);
	};
	const inClear = asksInClear().catch(() => false);
	const hopeless = inClear.then(async clear => {
		if (!clear) return new Promise<never>(() => undefined);
		return setTimeout(graceMs, undefined, {ref: false});
	});
	const first = await hello(hopeless);
	if (first.seen) {
		answered.abort();
		return {first, offered: isOffered(first), known: {}};
	}
	// A port that closes at once was not asked in clear yet; the answer is the one thing that can settle it.
	return {first, offered: (await inClear) ? seen(false) : first, known: {}};
};

type Hello = (giveUp?: Promise<unknown>) => Promise<Observed<Answer>>;

/** The first hello, for TLS 1.2 with forward secrecy, and whether TLS is offered at all. */
export const askFirst = async (context: CollectContext): Promise<First> => {
	const hello: Hello = giveUp =>
		ask(context, 'tls12', [...modernSuites, ...suitesOf.cbc], {
			heartbeat: true,
			...(giveUp === undefined ? {} : {giveUp}),
		});
	if (isRedis(context.target.engine)) return askRedisFirst(context, hello);
	// Users take connections of PostgreSQL, so that there each hello has to ask for more than one thing.
	const asksSuites = context.wants('tls-ciphers-weak', 'tls-dh-group', 'tls-server-preference');
	if (context.target.engine === 'postgresql' && asksSuites) {
		const {spoken, ...found} = await searchSuites(
			context,
			distinctIdentities(context.target.identities).length > usualUsers,
		);
		return {...found, offered: isOffered(spoken)};
	}
	const first = await hello();
	return {first, offered: isOffered(first), known: {}};
};
