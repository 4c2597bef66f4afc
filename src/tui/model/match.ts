const ascii = /^[\x20-\x7e]*$/;

/** A text as it is compared: without accents and case. */
export const folded = (text: string): string =>
	ascii.test(text)
		? text.toLowerCase()
		: text
				.normalize('NFKD')
				.replace(/\p{Mn}/gu, '')
				.toLowerCase();

/** The words of what was typed, folded. */
export const wordsOf = (typed: string): readonly string[] =>
	folded(typed)
		.split(/\s+/)
		.filter(w => w !== '');

const isLetter = (character: string | undefined): boolean =>
	character !== undefined && /[\p{L}\p{N}]/u.test(character);

/**
 * Whether letters can be read off a text where each one begins a word or follows the one before: "prd" in "prod-db", not in "spread". All
 * ways are followed side by side, letter by letter, so that it takes no longer than the text times the letters.
 */
const readsOff = (text: string, letters: string): boolean => {
	let ends: ReadonlySet<number> | undefined;
	for (const letter of letters) {
		const next = new Set<number>();
		const first = ends === undefined ? -1 : Math.min(...ends);
		for (let at = text.indexOf(letter, first + 1); at >= 0; at = text.indexOf(letter, at + 1))
			if (!isLetter(text[at - 1]) || ends?.has(at - 1) === true) next.add(at);
		if (next.size === 0) return false;
		ends = next;
	}
	return true;
};

const rankOf = (text: string, word: string): number | undefined => {
	const at = text.indexOf(word);
	if (at < 0) return readsOff(text, word) ? 3 : undefined;
	for (let next = at; next >= 0; next = text.indexOf(word, next + 1))
		if (!isLetter(text[next - 1])) return 1;
	return 2;
};

/**
 * How well a text fits what was typed, less is better; undefined when it does not. 1: each typed word begins one of its words; 2: each is
 * somewhere in it; 3: the letters of each begin its words. Order and case of the typed words do not matter.
 */
export const matchOf = (text: string, typed: string): number | undefined => {
	const own = folded(text);
	let worst = 1;
	for (const word of wordsOf(typed)) {
		const rank = rankOf(own, word);
		if (rank === undefined) return undefined;
		worst = Math.max(worst, rank);
	}
	return worst;
};
