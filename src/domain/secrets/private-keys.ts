import type {FoundSecret} from './found.js';

const bounds = /-----(?<edge>BEGIN|END) [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
/** What a line of a key is made of: base64, a header such as "Proc-Type: 4,ENCRYPTED", line breaks written as \n. */
const keyLine = /^(?:[ \t]*(?:[\w+/=\\]{1,200}|[A-Za-z-]{1,40}: [^\r\n]{0,200}|>[ \t]?))?[ \t]*$/;
/** The lines of the longest key that is in use. */
const maxLines = 300;

/** How many characters from `from` on are lines of a key whose last line is missing. */
const openEnd = (text: string, from: number, limit: number): number => {
	let at = from;
	for (let lines = 0; lines < maxLines && at < limit; lines += 1) {
		const newline = text.indexOf('\n', at);
		const end = newline < 0 || newline > limit ? limit : newline;
		const line = text.slice(at, Math.min(end, at + 20_000));
		if (lines > 0 && !keyLine.test(line.replace(/\r$/, '').slice(0, 400))) break;
		at = end;
		if (newline >= 0 && newline < limit) at += 1;
	}
	// A line break behind the last line belongs to the text.
	return text[at - 1] === '\n' && at > from ? at - 1 : at;
};

/**
 * Private keys in PEM form, from the first to the last line, encrypted ones too. A key whose last line is missing reaches as
 * far as its lines look like one.
 */
export const privateKeys = (text: string): readonly FoundSecret[] => {
	const marks = [...text.matchAll(bounds)];
	return marks.flatMap((mark, index) => {
		if (mark.groups?.edge !== 'BEGIN') return [];
		const inside = mark.index + mark[0].length;
		const next = marks[index + 1];
		const end =
			next?.groups?.edge === 'END'
				? next.index + next[0].length
				: openEnd(text, inside, next?.index ?? text.length);
		return [{kind: 'private key', start: mark.index, end}];
	});
};
