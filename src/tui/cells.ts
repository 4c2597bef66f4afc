/** Matches code points that take no cell: combining marks, joiners and variation selectors. */
const invisible = /\p{Mn}|\p{Me}|\u200d|[\ufe00-\ufe0f]/u;
/** East Asian wide and full-width characters and emoji drawn as pictures. */
const wide =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
/** The quick path: printable ASCII takes one cell a character. */
const ascii = /^[\x20-\x7e]*$/;

const cellOf = (character: string): number =>
	invisible.test(character) ? 0 : wide.test(character) ? 2 : 1;

/** How many terminal cells a text without line breaks takes. */
export const cells = (text: string): number => {
	if (ascii.test(text)) return text.length;
	let sum = 0;
	for (const character of text) sum += cellOf(character);
	return sum;
};

/** The longest beginning of `text` that takes at most `width` cells. */
export const cut = (text: string, width: number): string => {
	if (cells(text) <= width) return text;
	let used = 0;
	let kept = '';
	for (const character of text) {
		used += cellOf(character);
		if (used > width) break;
		kept += character;
	}
	return kept;
};

/** `text` in exactly `width` cells: filled with spaces, or cut with an ellipsis at its end. */
export const fit = (text: string, width: number, side: 'left' | 'right' = 'left'): string => {
	if (width <= 0) return '';
	const short = clip(text, width);
	const space = ' '.repeat(Math.max(0, width - cells(short)));
	return side === 'left' ? short + space : space + short;
};

/** A text in one line, cut with an ellipsis where it is longer. */
export const clip = (text: string, width: number): string =>
	cells(text) <= width ? text : `${cut(text, width - 1)}…`;

const pieces = (word: string, width: number): readonly string[] => {
	const parts: string[] = [];
	let rest = word;
	while (cells(rest) > width) {
		// A character wider than the column still has to go somewhere: one a line.
		const part = cut(rest, width) || (Array.from(rest)[0] ?? '');
		parts.push(part);
		rest = rest.slice(part.length);
	}
	return [...parts, rest];
};

/**
 * Breaks a text at spaces into lines of at most `width` cells; longer words are broken hard. Line breaks in the text
 * are kept; an empty text is one empty line.
 */
export const wrap = (text: string, width: number): readonly string[] => {
	const limit = Math.max(1, width);
	const lines: string[] = [];
	for (const paragraph of text.split('\n')) {
		let line = '';
		for (const word of paragraph.split(' ').filter(w => w !== '')) {
			const joined = line === '' ? word : `${line} ${word}`;
			if (cells(joined) <= limit) {
				line = joined;
				continue;
			}
			if (line !== '') lines.push(line);
			const parts = pieces(word, limit);
			lines.push(...parts.slice(0, -1));
			line = parts.at(-1) ?? '';
		}
		lines.push(line);
	}
	return lines;
};

/** Like `wrap`, in at most so many lines: the last one ends with an ellipsis where there is more. */
export const wrapAtMost = (text: string, width: number, most: number): readonly string[] => {
	const lines = wrap(text, width);
	if (lines.length <= most) return lines;
	return [...lines.slice(0, most - 1), clip(`${lines[most - 1] ?? ''} …`, Math.max(1, width))];
};
