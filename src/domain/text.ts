const unsafe =
	// eslint-disable-next-line no-control-regex -- control characters are just what is looked for.
	/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

const mark = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/**
 * Text of several lines, made safe to print: line breaks and tabs stay; control characters (terminal escapes among them),
 * bidirectional overrides, zero-width characters and line separators become visible `\u{...}` marks.
 */
export const printableText = (text: string): string =>
	text.replace(unsafe, character =>
		character === '\n' || character === '\t' ? character : mark(character),
	);

/**
 * Text from a server or a user, made safe to show in one line: as `printableText`, with line breaks and tabs a space; at most
 * `max` characters are kept.
 */
export const plainText = (text: string, max = 400): string => {
	const flat = printableText(text.replace(/[\r\n\t]+/g, ' '));
	// No text has more characters than UTF-16 units, and few are that long.
	if (flat.length <= max) return flat;
	const characters = Array.from(flat);
	return characters.length <= max ? flat : `${characters.slice(0, max - 1).join('')}…`;
};

/** As `plainText`, and whole however long: for texts of the content and of ours, which mean something else when cut. */
export const wholeText = (text: string): string => plainText(text, Number.MAX_SAFE_INTEGER);

/** JSON with the same characters as escapes, so that printing it to a terminal is safe as well; it reads back the same. */
export const printableJson = (value: unknown): string =>
	JSON.stringify(value, null, 2).replace(unsafe, character =>
		character === '\n'
			? character
			: `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
	);
