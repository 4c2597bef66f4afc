import {daysBetween} from '../domain/day.js';
import {atLeast, type Severity} from '../domain/severity.js';
import type {Evaluation} from '../domain/evaluation.js';

export type GateOptions = {
	readonly failOn: Severity;
	/** How many unknown mandatory controls are let through; default 0. */
	readonly maxUnknown: number;
	/** Days after which the newest run of a database is too old; undefined: the profile decides. */
	readonly maxAge?: number;
};

export type GateProblem = {
	readonly kind: 'failure' | 'not-met' | 'contradiction' | 'unknown' | 'age' | 'empty';
	readonly severity: Severity;
	/** The record id. */
	readonly id: string;
	readonly text: string;
};

/**
 * What the gate stops at: failing findings and not-met mandatory controls at or above the threshold, open
 * contradictions, mandatory controls that nobody knows, runs that are too old, and an assessment that holds nothing.
 */
export const checkGate = (evaluation: Evaluation, options: GateOptions): readonly GateProblem[] => {
	const problems: GateProblem[] = [];
	const known = evaluation.controls.some(
		c => c.state !== 'unknown' && c.state !== 'not-applicable',
	);
	if (!known) {
		problems.push({
			kind: 'empty',
			severity: 'high',
			id: evaluation.organisation,
			text: 'Nothing has been answered or probed yet: an empty assessment is not a pass.',
		});
	}
	for (const finding of evaluation.findings) {
		if (finding.outcome !== 'fail' || finding.waiver !== undefined) continue;
		if (!atLeast(finding.severity, options.failOn)) continue;
		problems.push({
			kind: 'failure',
			severity: finding.severity,
			id: finding.id,
			text: `${finding.title}: ${finding.observed}`,
		});
	}
	const failedControls = new Set(
		evaluation.findings.flatMap(f =>
			f.outcome === 'fail' ? f.controls.map(control => `${f.target}/${control}`) : [],
		),
	);
	const unknown: GateProblem[] = [];
	for (const control of evaluation.controls) {
		const id = control.id;
		if (control.state === 'contradicted') {
			problems.push({
				kind: 'contradiction',
				severity: control.definition.severity,
				id,
				text: control.contradiction?.text ?? control.because,
			});
		} else if (control.state === 'unknown' && control.requirement === 'mandatory') {
			unknown.push({
				kind: 'unknown',
				severity: control.definition.severity,
				id,
				text: `${control.definition.title}: ${control.because}`,
			});
		} else if (
			control.state === 'not-met' &&
			control.requirement === 'mandatory' &&
			!control.waived &&
			atLeast(control.definition.severity, options.failOn) &&
			!failedControls.has(`${control.target}/${control.control}`)
		) {
			problems.push({
				kind: 'not-met',
				severity: control.definition.severity,
				id,
				text: `${control.definition.title}: ${control.because}`,
			});
		}
	}
	if (unknown.length > options.maxUnknown) problems.push(...unknown);
	const maxAge = options.maxAge;
	if (maxAge !== undefined) {
		for (const {target, lastRun} of evaluation.targets) {
			if (target.kind !== 'database') continue;
			const age = lastRun === undefined ? undefined : daysBetween(lastRun.at, evaluation.at);
			if (age !== undefined && age <= maxAge) continue;
			problems.push({
				kind: 'age',
				severity: 'high',
				id: target.name,
				text:
					age === undefined
						? 'It was never probed.'
						: `The last probe is ${age} days old; ${maxAge} are allowed.`,
			});
		}
	}
	return problems;
};
