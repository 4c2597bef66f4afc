import {findSecrets} from './find.js';
import type {FoundSecret} from './found.js';

/** A secret that was taken out: what it was and in which line it stood, never more. */
export type Redaction = {readonly kind: string; readonly line: number};

/** What stands where a secret was: it tells the kind, and its length says nothing about the secret. */
const marker = (kind: string): string => `[redacted: ${kind}]`;

const lineBreaks = /\r\n|\r|\n/g;

/** A text with a marker in the place of each finding; lines keep their numbers, because breaks inside a secret stay. */
export const redactFound = (
	text: string,
	found: readonly FoundSecret[],
): {readonly text: string; readonly redacted: readonly Redaction[]} => {
	const parts: string[] = [];
	const redacted: Redaction[] = [];
	let at = 0;
	let line = 1;
	for (const {kind, start, end} of found) {
		const before = text.slice(at, start);
		line += before.match(lineBreaks)?.length ?? 0;
		redacted.push({kind, line});
		const breaks = text.slice(start, end).match(lineBreaks) ?? [];
		line += breaks.length;
		parts.push(before, marker(kind), breaks.join(''));
		at = end;
	}
	return {text: [...parts, text.slice(at)].join(''), redacted};
};

/** A text without the secrets that dbvet's own rules find in it. */
export const redactSecrets = (
	text: string,
): {readonly text: string; readonly redacted: readonly Redaction[]} =>
	redactFound(text, findSecrets(text));
