import type {Redaction} from './redact.js';

/** Secrets of one kind, with the lines in which the first of them stood. */
export type RedactedKind = {
	readonly kind: string;
	readonly count: number;
	readonly lines: readonly number[];
};

/** So many lines are named; a dump full of hashes would fill the record otherwise. */
const maxLines = 20;

/** What was taken out, by kind, in the order of its first line. */
export const byKind = (redacted: readonly Redaction[]): readonly RedactedKind[] => {
	const kinds = new Map<string, {count: number; lines: Set<number>}>();
	for (const {kind, line} of redacted) {
		const known = kinds.get(kind) ?? {count: 0, lines: new Set()};
		known.count += 1;
		if (known.lines.size < maxLines) known.lines.add(line);
		kinds.set(kind, known);
	}
	return [...kinds].map(([kind, {count, lines}]) => ({kind, count, lines: [...lines]}));
};

/** "line 3", "lines 3, 9", "lines 3, 9, … (12 in all)". */
export const linesWords = ({count, lines}: RedactedKind): string =>
	`${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${count > lines.length ? ` (${count} in all)` : ''}`;

/** What to tell somebody who wrote a secret into an answer or a note. */
export const redactedSentence = (redacted: readonly Redaction[]): string => {
	const kinds = byKind(redacted).map(({kind}) => kind);
	return `Not kept: ${kinds.join(', ')}. A marker stands in its place; the rest is saved. Keep secrets in a vault, and write where instead.`;
};
