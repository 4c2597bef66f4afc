import {cells, cut} from './cells.js';

/** A path in a sentence: from its root to the next space, without the sign that ends the clause. */
const path = /(?<![^\s("“‘'])(?:[A-Za-z]:[\\/]|\.{0,2}\/|\\\\)[^\s]*[^\s.,:;)"”’']/gu;

/** The longest end of `text` that takes at most `width` cells. */
const ending = (text: string, width: number): string => {
	const characters = Array.from(text);
	let kept = '';
	for (let at = characters.length - 1; at >= 0; at -= 1) {
		const longer = `${characters[at]}${kept}`;
		if (cells(longer) > width) break;
		kept = longer;
	}
	return kept;
};

/** One path in at most `width` cells, an ellipsis for what is left out of its middle: its end says which file is meant. */
const shortPath = (whole: string, width: number): string => {
	if (cells(whole) <= width) return whole;
	const tail = ending(whole, Math.ceil(width * 0.7));
	const folder = tail.search(/[\\/]/);
	// From the begin of a folder or file on, where that does not cost the most of it.
	const last = folder > 0 && folder < tail.length / 2 ? tail.slice(folder) : tail;
	return `${cut(whole, width - 1 - cells(last))}…${last}`;
};

/** A sentence with each path in at most `width` cells. */
export const shortPaths = (text: string, width: number): string =>
	text.replace(path, found => shortPath(found, Math.max(8, width)));
