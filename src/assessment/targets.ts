import type {ControlEvaluation, Contradiction, TargetEvaluation} from '../domain/evaluation.js';
import type {Expiry} from './expiry.js';
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
	const asked = context.questions.filter(q => q.evaluation.asked);
	const failing = controls.filter(isFailing);
	const last = context.runs.at(-1)?.report;
	const dated = expiries.map(({what, on, inDays}) => ({what, on, inDays}));
	const expired = dated.filter(e => e.inDays < 0);
	return {
		target: context.target,
		asked: asked.length,
		answered: asked.filter(q => q.evaluation.answer !== undefined).length,
		verified: controls.filter(c => c.state === 'met' && c.assurance === 'verified').length,
		failing: failing.length,
		criticalFailing: failing.filter(c => c.definition.severity === 'critical').length,
		unknown: controls.filter(c => c.state === 'unknown').length,
		contradictions: contradictions.filter(c => c.resolution === undefined).length,
		knockOuts: failing.filter(c => c.knockOut === 'applies').map(c => c.control),
		score: scoreOf(controls),
		...present({
			lastRun:
				last === undefined
					? undefined
					: present({at: last.finishedAt, status: last.status, reason: last.reason}),
			expires: dated.find(e => e.inDays >= 0),
			expired: expired.length === 0 ? undefined : expired,
		}),
	};
};
