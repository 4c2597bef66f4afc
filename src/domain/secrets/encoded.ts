import type {FoundSecret} from './found.js';
import {beginsAsKey} from './key-bytes.js';

/** Base64 within base64 within base64; each level holds at most three quarters of the one around it, so that the sum is bounded. */
const maxDepth = 3;
/** "a://b:c@d" already takes more. What is shorter and means something stands in a Kubernetes Secret or behind a word. */
const run = /(?<![\w+/-])[\w+/-]{20}/g;
const otherSign = /[^\w+/-]/g;
/** The next line of what was broken into lines, as lines or as \n in a string; nothing else may stand on it. */
const nextLine =
	/(?:\r?\n[ \t]{0,200}|(?:\\r)?\\n)([\w+/-]+={0,2})(?=[ \t]{0,8}(?:\r?\n|$|\\[nr]|["']))/y;
/** Bytes that no text begins with. */
// eslint-disable-next-line no-control-regex -- Control characters are what tells bytes from text.
const control = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]/;

/** "-----BEGIN" in base64, which tells a key behind a path or another sign of the alphabet. */
const pemBegin = 'LS0tLS1CRUdJTi';

/** What was encoded, from the first line of a key where there is one. */
const wholeOf = (lines: readonly string[]): string => {
	const base64 = lines.join('');
	const begin = base64.indexOf(pemBegin);
	return begin > 0 && begin % 4 !== 0 ? base64.slice(begin) : base64;
};

type Block = {readonly start: number; readonly end: number; readonly base64: string};

/** Where the base64 ends whose first twenty signs were seen. Searched for and not matched, as it may have millions of signs. */
const endOf = (text: string, from: number, other: RegExp): number => {
	other.lastIndex = from;
	let end = other.exec(text)?.index ?? text.length;
	for (let padding = 0; padding < 2 && text[end] === '='; padding += 1) end += 1;
	return end;
};

/** The stretches of base64 in a text, each with the lines that it was broken into. */
const blocks = function* (text: string): Generator<Block> {
	const starts = new RegExp(run);
	const continues = new RegExp(nextLine);
	const other = new RegExp(otherSign);
	for (let match = starts.exec(text); match !== null; match = starts.exec(text)) {
		// The n of a \n before it is none of its signs.
		const escaped = text[match.index - 1] === '\\' && /[nrt]/.test(match[0][0] ?? '') ? 1 : 0;
		const start = match.index + escaped;
		let end = endOf(text, start, other);
		const lines = [text.slice(start, end)];
		for (;;) {
			continues.lastIndex = end;
			// Lines are broken at one width, of forty or more; a shorter one was the last.
			const last = lines.at(-1)?.length ?? 0;
			const next = last < 40 || text[end - 1] === '=' ? null : continues.exec(text);
			if (next?.[1] === undefined || (lines.length > 1 && next[1].length > last)) break;
			lines.push(next[1]);
			end = continues.lastIndex;
		}
		starts.lastIndex = end;
		yield {start, end, base64: wholeOf(lines)};
	}
};

/** The text of bytes, or undefined when they are none; UTF-16 as PowerShell encodes its commands. */
const textIn = (bytes: Buffer, head: Buffer): string | undefined => {
	const encoding = head[1] === 0 && head[3] === 0 ? 'utf16le' : 'utf8';
	// A last character may be cut in two.
	const first = head.toString(encoding).slice(0, -4);
	return control.test(first) ? undefined : bytes.toString(encoding);
};

/**
 * Secrets in base64: keys and stores of keys as bytes, and whatever `find` finds in the text behind it. The whole base64 is
 * what has to go. Takes time in proportion to the text.
 */
export const encodedSecrets = (
	text: string,
	find: (decoded: string, depth: number) => readonly FoundSecret[],
	depth = 0,
): readonly FoundSecret[] => {
	if (depth >= maxDepth) return [];
	const found: FoundSecret[] = [];
	for (const {start, end, base64} of blocks(text)) {
		const head = Buffer.from(base64.slice(0, 88), 'base64');
		if (beginsAsKey(head)) {
			found.push({kind: 'private key in base64', start, end});
			continue;
		}
		if (textIn(head, head) === undefined) continue;
		const inside = textIn(Buffer.from(base64, 'base64'), head);
		const [first] = inside === undefined ? [] : find(inside, depth + 1);
		if (first === undefined) continue;
		const kind = first.kind.endsWith(' in base64') ? first.kind : `${first.kind} in base64`;
		found.push({kind, start, end});
	}
	return found;
};
