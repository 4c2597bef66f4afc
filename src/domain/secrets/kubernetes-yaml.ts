import type {SecretEntry} from './found.js';

/** An object of YAML that is being read: where its keys stand, and what would be secret if it turns out to be a Secret. */
type Open = {
	readonly indent: number;
	readonly entries: SecretEntry[];
	secret: boolean;
	/** In `data:` or `stringData:`, with the indentation of the keys there once one was seen. */
	data: {indent: number | undefined} | undefined;
};

const keyed = /^["']?([\w.-]{1,253})["']?[ \t]*:(?:[ \t]+|\r?$)/;
const inFlow = /["']?([\w.-]{1,253})["']?[ \t]*:[ \t]*(?:"([^"]*)|'([^']*)|([^\s"',}][^,}]*))/dg;
const isData = /^(?:data|stringData)$/;

/** Where a value on a line stands, without quotes and without a comment behind it. */
const valueAt = (line: string, from: number): {readonly start: number; readonly end: number} => {
	const rest = line.slice(from);
	const quote = rest.startsWith('"') || rest.startsWith("'") ? rest.slice(0, 1) : '';
	const close = quote === '' ? -1 : rest.lastIndexOf(quote);
	if (close > 0) return {start: from + 1, end: from + close};
	const bare = rest.replace(/[ \t]#.*$/, '').trimEnd();
	return {start: from + quote.length, end: from + bare.length};
};

/** One line inside `data:`; `at` is where the line begins in the text, `indent` how far its first word stands in. */
const dataLine = (
	object: Open,
	data: {indent: number | undefined},
	line: string,
	indent: number,
	at: number,
): void => {
	data.indent ??= indent;
	const key = indent === data.indent ? keyed.exec(line.slice(indent)) : null;
	if (key?.[1] !== undefined) {
		const {start, end} = valueAt(line, indent + key[0].length);
		// The sign of a block of lines stays, and the lines below it are the value.
		const block = /^[|>][+-]?\d?$/.test(line.slice(start, end));
		const from = block ? at + line.length : at + start;
		object.entries.push({key: key[1], start: from, end: block ? from : at + end});
		return;
	}
	const last = object.entries.pop();
	if (last === undefined) return;
	const first = last.start === last.end && last.end < at;
	object.entries.push({
		...last,
		start: first ? at + indent : last.start,
		end: at + line.trimEnd().length,
	});
};

const flowEntries = (line: string, from: number, at: number): readonly SecretEntry[] =>
	[...line.slice(from).matchAll(inFlow)].flatMap(match => {
		const place = match.indices?.[2] ?? match.indices?.[3] ?? match.indices?.[4];
		if (place === undefined || match[1] === undefined) return [];
		return [{key: match[1], start: at + from + place[0], end: at + from + place[1]}];
	});

/** A key of an object itself: what kind it is, and whether its data begin here. */
const ownLine = (object: Open, line: string, indent: number, at: number): void => {
	object.data = undefined;
	const key = keyed.exec(line.slice(indent));
	if (key?.[1] === undefined) return;
	const from = indent + key[0].length;
	const {start, end} = valueAt(line, from);
	if (key[1] === 'kind' && line.slice(start, end) === 'Secret') object.secret = true;
	if (!isData.test(key[1])) return;
	object.data = {indent: undefined};
	if (line[from] === '{') object.entries.push(...flowEntries(line, from, at));
};

/** The values under `data:` and `stringData:` of each object of kind Secret; lists of objects and several documents too. */
export const yamlSecrets = (text: string): readonly SecretEntry[] => {
	const found: SecretEntry[] = [];
	const open: Open[] = [];
	const closeFrom = (indent: number): void => {
		for (let last = open.at(-1); last !== undefined && last.indent >= indent; last = open.at(-1)) {
			if (last.secret) for (const entry of last.entries) found.push(entry);
			open.pop();
		}
	};
	let at = 0;
	for (const line of text.split('\n')) {
		const words = line.search(/[^ \t\r]/);
		const inside = open.at(-1);
		if (words >= 0 && inside?.data !== undefined && words > inside.indent) {
			dataLine(inside, inside.data, line, words, at);
		} else if (words >= 0 && line[words] !== '#') {
			if (/^---(?:\s|$)/.test(line)) closeFrom(0);
			const dashes = /^(?:-[ \t]+)+/.exec(line.slice(words))?.[0].length ?? 0;
			const indent = words + dashes;
			closeFrom(dashes > 0 ? words + 1 : indent + 1);
			const object = open.at(-1)?.indent === indent ? open.at(-1) : undefined;
			const current = object ?? {indent, entries: [], secret: false, data: undefined};
			if (object === undefined) open.push(current);
			ownLine(current, line, indent, at);
		}
		at += line.length + 1;
	}
	closeFrom(0);
	return found;
};
