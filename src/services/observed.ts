import type {CurrentFinding} from '../domain/evaluation.js';
import {isConclusive} from '../domain/outcome.js';

/** What the probes saw of a control at one time: each run speaks for its own day alone. */
export type Observed = {
	/** When the run ended that these findings come from. */
	readonly at: string;
	readonly stale: boolean;
	/** Something was seen; else the run could not look. */
	readonly seen: boolean;
	/** The failures first; what several checks say alike is said once, and what does not apply only where that is all. */
	readonly findings: readonly CurrentFinding[];
	/** The last run after it that could not look again at some of this. */
	readonly attempt?: NonNullable<CurrentFinding['failedAttempt']>;
};

const order = {fail: 0, error: 1, unknown: 1, pass: 2, 'not-applicable': 3} as const;

/** What does not apply is news only where nothing else was seen: "this endpoint is no pooler" helps nobody beside a fault. */
const telling = (findings: readonly CurrentFinding[]): readonly CurrentFinding[] => {
	const bearing = findings.filter(f => f.outcome !== 'not-applicable');
	return bearing.length > 0 ? bearing : findings;
};

const distinct = (findings: readonly CurrentFinding[]): readonly CurrentFinding[] => [
	...new Map(
		findings.map(f => [[f.outcome, f.object, f.observed, f.reason].join('\n'), f] as const),
	).values(),
];

/** The findings by the runs that saw them: what was seen before what could not be, and of that the newest first. */
export const observedOf = (findings: readonly CurrentFinding[]): readonly Observed[] => {
	const instants = [...new Set(findings.map(f => f.at))];
	return instants
		.map((at): Observed => {
			const own = findings
				.filter(f => f.at === at)
				.toSorted((a, b) => order[a.outcome] - order[b.outcome]);
			const attempt = own
				.flatMap(f => f.failedAttempt ?? [])
				.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
				.at(-1);
			return {
				at,
				stale: own.every(f => f.stale),
				seen: own.some(f => isConclusive(f.outcome)),
				findings: distinct(telling(own)),
				...(attempt === undefined ? {} : {attempt}),
			};
		})
		.toSorted((a, b) => Number(b.seen) - Number(a.seen) || Date.parse(b.at) - Date.parse(a.at));
};
