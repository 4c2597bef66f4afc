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
		/** The statement that would let the scanner see, for example a GRANT. */
		grant: z.string().optional(),
		/** The query, message or file place that showed it. */
		source: z.string().optional(),
		remediation: z.string(),
	})
	.readonly();
export type Finding = z.infer<typeof Finding>;

/** What identifies a finding from run to run. */
export const findingKey = (finding: Pick<Finding, 'check' | 'endpoint' | 'object'>): string =>
	[finding.check, finding.endpoint, finding.object ?? ''].join(' ');
