import {count} from '../../domain/count.js';
import {deviationWords} from '../../domain/deviation.js';
import type {BaselineVerdict} from '../../services/check-against.js';
import {approvedWords} from './baseline.js';
import {diffJson, notCompared} from './baseline-diff.js';

/** What a baseline holds of what would stop the gate, by sort. */
const heldCounts = ({held}: BaselineVerdict) => {
	const of = (...kinds: readonly string[]): number =>
		held.filter(({kind}) => kinds.includes(kind)).length;
	return {
		failures: of('failure'),
		contradictions: of('contradiction'),
		notMet: of('not-met'),
		unknown: of('unknown', 'stale'),
	};
};

/** Which baseline is in force, what deviates from it, what it lets through, and what cannot be compared. */
export const gateBaselineLines = (verdict: BaselineVerdict): readonly string[] => {
	const {compared} = verdict;
	const {failures, contradictions, notMet, unknown} = heldCounts(verdict);
	const words = deviationWords.map(
		word => `${compared.diff.deviations.filter(d => d.word === word).length} ${word}`,
	);
	return [
		`Beside the baseline ${compared.baseline.name}, ${approvedWords(compared.baseline)}: ${words.join(', ')} (dbvet baseline diff ${compared.baseline.name}).`,
		`It lets through what would stop the gate otherwise: ${count(failures, 'failure', 'failures')}, ${count(contradictions, 'contradiction', 'contradictions')}, ${count(notMet, 'control that is not met', 'controls that are not met')}, ${count(unknown, 'mandatory control that nobody knows', 'mandatory controls that nobody knows')}.`,
		...notCompared(compared),
	];
};

/** The same for programs. */
export const gateBaselineJson = (verdict: BaselineVerdict) => {
	const {baseline, counts, unseen, unverified, gone, added} = diffJson(verdict.compared);
	return {
		baseline: {
			...baseline,
			deviations: counts,
			held: heldCounts(verdict),
			unseen,
			unverified,
			gone,
			added,
		},
	};
};
