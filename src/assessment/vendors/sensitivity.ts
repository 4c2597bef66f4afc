import type {Criterion, Sensitivity, Shift} from '../../domain/comparison.js';
import type {Row} from './matrix.js';
import {byScore, sumsOf, weightsOf} from './sums.js';

/** The ids of the rows with the best score under some weights: several when equal. */
export const firstUnder = (rows: readonly Row[], weights: readonly number[]): readonly string[] => {
	const sums = rows.map(row => ({id: row.target.target.id, sums: sumsOf(row.cells, weights)}));
	const best = sums.reduce<(typeof sums)[number] | undefined>(
		(a, b) => (a === undefined || byScore(a.sums, b.sums) > 0 ? b : a),
		undefined,
	);
	return best === undefined
		? []
		: sums.filter(s => byScore(best.sums, s.sums) === 0).map(s => s.id);
};

const least = 10;

/**
 * Whether another weight would put somebody else first: each weight at 0 and doubled, and the smallest change of one weight
 * that does it. Only ranked vendors take part, because no weight brings back who is out.
 */
export const sensitivityOf = (
	rows: readonly Row[],
	criteria: readonly Criterion[],
	first: readonly string[],
): Sensitivity => {
	const weights = weightsOf(criteria);
	const triedUpTo = Math.max(least, ...weights.map(w => 2 * w));
	if (first.length === 0 || rows.length < 2) {
		const verdict = first.length === 0 ? 'undecided' : 'unopposed';
		return {verdict, shifts: [], triedUpTo};
	}
	const shift = (at: number, to: number): Shift | undefined => {
		const criterion = criteria[at];
		if (criterion === undefined || criterion.weight === to) return undefined;
		const changed = weights.with(at, to);
		// Without any weight left everybody would be equal, which says nothing about this one.
		if (changed.every(w => w === 0)) return undefined;
		const then = firstUnder(rows, changed);
		const {control, title, weight} = criterion;
		return then.join(' ') === first.join(' ')
			? undefined
			: {control, title, from: weight, to, first: then};
	};
	const shifts = weights.flatMap((weight, at) =>
		[shift(at, 0), shift(at, 2 * weight)].filter(s => s !== undefined),
	);
	const smallest = smallestOf(weights, shift, triedUpTo);
	return {
		verdict: first.length > 1 ? 'tie' : shifts.length > 0 ? 'depends' : 'robust',
		shifts,
		...(smallest === undefined ? {} : {smallest}),
		triedUpTo,
	};
};

const smallestOf = (
	weights: readonly number[],
	shift: (at: number, to: number) => Shift | undefined,
	triedUpTo: number,
): Shift | undefined => {
	for (let by = 1; by <= triedUpTo; by++)
		for (const [at, weight] of weights.entries())
			for (const to of [weight - by, weight + by]) {
				if (to < 0 || to > triedUpTo) continue;
				const found = shift(at, to);
				if (found !== undefined) return found;
			}
	return undefined;
};
