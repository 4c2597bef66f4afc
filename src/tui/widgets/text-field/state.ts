import type {CommandOf} from '../../keys.js';

/** A text being typed; `cursor` counts characters (code points) from the start. */
export type TextState = {readonly text: string; readonly cursor: number};

/** Control characters, marks of direction and other characters that show nothing. */
const unwanted = /\p{Cc}|[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** A field that holds `text`, the cursor at its end. */
export const textState = (text = ''): TextState => ({text, cursor: Array.from(text).length});

/**
 * Puts typed or pasted text in at the cursor. Line breaks and tabs become spaces, other control characters and
 * invisible direction marks are dropped, and the whole is cut at `max` characters.
 */
export const insert = (state: TextState, typed: string, max = 2_000): TextState => {
	const clean = typed.replace(/[\r\n\t]+/g, ' ').replace(unwanted, '');
	const characters = Array.from(state.text);
	const room = Math.max(0, max - characters.length);
	const added = Array.from(clean).slice(0, room);
	characters.splice(state.cursor, 0, ...added);
	return {text: characters.join(''), cursor: state.cursor + added.length};
};

const wordStart = (characters: readonly string[], from: number): number => {
	let at = from;
	while (at > 0 && characters[at - 1] === ' ') at -= 1;
	while (at > 0 && characters[at - 1] !== ' ') at -= 1;
	return at;
};

/** Moves the cursor or erases; the cursor never leaves the text. */
export const edit = (state: TextState, command: CommandOf<'editing'>): TextState => {
	const characters = Array.from(state.text);
	const {cursor} = state;
	const without = (from: number): TextState => ({
		text: [...characters.slice(0, from), ...characters.slice(cursor)].join(''),
		cursor: from,
	});
	switch (command) {
		case 'erase':
			return without(Math.max(0, cursor - 1));
		case 'erase-word':
			return without(wordStart(characters, cursor));
		case 'erase-line':
			return without(0);
		case 'cursor-left':
			return {...state, cursor: Math.max(0, cursor - 1)};
		case 'cursor-right':
			return {...state, cursor: Math.min(characters.length, cursor + 1)};
		case 'cursor-start':
			return {...state, cursor: 0};
		case 'cursor-end':
			return {...state, cursor: characters.length};
	}
};
