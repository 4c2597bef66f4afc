import type {Problem} from './problem.js';

/** What could not be read of the content: whatever is said to be missing, unused or alone may stand there. */
export type Unread = {
	/** The names in it, as far as there are any. */
	readonly names: ReadonlySet<string>;
	/** It may hold other names as well, because nobody can tell what stands there. */
	readonly blind: boolean;
};

/** Something that nobody can look into. */
export const blindSpot: Unread = {names: new Set(), blind: true};

/** Every text and every key of a value, however deep. */
const textsIn = (value: unknown): readonly string[] => {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return [
		...(Array.isArray(value) ? [] : Object.keys(value)),
		...Object.values(value).flatMap(textsIn),
	];
};

/** True where an id is not a text, so that what YAML made of it may not be what stands there. */
export const hasOddId = (value: unknown): boolean =>
	typeof value === 'object' &&
	value !== null &&
	(('id' in value && typeof value.id !== 'string') || Object.values(value).some(hasOddId));

/** Data that does not match its schema. */
export const unreadData = (data: unknown): Unread => ({
	names: new Set(textsIn(data)),
	blind: hasOddId(data),
});

/** A text that does not parse: every word of it may be an id, and it may be cut short. */
export const unreadText = (text: string): Unread => ({
	names: new Set(text.match(/[A-Za-z0-9][\w.-]*/g) ?? []),
	blind: true,
});

/** All of several things that could not be read. */
export const unreadAll = (parts: readonly Unread[]): Unread => ({
	names: new Set(parts.flatMap(({names}) => [...names])),
	blind: parts.some(({blind}) => blind),
});

/** Follow-ups to "partly" go with the question that they are derived from. */
const derivedFrom = (name: string): string => name.replace(/-(?:instead|owner|until)$/, '');

const suggestion = /; did you mean .*$/;
const quoted = /"([^"]+)"/g;

/** The ids that a problem is about: every rule quotes them. What it suggests instead is not one of them. */
const about = ({message}: Problem): readonly string[] =>
	[...message.replace(suggestion, '').matchAll(quoted)].flatMap(m => m[1] ?? []);

/** Problems that say what is not there, of which nobody can be sure who has not seen everything; a slip of the pen still is one. */
const saysMissing = ({message}: Problem): boolean =>
	!suggestion.test(message) && /\b(?:no|never|nothing|missing)\b/.test(message.replace(quoted, ''));

/**
 * The errors among some problems that hold whatever stands in what could not be read. What is only doubtful can wait until everything can be
 * read. With nothing unread all problems hold.
 */
export const judgeable = (
	problems: readonly Problem[],
	{names, blind}: Unread,
): readonly Problem[] =>
	names.size === 0 && !blind
		? problems
		: problems.filter(
				p =>
					p.severity === 'error' &&
					!(blind && saysMissing(p)) &&
					!about(p).some(name => names.has(name) || names.has(derivedFrom(name))),
			);
