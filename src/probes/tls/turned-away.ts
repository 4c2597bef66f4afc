import type {StartupReply} from '../wire/postgres.js';

type Refusal = Extract<StartupReply, {readonly kind: 'error'}>;

/** What PostgreSQL says when no rule lets the connection in; the words beside it are translated and prove nothing. */
export const refusedState = '28000';
/** Where the server looks for a rule and finds none, or one that rejects (PostgreSQL's auth.c). */
const ruleLookup = 'ClientAuthentication';

/** What PgBouncer says of everything that it does not like. */
const poolerState = '08P01';
/**
 * The words by which PgBouncer turns a connection away before it asks for a proof: for want of TLS (client_tls_sslmode), or because
 * no line of its auth_hba_file takes it (client.c, heard from 1.18 and 1.26). It translates nothing, and names no function.
 */
const poolerWords: ReadonlySet<string> = new Set([
	'SSL required',
	'login rejected',
	'no authentication method is found',
]);

/** True for a refusal of PgBouncer that comes before anybody is asked for a proof. */
const isOfPooler = ({sqlstate, message, routine}: Refusal): boolean =>
	sqlstate === poolerState && routine === undefined && poolerWords.has(message);

/**
 * True for the answer of a server none of whose rules takes the connection. The same SQLSTATE comes after a rule that does take
 * it: when an ident server does not vouch for the user, or no role has the name. Only the function that gave up tells them
 * apart; a pooler, which names none, is believed.
 */
export const isTurnedAway = (reply: StartupReply): boolean =>
	reply.kind === 'error' &&
	((reply.sqlstate === refusedState &&
		(reply.routine === undefined || reply.routine === ruleLookup)) ||
		isOfPooler(reply));

/** A refusal for a person: what was said, and where PgBouncer says it what it means. */
export const describeRefusal = (reply: Refusal): string => {
	if (isOfPooler(reply)) return `SQLSTATE ${poolerState} (${reply.message})`;
	if (reply.sqlstate !== refusedState) return `SQLSTATE ${reply.sqlstate}`;
	return isTurnedAway(reply)
		? `SQLSTATE ${refusedState}`
		: `SQLSTATE ${refusedState} after a rule had taken the connection`;
};
