import {controlCaseKey, findingCaseKey} from '../domain/case-key.js';
import type {Baseline, FrozenTarget} from '../domain/baseline.js';
import type {BaselineDiff, Deviation, DeviationWord} from '../domain/deviation.js';
import {deviationWords, isBad} from '../domain/deviation.js';
import type {ControlEvaluation, CurrentFinding, Evaluation} from '../domain/evaluation.js';
import {bySeverity} from '../domain/severity-order.js';
import type {Target} from '../domain/target.js';
import {compareAnswers} from './compare-answers.js';
import {compareControl, isOpen} from './compare-control.js';
import {compareFindings} from './compare-findings.js';
import {freeze} from './freeze.js';
import {byText, groupBy} from './order.js';

/**
 * What deviates from an approved baseline. Nothing counts as fixed that was not looked at again, and a changed answer alone
 * fixes nothing. A target is known by its id, whatever its name.
 * @param evaluation of the same record, of today
 */
export const baselineDiff = (baseline: Baseline, evaluation: Evaluation): BaselineDiff => {
	const frozen = freeze(evaluation);
	const findings = groupBy(evaluation.findings, f => f.target);
	const controls = groupBy(evaluation.controls, c => c.target);
	const questions = groupBy(evaluation.questions, q => q.target);
	const parts = evaluation.targets.flatMap(({target}): readonly Part[] => {
		const then = baseline.targets[target.id];
		const now = frozen[target.id];
		if (now === undefined || (then === undefined && baseline.partial === true)) return [];
		const own = controls.get(target.id) ?? [];
		const compared = compareFindings(target, then, now, findings.get(target.id) ?? []);
		const states = controlDeviations(
			own,
			then,
			now,
			findings.get(target.id) ?? [],
			compared.deviations,
		);
		return [
			{
				deviations: [
					...compared.deviations,
					...states,
					...(then === undefined
						? []
						: compareAnswers(target, then, now, questions.get(target.id) ?? [], own)),
				],
				unseen: compared.unseen,
				unverified: then === undefined ? [] : unverified(own, then),
				kept: {
					failures: compared.kept,
					controls: keptControls(own, then, states),
				},
			},
		];
	});
	const live = new Map(evaluation.targets.map(t => [t.target.id, t.target] as const));
	return {
		deviations: parts.flatMap(p => p.deviations).toSorted(inOrder),
		unseen: parts.flatMap(p => p.unseen),
		unverified: parts.flatMap(p => p.unverified),
		gone: Object.entries(baseline.targets)
			.filter(([id]) => !live.has(id))
			.map(([, {name}]) => name)
			.toSorted(byText),
		added: [...live.values()].filter(isAdded(baseline)).map(({name}) => name),
		kept: {
			failures: sum(parts.map(p => p.kept.failures)),
			controls: sum(parts.map(p => p.kept.controls)),
		},
	};
};

type Part = Pick<BaselineDiff, 'deviations' | 'unseen' | 'unverified' | 'kept'>;

const isAdded =
	({targets}: Baseline) =>
	({id}: Target): boolean =>
		targets[id] === undefined;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

const controlDeviations = (
	controls: readonly ControlEvaluation[],
	then: FrozenTarget | undefined,
	now: FrozenTarget,
	findings: readonly CurrentFinding[],
	deviating: readonly Deviation[],
): readonly Deviation[] => {
	const controlsOf = new Map(findings.map(f => [findingCaseKey(f), f.controls] as const));
	return controls.flatMap((control): readonly Deviation[] => {
		const present = now.controls[control.control];
		if (present === undefined) return [];
		const compared = compareControl(control, then?.controls[control.control], present);
		if (compared === undefined) return [];
		const bad = isBad(compared.word);
		const saying = deviating.filter(
			d => isBad(d.word) === bad && controlsOf.get(d.key)?.includes(control.control),
		);
		return [
			{
				...compared,
				// A day that passed is not to blame where something new fails too.
				word:
					compared.word === 'expired' && saying.some(d => d.word !== 'expired')
						? 'worse'
						: compared.word,
				kind: 'control',
				key: controlCaseKey(control),
				id: control.id,
				target: control.target,
				targetName: control.targetName,
				severity: control.definition.severity,
				title: control.definition.title,
				saidBy: saying.map(d => d.key),
			},
		];
	});
};

/** A claim stays where nothing looks at it any more, and must not pass for what was seen. */
const unverified = (
	controls: readonly ControlEvaluation[],
	then: FrozenTarget,
): readonly string[] =>
	controls
		.filter(
			c =>
				then.controls[c.control]?.assurance === 'verified' &&
				then.controls[c.control]?.stale !== true &&
				(c.state === 'met' || c.state === 'partly') &&
				(c.assurance === 'claimed' || c.assurance === 'documented') &&
				// What is only too old has expired, and is said there.
				!c.stale,
		)
		.map(c => c.id);

const keptControls = (
	controls: readonly ControlEvaluation[],
	then: FrozenTarget | undefined,
	deviating: readonly Deviation[],
): number => {
	const said = new Set(deviating.map(d => d.id));
	return controls.filter(
		c => then?.controls[c.control] !== undefined && isOpen(c) && !said.has(c.id),
	).length;
};

const order = (word: DeviationWord): number => deviationWords.indexOf(word);

const inOrder = (a: Deviation, b: Deviation): number =>
	order(a.word) - order(b.word) ||
	bySeverity(a.severity, b.severity) ||
	byText(a.id, b.id) ||
	byText(a.key, b.key);
