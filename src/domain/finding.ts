import * as z from 'zod';
import {Slug} from './id.js';
import {Outcome, Reason} from './outcome.js';
import {Severity} from './severity.js';

/**
 * A check's outcome on one endpoint and, where it has one, one object (role, table, certificate, user and database).
 * All texts are plain and already free of control characters.
 */
export const Finding = z
	.strictObject({
		check: Slug,
		/** `host:port` of the endpoint that was looked at; IPv6 as `[::1]:5432`. */
		endpoint: z.string(),
		object: z.string().optional(),
		outcome: Outcome,
		severity: Severity,
		title: z.string(),
		observed: z.string(),
		expected: z.string(),
		/** Present exactly when the outcome is `unknown` or `error`. */
		reason: Reason.optional(),
		/** The statement that would let the scanner see, for example a GRANT; `splitGrant` tells why not to give it. */
		grant: z.string().optional(),
		/**
		 * The query, command or message that showed it; of what could not be seen, what would show it (`splitSource`). Runs that
		 * an older dbvet kept may have none.
		 */
		source: z.string().optional(),
		remediation: z.string(),
	})
	.readonly();
export type Finding = z.infer<typeof Finding>;

/** What identifies a finding from run to run. */
export const findingKey = (finding: Pick<Finding, 'check' | 'endpoint' | 'object'>): string =>
	[finding.check, finding.endpoint, finding.object ?? ''].join(' ');

/** Between a grant and why it should not be given: an SQL comment, so that the caution stays with what is pasted. */
const cautionMark = '; -- ';

/** A grant that exists and should not be given, with what to do instead, as one text for `grant` of a finding. */
export const grantWithCaution = (statement: string, caution: string): string =>
	`${statement.replace(/;$/, '')}${cautionMark}${caution}`;

/** Takes the statement and the caution of a `grant` apart; a grant that may be given has no caution. */
export const splitGrant = (
	grant: string,
): {readonly statement: string; readonly caution?: string} => {
	const at = grant.lastIndexOf(cautionMark);
	return at < 0
		? {statement: grant}
		: {statement: grant.slice(0, at + 1), caution: grant.slice(at + cautionMark.length)};
};

/** Before what would show a thing that was not seen. */
const wouldShow = 'would be shown by: ';

/** The `source` of what was not seen: what would show it, after the message that told why it could not, if there was one. */
export const openSource = (query: string, message?: string): string =>
	message === undefined ? `${wouldShow}${query}` : `${message}; ${wouldShow}${query}`;

/** Takes a `source` apart: the message that told why nothing was seen, and the query that showed or would show it. */
export const splitSource = (
	source: string,
): {readonly message?: string; readonly query: string; readonly seen: boolean} => {
	const at = source.indexOf(wouldShow);
	if (at < 0) return {query: source, seen: true};
	const query = source.slice(at + wouldShow.length);
	return at === 0
		? {query, seen: false}
		: {message: source.slice(0, at).replace(/; $/, ''), query, seen: false};
};
