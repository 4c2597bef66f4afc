/**
 * A place where a known number of parties meet: each gives what it has once, and all get what all gave, when the last has
 * come. A party that never gives keeps the others waiting, so that one with nothing to give must give an empty list.
 */
export const createExchange = <T>(
	parties: number,
): ((part: readonly T[]) => Promise<readonly T[]>) => {
	const given: T[] = [];
	let missing = parties;
	let finish: (all: readonly T[]) => void;
	const all = new Promise<readonly T[]>(resolve => {
		finish = resolve;
	});
	return part => {
		given.push(...part);
		missing -= 1;
		if (missing === 0) finish(given);
		return all;
	};
};
