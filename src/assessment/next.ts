import type {Waiver} from '../domain/answer.js';
import type {ControlEvaluation, CurrentFinding, NextStep} from '../domain/evaluation.js';
import {atLeast, bySeverity} from '../domain/severity.js';
import {plainText} from '../domain/text.js';
import type {Expiry} from './expiry.js';
import {present} from './present.js';
import {deciding} from './questions.js';
import {continued, observedWords, sentence} from './sentences.js';
import type {TargetContext} from './target-context.js';
import {isFailing, type Judged} from './targets.js';

/** What is soon: days before something runs out. */
export const soonDays = 60;

/** The order of the sorts of steps, by how much risk they take away. */
const ranks = {
	noTarget: 0,
	contradiction: 1,
	criticalFailure: 2,
	mandatoryUnknown: 3,
	neverProbed: 4,
	expiring: 5,
	failure: 6,
	unanswered: 7,
	askAgain: 8,
	stale: 9,
} as const;

type Ranked = NextStep & {readonly rank: number};

type Subject = Judged & {
	/** Waivers that do not hold because the profile wants a second person. */
	readonly selfApproved: readonly Waiver[];
};

/**
 * What to do next, the most risk first: contradictions, critical failures, mandatory controls that are unknown, databases
 * never probed, what runs out within 60 days, other failures, open questions, answers to ask again, what is stale. Within
 * one sort by severity, then in the order of targets and content. A question or control appears once.
 */
export const nextSteps = (subjects: readonly Subject[]): readonly NextStep[] => {
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
	return [...first, ...steps]
		.toSorted((a, b) => a.rank - b.rank || bySeverity(a.severity, b.severity))
		.map(({rank: _, ...step}) => step);
};

const stepsOf = (subject: Subject): readonly Ranked[] => {
	const {context, controls, expiries, selfApproved} = subject;
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
						text: `Probe ${name}: nothing has looked at it yet.`,
					},
				]
			: [];
	const soon = expiries.filter(e => e.inDays <= soonDays).map(e => expiryStep(e, on));
	const alone = selfApproved.map((waiver): Ranked => ({
		...on,
		rank: ranks.expiring,
		kind: 'expiry',
		severity: 'high',
		text: `${name}: the waiver ${waiver.id} was approved by its own author and does not hold; the profile wants another approver.`,
	}));
	const loose = context.findings
		.filter(f => f.controls.length === 0 && isOpenFailure(f))
		.map(f =>
			failureStep(f.severity, on, `${name}: ${sentence(`${f.title}: ${observedWords([f])}`)}`),
		);
	const questions = context.questions
		.filter(q => q.evaluation.asked && q.evaluation.answer === undefined)
		.filter(q => !taken.has(q.definition.id))
		.map(({definition, evaluation}): Ranked =>
			present({
				...on,
				rank: ranks.unanswered,
				kind: 'question' as const,
				control: evaluation.control,
				question: definition.id,
				severity: severityOf(evaluation.control, context),
				text: `${name}: ${plainText(definition.text, 220)}`,
			}),
		);
	return [...fromControls, ...probe, ...soon, ...alone, ...loose, ...questions];
};

type On = {readonly target: string; readonly targetName: string};

const isOpenFailure = (f: CurrentFinding): boolean =>
	f.outcome === 'fail' && f.waiver === undefined && atLeast(f.severity, 'low');

const severityOf = (control: string | undefined, context: TargetContext) =>
	(control === undefined ? undefined : context.kind.controlById.get(control)?.severity) ?? 'medium';

const failureStep = (severity: NextStep['severity'], on: On, text: string): Ranked => ({
	...on,
	rank: severity === 'critical' ? ranks.criticalFailure : ranks.failure,
	kind: 'failure',
	severity,
	text,
});

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

/** The one step that a control wants, if any. */
const controlStep = (
	control: ControlEvaluation,
	context: TargetContext,
	taken: Set<string>,
): Ranked | undefined => {
	const {definition, targetName} = control;
	const on = {target: control.target, targetName, control: control.control};
	const {severity} = definition;
	const text = `${targetName}, "${plainText(definition.title, 110)}": ${continued(control.because)}`;
	if (control.state === 'contradicted')
		return {
			...on,
			rank: ranks.contradiction,
			kind: 'contradiction',
			severity,
			text,
		};
	if (isFailing(control) || control.state === 'partly')
		return control.waived ? undefined : {...failureStep(severity, on, text), ...on};
	if (control.state === 'unknown' && control.requirement === 'mandatory')
		return unknownStep(control, context, taken);
	if (control.askAgain)
		return {
			...on,
			rank: ranks.askAgain,
			kind: 'question',
			severity,
			text,
		};
	if (control.stale && control.state !== 'unknown')
		return {
			...on,
			rank: ranks.stale,
			kind: 'stale',
			severity,
			text,
		};
	return undefined;
};

const unknownStep = (
	control: ControlEvaluation,
	context: TargetContext,
	taken: Set<string>,
): Ranked => {
	const on = {target: control.target, targetName: control.targetName, control: control.control};
	const {severity, title} = control.definition;
	const rank = ranks.mandatoryUnknown;
	const open = deciding(context.questionsByControl.get(control.control) ?? []).find(
		q => q.evaluation.answer === undefined,
	);
	const text = `${control.targetName}, "${plainText(title, 110)}", is mandatory and not known. `;
	if (open === undefined)
		return {
			...on,
			rank,
			kind: context.target.kind === 'database' ? 'probe' : 'question',
			severity,
			text: `${text}${sentence(control.settledBy[0] ?? control.because)}`,
		};
	taken.add(open.definition.id);
	return {
		...on,
		rank,
		kind: 'question',
		question: open.definition.id,
		severity,
		text: `${text}${plainText(open.definition.text, 220)}`,
	};
};
