import type {Waiver} from '../domain/answer.js';
import type {ControlEvaluation, RiskEvaluation} from '../domain/evaluation.js';
import type {Assess} from '../domain/ports.js';
import type {RiskDecision} from '../domain/risk.js';
import {cautious, standing} from './cautious.js';
import {contextsOf} from './contexts.js';
import {evaluateControl} from './controls.js';
import {deriveControls} from './derive.js';
import {expiriesOf} from './expiry.js';
import {keptEvidence} from './lost-evidence.js';
import {nextSteps} from './next.js';
import {openConflict} from './open-conflict.js';
import {groupBy, valuesOf} from './order.js';
import {evaluateRisk} from './risks.js';
import {scoreOf} from './scores.js';
import {evaluateTarget} from './targets.js';
import type {TargetContext} from './target-context.js';
import {evidenceView, waiverView} from './views.js';
import {troubleOf, unplacedOf} from './trouble.js';
import {approvalStanding} from './waivers.js';

/**
 * The rules of the record: from content, the present state, the probe runs and an instant to the one value that every
 * screen, document and gate reads. Retired targets are left out. The same input gives the same output, in whatever order
 * the records come.
 * @throws UserError when no profile is in force, or one has a threshold without a direction
 */
export const assess: Assess = input => {
	const {content, now} = input;
	const disputed = standing(input.state, input.conflicts ?? []);
	const {state, versions} = cautious(input.state, disputed);
	const contexts = contextsOf({...input, state, versions});
	const targets = new Map(contexts.map(c => [c.target.id, c.target]));
	const controls = deriveControls(
		contexts.flatMap(c => c.kind.controls.map(placed => evaluateControl(placed, c))),
		targets,
	);
	const controlsByTarget = groupBy(controls, c => c.target);
	const decisions = groupBy(valuesOf(state.decisions), d => d.target);
	const waivers = groupBy(valuesOf(state.waivers), w => w.target);
	const evidence = keptEvidence(state.evidence, input.lostEvidence).filter(e =>
		e.links.some(l => targets.has(l.target)),
	);
	const subjects = contexts.map(context => {
		const {id} = context.target;
		const own = controlsByTarget.get(id) ?? [];
		const accepted = waivers.get(id) ?? [];
		const decided = decisions.get(id) ?? [];
		const byOnePerson = (approval: Waiver | RiskDecision): boolean =>
			approvalStanding(approval, context.profile, now) === 'one-person';
		const contradictions = own.flatMap(c => c.contradiction ?? []);
		const expiries = expiriesOf(context, {
			// A proof that is lost runs out no more, and does not stand in for one that does.
			evidence: evidence.filter(e => e.lost === undefined && e.links.some(l => l.target === id)),
			waivers: accepted.filter(w => !byOnePerson(w)),
			contradictions,
			decisions: decided.filter(d => !byOnePerson(d)),
		});
		const lone = {
			waivers: accepted.filter(byOnePerson),
			risks: decided.filter(d => d.treatment === 'accept' && byOnePerson(d)),
		};
		return {context, controls: own, contradictions, expiries, lone};
	});
	const evaluated = subjects.map(evaluateTarget);
	const trouble = troubleOf(content, state);
	const unplaced = unplacedOf(contexts, state);
	const conflicts = disputed.map(conflict => openConflict(conflict, state, content));
	return {
		at: now,
		organisation: state.settings.organisation,
		profiles: state.settings.profiles,
		targets: evaluated,
		questions: contexts.flatMap(c => c.questions.map(q => q.evaluation)),
		controls,
		findings: contexts.flatMap(c => c.findings),
		contradictions: subjects.flatMap(s => s.contradictions),
		risks: subjects.flatMap(s =>
			risksOf(s.context, s.controls, decisions.get(s.context.target.id) ?? []),
		),
		waivers: contexts.flatMap(context =>
			(waivers.get(context.target.id) ?? []).map(w => waiverView(w, context, now)),
		),
		evidence: evidence.map(e => evidenceView(e, controlsByTarget, targets, content, now)),
		score: scoreOf(controls),
		left: {
			questions: total(evaluated, t => t.left.questions),
			seconds: total(evaluated, t => t.left.seconds),
		},
		next: nextSteps(subjects, conflicts),
		...(conflicts.length === 0 ? {} : {conflicts}),
		...(trouble === undefined ? {} : {trouble}),
		...(unplaced.length === 0 ? {} : {unplaced}),
	};
};

const total = <T>(values: readonly T[], of: (value: T) => number): number =>
	values.reduce((sum, value) => sum + of(value), 0);

/** The risks of one target that its scoping facts do not exclude, in the order of the register. */
const risksOf = (
	{content, target, scope, profile, now}: TargetContext,
	controls: readonly ControlEvaluation[],
	decisions: readonly RiskDecision[],
): readonly RiskEvaluation[] => {
	const byId = new Map(controls.map(c => [c.control, c]));
	return content.risks
		.filter(risk => risk.kind === target.kind)
		.filter(risk => risk.appliesWhen === undefined || scope.holds(risk.appliesWhen) !== false)
		.map(risk => {
			const decision = decisions.find(d => d.risk === risk.id);
			const standing =
				decision?.treatment === 'accept' ? approvalStanding(decision, profile, now) : undefined;
			return evaluateRisk(risk, target, scope, byId, decision, standing);
		});
};
