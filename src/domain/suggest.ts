/** Edit distance of two short words (insert, delete, replace, swap of neighbours count one each). */
const distance = (a: string, b: string): number => {
	let previous2: number[] = [];
	let previous = Array.from({length: b.length + 1}, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			let best = Math.min(
				(row[j - 1] ?? 0) + 1,
				(previous[j] ?? 0) + 1,
				(previous[j - 1] ?? 0) + cost,
			);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				best = Math.min(best, (previous2[j - 2] ?? 0) + 1);
			}
			row.push(best);
		}
		previous2 = previous;
		previous = row;
	}
	return previous[b.length] ?? a.length;
};

/**
 * The known word nearest to `word`, or undefined when none is near enough to be a slip of the keyboard. A word that goes on where this one ends,
 * as vendor-iso-27001 does after vendor-iso, is nearer than one with two other letters.
 */
export const nearest = (word: string, known: readonly string[]): string | undefined => {
	const lower = word.toLowerCase().slice(0, 64);
	const limit = Math.max(1, Math.floor(lower.length / 3));
	let best: {readonly name: string; readonly steps: number} | undefined;
	for (const name of known) {
		const steps = distance(lower, name.toLowerCase());
		// Of two letters one is half the word: "on" is no slip for "no", but "ad" may lack one of "add".
		if (lower.length < 3 && steps > 0 && name.length <= lower.length) continue;
		if (steps <= limit && (best === undefined || steps < best.steps)) best = {name, steps};
	}
	if (best !== undefined && best.steps <= 1) return best.name;
	const [longer] = known
		.filter(name => lower.length > 2 && name.toLowerCase().startsWith(`${lower}-`))
		.toSorted((a, b) => a.length - b.length);
	return longer ?? best?.name;
};
