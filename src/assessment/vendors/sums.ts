import type {Compared, Criterion} from '../../domain/comparison.js';
import type {ControlState} from '../../domain/evaluation.js';

/** Whole numbers, so that equal is equal: half points count 1, whole ones 2. */
export type Sums = {
	readonly points: number;
	/** Points if everything unknown were met. */
	readonly possible: number;
	readonly known: number;
	readonly applicable: number;
};

/** What a state is worth, of 2; nothing for what is not known, not met or contradicted. */
const worth: Readonly<Record<Exclude<ControlState, 'not-applicable'>, number>> = {
	met: 2,
	partly: 1,
	'not-met': 0,
	contradicted: 0,
	unknown: 0,
};

/** Adds up one vendor under the weights of the criteria; what does not apply to it is left out on both sides. */
export const sumsOf = (cells: readonly Compared[], weights: readonly number[]): Sums => {
	let points = 0;
	let open = 0;
	let applicable = 0;
	cells.forEach(({state}, i) => {
		const weight = weights[i] ?? 0;
		if (state === 'not-applicable') return;
		applicable += weight;
		points += weight * worth[state];
		if (state === 'unknown') open += weight;
	});
	return {points, possible: points + 2 * open, known: applicable - open, applicable};
};

/** The weights by which it is told whether enough is known: of what is asked, or of all where nothing with a weight is. */
export const askedWeightsOf = (criteria: readonly Criterion[]): readonly number[] =>
	criteria.some(c => c.asked && c.weight > 0)
		? criteria.map(c => (c.asked ? c.weight : 0))
		: weightsOf(criteria);

export const weightsOf = (criteria: readonly Criterion[]): readonly number[] =>
	criteria.map(c => c.weight);

/** Below 0 when the first is better; exactly 0 when both are equal. A vendor to whom nothing applies has no points. */
export const byScore = (a: Sums, b: Sums): number =>
	b.points * Math.max(1, a.applicable) - a.points * Math.max(1, b.applicable);

/** True when the second could reach the score of the first. */
export const couldReach = (first: Sums, second: Sums): boolean =>
	second.possible * Math.max(1, first.applicable) >= first.points * Math.max(1, second.applicable);

/** Points of what was possible, 0 to 100, to a tenth. */
export const percent = (points: number, {applicable}: Sums): number =>
	applicable === 0 ? 0 : Math.round((points / (2 * applicable)) * 1000) / 10;
