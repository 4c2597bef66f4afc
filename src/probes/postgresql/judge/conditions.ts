/**
 * What a condition comes to, as far as its text tells: `yes` and `no` for every row and everybody, `fixed` for one of the two,
 * `open` for what depends on the row, on who asks, or on a function.
 */
type Worth = 'yes' | 'no' | 'fixed' | 'open';
type Piece = {readonly text: string; readonly worth: Worth};

/** What is known besides the text: pieces in brackets by the mark that stands for them, and columns that are never null. */
type Known = {
	readonly pieces: ReadonlyMap<string, Piece>;
	readonly certain: ReadonlySet<string>;
};

/** Words of which a condition that depends on nothing is made. */
const fixedWords =
	/^(true|false|null|is|not|and|or|distinct|from|any|all|array|exists|select|as|bool|case|when|then|else|end|unknown)$/i;
const ifFixed = (text: string): Worth =>
	(text.replace(/::[a-z ]+|'[^']*'/g, '').match(/[\p{L}_"§$][\p{L}\p{N}_"$]*/gu) ?? []).every(
		word => fixedWords.test(word),
	)
		? 'fixed'
		: 'open';

const negated = {yes: 'no', no: 'yes', fixed: 'fixed', open: 'open'} as const;
const isComplement = (a: string, b: string): boolean =>
	b === `NOT ${a}` || (a.endsWith(' IS NULL') && b === a.replace(/NULL$/, 'NOT NULL'));

const ofOr = (parts: readonly string[], known: Known): Worth => {
	const texts = parts.map(part => known.pieces.get(part)?.text ?? part);
	if (texts.some(a => texts.some(b => isComplement(a, b)))) return 'yes';
	const worths = parts.map(part => worthOf(part, known));
	if (worths.includes('yes')) return 'yes';
	// A fixed part that is not plainly false opens the whole, or is there for nothing.
	if (worths.includes('fixed')) return 'fixed';
	return worths.every(worth => worth === 'no') ? 'no' : 'open';
};

const ofAnd = (parts: readonly string[], known: Known): Worth => {
	const worths = parts.map(part => worthOf(part, known));
	return (['no', 'open', 'fixed'] as const).find(worth => worths.includes(worth)) ?? 'yes';
};

const neverNull = /^(current_user|session_user|current_role|user|true|false|-?\d[\d.]*)$/i;
const ofTest = (what: string, is: string, known: Known): Worth => {
	if (is === 'ANYTHING') return 'yes';
	if (is === 'TRUE' || is === 'NOT FALSE') return worthOf(what, known);
	if (known.certain.has(what) || neverNull.test(what)) return is === 'NULL' ? 'no' : 'yes';
	return ifFixed(what);
};

const compare: Readonly<Record<string, (a: number, b: number) => boolean>> = {
	'=': (a, b) => a === b,
	'<>': (a, b) => a !== b,
	'<': (a, b) => a < b,
	'>': (a, b) => a > b,
	'<=': (a, b) => a <= b,
	'>=': (a, b) => a >= b,
};
const number = /^-?\d{1,15}$/;
const ofComparison = (a: string, sign: string, b: string, whole: string): Worth => {
	const holds = (yes: boolean | undefined): Worth => (yes === true ? 'yes' : 'no');
	if (number.test(a) && number.test(b)) return holds(compare[sign]?.(Number(a), Number(b)));
	// Literals were made alike before they were sent, and a comparison of two that are the same is gone.
	if (a.startsWith("'l'") && b.startsWith("'l'") && (sign === '=' || sign === '<>'))
		return holds(sign === '<>');
	return a === b && !a.includes("'") && !a.includes('§call')
		? holds(compare[sign]?.(0, 0))
		: ifFixed(whole);
};

/** A test or comparison without AND, OR and NOT. */
const ofPlain = (one: string, known: Known): Worth => {
	const [, tested, is] = /^(.+) IS (NOT NULL|NULL|TRUE|NOT FALSE|ANYTHING)$/.exec(one) ?? [];
	if (tested !== undefined && is !== undefined) return ofTest(tested, is, known);
	const [, left, right] = /^(.+) IS DISTINCT FROM (.+)$/.exec(one) ?? [];
	if (left !== undefined) return left === right ? 'no' : ifFixed(one);
	const [, a, sign, b] = /^(.+?) (=|<>|<=|>=|<|>) (.+)$/.exec(one) ?? [];
	return a !== undefined && sign !== undefined && b !== undefined
		? ofComparison(a, sign, b, one)
		: ifFixed(one);
};

const worthOf = (text: string, known: Known): Worth => {
	const one = text.trim();
	const piece = known.pieces.get(one);
	if (piece !== undefined) return piece.worth;
	if (one === 'true' || one === 'false') return one === 'true' ? 'yes' : 'no';
	if (/^CASE |^SELECT .* FROM /.test(one)) return ifFixed(one);
	const or = one.split(' OR ');
	if (or.length > 1) return ofOr(or, known);
	const and = one.split(' AND ');
	if (and.length > 1) return ofAnd(and, known);
	if (one.startsWith('NOT ')) return negated[worthOf(one.slice(4), known)];
	return one.startsWith('SELECT ')
		? worthOf(one.slice(7).replace(/ AS \w+$/, ''), known)
		: ofPlain(one, known);
};

/** A call is what it was given only for COALESCE; everything else depends on what the function does. */
const ofCall = (name: string, content: string, known: Known): Worth => {
	if (name !== 'COALESCE') return 'open';
	const [first = ''] = content.split(', ');
	return worthOf(first, known) === 'yes' ? 'yes' : ifFixed(content);
};

/** More brackets than this are not followed. */
const most = 200;

/**
 * What the condition of a policy comes to. It is taken apart from its innermost brackets outwards; what is not understood is
 * `open`, so that nothing is called always true that was not recognised as such.
 * @param text as pg_get_expr writes it, with all literals made alike
 * @param certain names of columns that are never null, or whose being there says nothing
 */
export const conditionWorth = (text: string, certain: ReadonlySet<string>): Worth => {
	const pieces = new Map<string, Piece>();
	const marks = new Map<string, string>();
	const known: Known = {pieces, certain};
	let rest = text.replace(/\s+/g, ' ').trim();
	for (let turn = 0; turn < most; turn += 1) {
		const inner = /([A-Za-z_][\w.]*|")?\(([^()]*)\)(?:::[a-z]+)?/.exec(rest);
		if (inner === null) return worthOf(rest, known);
		const [whole, name, content = ''] = inner;
		const worth = name === undefined ? worthOf(content, known) : ofCall(name, content, known);
		let mark = worth === 'yes' ? 'true' : worth === 'no' ? 'false' : `'fixed'`;
		if (worth === 'open') {
			// The same text is the same value, but what a function gives may differ from call to call.
			mark =
				(name === undefined ? marks.get(whole) : undefined) ??
				`§${name === undefined ? 'part' : 'call'}${pieces.size}`;
			marks.set(whole, mark);
			pieces.set(mark, {text: content.trim(), worth});
		}
		rest = rest.replace(whole, () => mark);
	}
	return 'open';
};
