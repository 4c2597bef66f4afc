import {secondsFor} from '../domain/effort.js';
import type {ControlEvaluation, Contradiction, QuestionEvaluation} from '../domain/evaluation.js';
import type {TargetEvaluation} from '../domain/target-evaluation.js';
import type {Expiry} from './expiry.js';
import {isConclusive} from '../domain/outcome.js';
import {verifiedCounts} from '../domain/verified.js';
import {isUnwanted} from '../domain/wanted.js';
import {lostEvidenceOf} from './lost-evidence.js';
import {lostRunsOf} from './lost-runs.js';
import {present} from './present.js';
import {scoreOf} from './scores.js';
import type {TargetContext} from './target-context.js';

/** One target after its controls were judged. */
export type Judged = {
	readonly context: TargetContext;
	readonly controls: readonly ControlEvaluation[];
	readonly contradictions: readonly Contradiction[];
	/** Soonest first. */
	readonly expiries: readonly Expiry[];
};

/** True when a control fails: not met, or contradicted and so counted as not met. */
export const isFailing = ({state}: ControlEvaluation): boolean =>
	state === 'not-met' || state === 'contradicted';

/** The figures of one target; each counts controls or questions of this target alone. */
export const evaluateTarget = ({
	context,
	controls,
	contradictions,
	expiries,
}: Judged): TargetEvaluation => {
	const due = context.questions.filter(q => q.evaluation.due);
	const open = due.filter(q => q.evaluation.answer === undefined);
	const count = (keep: (q: QuestionEvaluation) => boolean): number =>
		context.questions.filter(q => keep(q.evaluation)).length;
	const failing = controls.filter(isFailing);
	const last = context.runs.at(-1)?.report;
	const seen = context.runs.findLast(({report}) =>
		report.findings.some(f => isConclusive(f.outcome)),
	);
	const lost = lostRunsOf(context);
	const lostEvidence = lostEvidenceOf(controls);
	const dated = expiries.map(({what, on, inDays}) => ({what, on, inDays}));
	const expired = dated.filter(e => e.inDays < 0);
	return {
		target: context.target,
		asked: due.length,
		answered: due.length - open.length,
		left: {questions: open.length, seconds: secondsFor(open.map(q => q.definition))},
		optional: count(q => q.asked && !q.due),
		fresh: count(q => q.isNew),
		dormant: count(q => q.dormant),
		verified: verifiedCounts(controls).met,
		failing: failing.length,
		criticalFailing: failing.filter(c => c.definition.severity === 'critical').length,
		unknown: controls.filter(c => c.state === 'unknown' && !isUnwanted(c)).length,
		contradictions: contradictions.filter(c => c.resolution === undefined).length,
		knockOuts: failing.filter(c => c.knockOut === 'applies').map(c => c.control),
		score: scoreOf(controls),
		...present({
			lastRun:
				last === undefined
					? undefined
					: present({
							at: last.finishedAt,
							status: last.status,
							seenAt: seen?.report.finishedAt,
							reason: last.reason,
							lost: context.runs.at(-1)?.lost === undefined ? undefined : (true as const),
						}),
			lostRuns: lost.length === 0 ? undefined : lost,
			lostEvidence: lostEvidence.length === 0 ? undefined : lostEvidence,
			expires: dated.find(e => e.inDays >= 0),
			expired: expired.length === 0 ? undefined : expired,
		}),
	};
};
