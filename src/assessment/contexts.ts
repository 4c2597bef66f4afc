import type {CheckInfo} from '../domain/check.js';
import type {CurrentFinding} from '../domain/evaluation.js';
import type {Answer, Waiver} from '../domain/answer.js';
import {questionsIn, type Condition} from '../domain/condition.js';
import type {Assess} from '../domain/ports.js';
import {profilesInForce} from '../domain/profiles-in-force.js';
import type {Question} from '../domain/question.js';
import {type Target, TargetKind} from '../domain/target.js';
import type {Cautious} from './cautious.js';
import {currentFindings, inOrder} from './current-findings.js';
import type {RecordedRun} from '../domain/run.js';
import {keptEvidence} from './lost-evidence.js';
import {byTarget, groupBy, valuesOf} from './order.js';
import {byPresentLimits} from './other-limits.js';
import {effectiveProfile, type EffectiveProfile} from './profile.js';
import {knownQuestions} from './known-questions.js';
import {evaluateQuestion} from './questions.js';
import {type KindContent, kindContent, type Scope, scopeOf} from './scope.js';
import {withLapsed} from './lapsed.js';
import {olderThan} from './staleness.js';
import type {TargetContext} from './target-context.js';
import {evaluateVersions} from './versions.js';
import {failureKey, waiversByFailure} from './waivers.js';

/** Gathers what is known of each live target, in the order of output. */
export const contextsOf = ({
	content,
	state,
	runs,
	checks,
	lostEvidence,
	now,
	versions,
}: Parameters<Assess>[0] & Pick<Cautious, 'versions'>): readonly TargetContext[] => {
	const kinds = new Map(TargetKind.options.map(kind => [kind, kindContent(content, kind)]));
	const checkById = new Map(checks.map(check => [check.id, check]));
	const answers = groupBy(valuesOf(state.answers), a => a.target);
	const resolutions = groupBy(valuesOf(state.resolutions), r => r.target);
	const waivers = groupBy(valuesOf(state.waivers), w => w.target);
	const runsByTarget = groupBy(inOrder(runs), r => r.report.target);
	const evidence = groupBy(
		keptEvidence(state.evidence, lostEvidence).flatMap(e => e.links.map(link => ({e, link}))),
		({link}) => link.target,
	);
	const profiles = new Map<string, EffectiveProfile>();
	const profileOf = (target: Target): EffectiveProfile => {
		const ids = profilesInForce(target, state.settings);
		const key = ids.join(' ');
		const known = profiles.get(key) ?? effectiveProfile(content, ids);
		profiles.set(key, known);
		return known;
	};
	const answersOf = (target: Target) =>
		new Map((answers.get(target.id) ?? []).map(a => [a.question, a]));
	// What else is asked must not rest on one of several answers.
	const agreed = (target: Target) =>
		new Map([...answersOf(target)].filter(([id]) => !versions.has(`${target.id}/${id}`)));
	const kindOf = (target: Target): KindContent =>
		kinds.get(target.kind) ?? kindContent(content, target.kind);
	const live = valuesOf(state.targets)
		.filter(t => t.retiredAt === undefined)
		.toSorted(byTarget);
	const organisation = live.find(t => t.kind === 'organisation');
	const organisationScope: Scope | undefined =
		organisation === undefined
			? undefined
			: scopeOf(organisation, kindOf(organisation), agreed(organisation));
	const known = knownQuestions(state);
	return live.map(target => {
		const kind = kindOf(target);
		const own = answersOf(target);
		const profile = profileOf(target);
		const scope = scopeOf(
			target,
			kind,
			agreed(target),
			target.id === organisation?.id ? undefined : organisationScope,
		);
		const knows = known(target);
		const rules = {
			profile,
			tooOld: olderThan(now, profile.maxAge.answers),
			now,
			known: ({id, gap, when}: Question) =>
				knows(id, gap === undefined || when === undefined ? undefined : latestOf(when, own)),
		};
		const questions = withLapsed(
			kind.questions.map(q => {
				const several = versions.get(`${target.id}/${q.question.id}`);
				return several === undefined
					? evaluateQuestion(target.id, q, scope, own, rules)
					: evaluateVersions(target.id, q, scope, own, rules, several);
			}),
			now,
		);
		const runsOfTarget = runsByTarget.get(target.id) ?? [];
		const findings = joined(target, runsOfTarget, kind, {
			waivers: waiversByFailure(waivers.get(target.id) ?? [], profile, now),
			tooOld: olderThan(now, profile.maxAge.runs),
			checks: checkById,
			thresholds: profile.thresholds,
		});
		return {
			target,
			content,
			kind,
			scope,
			profile,
			questions,
			questionsByControl: groupBy(questions, q => q.definition.control ?? ''),
			findings,
			findingsByCheck: groupBy(findings, f => f.check),
			evidenceByControl: new Map(
				[...groupBy(evidence.get(target.id) ?? [], ({link}) => link.control)].map(
					([control, links]) => [control, links.map(({e}) => e)] as const,
				),
			),
			resolutions: new Map((resolutions.get(target.id) ?? []).map(r => [r.control, r])),
			checks: checkById satisfies ReadonlyMap<string, CheckInfo>,
			runs: runsOfTarget,
			now,
		};
	});
};

/** When the answers were given that bring up a follow-up; the last of them decides. */
const latestOf = (when: Condition, answers: ReadonlyMap<string, Answer>): string | undefined =>
	questionsIn(when)
		.flatMap(id => answers.get(id)?.at ?? [])
		.toSorted()
		.at(-1);

type Joining = {
	readonly waivers: ReadonlyMap<string, Waiver>;
	readonly tooOld: (instant: string) => boolean;
	readonly checks: ReadonlyMap<string, CheckInfo>;
	/** In force for the target. */
	readonly thresholds: EffectiveProfile['thresholds'];
};

/** The current findings beside the limits in force, with waivers and controls. */
const joined = (
	target: Target,
	runs: readonly RecordedRun[],
	kind: KindContent,
	{waivers, tooOld, checks, thresholds}: Joining,
): readonly CurrentFinding[] => {
	const controls = kind.controlsByCheck;
	const runBy = new Map(runs.map(run => [run.sha256, run]));
	return currentFindings(target, runs, tooOld).map(seen => {
		const {failedAttempt} = seen;
		const check = checks.get(seen.finding.check);
		const {finding, otherLimits} = byPresentLimits(
			seen.finding,
			check,
			runBy.get(seen.run),
			thresholds,
		);
		const object = finding.object === undefined ? '' : `/${finding.object}`;
		const waiver = finding.outcome === 'fail' ? waivers.get(failureKey(finding)) : undefined;
		// Assigning to a literal takes a fifth of the time and memory of spreading these many wide objects.
		const current: CurrentFinding = Object.assign(
			{
				id: `${target.name}/${finding.check}${object}`,
				target: target.id,
				targetName: target.name,
				run: seen.run,
				at: seen.at,
				stale: seen.stale,
				controls: controls.get(finding.check) ?? [],
			},
			finding,
			otherLimits === undefined ? undefined : {otherLimits},
		);
		const attempted = failedAttempt === undefined ? current : {...current, failedAttempt};
		return waiver === undefined ? attempted : {...attempted, waiver};
	});
};
