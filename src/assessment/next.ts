import type {Waiver} from '../domain/answer.js';
import {onePersonWords} from '../domain/approval.js';
import type {ControlEvaluation, CurrentFinding, NextStep} from '../domain/evaluation.js';
import {lostFileWords} from '../domain/evidence.js';
import {otherLimitsCounted} from '../domain/other-limit-words.js';
import {stopsGate, type OpenConflict} from '../domain/open-conflict.js';
import type {RiskDecision} from '../domain/risk.js';
import {atLeast, bySeverity} from '../domain/severity-order.js';
import {plainText} from '../domain/text.js';
import {controlStep, failureStep, type On, type Ranked, ranks} from './control-step.js';
import type {Expiry} from './expiry.js';
import {lostEvidenceOf} from './lost-evidence.js';
import {lostRunsOf} from './lost-runs.js';
import {isOvertaken} from './other-limits.js';
import {present} from './present.js';
import {quoted} from './sentences.js';
import type {TargetContext} from './target-context.js';
import type {Judged} from './targets.js';
import {failureKey} from './waivers.js';

/** What is soon: days before something runs out. */
export const soonDays = 60;

type Subject = Judged & {
	/** What does not hold because the profile wants a second person. */
	readonly lone: {readonly waivers: readonly Waiver[]; readonly risks: readonly RiskDecision[]};
};

/**
 * What to do next, the most risk first: conflicts and contradictions, critical failures, open scoping questions, runs and evidence whose files are lost,
 * databases whose probe judged by other limits, mandatory controls that are unknown, databases never probed, what runs out within 60 days, other failures, open questions, answers to ask again, what is stale. Within
 * one sort by severity, then in the order of targets and content. A question or control appears once.
 */
export const nextSteps = (
	subjects: readonly Subject[],
	conflicts: readonly OpenConflict[],
): readonly NextStep[] => {
	const steps = subjects.flatMap(stepsOf);
	const first: readonly Ranked[] = subjects.some(s => s.context.target.kind !== 'organisation')
		? []
		: [
				{
					rank: ranks.noTarget,
					kind: 'target',
					severity: 'high',
					text: 'Add the first database with "dbvet target add NAME URL".',
				},
			];
	return [...first, ...conflicts.filter(stopsGate).map(conflictStep), ...steps]
		.toSorted((a, b) => a.rank - b.rank || bySeverity(a.severity, b.severity))
		.map(({rank: _, ...step}) => step);
};

const conflictStep = (conflict: OpenConflict): Ranked => {
	const {id, target, targetName, question, control, severity, title} = conflict;
	const place = targetName === undefined ? '' : `${targetName}: `;
	const text = `${place}choose between ${conflict.versions.length} versions of ${conflict.kind === 'answer' ? 'the answer to ' : ''}${title}.`;
	return present({
		rank: ranks.contradiction,
		kind: 'conflict' as const,
		target,
		targetName,
		control,
		question,
		conflict: id,
		severity,
		text,
	});
};

const stepsOf = (subject: Subject): readonly Ranked[] => {
	const {context, controls, expiries, lone} = subject;
	const {id, name, kind} = context.target;
	const on = {target: id, targetName: name};
	const taken = new Set<string>();
	const fromControls = controls.flatMap(control => controlStep(control, context, taken) ?? []);
	const probe: readonly Ranked[] =
		kind === 'database' && context.runs.length === 0
			? [
					{
						...on,
						rank: ranks.neverProbed,
						kind: 'probe',
						severity: 'high',
						text: `${name}: probe it; nothing has looked at it yet.`,
					},
				]
			: [];
	const lost = lostRunsOf(context)
		.filter(run => !run.madeUp)
		.map(({at, what}): Ranked => ({
			...on,
			rank: ranks.lostRun,
			kind: 'probe',
			severity: 'high',
			text: `${name}: what the probe run of ${at.slice(0, 10)} saw is lost. ${what} Bring the file back, or probe again.`,
		}));
	const otherwise = context.findings.filter(f => f.otherLimits !== undefined);
	const again: readonly Ranked[] =
		otherwise.length === 0
			? []
			: [
					{
						...on,
						rank: ranks.otherLimits,
						kind: 'probe',
						severity: otherwise.some(isOvertaken) ? 'high' : 'low',
						text: `${name}: probe it again: ${otherLimitsCounted(otherwise)}.`,
					},
				];
	const lostProofs = lostEvidenceOf(controls).map(
		({title, lost: what, controls: [control]}): Ranked =>
			present({
				...on,
				rank: ranks.lostEvidence,
				kind: 'expiry' as const,
				control,
				severity: 'high' as const,
				text: `${name}: ${plainText(title, 60)} proves nothing any more: its file ${lostFileWords[what]}. Bring the file back, or add the proof anew.`,
			}),
	);
	const soon = expiries.filter(e => e.inDays <= soonDays).map(e => expiryStep(e, on));
	const alone = [
		...lone.waivers.map(w => ({what: `the waiver ${w.id}`, approval: w})),
		...lone.risks.map(r => ({what: `the acceptance of ${r.risk}`, approval: r})),
	].map(({what, approval}): Ranked => ({
		...on,
		rank: ranks.expiring,
		kind: 'expiry',
		severity: 'high',
		text: `${name}: ${what} does not hold: it ${onePersonWords(approval)}.`,
	}));
	const counted = failuresCounted(controls);
	const loose = context.findings
		.filter(f => isOpenFailure(f) && !counted.has(failureKey(f)))
		.map(f => ({
			...failureStep(f.severity, on, `${name}: mend ${quoted(f.title)}${objectWords(f)}.`),
			finding: f.id,
		}));
	const questions = context.questions
		.filter(q => q.evaluation.due && q.evaluation.answer === undefined)
		.filter(q => q.definition.fact === undefined && !taken.has(q.definition.id))
		.map(({definition, evaluation}): Ranked =>
			present({
				...on,
				rank: ranks.unanswered,
				kind: 'question' as const,
				control: evaluation.control,
				question: definition.id,
				severity: severityOf(evaluation.control, context),
				text: `${name}: answer ${quoted(definition.text)}`,
			}),
		);
	return [
		...scopingStep(context),
		...fromControls,
		...probe,
		...lost,
		...again,
		...lostProofs,
		...soon,
		...alone,
		...loose,
		...questions,
	];
};

/** One step for all scoping questions that are open: until they are answered too much is asked, or counted wrongly. */
const scopingStep = ({questions, target}: TargetContext): readonly Ranked[] => {
	const open = questions.filter(
		q => q.definition.fact !== undefined && q.evaluation.due && q.evaluation.answer === undefined,
	);
	const [first] = open;
	if (first === undefined) return [];
	const what =
		open.length === 1
			? `answer ${quoted(first.definition.text)}`
			: `answer the ${open.length} questions that decide what else is asked, beginning with ${quoted(first.definition.text)}`;
	return [
		{
			target: target.id,
			targetName: target.name,
			question: first.definition.id,
			rank: ranks.scoping,
			kind: 'question',
			severity: 'high',
			text: `${target.name}: ${what}`,
		},
	];
};

/** The failures that some control of the target counts; the others would be lost if they had no step of their own. */
const failuresCounted = (controls: readonly ControlEvaluation[]): ReadonlySet<string> =>
	new Set(
		controls
			.filter(c => c.observation !== undefined)
			.flatMap(c => c.findings.filter(f => f.role !== 'informs' && f.outcome === 'fail'))
			.map(failureKey),
	);

const objectWords = ({object}: CurrentFinding): string =>
	object === undefined ? '' : `, ${plainText(object, 60)}`;

const isOpenFailure = (f: CurrentFinding): boolean =>
	f.outcome === 'fail' && f.waiver === undefined && atLeast(f.severity, 'low');

const severityOf = (control: string | undefined, context: TargetContext) =>
	(control === undefined ? undefined : context.kind.controlById.get(control)?.severity) ?? 'medium';

const expiryStep = ({what, on: day, inDays, control}: Expiry, on: On): Ranked =>
	present({
		...on,
		rank: ranks.expiring,
		kind: 'expiry' as const,
		control,
		severity: inDays < 0 ? ('high' as const) : ('medium' as const),
		text:
			inDays < 0
				? `${on.targetName}: ${what} ran out on ${day}.`
				: `${on.targetName}: ${what} runs out on ${day}, in ${inDays} ${inDays === 1 ? 'day' : 'days'}.`,
	});
