/** The number of single-character edits (insert, delete, replace, swap of neighbours) from one word to another. */
const distance = (a: string, b: string): number => {
	let before: readonly number[] = [];
	let row: readonly number[] = Array.from({length: b.length + 1}, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			const swap =
				i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
					? (before[j - 2] ?? Infinity) + 1
					: Infinity;
			next.push(
				Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same, swap),
			);
		}
		before = row;
		row = next;
	}
	return row[b.length] ?? 0;
};

/**
 * The candidate that a mistyped word most likely stands for, or undefined when none is near: at most one edit for
 * every three characters. Words longer than 80 characters are not compared, which bounds the work.
 */
export const nearest = (word: string, candidates: Iterable<string>): string | undefined => {
	if (word.length > 80) return undefined;
	const limit = Math.max(1, Math.floor(word.length / 3));
	let best: {readonly word: string; readonly edits: number} | undefined;
	for (const candidate of candidates) {
		if (candidate === word) continue;
		if (Math.abs(candidate.length - word.length) > limit) continue;
		const edits = distance(word.toLowerCase(), candidate.toLowerCase());
		if (edits <= limit && (best === undefined || edits < best.edits)) {
			best = {word: candidate, edits};
		}
	}
	return best?.word;
};

/** `; did you mean "x"?`, or nothing when no candidate is near. */
export const didYouMean = (word: string, candidates: Iterable<string>): string => {
	const near = nearest(word, candidates);
	return near === undefined ? '' : `; did you mean "${near}"?`;
};
