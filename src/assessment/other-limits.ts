import type {CheckInfo} from '../domain/check.js';
import type {CurrentFinding, OtherLimit} from '../domain/evaluation.js';
import type {Finding} from '../domain/finding.js';
import {otherLimitWords} from '../domain/other-limit-words.js';
import type {RecordedRun} from '../domain/run.js';
import {thresholdDirection} from '../domain/threshold.js';
import {present} from './present.js';

type Thresholds = Readonly<Record<string, number>>;

/** Which limits of a verdict are others now; a check says by which it judges, a run which values held. */
const otherLimitsOf = (
	{thresholds: names = []}: Pick<CheckInfo, 'thresholds'>,
	{thresholds: then}: Pick<RecordedRun, 'thresholds'>,
	wanted: Thresholds,
): readonly OtherLimit[] =>
	names
		.map(threshold =>
			present({
				threshold,
				judgedBy: then === undefined ? ('unrecorded' as const) : then[threshold],
				wanted: wanted[threshold],
			}),
		)
		.filter(({judgedBy, wanted: now}) => judgedBy !== now);

/** True where the limit in force may be the stricter one: it is, or one of the two is not known. */
const mayBeStricter = ({threshold, judgedBy, wanted}: OtherLimit): boolean => {
	if (typeof judgedBy !== 'number' || wanted === undefined) return true;
	return thresholdDirection(threshold) === 'smaller' ? wanted < judgedBy : wanted > judgedBy;
};

/**
 * Sets a verdict beside the limits in force. A pass by another limit is unknown, unless that was the stricter one: nobody has
 * judged what was seen by the present limit. A failure stays, and says by which limit it was one.
 * @param run the run that saw it
 */
export const byPresentLimits = (
	finding: Finding,
	check: CheckInfo | undefined,
	run: Pick<RecordedRun, 'thresholds'> | undefined,
	wanted: Thresholds,
): {readonly finding: Finding} & Pick<CurrentFinding, 'otherLimits'> => {
	const {outcome} = finding;
	if (check?.thresholds === undefined || run === undefined) return {finding};
	if (outcome !== 'pass' && outcome !== 'fail') return {finding};
	const others = otherLimitsOf(check, run, wanted);
	if (outcome === 'fail') {
		const told = others.filter(one => one.judgedBy !== 'unrecorded');
		return told.length === 0 ? {finding} : {finding, otherLimits: told};
	}
	const doubtful = others.filter(mayBeStricter);
	if (doubtful.length === 0) return {finding};
	return {
		otherLimits: doubtful,
		finding: {
			...finding,
			outcome: 'unknown',
			reason: 'other-limit',
			observed: `It was ${otherLimitWords(doubtful)}: probe again. Seen then: ${finding.observed}`,
		},
	};
};

/** Whether a verdict was a pass by another limit than the one in force. */
export const isOvertaken = ({outcome, otherLimits}: CurrentFinding): boolean =>
	outcome === 'unknown' && otherLimits !== undefined;
