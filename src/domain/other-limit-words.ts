import {count} from './count.js';
import type {CurrentFinding, OtherLimit} from './evaluation.js';
import {thresholdUnit} from './threshold.js';

const amount = (threshold: string, n: number): string => {
	const unit = thresholdUnit(threshold);
	return count(n, unit.slice(0, -1), unit);
};

const wordsOf = ({threshold, judgedBy, wanted}: OtherLimit): string => {
	const then =
		judgedBy === 'unrecorded'
			? 'a limit that its run does not tell'
			: judgedBy === undefined
				? 'dbvet’s own limit'
				: `a limit of ${amount(threshold, judgedBy)}`;
	const now =
		wanted === undefined
			? 'no profile sets one now'
			: typeof judgedBy === 'number'
				? `${wanted} ${wanted === 1 ? 'is' : 'are'} wanted now`
				: `${amount(threshold, wanted)} ${wanted === 1 ? 'is' : 'are'} wanted now`;
	return `${then}, and ${now}`;
};

/** By which limits a verdict was judged and which hold now: "judged by a limit of 90 days, and 180 are wanted now". */
export const otherLimitWords = (limits: readonly OtherLimit[]): string =>
	`judged by ${limits.map(wordsOf).join(', and by ')}`;

/** How many verdicts were judged by other limits: "1 verdict was judged by another limit than the profile sets now". */
export const otherLimitsCounted = (findings: readonly CurrentFinding[]): string =>
	findings.length === 1
		? '1 verdict was judged by another limit than the profile sets now'
		: `${findings.length} verdicts were judged by other limits than the profile sets now`;

/** The same with what it means, as a sentence without its target. */
export const otherLimitsSentence = (findings: readonly CurrentFinding[]): string => {
	const passes = findings.filter(f => f.outcome !== 'fail').length;
	const means =
		passes === 0
			? 'a failure stays one until the next probe'
			: findings.length === 1
				? 'the pass counts no longer'
				: `${passes === findings.length ? 'the passes count' : 'a pass among them counts'} no longer`;
	return `${otherLimitsCounted(findings)}: ${means}`;
};
