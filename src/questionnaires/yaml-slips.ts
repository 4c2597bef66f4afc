/** What the parser found wrong, from one index of the text to another. */
export type Found = {
	readonly code: string;
	readonly message: string;
	readonly pos: readonly [number, number];
};

/** A fault in words, at an index of the text. */
export type Fault = {readonly at: number; readonly message: string};

export const missingSpace = 'a space is missing after the colon';
export const otherIndent = 'this line is indented differently from the one before';
/** A key at the begin of a line, or of what stands in braces, with its value right behind the colon. */
const glued = /^([ \t]*(?:- +)?["']?[A-Za-z][\w.-]{0,99}["']?:)(?![ \t/]|$)/;

/** Where in a line the space is missing, counted from its begin, or undefined where it is not. */
const gluedAt = (line: string): number | undefined => glued.exec(line)?.[1]?.length;

/** A key and its value that were written without a space between them, as `yes` in "tls:yes"; undefined for every other text. */
export const gluedKey = (text: string): string | undefined =>
	gluedAt(text) === undefined ? undefined : text.slice(0, text.indexOf(':')).trim();

/** Each line of a stretch of text in which the space behind a colon is missing. */
export const gluedLines = (text: string, from: number, to: number): readonly Fault[] => {
	// The stretch may begin behind the indentation of its first line.
	let at = text.lastIndexOf('\n', from - 1) + 1;
	return text
		.slice(at, to)
		.split('\n')
		.flatMap(line => {
			const column = gluedAt(line.replace(/\r$/, ''));
			const start = at;
			at += line.length + 1;
			return column === undefined ? [] : [{at: start + column, message: missingSpace}];
		});
};

/** The first line below that says something, if it stands further in than the line with the index `at`. */
const deeperLine = (text: string, at: number): Fault | undefined => {
	const begin = text.lastIndexOf('\n', at - 1) + 1;
	const [own = '', ...below] = text.slice(begin).split('\n', 50);
	let start = begin + own.length + 1;
	for (const line of below) {
		const words = line.search(/[^ \r]/);
		if (words < 0 || line[words] === '#') {
			start += line.length + 1;
			continue;
		}
		// A text that holds ": " stands on the line itself.
		const deeper = words > own.search(/[^ ]/) && /^[^#]*:(?:\s|$)/.test(line);
		return deeper && !/: \S.*: /.test(own) ? {at: start + words, message: otherIndent} : undefined;
	}
	return undefined;
};

/** Where the next words stand that are no comment. */
const firstWords = (text: string, from: number): number => {
	const skip = /(?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*/y;
	skip.lastIndex = from;
	return from + (skip.exec(text)?.[0].length ?? 0);
};

/** What people slip on most, told as what they did; undefined where the parser's own words have to do. */
export const slipsOf = (
	text: string,
	{code, message, pos}: Found,
): readonly Fault[] | undefined => {
	const [from, to] = pos;
	switch (code) {
		case 'MULTILINE_IMPLICIT_KEY':
		case 'MISSING_CHAR': {
			if (code === 'MISSING_CHAR' && !message.startsWith('Implicit map keys')) return undefined;
			const lines = gluedLines(text, from, to);
			return lines.length > 0
				? lines
				: [
						{
							at: from,
							message: 'a colon and a space are missing on this line, between a key and its value',
						},
					];
		}
		case 'BAD_INDENT': {
			return [{at: firstWords(text, from), message: otherIndent}];
		}
		case 'BLOCK_AS_IMPLICIT_KEY': {
			if (message.startsWith('A block sequence')) {
				return [
					{
						at: firstWords(text, from),
						message: 'a list ("- …") begins here, between keys; take it out or indent it',
					},
				];
			}
			const deeper = deeperLine(text, from);
			return deeper === undefined ? undefined : [deeper];
		}
		default:
			return undefined;
	}
};
