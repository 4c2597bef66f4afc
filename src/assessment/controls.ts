import type {Assurance, ControlEvaluation, EvidenceView} from '../domain/evaluation.js';
import {stepDown} from './assurance.js';
import {because, outOfScope} from './because.js';
import {answersOf, contradictionOf} from './contradictions.js';
import {documents, viewOf} from './evidence.js';
import {observe, type Observation} from './observation.js';
import {byText} from './order.js';
import {present} from './present.js';
import {type Asked, combinedClaim, deciding} from './questions.js';
import type {PlacedControl} from './scope.js';
import {settledBy} from './settled-by.js';
import {judge, type Judgement} from './state.js';
import type {TargetContext} from './target-context.js';

/** Judges one control of one target by what stands on that target alone; links to other targets come later. */
export const evaluateControl = (
	placed: PlacedControl,
	context: TargetContext,
): ControlEvaluation => {
	const {control} = placed;
	const {target, now} = context;
	const questions = context.questionsByControl.get(control.id) ?? [];
	const evidence = evidenceOf(control.id, questions, context);
	const observation = observe(control, target, context.findingsByCheck, context.checks);
	const common = {
		id: `${target.name}/${control.id}`,
		target: target.id,
		targetName: target.name,
		kind: target.kind,
		control: control.id,
		definition: control,
		questionnaire: placed.questionnaire,
		section: placed.section,
		requirement: context.profile.requirementOf(control.id),
		questions: questions.map(q => q.evaluation),
		findings: control.checks.flatMap(({check, role}) =>
			(context.findingsByCheck.get(check) ?? []).map(finding => ({...finding, role})),
		),
		planned: control.checks.map(c => c.check).filter(check => !context.checks.has(check)),
		evidence,
		references: control.references,
	};
	if (!context.scope.applies(control))
		return {
			...common,
			state: 'not-applicable',
			because: outOfScope(control),
			assurance: 'claimed',
			stale: false,
			waived: false,
			settledBy: [],
			askAgain: false,
		};
	const claim = combinedClaim(questions);
	const first = judge(claim, observation.verdict);
	const contradiction = first.contradicted
		? contradictionOf(
				target,
				control,
				questions,
				observation.failures,
				context.resolutions.get(control.id),
				now,
			)
		: undefined;
	const settled = contradiction?.resolution !== undefined;
	// A resolution sets the observation aside: the claim stands alone, and nothing verifies it.
	const judgement = settled ? judge(claim, undefined) : first;
	const ground = groundOf(judgement, questions, observation, evidence, control);
	const assurance = ground.stale ? stepDown(ground.assurance) : ground.assurance;
	const state = judgement.state;
	return {
		...common,
		state,
		because: because({
			judgement,
			control,
			questions,
			observation,
			contradiction,
			evidence,
			stale: ground.stale,
		}),
		assurance,
		stale: ground.stale,
		waived:
			(state === 'not-met' || state === 'partly') &&
			observation.verdict === state &&
			observation.failures.every(f => f.waiver !== undefined),
		settledBy: settledBy({state, assurance, control, questions, observation, context}),
		askAgain: judgement.askAgain,
		...present({
			claim: claim === 'nothing' ? undefined : claim,
			observation: observation.verdict,
			contradiction,
			since: ground.since,
		}),
	};
};

type Ground = {
	readonly assurance: Assurance;
	readonly stale: boolean;
	readonly since: string | undefined;
};

/** How well the state is known and how fresh what it stands on is. */
const groundOf = (
	judgement: Judgement,
	questions: readonly Asked[],
	observation: Observation,
	evidence: readonly EvidenceView[],
	control: PlacedControl['control'],
): Ground => {
	const answers = answersOf(questions);
	if (judgement.rests === 'nothing') return {assurance: 'none', stale: false, since: undefined};
	if (judgement.rests === 'observation')
		return {
			assurance: judgement.contradicted ? 'none' : 'verified',
			stale: observation.basis.some(f => f.stale),
			since: latest(
				judgement.contradicted
					? [...observation.basis, ...answers].map(x => x.at)
					: observation.basis.map(f => f.at),
			),
		};
	const documented =
		judgement.state !== 'not-met' && evidence.some(view => documents(view, control));
	return {
		assurance: documented ? 'documented' : 'claimed',
		stale: deciding(questions).some(q => q.evaluation.stale),
		since: latest(answers.map(a => a.at)),
	};
};

const evidenceOf = (
	control: string,
	questions: readonly Asked[],
	context: TargetContext,
): readonly EvidenceView[] => {
	const changedAt = latest(answersOf(questions).map(a => a.at));
	return (context.evidenceByControl.get(control) ?? []).map(evidence =>
		viewOf(evidence, context.content, changedAt, context.now),
	);
};

const latest = (instants: readonly string[]): string | undefined =>
	instants.toSorted(byText).at(-1);
