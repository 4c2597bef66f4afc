/** What may end a string of JSON, and what takes the meaning of the sign behind it. */
const endOfString = /["\\\r\n]/g;

/** A reader of strings with a place of its own in the text; one for each text that is read. */
export const stringEnds = (): ((text: string, from: number) => number) => {
	const ends = new RegExp(endOfString);
	return (text, from) => {
		ends.lastIndex = from;
		for (let match = ends.exec(text); match !== null; match = ends.exec(text)) {
			if (match[0] !== '\\') return match.index;
			ends.lastIndex = match.index + 2;
		}
		return text.length;
	};
};
