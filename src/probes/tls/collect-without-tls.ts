import {unseen} from '../engine/check.js';
import type {CollectContext} from '../engine/family.js';
import {blindFacts} from './blind.js';
import {
	applicationsFirst,
	askInClear,
	distinctIdentities,
	joinIdentity,
} from './collect-identities.js';
import {askMysqlInClear} from './collect-mysql.js';
import type {IdentityFacts, TlsFacts} from './facts.js';

/** Each user costs two connections; those beyond this number are left to another run. */
const maxIdentities = 3;

export const notTried = unseen('limit-exceeded', {
	detail: `only ${maxIdentities} users are tried in one run, applications first and the scanner last`,
});
const noTls = unseen('tls-handshake-failed', {detail: 'the server does not offer TLS'});

type Identities = CollectContext['target']['identities'];

/** The users that are looked at, and the facts of those that are too many. */
export const share = (
	context: CollectContext,
): {readonly tried: Identities; readonly left: readonly IdentityFacts[]} => {
	const {engine, identities} = context.target;
	const all = engine === 'postgresql' ? applicationsFirst(distinctIdentities(identities)) : [];
	return {
		tried: all.slice(0, maxIdentities),
		left: all.slice(maxIdentities).map(one => joinIdentity(context, one, notTried, notTried)),
	};
};

/** Without TLS only one question is left: who is let in without it. A server that hangs is not asked again. */
export const collectWithoutTls = async (
	context: CollectContext,
	{offered, greeting}: Pick<TlsFacts, 'offered' | 'greeting'>,
): Promise<TlsFacts> => {
	const why = offered.seen ? noTls : offered;
	const {tried, left} = share(context);
	const hangs =
		!offered.seen && ['timed-out', 'cancelled', 'limit-exceeded'].includes(offered.reason);
	const asks = !hangs && context.wants('tls-plaintext-refused', 'pg-wire-auth-method');
	const clear = asks ? await Promise.all(tried.map(one => askInClear(context, one))) : [];
	const joined = tried.map((one, at) => joinIdentity(context, one, clear[at] ?? why, why));
	const asksMysql = !hangs && context.wants('mysql-wire-plaintext-refused');
	return {
		...blindFacts(context.target.engine, context.endpoint.host, why),
		offered,
		identities: [...joined, ...left],
		greeting,
		mysqlClear: asksMysql ? await askMysqlInClear(context) : why,
		pin: context.trust.pin ?? null,
	};
};
