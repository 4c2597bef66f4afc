import type {ControlEvaluation, NextStep} from '../domain/evaluation.js';
import {isOutdated} from '../domain/outdated.js';
import {isOvertaken} from './other-limits.js';
import {present} from './present.js';
import {deciding} from './questions.js';
import {quoted, sentence} from './sentences.js';
import type {TargetContext} from './target-context.js';
import {isFailing} from './targets.js';

/** The order of the sorts of steps, by how much risk they take away. */
export const ranks = {
	noTarget: 0,
	contradiction: 1,
	criticalFailure: 2,
	scoping: 3,
	lostRun: 4,
	lostEvidence: 5,
	otherLimits: 6,
	mandatoryUnknown: 7,
	neverProbed: 8,
	expiring: 9,
	failure: 10,
	unanswered: 11,
	askAgain: 12,
	stale: 13,
} as const;

/** A step with its place among the sorts; smaller comes first. */
export type Ranked = NextStep & {readonly rank: number};

/** The target that a step speaks of. */
export type On = {readonly target: string; readonly targetName: string};

/** A step for something that fails; critical ones come before all that is merely unknown. */
export const failureStep = (severity: NextStep['severity'], on: On, text: string): Ranked => ({
	...on,
	rank: severity === 'critical' ? ranks.criticalFailure : ranks.failure,
	kind: 'failure',
	severity,
	text,
});

/** The one step that a control wants, if any. */
export const controlStep = (
	control: ControlEvaluation,
	context: TargetContext,
	taken: Set<string>,
): Ranked | undefined => {
	const {definition, targetName} = control;
	const on = {target: control.target, targetName, control: control.control};
	const {severity} = definition;
	const what = quoted(definition.title);
	if (control.state === 'contradicted')
		return {
			...on,
			rank: ranks.contradiction,
			kind: 'contradiction',
			severity,
			text: `${targetName}: settle the contradiction on ${what}.`,
		};
	if (isFailing(control) || control.state === 'partly')
		return control.waived
			? undefined
			: {...failureStep(severity, on, `${targetName}: mend ${what}.`), ...on};
	if (control.state === 'unknown' && control.requirement === 'mandatory')
		return unknownStep(control, context, taken);
	if (control.askAgain)
		return {
			...on,
			rank: ranks.askAgain,
			kind: 'question',
			severity,
			text: `${targetName}: answer ${what} again: the probe saw otherwise.`,
		};
	if (control.stale && control.state !== 'unknown')
		return {
			...on,
			rank:
				control.requirement === 'mandatory' && isOutdated(control)
					? ranks.mandatoryUnknown
					: ranks.stale,
			kind: 'stale',
			severity,
			text: `${targetName}: look again at ${what}: what is known is too old.`,
		};
	return undefined;
};

const unknownStep = (
	control: ControlEvaluation,
	context: TargetContext,
	taken: Set<string>,
): Ranked | undefined => {
	const questions = deciding(context.questionsByControl.get(control.control) ?? []).filter(
		q => q.evaluation.due,
	);
	const probed = control.definition.checks.some(
		c => c.role !== 'informs' && context.checks.has(c.check),
	);
	const open =
		questions.find(q => q.evaluation.answer === undefined) ??
		(probed ? undefined : questions.find(q => q.evaluation.claim === 'nothing'));
	// Before the first probe one step speaks for all that it would settle.
	if (open === undefined && probed && context.runs.length === 0) return undefined;
	// So does one step for all verdicts by other limits.
	if (open === undefined && wantsNewProbeOnly(control)) return undefined;
	if (open !== undefined) taken.add(open.definition.id);
	const how =
		open === undefined
			? `find out ${quoted(control.definition.title)}. ${sentence(control.settledBy[0] ?? control.because)}`
			: `answer ${quoted(open.definition.text)}`;
	return present({
		target: control.target,
		targetName: control.targetName,
		control: control.control,
		question: open?.definition.id,
		rank: ranks.mandatoryUnknown,
		kind: open === undefined && probed ? ('probe' as const) : ('question' as const),
		severity: control.definition.severity,
		text: `${control.targetName}: ${how}`,
	});
};

/** Nothing keeps the control open but that what was seen was judged by other limits than those in force. */
const wantsNewProbeOnly = ({findings}: ControlEvaluation): boolean => {
	const open = findings.filter(
		f => f.role === 'required' && (f.outcome === 'unknown' || f.outcome === 'error'),
	);
	return open.length > 0 && open.every(isOvertaken);
};
