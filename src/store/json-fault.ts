const word =
	/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![0-9A-Za-z.])|(?:true|false|null)(?![0-9A-Za-z])/;
const token = new RegExp(`(?:([[\\]{},:])|(${word.source}))`, 'y');

const blanks = /[ \t\r\n]*/y;

const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * The offset behind the string that begins at `offset`; undefined where it is none. By hand, because a pattern with a choice in
 * a loop exhausts the stack on a string of some megabytes.
 */
const stringEnd = (text: string, offset: number): number | undefined => {
	for (let at = offset + 1; at < text.length;) {
		const code = text.charCodeAt(at);
		if (code === 0x22) return at + 1;
		if (code < 0x20) return undefined;
		if (code !== 0x5c) {
			at++;
			continue;
		}
		escape.lastIndex = at;
		const length = escape.exec(text)?.[0].length;
		if (length === undefined) return undefined;
		at += length;
	}
	return undefined;
};

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
		blanks.lastIndex = offset;
		const begin = offset + (blanks.exec(text)?.[0].length ?? 0);
		if (begin === text.length) return place === 'end' ? undefined : begin;
		const [end, mark]: ReturnType<typeof markAt> = markAt(text, begin);
		const next: Place | undefined = mark === undefined ? undefined : step(place, mark, stack);
		if (next === undefined) return begin;
		place = next;
		offset = end;
	}
};

/** The mark that begins at an offset, and the offset behind it. */
const markAt = (text: string, begin: number): readonly [end: number, mark: Mark | undefined] => {
	if (text[begin] === '"') {
		const end = stringEnd(text, begin);
		return end === undefined ? [begin, undefined] : [end, 'text'];
	}
	token.lastIndex = begin;
	const [whole = '', bracket, other] = token.exec(text) ?? [];
	return [begin + whole.length, (bracket ?? (other && 'word')) as Mark | undefined];
};

/** `line:column` (from 1, in UTF-16 units) of the first place at which a text stops being JSON; undefined when it is JSON. */
export const jsonFault = (text: string): string | undefined => {
	const offset = faultOffset(text);
	if (offset === undefined) return undefined;
	const before = text.slice(0, offset);
	const line = before.split('\n').length;
	return `${line}:${offset - before.lastIndexOf('\n')}`;
};
