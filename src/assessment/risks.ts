import type {ApprovalStanding} from '../domain/approval.js';
import type {ControlEvaluation, RiskEvaluation, RiskScore} from '../domain/evaluation.js';
import {type RiskDecision, riskLevel, type RiskScenario} from '../domain/risk.js';
import type {Target} from '../domain/target.js';
import {isFirm} from './assurance.js';
import {present} from './present.js';
import type {Scope} from './scope.js';

type Treatment = RiskScenario['treatments'][number];
type View = 'claimed' | 'verified';
/** How a control counts towards a treatment; one that does not apply neither lowers a risk nor stands in the way. */
type Holding = 'met' | 'partly' | 'no' | 'left-out';

/**
 * One risk of one target, before anything is done, as claimed and as verified.
 * @param controls the target's own controls, by id
 * @param standing whether a decision to accept counts
 */
export const evaluateRisk = (
	scenario: RiskScenario,
	target: Target,
	scope: Scope,
	controls: ReadonlyMap<string, ControlEvaluation>,
	decision: RiskDecision | undefined,
	standing: ApprovalStanding | undefined,
): RiskEvaluation => {
	const raised = scenario.impactRaisedWhen.filter(c => scope.holds(c) === true).length;
	const inherent = score(scenario.likelihood, Math.min(5, scenario.impact + raised));
	const of = (treatment: Treatment) => treatment.controls.flatMap(id => controls.get(id) ?? []);
	const residual = (view: View): RiskScore => {
		const strongest = (factor: Treatment['lowers']): number =>
			Math.max(
				0,
				...scenario.treatments
					.filter(t => t.lowers === factor)
					.map(t => effectOf(t, controls, scope, view)),
			);
		return score(
			Math.max(1, inherent.likelihood - strongest('likelihood')),
			Math.max(1, inherent.impact - strongest('impact')),
		);
	};
	return {
		id: `${target.name}/${scenario.id}`,
		target: target.id,
		targetName: target.name,
		risk: scenario.id,
		definition: scenario,
		inherent,
		claimed: residual('claimed'),
		verified: residual('verified'),
		treatments: scenario.treatments.map(treatment => ({
			controls: treatment.controls.map(id => {
				const control = controls.get(id);
				return {
					id,
					state: control?.state ?? 'unknown',
					assurance: control?.assurance ?? 'none',
					...present({agedFrom: control?.agedFrom}),
				};
			}),
			lowers: treatment.lowers,
			by: treatment.by,
			why: treatment.why,
			countsAsClaimed: effectOf(treatment, controls, scope, 'claimed') > 0,
			countsAsVerified: effectOf(treatment, controls, scope, 'verified') > 0,
		})),
		...present({decision, standing}),
		accepted:
			standing === 'holds' ||
			scenario.treatments.flatMap(of).some(c => c.findings.some(f => f.waiver !== undefined)),
	};
};

const score = (likelihood: number, impact: number): RiskScore => ({
	likelihood,
	impact,
	level: riskLevel(likelihood, impact),
});

/** By how many steps a treatment lowers its factor now: 0 unless all of its controls hold. */
const effectOf = (
	treatment: Treatment,
	controls: ReadonlyMap<string, ControlEvaluation>,
	scope: Scope,
	view: View,
): number => {
	const all = treatment.controls.map(id => holdingOf(controls.get(id), scope, view));
	const holding = all.filter(h => h !== 'left-out');
	if (holding.length === 0 || holding.includes('no')) return 0;
	if (holding.includes('partly')) return Math.min(treatment.partlyBy ?? 0, treatment.by);
	return treatment.by;
};

const holdingOf = (control: ControlEvaluation | undefined, scope: Scope, view: View): Holding => {
	if (control === undefined) return 'no';
	const {state, assurance, observation, definition, questions} = control;
	const believed = view === 'claimed' || isFirm(assurance);
	switch (state) {
		case 'met':
			return believed ? 'met' : observation === 'not-applicable' ? 'left-out' : 'no';
		case 'partly': {
			// Beside an open question a "yes" would claim nothing, and lower nothing unless it was seen: "partly" must not lower more.
			const open = questions.some(
				({asked, followUp, claim, versions}) =>
					asked && followUp !== true && (claim === 'nothing' || versions !== undefined),
			);
			const isSeen = observation === 'met' || observation === 'partly';
			return believed && (!open || isSeen) ? 'partly' : 'no';
		}
		case 'not-applicable': {
			const seen = observation === 'not-applicable' || observation === 'met';
			return believed || seen || !scope.applies(definition) ? 'left-out' : 'no';
		}
		case 'not-met':
		case 'unknown':
		case 'contradicted':
			return 'no';
	}
};
