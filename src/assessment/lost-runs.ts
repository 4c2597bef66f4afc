import type {CheckInfo} from '../domain/check.js';
import type {LostRun} from '../domain/target-evaluation.js';
import type {RecordedRun} from '../domain/run.js';
import type {TargetContext} from './target-context.js';

/**
 * The runs of a target whose files cannot be used. What such a run saw may have been a failure that no other run knows, so
 * that it is missed until all checks were made again by a run that was not kept from looking.
 */
export const lostRunsOf = ({
	runs,
	checks,
}: Pick<TargetContext, 'runs' | 'checks'>): readonly LostRun[] =>
	runs.flatMap((run, i) =>
		run.lost === undefined
			? []
			: [
					{
						run: run.sha256,
						at: run.report.finishedAt,
						what: run.lost,
						madeUp: runs.slice(i + 1).some(later => isWhole(later, checks)),
					},
				],
	);

/** A run that came through and was asked for all checks; one that was recorded before `only` was kept shows it by what it made. */
const isWhole = ({report, lost}: RecordedRun, checks: ReadonlyMap<string, CheckInfo>): boolean => {
	if (lost !== undefined || report.status !== 'complete' || report.only !== undefined) return false;
	const made = new Set(report.findings.map(f => f.check));
	const families = new Set([...made].map(id => checks.get(id)?.family));
	return [...checks.values()].every(c => made.has(c.id) || !families.has(c.family));
};
