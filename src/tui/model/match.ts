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

/** Whether letters can be read off a text where each one begins a word or follows the one before: "prd" in "prod-db", not in "spread". */
const readsOff = (text: string, letters: string, from = 0, follows = false): boolean => {
	const [first] = letters;
	if (first === undefined) return true;
	const rest = letters.slice(first.length);
	if (follows && text[from] === first && readsOff(text, rest, from + 1, true)) return true;
	for (let at = text.indexOf(first, from); at >= 0; at = text.indexOf(first, at + 1)) {
		const begins = !isLetter(text[at - 1]);
		if (begins && readsOff(text, rest, at + 1, true)) return true;
	}
	return false;
};

const rankOf = (text: string, word: string): number | undefined => {
	const at = text.indexOf(word);
	if (at < 0) return readsOff(text, word) ? 3 : undefined;
	for (let next = at; next >= 0; next = text.indexOf(word, next + 1))
		if (!isLetter(text[next - 1])) return 1;
	return 2;
};

/**
 * How well a text fits what was typed, less is better; undefined when it does not. 0: it begins with it; 1: each typed word begins one of
 * its words; 2: each is somewhere in it; 3: the letters of each begin its words. Order and case of the typed words do not matter.
 */
export const matchOf = (text: string, typed: string): number | undefined => {
	const own = folded(text);
	const words = wordsOf(typed);
	if (words.length > 0 && own.startsWith(words.join(' '))) return 0;
	let worst = 1;
	for (const word of words) {
		const rank = rankOf(own, word);
		if (rank === undefined) return undefined;
		worst = Math.max(worst, rank);
	}
	return worst;
};
