import type {Compared, Lack, Standing} from '../../domain/comparison.js';
import type {Sums} from './sums.js';

/** Below this part of the weight a score says more about the questions left open than about the vendor. */
export const enough = 2 / 3;

const fails = ({state}: Compared): boolean => state === 'not-met' || state === 'contradicted';

/** The controls that rule the vendor out for sure. */
export const knockedOutBy = (cells: readonly Compared[]): readonly string[] =>
	cells.filter(c => c.knockOut === 'applies' && fails(c)).map(c => c.control);

/** Knock-outs that are not settled: not known, or failed while a fact that decides is not known. */
const openKnockOuts = (cells: readonly Compared[]): readonly string[] =>
	cells
		.filter(
			c =>
				(c.knockOut !== undefined && c.state === 'unknown') ||
				(c.knockOut === 'depends' && fails(c)),
		)
		.map(c => c.control);

/** What must be met under the profile and is not, knock-outs among it: one that is met in part rules nobody out, and is still open. */
export const openMustHaves = (cells: readonly Compared[]): readonly string[] =>
	cells
		.filter(c => c.requirement === 'mandatory')
		.filter(c => fails(c) || c.state === 'partly' || c.state === 'unknown')
		.map(c => c.control);

/**
 * Why nothing can be said yet about a vendor's place.
 * @param base the weight of everything asked that applies to at least one of the vendors
 */
export const lacksOf = (
	cells: readonly Compared[],
	{known, applicable}: Sums,
	base: number,
): readonly Lack[] => {
	const controls = openKnockOuts(cells);
	const coverage = applicable === 0 ? 0 : known / applicable;
	return [
		...(controls.length > 0 ? [{kind: 'knock-out-open', controls} as const] : []),
		...(coverage < enough ? [{kind: 'unknown', coverage} as const] : []),
		...(applicable < base * enough ? [{kind: 'not-applicable'} as const] : []),
	];
};

export const standingOf = (out: readonly string[], lacks: readonly Lack[]): Standing =>
	out.length > 0 ? 'knocked-out' : lacks.length > 0 ? 'too-little-known' : 'ranked';
