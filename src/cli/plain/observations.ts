import {daysBetween} from '../../domain/day.js';
import type {ControlEvaluation} from '../../domain/evaluation.js';
import {plainText} from '../../domain/text.js';
import {observedOf, type Observed} from '../../services/observed.js';

const ago = (at: string, now: string): string => {
	const days = daysBetween(at, now);
	return days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
};

/** What one run saw, in sentences that each tell the day: a screen reader may come back to any one of them. */
const told = ({at, stale, seen, findings, attempt}: Observed, now: string): readonly string[] => {
	const day = `${at.slice(0, 10)}, ${ago(at, now)}`;
	const head = !seen
		? `Not seen when looked at on ${day}`
		: `Observed on ${day}${stale ? ', too old to count' : ''}`;
	return [
		...findings.map(({outcome, object, observed, reason}) => {
			const which = object === undefined ? '' : `${plainText(object, 80)}: `;
			const why = reason === undefined ? '' : ` (${reason})`;
			return `${head}: ${outcome}, ${which}${plainText(observed, 200)}${why}`;
		}),
		...(attempt === undefined
			? []
			: [
					`It could not be looked at again on ${attempt.at.slice(0, 10)}, ${ago(attempt.at, now)} (${attempt.reason}).`,
				]),
	];
};

/**
 * What the probes saw of a control, a sentence a finding, with its day and whether it is too old to count.
 * @param most how many sentences; that there are more is said
 */
export const observations = (
	control: ControlEvaluation | undefined,
	now: string,
	most = Infinity,
): readonly string[] => {
	const sentences = observedOf(control?.findings ?? []).flatMap(observed => told(observed, now));
	const left = sentences.length - most;
	return left <= 0
		? sentences
		: [...sentences.slice(0, most), `And ${left} more about what was observed: h tells all.`];
};
