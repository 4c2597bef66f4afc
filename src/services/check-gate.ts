import {daysBetween} from '../domain/day.js';
import type {Severity} from '../domain/severity.js';
import {atLeast} from '../domain/severity-order.js';
import {goneProfiles, type ContentTrouble} from '../domain/content-gaps.js';
import {faultLines, goneSentence} from '../domain/left-out.js';
import {isOutdated} from '../domain/outdated.js';
import type {CurrentFinding, Evaluation} from '../domain/evaluation.js';
import {controlCaseKey, findingCaseKey} from '../domain/case-key.js';
import type {GateProblem} from '../domain/gate.js';
import {stopsGate} from '../domain/open-conflict.js';
import {plainText} from '../domain/text.js';
import {lostEvidenceNotes} from './lost-evidence.js';
import {lostRunNotes} from './lost-run-notes.js';
import {settledFailures, settledReason} from '../domain/settled-failures.js';

export type GateOptions = {
	readonly failOn: Severity;
	/** How many mandatory controls are let through that nobody knows, or knows only by what is too old; default 0. */
	readonly maxUnknown: number;
	/** Days after which the newest run of a database is too old; undefined: not looked at. */
	readonly maxAge?: number;
};

/**
 * What the gate stops at: content that is left out or gone, changes that people made without knowing of each other, failing findings and not-met mandatory controls at or above the threshold, open
 * contradictions, probe runs and evidence whose files are lost, mandatory controls that nobody knows or that only something too old speaks for,
 * runs that are too old, and an assessment that holds nothing.
 */
export const checkGate = (evaluation: Evaluation, options: GateOptions): readonly GateProblem[] => {
	const failures = stoppingFailures(evaluation, options.failOn);
	const unknown = unknownProblems(evaluation);
	return [
		...contentProblems(evaluation),
		...emptyProblems(evaluation),
		...lostRunProblems(evaluation),
		...lostEvidenceProblems(evaluation),
		...failures.map((f): GateProblem => ({
			kind: 'failure',
			severity: f.severity,
			id: f.id,
			text: `${f.title}: ${f.observed}`,
			key: findingCaseKey(f),
		})),
		...conflictProblems(evaluation),
		...contradictionProblems(evaluation),
		...notMetProblems(evaluation, options.failOn, failures),
		...(unknown.length > options.maxUnknown ? unknown : []),
		...(options.maxAge === undefined ? [] : ageProblems(evaluation, options.maxAge)),
	];
};

/** The failures that the gate stops at: neither accepted nor settled, and at or above the threshold. */
export const stoppingFailures = (
	evaluation: Evaluation,
	failOn: Severity,
): readonly CurrentFinding[] => {
	const settled = settledFailures(evaluation);
	return evaluation.findings.filter(
		f =>
			f.outcome === 'fail' &&
			f.waiver === undefined &&
			atLeast(f.severity, failOn) &&
			settledReason(f, settled) === undefined,
	);
};

/** What a file that is left out would ask for, nobody knows: no assessment passes without it. */
const contentProblems = ({trouble}: Evaluation): readonly GateProblem[] =>
	trouble === undefined ? [] : troubleProblems(trouble);

const troubleProblems = (trouble: ContentTrouble): readonly GateProblem[] =>
	[
		...trouble.leftOut.map(one => ({
			id: one.file,
			text: `Left out of this assessment, because it has mistakes: ${faultLines(one).join('; ')}`,
		})),
		...goneProfiles(trouble).map(id => ({
			id: `profile ${plainText(id)}`,
			text: goneSentence([id]),
		})),
	].map(problem => ({
		kind: 'content',
		// Nobody knows what it asks for, so that nothing can be said to weigh more.
		severity: 'critical',
		...problem,
	}));

const emptyProblems = (evaluation: Evaluation): readonly GateProblem[] =>
	evaluation.controls.some(c => c.state !== 'unknown' && c.state !== 'not-applicable')
		? []
		: [
				{
					kind: 'empty',
					severity: 'high',
					id: evaluation.organisation,
					text: 'Nothing is known yet: an empty assessment is not a pass.',
				},
			];

/** What a lost run saw may have been a failure: until all checks were made again, nothing lets it through. */
const lostRunProblems = (evaluation: Evaluation): readonly GateProblem[] =>
	lostRunNotes(evaluation).map(({target, text}) => ({
		kind: 'lost-run',
		severity: 'high',
		id: target,
		text,
	}));

/** A proof whose file is gone or altered may be looked for by an auditor, and what it documented is only claimed. */
const lostEvidenceProblems = (evaluation: Evaluation): readonly GateProblem[] =>
	lostEvidenceNotes(evaluation).map(({target, text}) => ({
		kind: 'lost-evidence',
		severity: 'high',
		id: target,
		text,
	}));

/** Nobody has said which of the versions is true, whatever its severity. */
const conflictProblems = ({conflicts = []}: Evaluation): readonly GateProblem[] =>
	conflicts.filter(stopsGate).map(({id, severity, text, meanwhile}) => ({
		kind: 'conflict',
		severity,
		id,
		text: `${text} ${meanwhile} Choose with: dbvet resolve`,
	}));

const contradictionProblems = (evaluation: Evaluation): readonly GateProblem[] =>
	evaluation.controls.flatMap(control =>
		control.state === 'contradicted'
			? [
					{
						kind: 'contradiction',
						severity: control.definition.severity,
						id: control.id,
						text: control.contradiction?.text ?? control.because,
						key: controlCaseKey(control),
					},
				]
			: [],
	);

/** Mandatory controls that are not met, unless a failure that is listed already says so. */
const notMetProblems = (
	evaluation: Evaluation,
	failOn: Severity,
	listed: readonly CurrentFinding[],
): readonly GateProblem[] => {
	const said = new Set(listed.flatMap(f => f.controls.map(control => `${f.target}/${control}`)));
	return evaluation.controls
		.filter(
			c =>
				c.state === 'not-met' &&
				c.requirement === 'mandatory' &&
				!c.waived &&
				atLeast(c.definition.severity, failOn) &&
				!said.has(`${c.target}/${c.control}`),
		)
		.map(c => ({
			kind: 'not-met',
			severity: c.definition.severity,
			id: c.id,
			text: `${c.definition.title}: ${c.because}`,
			key: controlCaseKey(c),
		}));
};

/** What was met once and is too old to count is as unknown as what was never answered. */
const unknownProblems = (evaluation: Evaluation): readonly GateProblem[] =>
	evaluation.controls
		.filter(c => (c.state === 'unknown' || isOutdated(c)) && c.requirement === 'mandatory')
		.map(c => ({
			kind: c.state === 'unknown' ? 'unknown' : 'stale',
			severity: c.definition.severity,
			id: c.id,
			text: `${c.definition.title}: ${c.because}`,
			key: controlCaseKey(c),
		}));

const ageProblems = (evaluation: Evaluation, maxAge: number): readonly GateProblem[] =>
	evaluation.targets.flatMap(({target, lastRun}) => {
		if (target.kind !== 'database') return [];
		// A run that reached nothing tells nothing of today, however often it is made.
		const seen = lastRun?.seenAt;
		const age = seen === undefined ? undefined : daysBetween(seen, evaluation.at);
		if (age !== undefined && age >= -1 && age <= maxAge) return [];
		const text =
			age === undefined
				? lastRun === undefined
					? 'It was never probed.'
					: 'No probe has reached it yet.'
				: age < -1
					? `The last probe is dated ${-age} days ahead: a clock was wrong, and nobody knows how old it is.`
					: `The last probe that reached it is ${age} days old; ${maxAge} are allowed.`;
		return [{kind: 'age', severity: 'high', id: target.name, text}];
	});
