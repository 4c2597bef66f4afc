import type {CurrentFinding, Evaluation} from '../domain/evaluation.js';
import type {Assess} from '../domain/ports.js';
import {contextsOf} from './contexts.js';
import {evaluateControl} from './controls.js';
import {deriveControls} from './derive.js';
import {viewOf} from './evidence.js';
import {expiriesOf} from './expiry.js';
import {nextSteps} from './next.js';
import {groupBy, unique, valuesOf} from './order.js';
import {evaluateRisk} from './risks.js';
import {scoreOf} from './scores.js';
import {evaluateTarget} from './targets.js';
import type {TargetContext} from './target-context.js';
import {failureOf} from './contradictions.js';
import {failureKey, isInForce} from './waivers.js';

/**
 * The rules of the record: from content, the present state, the probe runs and an instant to the one value that every
 * screen, document and gate reads. Retired targets are left out. The same input gives the same output, in whatever order
 * the records come.
 * @throws UserError when a profile in force does not exist or has a threshold without a direction
 */
export const assess: Assess = input => {
	const {content, state, now} = input;
	const contexts = contextsOf(input);
	const targets = new Map(contexts.map(c => [c.target.id, c.target]));
	const controls = deriveControls(
		contexts.flatMap(c => c.kind.controls.map(placed => evaluateControl(placed, c))),
		targets,
	);
	const controlsByTarget = groupBy(controls, c => c.target);
	const decisions = valuesOf(state.decisions);
	const waivers = valuesOf(state.waivers).filter(w => targets.has(w.target));
	const evidence = valuesOf(state.evidence).filter(e => e.links.some(l => targets.has(l.target)));
	const evaluated = contexts.map(context => {
		const {id} = context.target;
		const own = controlsByTarget.get(id) ?? [];
		const contradictions = own.flatMap(c => c.contradiction ?? []);
		const expiries = expiriesOf(
			context,
			evidence.filter(e => e.links.some(l => l.target === id)),
			waivers.filter(w => w.target === id),
			contradictions,
			decisions.filter(d => d.target === id),
		);
		return {context, controls: own, contradictions, expiries};
	});
	return {
		at: now,
		organisation: state.settings.organisation,
		profiles: state.settings.profiles,
		targets: evaluated.map(e =>
			evaluateTarget(e.context, e.controls, e.contradictions, e.expiries),
		),
		questions: contexts.flatMap(c => c.questions.map(q => q.evaluation)),
		controls,
		findings: contexts.flatMap(c => c.findings),
		contradictions: evaluated.flatMap(e => e.contradictions),
		risks: evaluated.flatMap(({context, controls: own}) => {
			const byId = new Map(own.map(c => [c.control, c]));
			return content.risks
				.filter(risk => risk.kind === context.target.kind)
				.filter(
					risk => risk.appliesWhen === undefined || context.scope.holds(risk.appliesWhen) !== false,
				)
				.map(risk => {
					const decision = decisions.find(
						d => d.target === context.target.id && d.risk === risk.id,
					);
					return evaluateRisk(risk, context.target, context.scope, byId, decision, now);
				});
		}),
		waivers: waivers.map(waiver => waiverView(waiver, contexts, now)),
		evidence: evidence.map(e => {
			const views = e.links.flatMap(l => {
				const control = controlsByTarget.get(l.target)?.find(c => c.control === l.control);
				return control?.evidence.filter(v => v.id === e.id) ?? [];
			});
			return {
				...viewOf(e, content, undefined, now),
				olderThanAnswer: views.some(v => v.olderThanAnswer),
				targets: unique(e.links.flatMap(l => targets.get(l.target)?.name ?? [])),
			};
		}),
		score: scoreOf(controls),
		next: nextSteps(evaluated),
	};
};

const waiverView = (
	waiver: Evaluation['waivers'][number] | Parameters<typeof isInForce>[0],
	contexts: readonly TargetContext[],
	now: string,
): Evaluation['waivers'][number] => {
	const context = contexts.find(c => c.target.id === waiver.target);
	const failing = new Set(
		(context?.findings ?? [])
			.filter((f: CurrentFinding) => f.outcome === 'fail')
			.map(f => failureKey(f)),
	);
	return {
		...waiver,
		targetName: context?.target.name ?? waiver.target,
		expired: !isInForce(waiver, now, false),
		stillFails: waiver.failures.filter(f => failing.has(failureKey(f))).map(failureOf),
	};
};
