/**
 * Text from a server or a user, made safe to show: control characters (terminal escapes among them), bidirectional
 * overrides, zero-width characters and line separators become visible `\u{...}` marks, line breaks and tabs a space;
 * at most `max` characters are kept.
 */
export const plainText = (text: string, max = 400): string => {
	const flat = text.replace(/[\r\n\t]+/g, ' ').replace(
		// eslint-disable-next-line no-control-regex -- control characters are just what is looked for.
		/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb]/gu,
		c => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`,
	);
	const characters = Array.from(flat);
	return characters.length <= max ? flat : `${characters.slice(0, max - 1).join('')}…`;
};
