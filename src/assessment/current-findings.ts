import type {CurrentFinding} from '../domain/evaluation.js';
import type {Finding} from '../domain/finding.js';
import type {Target} from '../domain/target.js';
import {endpointName} from '../domain/endpoint-name.js';
import type {RecordedRun} from '../domain/run.js';
import {forgotten, merge, missed, type Objects, type Seen} from './merge-findings.js';
import {byText, groupBy} from './order.js';

/** A finding of the record before waivers and controls are joined to it. */
export type SeenFinding = {
	readonly finding: Finding;
	readonly run: string;
	readonly at: string;
	readonly stale: boolean;
	readonly failedAttempt?: NonNullable<CurrentFinding['failedAttempt']>;
};

/**
 * Runs in the order they were recorded where that is known, else in which they ended; ties by start and hash, so that the order
 * of the input never matters.
 */
export const inOrder = (runs: readonly RecordedRun[]): readonly RecordedRun[] =>
	[...new Map(runs.map(run => [run.sha256, run])).values()].sort(
		(a, b) =>
			Date.parse(placeOf(a)) - Date.parse(placeOf(b)) ||
			Date.parse(a.report.startedAt) - Date.parse(b.report.startedAt) ||
			byText(a.sha256, b.sha256),
	);

const placeOf = ({order, report}: RecordedRun): string => order ?? report.finishedAt;

/**
 * The findings of one target that count today.
 * @param runs all runs of the target, in order
 * @param tooOld whether a run of this instant is stale
 */
export const currentFindings = (
	target: Target,
	runs: readonly RecordedRun[],
	tooOld: (instant: string) => boolean,
): readonly SeenFinding[] => {
	const places = new Map<string, Objects>();
	for (const run of runs) {
		const {report} = run;
		if (report.status === 'unreachable' && report.findings.length === 0) {
			const lay = run.lost === undefined ? missed : forgotten;
			for (const [place, objects] of places) places.set(place, lay(objects, run));
			continue;
		}
		for (const [place, batch] of groupBy(report.findings, f => `${f.check} ${f.endpoint}`))
			places.set(place, merge(places.get(place), batch, run));
	}
	const endpoints =
		target.kind === 'database' ? new Set(target.endpoints.map(endpointName)) : undefined;
	return [...places.values()]
		.flatMap(objects => [...objects.values()])
		.filter(({finding}) => endpoints?.has(finding.endpoint) ?? true)
		.map(seen => aged(seen, tooOld))
		.sort((a, b) => byFinding(a.finding, b.finding));
};

/** Order of findings: check, endpoint, object. */
export const byFinding = (a: Finding, b: Finding): number =>
	byText(a.check, b.check) ||
	byText(a.endpoint, b.endpoint) ||
	byText(a.object ?? '', b.object ?? '');

/**
 * Marks what is older than the profile allows. A pass or a not-applicable that is too old and that a later run could not confirm
 * becomes unknown. A failure stays, stale: not being able to look again must never make anything look better.
 */
const aged = (
	{finding, run, at, attempt}: Seen,
	tooOld: (instant: string) => boolean,
): SeenFinding => {
	const stale = tooOld(at);
	if (attempt === undefined) return {finding, run, at, stale};
	const {grant, run: attemptedIn, ...failedAttempt} = attempt;
	if (!stale || finding.outcome === 'fail') return {finding, run, at, stale, failedAttempt};
	const {reason, observed} = failedAttempt;
	return {
		run: attemptedIn,
		at: attempt.at,
		stale: tooOld(attempt.at),
		finding: {
			...finding,
			outcome: 'unknown',
			observed,
			reason,
			...(grant === undefined ? {} : {grant}),
		},
	};
};
