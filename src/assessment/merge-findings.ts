import type {Finding} from '../domain/finding.js';
import {isConclusive, type Outcome, type Reason} from '../domain/outcome.js';
import type {RecordedRun} from '../domain/run.js';
import {byText} from './order.js';

type Attempt = {
	readonly run: string;
	readonly at: string;
	readonly reason: Reason;
	readonly observed: string;
	readonly grant?: string;
};
/** A finding, the run that saw it, and a later attempt that could not look. */
export type Seen = {
	readonly finding: Finding;
	readonly run: string;
	readonly at: string;
	readonly attempt?: Attempt;
};
/** The present findings of one check on one endpoint, by object; an empty text where the check has none. */
export type Objects = ReadonlyMap<string, Seen>;

/**
 * Lays what a later run saw of one check on one endpoint over what was known. Where it concluded, it replaces; an object
 * that it did not meet any more has vanished. What it could not look at keeps its last conclusive finding, with the
 * failed attempt beside it, and so does everything when it could not look at all.
 */
export const merge = (
	before: Objects = new Map<string, Seen>(),
	batch: readonly Finding[],
	run: RecordedRun,
): Objects => {
	const now = worstByObject(batch);
	const result = new Map<string, Seen>();
	for (const [object, finding] of now) {
		const last = before.get(object);
		const keeps = last !== undefined && concludes(last.finding) && !concludes(finding);
		result.set(object, keeps ? attempted(last, finding, run) : seenIn(finding, run));
	}
	const obstacle = obstacleOf([...now.values()]);
	if (obstacle === undefined) return result;
	// A run that saw nothing at all says no more than the attempts beside what it should have confirmed.
	const seenAll = before.size > 0 && [...before.values()].every(last => concludes(last.finding));
	if (obstacle.total && seenAll && !before.has('')) result.delete('');
	for (const [object, last] of before) {
		if (now.has(object)) continue;
		result.set(object, concludes(last.finding) ? attempted(last, obstacle.finding, run) : last);
	}
	return result;
};

const concludes = ({outcome}: Finding): boolean => isConclusive(outcome);

type Obstacle = {
	readonly finding: Finding;
	/** It speaks of the whole check, and nothing else was concluded beside it. */
	readonly total: boolean;
};

/** What kept a run from meeting every object: an inconclusive finding without an object, or nothing but inconclusive ones. */
const obstacleOf = (findings: readonly Finding[]): Obstacle | undefined => {
	const concluded = findings.some(concludes);
	const whole = findings.find(f => (f.object ?? '') === '' && !concludes(f));
	if (whole !== undefined) return {finding: whole, total: !concluded};
	const first = findings[0];
	return concluded || first === undefined ? undefined : {finding: first, total: false};
};

/** What is known stays after a run that reached nothing and says nothing of single checks. */
export const missed = (objects: Objects, run: RecordedRun): Objects =>
	new Map(
		[...objects].map(([object, last]) => [
			object,
			isConclusive(last.finding.outcome)
				? {
						...last,
						attempt: {
							run: run.sha256,
							at: run.report.finishedAt,
							reason: run.report.reason ?? 'internal-error',
							observed:
								run.lost === undefined ? 'The target could not be reached.' : lostWords(run),
						},
					}
				: last,
		]),
	);

/**
 * What is known stays known only where it is bad: what a run saw whose file is lost may have been worse than what was seen
 * before, so that a pass from before it proves nothing any more. A failure stays until a later run concludes.
 */
export const forgotten = (objects: Objects, run: RecordedRun): Objects =>
	new Map(
		[...missed(objects, run)].map(([object, last]) => {
			const {outcome} = last.finding;
			if (outcome !== 'pass' && outcome !== 'not-applicable') return [object, last];
			const finding: Finding = {
				...last.finding,
				outcome: 'unknown',
				reason: 'file-unreadable',
				observed: lostWords(run),
			};
			return [object, seenIn(finding, run)];
		}),
	);

const lostWords = ({report}: RecordedRun): string =>
	`The file of the probe run of ${report.finishedAt.slice(0, 10)} is lost or damaged, and what was seen before it may have changed.`;

const seenIn = (finding: Finding, run: RecordedRun): Seen => ({
	finding,
	run: run.sha256,
	at: run.report.finishedAt,
});

const attempted = (last: Seen, attempt: Finding, run: RecordedRun): Seen => ({
	...last,
	attempt: {
		run: run.sha256,
		at: run.report.finishedAt,
		reason: attempt.reason ?? 'internal-error',
		observed: attempt.observed,
		...(attempt.grant === undefined ? {} : {grant: attempt.grant}),
	},
});

const gravity: Readonly<Record<Outcome, number>> = {
	fail: 4,
	error: 3,
	unknown: 2,
	pass: 1,
	'not-applicable': 0,
};

/** One finding an object: if a run reports an object twice, the graver one counts, ordered by its text on a tie. */
const worstByObject = (batch: readonly Finding[]): ReadonlyMap<string, Finding> => {
	const result = new Map<string, Finding>();
	const sorted = [...batch].sort(
		(a, b) =>
			byText(a.object ?? '', b.object ?? '') ||
			gravity[b.outcome] - gravity[a.outcome] ||
			byText(a.severity, b.severity) ||
			byText(a.observed, b.observed),
	);
	for (const finding of sorted) {
		const object = finding.object ?? '';
		if (!result.has(object)) result.set(object, finding);
	}
	return result;
};
