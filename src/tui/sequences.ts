/** What begins with an escape character: where it ends, and what it is, if it is anything here. */
export type Sequence = {
	/** Index behind it. */
	readonly end: number;
	/** The name of a key, or the mark at the begin or end of pasted text. */
	readonly is?: string;
};

export const escape = '\u001B';
export const pasteBegins = 'paste begins';
export const pasteEnds = 'paste ends';

const letters: Readonly<Record<string, string>> = {
	A: 'up',
	B: 'down',
	C: 'right',
	D: 'left',
	F: 'end',
	H: 'home',
	Z: 'shift+tab',
	// Shift and an arrow on some terminals.
	a: 'up',
	b: 'down',
	c: 'right',
	d: 'left',
};

const numbers: Readonly<Record<string, string>> = {
	1: 'home',
	3: 'delete',
	4: 'end',
	5: 'pageup',
	6: 'pagedown',
	7: 'home',
	8: 'end',
	200: pasteBegins,
	201: pasteEnds,
};

const codes: Readonly<Record<number, string>> = {
	8: 'backspace',
	9: 'tab',
	13: 'enter',
	27: 'esc',
	32: 'space',
	127: 'backspace',
};

/** Shift, Alt and Ctrl as terminals count them: a sum, and one more. */
const held = (modifiers: string) => {
	const sum = Math.max(0, Number(modifiers) - 1);
	return {shift: (sum & 1) > 0, ctrl: (sum & 4) > 0, other: (sum & 42) > 0};
};

/** A key told by its character, as terminals do that another program left in such a mode. */
const byCode = (code: number, modifiers: string): string | undefined => {
	const {shift, ctrl, other} = held(modifiers);
	const named = codes[code];
	if (named !== undefined) return named === 'tab' && shift ? 'shift+tab' : named;
	const visible = (code > 32 && code < 0xd800) || (code > 0xf8ff && code <= 0x10ffff);
	if (!visible || other) return undefined;
	const character = String.fromCodePoint(code);
	if (ctrl) return /^[a-z]$/i.test(character) ? `ctrl+${character.toLowerCase()}` : undefined;
	return shift ? character.toUpperCase() : character;
};

const released = '3';

/** The key of a control sequence, without its beginning; undefined for one that is nobody's key. */
const controlKey = (body: string): string | undefined => {
	const [, code = '', modifiers = '', event = '', third = '', final = ''] =
		/^(\d*)(?:;(\d*)(?::(\d+))?(?:;(\d*)[\d:;]*)?)?([A-Za-z~$^@])$/.exec(
			body.replace(/^\[(?=\d)/, ''),
		) ?? [];
	if (event === released) return undefined;
	if (final === 'u') return byCode(Number(code), modifiers);
	if (final === '~' && code === '27' && third !== '') return byCode(Number(third), modifiers);
	if (/[~$^@]/.test(final)) return numbers[code];
	return /^[1-8]?$/.test(code) ? letters[final] : undefined;
};

/** Sorts of sequences: how one looks that is whole, and one whose end is still to come. */
const sorts = [
	// Without its last character where another that cannot be in it cuts it short.
	{whole: /\[\[?[0-?]*[ -/]*[@-~]?/y, begun: /\[\[?[0-?]*[ -/]*$/y, key: controlKey},
	{
		whole: /O[0-9;]*[@-~]/y,
		begun: /O[0-9;]*$/y,
		key: (body: string) => (body === 'M' ? 'enter' : letters[body.slice(-1)]),
	},
	// Titles, colours and links of other programs: strings up to a bell or ESC \.
	{
		// eslint-disable-next-line no-control-regex -- control characters end it.
		whole: /[\]PX^_][^\x00-\x1f\x7f]*(?:\x07|\x1b\\)/y,
		// eslint-disable-next-line no-control-regex -- control characters end it.
		begun: /[\]PX^_][^\x00-\x1f\x7f]*\x1b?$/y,
		key: () => undefined,
	},
	// Another set of characters.
	{whole: /[()][0-~]/y, begun: /[()]$/y, key: () => undefined},
] as const;

const matchAt = (pattern: RegExp, text: string, at: number): string | undefined => {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0];
};

/** One that goes on for longer is none; nothing is held back for it. */
const longest = 4_096;

/**
 * Reads what begins with the escape character at `at`; undefined while its end is still to come. Whatever it is, it has an end:
 * what nobody knows is passed over whole, so that no part of it is taken for a key. Alt and a letter is nobody's key; inside
 * a paste there is no Alt, and the letter stays.
 */
export const readSequence = (text: string, at: number, inPaste: boolean): Sequence | undefined => {
	const next = text.codePointAt(at + 1);
	if (next === undefined) return undefined;
	if (text[at + 1] === escape) {
		if (at + 2 === text.length) return undefined;
		// Some terminals send Alt and an arrow as an escape before the arrow.
		return /[[O]/.test(text[at + 2] ?? '') ? {end: at + 1} : {end: at + 1, is: 'esc'};
	}
	for (const {whole, begun, key} of sorts) {
		if (text.length - at < longest && matchAt(begun, text, at + 1) !== undefined) return undefined;
		const found = matchAt(whole, text, at + 1);
		if (found === undefined) continue;
		const end = at + 1 + found.length;
		const is = key(found.slice(1));
		return is === undefined ? {end} : {end, is};
	}
	const control = next < 32 || next === 127;
	return {end: at + 1 + (control || inPaste ? 0 : String.fromCodePoint(next).length)};
};
