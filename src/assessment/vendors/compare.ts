import type {Comparison, VendorResult} from '../../domain/comparison.js';
import type {Evaluation} from '../../domain/evaluation.js';
import {present} from '../present.js';
import {matrixOf, type Row} from './matrix.js';
import {sentencesOf} from './sentences.js';
import {firstUnder, sensitivityOf} from './sensitivity.js';
import {knockedOutBy, lacksOf, openMustHaves, standingOf} from './standing.js';
import {
	askedWeightsOf,
	byScore,
	couldReach,
	percent,
	sumsOf,
	weightsOf,
	type Sums,
} from './sums.js';

export type CompareOptions = {
	/** Ids of the vendors to compare; all when absent. */
	readonly vendors?: readonly string[];
	/** Weights that replace those of the questionnaire, by control. */
	readonly weights?: ReadonlyMap<string, number>;
};

type Judged = {readonly row: Row; readonly sums: Sums; readonly result: VendorResult};

const standings = ['ranked', 'too-little-known', 'knocked-out'] as const;

/**
 * Vendors side by side: state and assurance of each weighed control, the weighted score with what is known of it, who is
 * ruled out by what, the ranking, and whether another weight would change it. Pure; the order of the input never shows.
 */
export const compareVendors = (
	evaluation: Evaluation,
	{vendors, weights = new Map()}: CompareOptions = {},
): Comparison => {
	const chosen = evaluation.targets.filter(
		({target}) =>
			target.kind === 'vendor' && (vendors === undefined || vendors.includes(target.id)),
	);
	const {criteria, rows} = matrixOf(evaluation, chosen, weights);
	const used = weightsOf(criteria);
	const asked = askedWeightsOf(criteria);
	const base = asked
		.filter((_, i) => rows.some(row => row.cells[i]?.state !== 'not-applicable'))
		.reduce((sum, weight) => sum + weight, 0);
	const judged = rows.map(row => judge(row, used, asked, base));
	const ranked = judged.filter(j => j.result.standing === 'ranked');
	const first = firstUnder(
		ranked.map(j => j.row),
		used,
	);
	const best = ranked.find(j => j.result.vendor === first[0]);
	const ordered = judged.toSorted(
		(a, b) =>
			standings.indexOf(a.result.standing) - standings.indexOf(b.result.standing) ||
			byScore(a.sums, b.sums),
	);
	const found = {
		criteria,
		vendors: ordered.map(({result, sums}) =>
			result.standing === 'ranked'
				? {...result, rank: 1 + ranked.filter(other => byScore(other.sums, sums) < 0).length}
				: result,
		),
		first,
		challengers: ordered
			.filter(j => j.result.standing !== 'knocked-out' && !first.includes(j.result.vendor))
			.filter(j => best !== undefined && couldReach(best.sums, j.sums))
			.map(j => j.result.vendor),
		sensitivity: sensitivityOf(
			ranked.map(j => j.row),
			criteria,
			first,
		),
	};
	return {...found, sentences: sentencesOf(found)};
};

const judge = (
	row: Row,
	weights: readonly number[],
	asked: readonly number[],
	base: number,
): Judged => {
	const {cells, target} = row;
	const sums = sumsOf(cells, weights);
	const out = knockedOutBy(cells);
	const wanted = sumsOf(cells, asked);
	const lacks = lacksOf(cells, wanted, base);
	const counting = cells.filter(c => c.state === 'met' || c.state === 'partly');
	const result: VendorResult = present({
		vendor: target.target.id,
		name: target.target.name,
		standing: standingOf(out, lacks),
		rank: undefined,
		score: percent(sums.points, sums),
		possible: percent(sums.possible, sums),
		coverage: wanted.applicable === 0 ? 0 : wanted.known / wanted.applicable,
		onlyClaimed: counting.filter(c => c.assurance === 'claimed' || c.assurance === 'none').length,
		counting: counting.length,
		knockedOutBy: out,
		lacks,
		openMustHaves: openMustHaves(cells),
		expires: target.expires,
		expired: target.expired,
		cells,
	});
	return {row, sums, result};
};
