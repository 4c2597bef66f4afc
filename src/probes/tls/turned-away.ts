import type {StartupReply} from '../wire/postgres.js';

/** What PostgreSQL says when no rule lets the connection in; the words beside it are translated and prove nothing. */
export const refusedState = '28000';
/** Where the server looks for a rule and finds none, or one that rejects (PostgreSQL's auth.c). */
const ruleLookup = 'ClientAuthentication';

/**
 * True for the answer of a server none of whose rules takes the connection. The same SQLSTATE comes after a rule that does take
 * it: when an ident server does not vouch for the user, or no role has the name. Only the function that gave up tells them
 * apart; a pooler, which names none, is believed.
 */
export const isTurnedAway = (reply: StartupReply): boolean =>
	reply.kind === 'error' &&
	reply.sqlstate === refusedState &&
	(reply.routine === undefined || reply.routine === ruleLookup);

/** What such an answer leaves open, for a person. */
export const describeRefusal = (reply: Extract<StartupReply, {readonly kind: 'error'}>): string =>
	reply.sqlstate === refusedState
		? `SQLSTATE ${refusedState} after a rule had taken the connection`
		: `SQLSTATE ${reply.sqlstate}`;
