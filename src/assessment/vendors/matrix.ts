import type {Compared, Criterion} from '../../domain/comparison.js';
import type {ControlEvaluation, Evaluation} from '../../domain/evaluation.js';
import type {TargetEvaluation} from '../../domain/target-evaluation.js';
import {groupBy} from '../order.js';
import {present} from '../present.js';

/** One vendor with its cells in the order of the criteria. */
export type Row = {
	readonly target: TargetEvaluation;
	readonly cells: readonly Compared[];
};

export type Matrix = {readonly criteria: readonly Criterion[]; readonly rows: readonly Row[]};

const isCompared = ({weight, knockOut}: ControlEvaluation): boolean =>
	weight !== undefined || knockOut !== undefined;

/**
 * Who is compared by what. Rows come by name; criteria by weight, the heaviest first, then in the order of the
 * questionnaire. Vendors under different profiles are measured by one weight, the larger.
 * @param weights weights that replace those of the questionnaire, by control
 */
export const matrixOf = (
	evaluation: Evaluation,
	vendors: readonly TargetEvaluation[],
	weights: ReadonlyMap<string, number>,
): Matrix => {
	const ids = new Set(vendors.map(v => v.target.id));
	const own = evaluation.controls.filter(c => ids.has(c.target));
	const compared = new Set(own.filter(isCompared).map(c => c.control));
	const controls = own.filter(c => compared.has(c.control));
	const criteria = [...groupBy(controls, c => c.control)]
		.map(([control, all]): Criterion => ({
			control,
			title: all[0]?.definition.title ?? control,
			weight: weights.get(control) ?? Math.max(...all.map(c => c.weight ?? 0)),
			knockOut: all.some(c => c.knockOut !== undefined),
			asked: all.some(c => c.requirement !== 'optional'),
		}))
		.toSorted((a, b) => b.weight - a.weight);
	const byKey = new Map(controls.map(c => [`${c.target} ${c.control}`, c]));
	const rows = vendors
		.toSorted((a, b) => (a.target.name < b.target.name ? -1 : 1))
		.map(target => ({
			target,
			cells: criteria.flatMap(({control}) => {
				const found = byKey.get(`${target.target.id} ${control}`);
				return found === undefined ? [] : [cellOf(found)];
			}),
		}));
	return {criteria, rows};
};

const cellOf = (c: ControlEvaluation): Compared =>
	present({
		control: c.control,
		state: c.state,
		assurance: c.assurance,
		stale: c.stale,
		because: c.because,
		requirement: c.requirement,
		knockOut: c.knockOut,
	});
