import type {NextStep, RiskEvaluation, RiskScore} from '../../../domain/evaluation.js';
import {chart, chip, type Markup, type ViewValue} from '../markup.js';
import type {Source} from '../source.js';
import {clip, counted, listed, share} from '../text.js';

/** The page that must be enough to decide: verdict, numbers, heat map, five things to do, what is not known. */
export const summaryView = (source: Source): ViewValue => ({
	verdict: verdictOf(source),
	figures: figuresOf(source),
	heatmap: heatMapOf(source.evaluation.risks),
	hasRisks: source.evaluation.risks.length > 0,
	hasActions: source.evaluation.next.length > 0,
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
	const {risks, contradictions, score: total} = source.evaluation;
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
	return [first, second];
};

const notMet = (source: Source): number =>
	source.applicable.filter(c => c.state === 'not-met' || c.state === 'partly').length;

const figuresOf = (source: Source): Markup => {
	const {score: total, contradictions, waivers} = source.evaluation;
	const grave = source.open.filter(f => f.severity === 'critical' || f.severity === 'high').length;
	const unsettled = contradictions.filter(c => c.resolution === undefined).length;
	const verified = source.applicable.filter(c => c.assurance === 'verified').length;
	const accepted = waivers.filter(w => !w.expired).length;
	return chart({
		kind: 'figures',
		items: [
			{
				value: share(total.known, total.applicable),
				label: 'controls known',
				note: `${verified} verified by probe`,
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
			{value: String(accepted), label: 'accepted', note: 'with an expiry'},
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

const heatMapOf = (risks: readonly RiskEvaluation[]): Markup =>
	chart({
		kind: 'heatmap',
		maps: [
			{title: 'Before controls', cells: cells(risks, r => r.inherent)},
			{title: 'Now, if the answers hold', cells: cells(risks, r => r.claimed)},
			{title: 'Now, as verified', cells: cells(risks, r => r.verified)},
		],
	});

/** Owner and date come from the decision on a risk that the control lowers. */
const actionOf = (source: Source, step: NextStep, i: number): ViewValue => {
	const decision = source.evaluation.risks.find(
		r =>
			r.target === step.target &&
			r.decision !== undefined &&
			r.treatments.some(t =>
				t.controls.some(c => c.id === step.control || c.id.endsWith(`/${step.control ?? '\0'}`)),
			),
	)?.decision;
	return {
		number: i + 1,
		severity: chip(step.severity),
		text: clip(step.text, 120),
		target: step.targetName ?? '',
		owner: decision?.owner ?? 'not assigned',
		due: decision?.due ?? 'no date',
	};
};

const notKnownOf = (source: Source): readonly string[] => {
	const {score: total, targets} = source.evaluation;
	const unknown = source.applicable.filter(c => c.state === 'unknown');
	const mandatory = unknown.filter(c => c.requirement === 'mandatory').length;
	const stale = source.applicable.filter(c => c.stale).length;
	const blind = targets.filter(
		t => t.target.kind === 'database' && t.lastRun?.status !== 'complete',
	);
	const lines: string[] = [];
	if (unknown.length > 0) {
		lines.push(
			`${sentenceCount(unknown.length, total.applicable)}; ${counted(mandatory, 'of them is', 'of them are')} mandatory. Chapter “Unknowns” names what would settle each.`,
		);
	}
	if (blind.length > 0) {
		const names = blind
			.slice(0, 3)
			.map(
				t =>
					`${t.target.name} (${t.lastRun === undefined ? 'never probed' : t.lastRun.status === 'partial' ? 'seen in part' : 'not reached'})`,
			);
		lines.push(
			`Databases without a complete probe run: ${listed(names)}${blind.length > 3 ? ` and ${blind.length - 3} more` : ''}.`,
		);
	}
	if (stale > 0)
		lines.push(
			`${counted(stale, 'control rests', 'controls rest')} on answers or runs older than the profile allows.`,
		);
	if (lines.length === 0) lines.push('Every applicable control is known.');
	return lines;
};

const sentenceCount = (unknown: number, applicable: number): string =>
	`${unknown} of ${applicable} applicable controls ${unknown === 1 ? 'is' : 'are'} not known`;
