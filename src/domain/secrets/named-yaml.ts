import type {FoundSecret} from './found.js';
import {namedObject, secretsOf, takeEntry, type NamedObject} from './named-object.js';

type Open = NamedObject & {readonly indent: number; key: string | undefined};

const keyed = /^["']?([\w.-]{1,120})["']?[ \t]{0,20}:(?:[ \t]{1,20}|\r?$)/;
const lineEnd = /\r?\n/g;

/** Where the value of a line stands, without its quotes and without a comment. */
const valueAt = (line: string, from: number): {readonly start: number; readonly end: number} => {
	const rest = line.slice(from);
	const quote = /^["']/.exec(rest)?.[0] ?? '';
	const close = quote === '' ? -1 : rest.lastIndexOf(quote);
	if (close > 0) return {start: from + 1, end: from + close};
	return {start: from, end: from + rest.replace(/[ \t]#.*$/, '').trimEnd().length};
};

const mentioned = /^[ \t-]{0,80}["']?\w{0,20}(?:value|default)["']?[ \t]{0,20}:/im;

/** Values in YAML whose name stands beside them or above them, in whatever order. */
export const namedInYaml = (text: string): readonly FoundSecret[] => {
	if (!mentioned.test(text)) return [];
	const found: (readonly FoundSecret[])[] = [];
	const open: Open[] = [];
	const closeFrom = (indent: number): void => {
		for (let last = open.at(-1); last !== undefined && last.indent >= indent; last = open.at(-1)) {
			found.push(secretsOf(last, text));
			open.pop();
		}
	};
	let at = 0;
	const ends = new RegExp(lineEnd);
	while (at <= text.length) {
		ends.lastIndex = at;
		const end = ends.exec(text);
		const line = text.slice(at, Math.min(end?.index ?? text.length, at + 4000));
		const words = line.search(/[^ \t]/);
		if (words >= 0 && line[words] !== '#') {
			const dashes = /^(?:-[ \t]{1,20}){1,20}/.exec(line.slice(words))?.[0].length ?? 0;
			const indent = words + dashes;
			closeFrom(dashes > 0 ? words + 1 : indent + 1);
			const key = keyed.exec(line.slice(indent));
			if (key?.[1] !== undefined) {
				let object = open.at(-1);
				if (object?.indent !== indent) {
					object = {...namedObject(object?.key), indent, key: undefined};
					open.push(object);
				}
				object.key = key[1];
				const value = valueAt(line, indent + key[0].length);
				takeEntry(
					object,
					{key: key[1], start: at + value.start, end: at + value.end},
					line.slice(value.start, value.end),
				);
			}
		}
		if (end === null) break;
		at = ends.lastIndex;
	}
	closeFrom(0);
	return found.flat();
};
