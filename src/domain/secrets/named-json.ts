import type {FoundSecret, SecretEntry} from './found.js';
import {namedObject, secretsOf, takeEntry, type NamedObject} from './named-object.js';
import {stringEnds} from './json-string.js';

type Open = NamedObject & {
	key: string | undefined;
	/** The string before the key, as in `resource "random_password" "db" {`. */
	label: string | undefined;
	/** How many results there were when it began; those behind are inside it. */
	readonly results: number;
};

const sign = /["{}[\],:=]/g;
const lastWord = /([A-Za-z_][\w-]{0,63})[ \t]{0,40}$/;
const literal = /[ \t]{0,40}(true|"true")/y;
/** No export nests deeper; what does keeps no more memory busy. */
const deepest = 500;

const opened = (outer: Open | undefined, results: number): Open => ({
	...namedObject(outer?.key, outer?.label),
	key: undefined,
	label: undefined,
	results,
});

/** Reads one text from its beginning to its end; `offset` is where it begins in the whole one. */
const read = (text: string, offset: number): readonly FoundSecret[] => {
	const found: (readonly FoundSecret[])[] = [];
	let results: SecretEntry[] = [];
	const open: Open[] = [opened(undefined, 0)];
	let tooDeep = 0;
	const signs = new RegExp(sign);
	const endOf = stringEnds();
	const literals = new RegExp(literal);
	let before = '';
	let beforeAt = -1;

	const close = (): void => {
		const object = open.length > 1 ? open.pop() : undefined;
		if (object === undefined) return;
		found.push(secretsOf(object, text));
		if (!object.generated) return;
		const inside = results.slice(object.results);
		found.push(secretsOf({...object, named: true, title: false, values: inside}, text));
		results = results.slice(0, object.results);
	};

	const string = (object: Open, start: number, end: number): void => {
		const value = text.slice(start, end).trimEnd();
		const alone = text.slice(beforeAt + 1, start - 1).trim() === '';
		if (!alone || (before !== ':' && before !== '=')) {
			object.label = alone && before === '"' ? object.key : undefined;
			object.key = value;
			return;
		}
		const entry = {key: object.key ?? '', start, end: start + value.length};
		takeEntry(object, entry, value);
		if (entry.key === 'result') results.push(entry);
		if (value.includes('\\"')) found.push(read(value.replaceAll('\\"', ' "'), start));
	};

	/** At a colon or an equals sign: the word before it is the key, and "true" behind it says something. */
	const assigned = (object: Open, index: number): void => {
		// Without a word before it, it belongs to the string in quotes.
		const from = Math.max(beforeAt + 1, index - 105);
		object.key = lastWord.exec(text.slice(from, index))?.[1] ?? object.key;
		literals.lastIndex = index + 1;
		if (object.key !== undefined && literals.test(text))
			takeEntry(object, {key: object.key, start: 0, end: 0}, 'true');
	};

	for (let match = signs.exec(text); match !== null; match = signs.exec(text)) {
		const [what] = match;
		const object = open.at(-1);
		if (what === '{' || what === '[') {
			if (open.length > deepest) tooDeep += 1;
			else open.push(opened(object, results.length));
		} else if (what === '}' || what === ']') {
			if (tooDeep > 0) tooDeep -= 1;
			else close();
		} else if (what === '"') {
			const start = match.index + 1;
			const end = endOf(text, start);
			signs.lastIndex = end + 1;
			if (object !== undefined) string(object, start, end);
		} else if (object !== undefined && what !== ',') assigned(object, match.index);
		before = what;
		beforeAt = what === '"' ? signs.lastIndex - 1 : match.index;
	}
	while (open.length > 1) close();
	return found.flat().map(f => ({...f, start: f.start + offset, end: f.end + offset}));
};

const mentioned = /value|default|random_password/i;

/**
 * Values in JSON and in HCL whose name stands beside them or around them, in whatever order: settings of clouds, parameters,
 * outputs and variables of Terraform, passwords that it generated.
 */
export const namedInJson = (text: string): readonly FoundSecret[] =>
	mentioned.test(text) ? read(text, 0) : [];
