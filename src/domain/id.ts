import {createHash} from 'node:crypto';
import * as z from 'zod';

/** An id of our own content: lower-case words joined by hyphens, also dots inside check ids. */
export const Slug = z
	.string()
	.regex(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/, 'lower-case words joined by hyphens');

/** The name a person gives to a target: shown everywhere, may change, unique among live targets. */
export const Name = z
	.string()
	.regex(
		/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/,
		'1 to 64 letters from a to z (small or capital), digits, dots, hyphens or underscores, beginning and ending with a letter or digit',
	);

/** SHA-256 as 64 lower-case hex digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex');

/** An instant, ISO 8601 in UTC, for example 2026-11-22T03:00:00.000Z. */
export const Instant = z.iso.datetime();

/** A calendar day, for example 2026-11-22. */
export const Day = z.iso.date();

/** SHA-256 in hex of text (UTF-8) or bytes. */
export const sha256 = (data: string | Uint8Array): string =>
	createHash('sha256').update(data).digest('hex');

/**
 * JSON with sorted keys and without undefined members, so that equal values have equal text and equal hashes.
 * Arrays keep their order.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

const sorted = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).filter(([, v]) => v !== undefined);
	entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
	return Object.fromEntries(entries.map(([k, v]) => [k, sorted(v)]));
};
