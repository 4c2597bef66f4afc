import * as z from 'zod';

/** What a check concluded. `unknown` is never shown or counted as `pass`. */
export const Outcome = z.enum(['pass', 'fail', 'not-applicable', 'unknown', 'error']);
export type Outcome = z.infer<typeof Outcome>;

/** Why a check could not look: a closed list, promised in the JSON report. */
export const Reason = z.enum([
	'name-not-resolved',
	'connection-refused',
	'connection-timeout',
	'connection-closed',
	'tls-handshake-failed',
	'certificate-not-verified',
	// A Unix socket that anybody on the machine may have made.
	'socket-not-verified',
	// The server listens at an address that the target does not name.
	'address-not-declared',
	'authentication-failed',
	'no-credentials',
	'permission-denied',
	'hidden-by-provider',
	'timed-out',
	'limit-exceeded',
	'unexpected-reply',
	'unsupported-version',
	'client-cannot-offer',
	'file-unreadable',
	'file-invalid',
	'offline',
	'cancelled',
	// Never in a report: the record says it of a pass by a limit that the profiles have changed since.
	'other-limit',
	'internal-error',
]);
export type Reason = z.infer<typeof Reason>;

/** A pass, a fail or a not-applicable settles a check; unknown and error do not. */
export const isConclusive = (outcome: Outcome): boolean =>
	outcome === 'pass' || outcome === 'fail' || outcome === 'not-applicable';
