import type {Content} from '../../src/domain/content.js';
import {controlsOf} from '../../src/domain/content-parts.js';
import type {
	Contradiction,
	ControlEvaluation,
	CurrentFinding,
	Evaluation,
	NextStep,
	QuestionEvaluation,
} from '../../src/domain/evaluation.js';
import type {Left, TargetEvaluation} from '../../src/domain/target-evaluation.js';
import {verifiedCounts} from '../../src/domain/verified.js';
import type {Claim} from '../../src/domain/question.js';
import type {Target} from '../../src/domain/target.js';
import type {WorkspaceState} from '../../src/domain/workspace.js';
import {fakeQuestionsOf} from './fake-asked.js';
import {fakeRisksOf} from './fake-risks.js';

export type FakeFinding = Omit<
	CurrentFinding,
	'id' | 'targetName' | 'controls' | 'run' | 'waiver' | 'stale'
>;

const rank = {met: 2, partly: 1, 'not-met': 0, 'not-applicable': 2, nothing: -1} as const;

/**
 * A small stand-in for the assessment, for tests of the screens: claims, observations, contradictions, next steps and
 * risks by the rules of the record, without ages, waivers' failures or derived controls.
 */
export const fakeEvaluation = (
	content: Content,
	state: WorkspaceState,
	seen: readonly FakeFinding[],
	now: string,
): Evaluation => {
	const live = Object.values(state.targets).filter(t => t.retiredAt === undefined);
	const controlIds = new Map(
		controlsOf(content).flatMap(c => c.checks.map(k => [k.check, c.id] as const)),
	);
	const nameOf = (id: string): string => state.targets[id]?.name ?? id;
	const findings: readonly CurrentFinding[] = seen.map(f => {
		const waiver = Object.values(state.waivers).find(
			w =>
				w.target === f.target && w.failures.some(x => x.check === f.check && x.object === f.object),
		);
		return {
			...f,
			id: `${nameOf(f.target)}/${f.check}${f.object === undefined ? '' : `/${f.object}`}`,
			targetName: nameOf(f.target),
			controls: [controlIds.get(f.check) ?? 'none'],
			run: 'a'.repeat(64),
			stale: false,
			...(waiver && {waiver}),
		};
	});

	const questions = live.flatMap(t => fakeQuestionsOf(t, content, state, now));

	const contradictions: Contradiction[] = [];
	const controlFor = (target: Target, id: string): ControlEvaluation => {
		const definition = controlsOf(content).find(c => c.id === id)!;
		const own = questions.filter(q => q.target === target.id && q.control === id && q.asked);
		const its = findings
			.filter(f => f.target === target.id && f.controls.includes(id))
			.map(f => ({...f, role: 'required' as const}));
		const claims = own.map(q => q.claim).filter((c): c is Claim => c !== 'nothing');
		const claim = claims.toSorted((a, b) => rank[a] - rank[b])[0];
		const failing = its.filter(f => f.outcome === 'fail');
		const observation: Claim | undefined =
			failing.length > 0
				? 'not-met'
				: its.length > 0 && its.every(f => f.outcome === 'pass')
					? 'met'
					: undefined;
		const against =
			claim !== undefined && observation === 'not-met' && rank[claim] > rank[observation];
		const resolution = state.resolutions[`${target.id}/${id}`];
		const contradiction: Contradiction | undefined = against
			? {
					id: `${target.name}/${id}`,
					target: target.id,
					targetName: target.name,
					control: id,
					title: definition.title,
					severity: definition.severity,
					text: `${target.name}: the answer says "${definition.title.toLowerCase()}", the probe saw otherwise (${failing[0]?.observed ?? ''}).`,
					answers: own,
					failures: failing,
					...(resolution && {resolution}),
				}
			: undefined;
		if (contradiction !== undefined) contradictions.push(contradiction);
		const stateWord =
			contradiction !== undefined && resolution === undefined
				? 'contradicted'
				: (claim ?? observation ?? 'unknown');
		return {
			id: `${target.name}/${id}`,
			target: target.id,
			targetName: target.name,
			kind: target.kind,
			control: id,
			definition,
			questionnaire: content.questionnaires.find(n => n.controls.includes(definition))!.id,
			section: own[0]?.section ?? '',
			requirement: 'mandatory',
			state: stateWord,
			because: 'as the test says',
			assurance: observation === 'met' ? 'verified' : claim === undefined ? 'none' : 'claimed',
			stale: false,
			waived: failing.length > 0 && failing.every(f => f.waiver !== undefined),
			...(claim && {claim}),
			...(observation && {observation}),
			questions: own,
			findings: its,
			planned: [],
			evidence: [],
			...(contradiction && {contradiction}),
			settledBy: [],
			askAgain: claim === 'not-met' && observation === 'met',
			references: [],
		};
	};
	const controls = live.flatMap(t =>
		controlsOf(content)
			.filter(c => c.kind === t.kind)
			.map(c => controlFor(t, c.id)),
	);

	const targets = live.map((target): TargetEvaluation => {
		const own = controls.filter(c => c.target === target.id);
		const asked = questions.filter(q => q.target === target.id && q.asked);
		const known = own.filter(c => c.state !== 'unknown').length;
		const failing = findings.filter(
			f => f.target === target.id && f.outcome === 'fail' && f.waiver === undefined,
		);
		const run = Object.values(state.runs).findLast(r => r.target === target.id);
		return {
			target,
			asked: asked.length,
			answered: asked.filter(q => q.answer !== undefined).length,
			left: leftOf(asked),
			optional: 0,
			fresh: 0,
			dormant: 0,
			verified: verifiedCounts(own).met,
			failing: failing.length,
			criticalFailing: failing.filter(f => f.severity === 'critical').length,
			unknown: own.length - known,
			contradictions: contradictions.filter(
				c => c.target === target.id && c.resolution === undefined,
			).length,
			knockOuts: [],
			score: {
				met: 0,
				notMet: 0,
				known,
				stale: 0,
				applicable: own.length,
				coverage: own.length === 0 ? 0 : known / own.length,
			},
			...(run && {lastRun: {at: run.finishedAt, status: run.status, seenAt: run.finishedAt}}),
			...(target.name === 'prod-db' && {expires: {what: 'CA', on: '2027-01-02', inDays: 41}}),
		};
	});

	const next: readonly NextStep[] = [
		...contradictions
			.filter(c => c.resolution === undefined)
			.map((c): NextStep => ({
				kind: 'contradiction',
				target: c.target,
				targetName: c.targetName,
				control: c.control,
				severity: c.severity,
				text: `A contradiction on ${c.targetName}: the answer says "${c.title.toLowerCase()}", the probe saw otherwise.`,
			})),
		...live
			.filter(t => t.kind === 'database' && !Object.values(state.runs).some(r => r.target === t.id))
			.map((t): NextStep => ({
				kind: 'probe',
				target: t.id,
				targetName: t.name,
				severity: 'high',
				text: `Probe ${t.name}: nothing about it has been observed yet.`,
			})),
		...questions
			.filter(q => q.asked && q.answer === undefined)
			.map((q): NextStep => ({
				kind: 'question',
				target: q.target,
				targetName: nameOf(q.target),
				question: q.question,
				severity: 'medium',
				text: `Answer the open questions of ${nameOf(q.target)}.`,
			})),
	];
	const risks = fakeRisksOf(live, content, controls);
	const known = controls.filter(c => c.state !== 'unknown').length;
	return {
		at: now,
		organisation: state.settings.organisation,
		profiles: state.settings.profiles,
		targets,
		questions,
		controls,
		findings,
		contradictions,
		risks,
		waivers: [],
		evidence: [],
		score: {
			met: 0,
			notMet: 0,
			known,
			stale: 0,
			applicable: controls.length,
			coverage: controls.length === 0 ? 0 : known / controls.length,
		},
		left: leftOf(questions.filter(q => q.asked)),
		next,
	};
};

const leftOf = (asked: readonly QuestionEvaluation[]): Left => {
	const open = asked.filter(q => q.answer === undefined).length;
	return {questions: open, seconds: 30 * open};
};
