const word =
	/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![0-9A-Za-z.])|(?:true|false|null)(?![0-9A-Za-z])/;
// eslint-disable-next-line no-control-regex -- control characters are just what a JSON string must not hold.
const quoted = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/;
const token = new RegExp(
	`[ \\t\\r\\n]*(?:([[\\]{},:])|(${quoted.source})|(${word.source})|$)`,
	'y',
);

const blanks = /[ \t\r\n]*/y;

type Place = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'after' | 'end';
type Mark = '{' | '[' | '}' | ']' | ',' | ':' | 'text' | 'word';

/** The marks that may stand at each place. */
const allowed: Readonly<Record<Place, readonly Mark[]>> = {
	value: ['{', '[', 'text', 'word'],
	'first-value': ['{', '[', 'text', 'word', ']'],
	key: ['text'],
	'first-key': ['text', '}'],
	colon: [':'],
	after: [',', '}', ']'],
	end: [],
};

/** The place after a mark, undefined when the mark may not stand there. Changes the stack of open brackets. */
const step = (place: Place, mark: Mark, stack: string[]): Place | undefined => {
	if (!allowed[place].includes(mark)) return undefined;
	const settled = (): Place => (stack.length === 0 ? 'end' : 'after');
	switch (mark) {
		case '{':
			stack.push(mark);
			return 'first-key';
		case '[':
			stack.push(mark);
			return 'first-value';
		case '}':
			return stack.pop() === '{' ? settled() : undefined;
		case ']':
			return stack.pop() === '[' ? settled() : undefined;
		case ',':
			return stack.at(-1) === '{' ? 'key' : 'value';
		case ':':
			return 'value';
		case 'text':
			return place === 'key' || place === 'first-key' ? 'colon' : settled();
		case 'word':
			return settled();
	}
};

/** The offset of the first character at which a text stops being JSON; undefined when it is JSON. */
const faultOffset = (text: string): number | undefined => {
	const stack: string[] = [];
	let place: Place = 'value';
	let offset = 0;
	for (;;) {
		token.lastIndex = offset;
		const match = token.exec(text);
		blanks.lastIndex = offset;
		const begin = offset + (blanks.exec(text)?.[0].length ?? 0);
		if (match === null) return begin;
		const [whole, bracket, string, other] = match;
		const mark = (bracket ?? (string === undefined ? other && 'word' : 'text')) as Mark | undefined;
		if (mark === undefined) return place === 'end' ? undefined : text.length;
		const next = step(place, mark, stack);
		if (next === undefined) return begin;
		place = next;
		offset += whole.length;
	}
};

/** `line:column` (from 1, in UTF-16 units) of the first place at which a text stops being JSON; undefined when it is JSON. */
export const jsonFault = (text: string): string | undefined => {
	const offset = faultOffset(text);
	if (offset === undefined) return undefined;
	const before = text.slice(0, offset);
	const line = before.split('\n').length;
	return `${line}:${offset - before.lastIndexOf('\n')}`;
};
