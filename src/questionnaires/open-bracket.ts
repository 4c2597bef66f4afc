import type {Fault, Found} from './yaml-slips.js';

const closers: Readonly<Record<string, string>> = {'[': ']', '{': '}'};

/** The text with what stands in quotes or behind a "#" made blank, so that a bracket in there counts for nothing. */
const withoutTexts = (text: string): string =>
	text.replace(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|(?<=^|\s)#.*$/gm, found => ' '.repeat(found.length));

/** Where the bracket at an index is closed; undefined where it never is. */
const closedAt = (text: string, from: number): number | undefined => {
	let depth = 0;
	for (let at = from; at < text.length; at++) {
		const sign = text[at] ?? '';
		if (sign in closers) depth++;
		else if (sign === ']' || sign === '}') {
			depth--;
			if (depth === 0) return at;
		}
	}
	return undefined;
};

/** The last bracket before an index that is still open there. */
const openBefore = (text: string, end: number): number | undefined => {
	let depth = 0;
	for (let at = end - 1; at >= 0; at--) {
		const sign = text[at] ?? '';
		if (sign === ']' || sign === '}') depth++;
		else if (sign in closers) {
			if (depth === 0) return at;
			depth--;
		}
	}
	return undefined;
};

/**
 * The bracket that is never closed, where the parser says that a list or group in brackets is not indented enough: to it the next key looks
 * like a part of the list. Undefined where the bracket is closed further down, and the indentation is what is wrong.
 */
export const openBracket = (text: string, found: readonly Found[]): Fault | undefined => {
	const fault = found.find(f => f.code === 'BAD_INDENT' && f.message.startsWith('Flow'));
	const [first] = found;
	if (fault === undefined || first === undefined) return undefined;
	if (found.some(f => f.message.startsWith('Maximum call stack'))) return undefined;
	const bare = withoutTexts(text);
	const at = openBefore(bare, fault.pos[0]);
	// What is wrong before the bracket is told first.
	if (at === undefined || at > first.pos[0] || closedAt(bare, at) !== undefined) return undefined;
	const sign = bare[at] ?? '';
	return {at, message: `this "${sign}" is not closed: a "${closers[sign] ?? ''}" is missing`};
};
