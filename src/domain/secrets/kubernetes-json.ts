import type {SecretEntry} from './found.js';
import {stringEnds} from './json-string.js';

type Open = {
	/** The key under which this object stands. */
	readonly under: string | undefined;
	readonly entries: SecretEntry[];
	readonly data: SecretEntry[];
	key: string | undefined;
	secret: boolean;
};

const sign = /["{}[\],:]/g;
const escapedSecret = /\\"kind\\":\s{0,8}\\"Secret\\"/;

const opened = (under: string | undefined): Open => ({
	under,
	entries: [],
	data: [],
	key: undefined,
	secret: false,
});

/** The end of an object: its entries are the data of the one around it, or its data are those of a Secret. */
const closed = (object: Open | undefined, outer: Open | undefined): readonly SecretEntry[] => {
	if (object?.under === 'data' || object?.under === 'stringData') {
		for (const entry of object.entries) outer?.data.push(entry);
	}
	return object?.secret === true ? object.data : [];
};

/** A value that is a string, which stands at `start`; kubectl keeps what was applied last as JSON in one. */
const stringValue = (object: Open, string: string, start: number): readonly SecretEntry[] => {
	if (object.key === 'kind' && string === 'Secret') object.secret = true;
	object.entries.push({key: object.key ?? '', start, end: start + string.length});
	return escapedSecret.test(string) ? readJson(string.replaceAll('\\"', ' "'), start) : [];
};

/** The values under `data` and `stringData` of each object of kind Secret; `offset` is where the text begins in the whole one. */
const readJson = (text: string, offset: number): readonly SecretEntry[] => {
	const found: (readonly SecretEntry[])[] = [];
	const open: Open[] = [];
	const signs = new RegExp(sign);
	const endOf = stringEnds();
	let before = '';
	for (let match = signs.exec(text); match !== null; match = signs.exec(text)) {
		const [what] = match;
		const object = open.at(-1);
		if (what === '{' || what === '[') open.push(opened(object?.key));
		else if (what === '}' || what === ']') found.push(closed(open.pop(), open.at(-1)));
		else if (what === '"') {
			const start = match.index + 1;
			const end = endOf(text, start);
			signs.lastIndex = end + 1;
			// An escaped quote leaves a space behind the word that it closes.
			const string = text.slice(start, end).trimEnd();
			if (object !== undefined && before !== ':') object.key = string;
			else if (object !== undefined) found.push(stringValue(object, string, start + offset));
		}
		before = what;
	}
	return found.flat();
};

/** The values of Secrets in JSON, wherever in a text it stands. */
export const jsonSecrets = (text: string): readonly SecretEntry[] =>
	/"kind\\{0,3}"\s{0,8}:/.test(text) || escapedSecret.test(text) ? readJson(text, 0) : [];
