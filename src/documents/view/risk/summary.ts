import {lostFileWords} from '../../../domain/evidence.js';
import {verifiedCounts} from '../../../domain/verified.js';
import type {
	ControlEvaluation,
	NextStep,
	RiskEvaluation,
	RiskScore,
} from '../../../domain/evaluation.js';
import {otherLimitsSentence} from '../../../domain/other-limit-words.js';
import {isOutdated, staleSentence} from '../../../domain/outdated.js';
import {answerText} from '../answers.js';
import {observedText} from '../findings.js';
import {chart, chip, line, type Markup, type ViewValue} from '../markup.js';
import type {Source} from '../source.js';
import {clip, counted, ended, listed, longDate, share} from '../text.js';

/** The page that must be enough to decide: verdict, numbers, heat map, five things to do, what is not known. */
export const summaryView = (source: Source): ViewValue => ({
	verdict: verdictOf(source),
	figures: figuresOf(source),
	heatmap: heatMapOf(source.evaluation.risks),
	hasRisks: source.evaluation.risks.length > 0,
	hasActions: source.evaluation.next.length > 0,
	hasOwners: source.evaluation.next
		.slice(0, 5)
		.some(step => decisionFor(source, step) !== undefined),
	actions: source.evaluation.next.slice(0, 5).map((step, i) => actionOf(source, step, i)),
	notKnown: notKnownOf(source),
});

const score = (s: RiskScore): number => s.likelihood * s.impact;

/** Risks with the greatest verified remainder first; equal ones keep the order of the register. */
export const byRemainder = (risks: readonly RiskEvaluation[]): readonly RiskEvaluation[] =>
	risks.toSorted(
		(a, b) => score(b.verified) - score(a.verified) || score(b.inherent) - score(a.inherent),
	);

const verdictOf = (source: Source): readonly string[] => {
	const {risks, contradictions, score: total, conflicts = []} = source.evaluation;
	if (total.known === 0 && source.open.length === 0) {
		return ['Nothing is known yet: no question has been answered and no probe has run.'];
	}
	const grave = risks.filter(r => r.verified.level === 'critical' || r.verified.level === 'high');
	const [worst] = byRemainder(risks);
	const first =
		worst === undefined
			? 'No risk of the register applies to these targets.'
			: grave.length === 0
				? `Counting only what was verified, no risk remains above ${worst.verified.level}.`
				: `Counting only what was verified, ${share(grave.length, risks.length)} risks remain high or critical; the greatest is “${clip(worst.definition.title, 70)}” on ${worst.targetName}.`;
	const unsettled = contradictions.filter(c => c.resolution === undefined).length;
	const unknown = total.applicable - total.known;
	const second = `${counted(notMet(source), 'control')} ${notMet(source) === 1 ? 'does' : 'do'} not hold, ${counted(unsettled, 'answer is contradicted', 'answers are contradicted')} by observation, and ${share(unknown, total.applicable)} applicable controls are not known.`;
	const third =
		conflicts.length === 0
			? []
			: [
					`${counted(conflicts.length, 'record has', 'records have')} several versions, between which nobody has chosen yet.`,
				];
	return [first, second, ...third, ...[staleSentence(total) ?? []].flat()];
};

const notMet = (source: Source): number =>
	source.applicable.filter(c => c.state === 'not-met' || c.state === 'partly').length;

const figuresOf = (source: Source): Markup => {
	const {score: total, contradictions, risks} = source.evaluation;
	const grave = source.open.filter(f => f.severity === 'critical' || f.severity === 'high').length;
	const unsettled = contradictions.filter(c => c.resolution === undefined).length;
	const verified = verifiedCounts(source.applicable);
	const accepted = source.failures.length - source.open.length;
	const taken = risks.filter(r => r.standing === 'holds').length;
	return chart({
		kind: 'figures',
		items: [
			{
				value: share(total.known, total.applicable),
				label: 'controls known',
				note: `verified by probe: ${verified.met} hold, ${verified.notMet} do not`,
			},
			{
				value: share(total.met, total.met + total.notMet),
				label: 'of those hold',
				note: 'counted as met',
			},
			{
				value: String(source.open.length),
				label: source.open.length === 1 ? 'open finding' : 'open findings',
				note: `${grave} critical or high`,
			},
			{
				value: String(unsettled),
				label: unsettled === 1 ? 'contradiction' : 'contradictions',
				note: 'answer against probe',
			},
			{
				value: String(accepted),
				label: accepted === 1 ? 'accepted finding' : 'accepted findings',
				note: taken === 0 ? 'until a date' : `and ${counted(taken, 'accepted risk')}`,
			},
		],
	});
};

const cells = (risks: readonly RiskEvaluation[], of: (r: RiskEvaluation) => RiskScore) => {
	const counts = new Map<string, {likelihood: number; impact: number; count: number}>();
	for (const risk of risks) {
		const {likelihood, impact} = of(risk);
		const key = `${likelihood} ${impact}`;
		const cell = counts.get(key) ?? {likelihood, impact, count: 0};
		counts.set(key, {...cell, count: cell.count + 1});
	}
	return [...counts.values()];
};

/** Three maps that look alike say less than one that says so. */
const heatMapOf = (risks: readonly RiskEvaluation[]): Markup => {
	const before = {cells: cells(risks, r => r.inherent)};
	const isLowered = risks.some(r => score(r.claimed) < score(r.inherent));
	return chart({
		kind: 'heatmap',
		maps: isLowered
			? [
					{title: 'Before controls', ...before},
					{title: 'Now, if the answers hold', cells: cells(risks, r => r.claimed)},
					{title: 'Now, as verified', cells: cells(risks, r => r.verified)},
				]
			: [{title: 'Before controls, and now: nothing lowers a risk yet', ...before}],
	});
};

const decisionFor = (source: Source, step: NextStep) =>
	source.evaluation.risks.find(
		r =>
			r.target === step.target &&
			r.decision !== undefined &&
			r.treatments.some(t =>
				t.controls.some(c => c.id === step.control || c.id.endsWith(`/${step.control ?? '\0'}`)),
			),
	)?.decision;

/** What is found where a step is about no single control. */
const withoutControl: Readonly<Record<NextStep['kind'], string>> = {
	question: 'Not answered; until then too much is asked, or risks are weighed wrongly.',
	probe: 'Nobody has looked, or what was seen is lost.',
	target: 'Nothing is recorded yet.',
	conflict: 'Two people recorded different things, and nobody has chosen yet.',
	contradiction: 'An answer and a probe disagree.',
	failure: 'A probe saw it fail.',
	expiry: 'It runs out, or has run out.',
	stale: 'What is known is too old.',
};

/** What should hold and what was found instead. Owner and date come from the decision on a risk that the control lowers. */
const actionOf = (source: Source, step: NextStep, i: number): ViewValue => {
	const decision = decisionFor(source, step);
	const control = source.evaluation.controls.find(
		c => c.target === step.target && (c.control === step.control || c.id === step.control),
	);
	return {
		number: i + 1,
		severity: chip(step.severity),
		what:
			control === undefined ? step.text : line(control.definition.title, `: ${control.targetName}`),
		found: control === undefined ? withoutControl[step.kind] : foundOf(source, control, step),
		owner: decision?.owner ?? 'not assigned',
		due: decision?.due ?? 'no date',
	};
};

const foundOf = (source: Source, control: ControlEvaluation, step: NextStep): string => {
	const failure =
		control.contradiction?.failures[0] ?? control.findings.find(f => f.outcome === 'fail');
	const seen = failure === undefined ? '' : clip(observedText(failure), 160);
	const [answered] = control.contradiction?.answers ?? [];
	if (step.kind === 'contradiction' && answered !== undefined && seen !== '')
		return `Answered “${answerText(source, answered)}”. Observed: ${ended(seen)}`;
	if (step.kind === 'failure') return seen === '' ? control.because : `Observed: ${ended(seen)}`;
	if (step.kind === 'question') return control.because;
	return step.text;
};

const notKnownOf = (source: Source): readonly string[] => {
	const {targets} = source.evaluation;
	const unknown = source.applicable.filter(c => c.state === 'unknown');
	const mandatory = unknown.filter(c => c.requirement === 'mandatory').length;
	const outdated = source.applicable.filter(c => isOutdated(c) && c.requirement === 'mandatory');
	const blind = targets.filter(
		t => t.target.kind === 'database' && t.lastRun?.status !== 'complete',
	);
	const lines: string[] = [];
	if (unknown.length > 0) {
		lines.push(
			`${mandatory} of the ${counted(unknown.length, 'unknown control')} ${mandatory === 1 ? 'is' : 'are'} mandatory. Chapter “Unknowns” names what would settle each.`,
		);
		const grave = unknown
			.filter(c => c.definition.severity === 'critical' && c.requirement === 'mandatory')
			.map(c => `“${c.definition.title}” (${c.targetName})`);
		if (grave.length > 0)
			lines.push(
				`The gravest of them: ${listed([...grave.slice(0, 2), ...(grave.length > 2 ? [`${grave.length - 2} more`] : [])])}.`,
			);
	}
	if (blind.length > 0) {
		const names = blind
			.slice(0, 3)
			.map(
				t =>
					`${t.target.name} (${t.lastRun === undefined ? 'never probed' : t.lastRun.status === 'partial' ? 'seen in part' : t.lastRun.lost === true ? 'the file of the run is lost' : 'not reached'})`,
			);
		lines.push(
			`Databases without a complete probe run: ${listed(names)}${blind.length > 3 ? ` and ${blind.length - 3} more` : ''}.`,
		);
	}
	lines.push(...lostFilesOf(source), ...otherLimitsOf(source));
	if (outdated.length > 0)
		lines.push(
			`Whether ${counted(outdated.length, 'mandatory control that was', 'mandatory controls that were')} met or partly met still ${outdated.length === 1 ? 'is' : 'are'}: what speaks for ${outdated.length === 1 ? 'it' : 'them'} is too old, marked as stale in the appendix.`,
		);
	if (
		source.evaluation.next.length > 0 &&
		!source.evaluation.next.slice(0, 5).some(step => decisionFor(source, step) !== undefined)
	)
		lines.push('Who does the work above, and by when: no owner and no date is recorded.');
	if (lines.length === 0) lines.push('Every applicable control is known.');
	return lines;
};

/** Verdicts of probes by limits that the profiles have changed since. */
const otherLimitsOf = ({evaluation}: Source): readonly string[] =>
	evaluation.targets.flatMap(({target}) => {
		const own = evaluation.findings.filter(
			f => f.target === target.id && f.otherLimits !== undefined,
		);
		return own.length === 0 ? [] : [`${target.name}: ${otherLimitsSentence(own)}.`];
	});

/** Runs and proofs that count no longer, because their files are not what was recorded. */
const lostFilesOf = ({evaluation}: Source): readonly string[] =>
	evaluation.targets.flatMap(({target, lostRuns = [], lostEvidence = []}) => [
		...lostRuns
			.filter(run => !run.madeUp)
			.map(
				({at}) =>
					`The file of the probe run of ${target.name} of ${longDate(at)} is lost: what was seen before it no longer counts as passed.`,
			),
		...lostEvidence.map(
			({title, lost, controls}) =>
				`“${clip(title, 70)}” of ${target.name} proves nothing: its file ${lostFileWords[lost]}. ${counted(controls.length, 'control is', 'controls are')} left without this proof.`,
		),
	]);
