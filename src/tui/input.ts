import type {Key} from 'ink';

/** What came from the keyboard: named keys, or text that was pasted. */
export type Typed =
	{readonly kind: 'key'; readonly key: string} | {readonly kind: 'paste'; readonly text: string};

/** A chunk of unmarked text longer than this was not typed by hand. */
const typedAtOnce = 16;

const controlNames: Readonly<Record<string, string>> = {
	'\r': 'enter',
	'\n': 'enter',
	'\t': 'tab',
	'\u007f': 'backspace',
	'\b': 'backspace',
	' ': 'space',
};

const characterKey = (character: string): string | undefined => {
	const named = controlNames[character];
	if (named !== undefined) return named;
	const code = character.codePointAt(0) ?? 0;
	// Ctrl and a letter inside a chunk arrive as the control character itself.
	if (code >= 1 && code <= 26) return `ctrl+${String.fromCharCode(code + 96)}`;
	return code < 32 ? undefined : character;
};

const namedKeys = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageUp', 'pageup'],
	['pageDown', 'pagedown'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['escape', 'esc'],
	['backspace', 'backspace'],
	['delete', 'delete'],
] as const satisfies readonly (readonly [keyof Key, string])[];

const single = (input: string, key: Key): string | undefined => {
	if (key.tab) return key.shift ? 'shift+tab' : 'tab';
	const named = namedKeys.find(([flag]) => key[flag]);
	if (named !== undefined) return named[1];
	if (key.ctrl) return /^[a-z]$/.test(input) ? `ctrl+${input}` : undefined;
	// Alt and a letter is nobody's key here, and must not act as the letter alone.
	return key.meta ? undefined : characterKey(input);
};

/** One Enter behind a text was pressed after it, or pasted to be pressed, and must not be swallowed. */
const unmarked = (input: string): readonly Typed[] => {
	const text = input.replace(/\r\n?$/, '');
	return text === input || /[\r\n]/.test(text)
		? [{kind: 'paste', text: input}]
		: [
				{kind: 'paste', text},
				{kind: 'key', key: 'enter'},
			];
};

/**
 * Makes named keys and pastes of what ink reads. Terminals mark pasted text (bracketed paste); between the marks nothing
 * is a key. Keys pressed quickly arrive as one text: it is taken apart again. A longer unmarked text counts as pasted.
 */
export const createInputReader = (): ((input: string, key: Key) => readonly Typed[]) => {
	let pasted: string | undefined;
	return (input, key) => {
		if (input === '[200~') {
			pasted = '';
			return [];
		}
		if (input === '[201~') {
			const text = pasted ?? '';
			pasted = undefined;
			return text === '' ? [] : [{kind: 'paste', text}];
		}
		if (pasted !== undefined) {
			// A paste holds at most what fits a note; the rest of a runaway paste is dropped. Ctrl+C still is a key.
			if (key.ctrl && input === 'c') return [{kind: 'key', key: 'ctrl+c'}];
			const text = key.return ? '\n' : key.tab ? '\t' : input;
			if (pasted.length < 100_000) pasted += text;
			return [];
		}
		const characters = Array.from(input);
		if (characters.length <= 1) {
			const name = single(input, key);
			return name === undefined ? [] : [{kind: 'key', key: name}];
		}
		if (key.meta || key.ctrl) return [];
		if (characters.length > typedAtOnce) return unmarked(input);
		return characters.flatMap(character => {
			const name = characterKey(character);
			return name === undefined ? [] : [{kind: 'key' as const, key: name}];
		});
	};
};
