import {escape, pasteBegins, pasteEnds, readSequence} from './sequences.js';

/** What came from the keyboard: named keys, or text that was pasted. */
export type Typed =
	{readonly kind: 'key'; readonly key: string} | {readonly kind: 'paste'; readonly text: string};

export type InputReader = {
	/** What a text from the terminal means; however it is cut, and whatever is in it. */
	readonly read: (text: string) => readonly Typed[];
	/** How long to wait for the rest of what has begun (ms); undefined when nothing has. */
	readonly patience: () => number | undefined;
	/** The rest did not come: what it means as it is. */
	readonly giveUp: () => readonly Typed[];
};

/** A chunk of unmarked text longer than this was not typed by hand. */
const typedAtOnce = 16;
/** An Esc that nothing follows for so long is the key itself (ms). */
const escapeMs = 20;
/** A paste of which nothing came for so long has lost its end (ms). */
const pasteMs = 1_000;
/** A paste holds at most what fits a note; the rest of a runaway paste is dropped. */
const longestPaste = 100_000;

const controlNames: Readonly<Record<string, string>> = {
	'\r': 'enter',
	'\n': 'enter',
	'\t': 'tab',
	'\u007f': 'backspace',
	'\b': 'backspace',
	' ': 'space',
};

const keyed = (key: string): Typed => ({kind: 'key', key});

const characterKey = (character: string): readonly Typed[] => {
	const named = controlNames[character];
	if (named !== undefined) return [keyed(named)];
	const code = character.codePointAt(0) ?? 0;
	// Ctrl and a letter arrive as the control character itself.
	if (code >= 1 && code <= 26) return [keyed(`ctrl+${String.fromCharCode(code + 96)}`)];
	return code < 32 ? [] : [keyed(character)];
};

/** One Enter behind a text was pressed after it, or pasted to be pressed, and must not be swallowed. */
const unmarked = (input: string): readonly Typed[] => {
	const text = input.replace(/\r\n?$/, '');
	return text === input || /[\r\n]/.test(text)
		? [{kind: 'paste', text: input}]
		: [{kind: 'paste', text}, keyed('enter')];
};

/** Keys pressed quickly arrive as one text: it is taken apart again. A longer unmarked text counts as pasted. */
const plain = (input: string): readonly Typed[] => {
	const characters = Array.from(input);
	return characters.length > typedAtOnce ? unmarked(input) : characters.flatMap(characterKey);
};

/** What was begun and never ended: an Esc that was pressed, or Alt and a character; the text behind it was typed. */
const broken = (begun: string): string => {
	const rest = begun.replaceAll(escape, '');
	return rest.startsWith('[') || rest.startsWith('O') ? '' : rest.slice(1);
};

/**
 * Makes named keys and pastes of what a terminal sends. Terminals mark pasted text (bracketed paste); between the marks
 * nothing is a key but a Ctrl+C that comes alone.
 */
export const createInputReader = (): InputReader => {
	let begun = '';
	let pasted: string | undefined;
	const text = (part: string): readonly Typed[] => {
		if (pasted === undefined) return plain(part);
		pasted = (pasted + part).slice(0, longestPaste);
		return [];
	};
	const endPaste = (): readonly Typed[] => {
		const whole = (pasted ?? '').replace(/\r\n?/g, '\n');
		pasted = undefined;
		return whole === '' ? [] : [{kind: 'paste', text: whole}];
	};
	const obey = (is: string | undefined): readonly Typed[] => {
		if (is === pasteEnds) return endPaste();
		if (is === pasteBegins) pasted ??= '';
		return is === undefined || is === pasteBegins || pasted !== undefined ? [] : [keyed(is)];
	};
	return {
		read: input => {
			if (pasted !== undefined && input === '\u0003') return [keyed('ctrl+c')];
			const all = begun + input;
			begun = '';
			const typed: Typed[] = [];
			let at = 0;
			for (let next = all.indexOf(escape); next !== -1; next = all.indexOf(escape, at)) {
				if (next > at) typed.push(...text(all.slice(at, next)));
				const sequence = readSequence(all, next, pasted !== undefined);
				if (sequence === undefined) {
					begun = all.slice(next);
					return typed;
				}
				typed.push(...obey(sequence.is));
				at = sequence.end;
			}
			if (at < all.length) typed.push(...text(all.slice(at)));
			return typed;
		},
		patience: () => (pasted !== undefined ? pasteMs : begun === '' ? undefined : escapeMs),
		giveUp: () => {
			const was = begun;
			begun = '';
			const inPaste = pasted !== undefined;
			const rest = text(broken(was));
			if (inPaste) return endPaste();
			const pressed = was.replaceAll(escape, '') === '' ? Array.from(was, () => keyed('esc')) : [];
			return [...pressed, ...rest];
		},
	};
};
