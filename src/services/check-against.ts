import type {Deviation} from '../domain/deviation.js';
import {isBad} from '../domain/deviation.js';
import type {Evaluation} from '../domain/evaluation.js';
import type {GateProblem} from '../domain/gate.js';
import {atLeast} from '../domain/severity-order.js';
import {checkGate, type GateOptions} from './check-gate.js';
import type {ComparedBaseline} from './compare-baseline.js';

/** What the gate stops at beside a baseline. */
export type BaselineVerdict = {
	readonly compared: ComparedBaseline;
	readonly problems: readonly GateProblem[];
	/** What would stop it, and the baseline holds as it is. */
	readonly held: readonly GateProblem[];
};

/**
 * What the gate stops at beside an approved baseline: of all that it would stop at, what is new, worse or expired; and what is
 * worse or expired at or above the threshold although the gate alone would let it through. What keeps anybody from knowing
 * (lost files, old probes, files with mistakes, an empty record) no baseline accepts.
 * @param byAuthor the approver wrote what was approved, and a profile in force wants two people
 */
export const checkAgainst = (
	evaluation: Evaluation,
	options: GateOptions,
	compared: ComparedBaseline,
	byAuthor: boolean,
): BaselineVerdict => {
	const bad = new Map(
		compared.diff.deviations.flatMap(d => (isBad(d.word) ? [[d.key, d.word] as const] : [])),
	);
	const told = (problem: GateProblem): GateProblem => {
		const deviation = bad.get(problem.key ?? '');
		return deviation === undefined ? problem : {...problem, deviation};
	};
	const isHeld = ({key}: GateProblem): boolean =>
		key !== undefined && !bad.has(key) && !isOutside(key, compared);
	const all = checkGate(evaluation, {...options, maxUnknown: -1}).map(told);
	const left = all.filter(problem => !isHeld(problem));
	const unknown = left.filter(isUnknown).length;
	const stopping = unknown > options.maxUnknown ? left : left.filter(p => !isUnknown(p));
	return {
		compared,
		problems: [
			...(byAuthor ? [approvedByItsAuthor(compared)] : []),
			...stopping,
			...furtherProblems(evaluation, options, compared, stopping),
		],
		held: all.filter(isHeld),
	};
};

const isUnknown = ({kind}: GateProblem): boolean => kind === 'unknown' || kind === 'stale';

/** A baseline of some targets accepts nothing of others. */
const isOutside = (key: string, {baseline}: ComparedBaseline): boolean =>
	!Object.hasOwn(baseline.targets, key.split('/')[1] ?? '');

const approvedByItsAuthor = ({baseline}: ComparedBaseline): GateProblem => ({
	kind: 'baseline',
	severity: 'high',
	id: `baseline ${baseline.name}`,
	text: `It was approved by ${baseline.approver}, who wrote some of what it holds, and the profile wants two people. Let another person approve the present state: dbvet baseline approve NAME --approver NAME`,
});

/** Controls that the gate alone lets through, and that are worse than what somebody approved. */
const furtherProblems = (
	{controls}: Evaluation,
	{failOn}: GateOptions,
	{diff}: ComparedBaseline,
	stopping: readonly GateProblem[],
): readonly GateProblem[] => {
	const said = new Set(stopping.map(({key}) => key));
	const waived = new Set(controls.filter(c => c.waived).map(c => c.id));
	return diff.deviations.flatMap((d): readonly GateProblem[] => {
		const {word, kind, key} = d;
		if ((word !== 'worse' && word !== 'expired') || kind !== 'control') return [];
		if (said.has(key) || d.saidBy.some(one => said.has(one)) || waived.has(d.id)) return [];
		// Who may leave what unknown, the profile and --max-unknown say.
		if (isLeftOpen(d) || !atLeast(d.severity, failOn)) return [];
		const text = `${d.title}: ${d.text}`;
		return [{kind: 'deviation', severity: d.severity, id: d.id, text, key, deviation: word}];
	});
};

const isLeftOpen = (d: Deviation): boolean => d.kind === 'control' && d.now.state === 'unknown';
