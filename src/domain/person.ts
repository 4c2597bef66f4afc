/** What no reader sees, and what looks like a blank: neither tells one name from another. */
const unseen = /[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/**
 * What of a name a reader sees, in one spelling: without blanks and invisible characters, and whatever the letter case, the
 * width or the composition of its letters. Blanks go altogether, because nobody tells one from two, or from one of no width.
 */
const seenOf = (name: string): string =>
	name
		.normalize('NFKC')
		.replace(unseen, '')
		// Upper case first: it makes "ß" and "SS" one, and both forms of a sigma.
		.toUpperCase()
		.toLowerCase()
		.normalize('NFKC');

/** True when the two names look like one. The order of given name and surname is not understood. */
export const samePerson = (a: string, b: string): boolean => seenOf(a) === seenOf(b);

/** True of a name in which there is nothing to see. */
export const namesNobody = (name: string): boolean => seenOf(name) === '';
