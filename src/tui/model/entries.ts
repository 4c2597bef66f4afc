import type {Contradiction, CurrentFinding} from '../../domain/evaluation.js';
import type {Severity} from '../../domain/severity.js';
import {atLeast, bySeverity} from '../../domain/severity-order.js';
import type {Snapshot} from '../../services/workbench.js';
import type {FindingsShow} from '../messages.js';

/** One line of the findings screen. */
export type Entry =
	| {readonly kind: 'contradiction'; readonly id: string; readonly contradiction: Contradiction}
	| {readonly kind: 'finding'; readonly id: string; readonly finding: CurrentFinding};

export type Filter = {
	readonly show: FindingsShow;
	/** Id of a target; all when undefined. */
	readonly target: string | undefined;
	/** This bad or worse; all when undefined. */
	readonly severity: Severity | undefined;
};

/** The order in which `only` walks through what is shown. */
export const showOrder: readonly FindingsShow[] = [
	'attention',
	'failing',
	'contradicted',
	'unknown',
	'waived',
	'passing',
	'all',
];

/** The id of a contradiction's line. */
export const contradictionEntryId = (id: string): string => `c ${id}`;
/** The line of a contradiction. */
export const contradictionEntry = (contradiction: Contradiction): Entry => ({
	kind: 'contradiction',
	id: contradictionEntryId(contradiction.id),
	contradiction,
});
/** The id of a finding's line: its record id can stand for several endpoints. */
export const findingEntryId = (f: Pick<CurrentFinding, 'id' | 'endpoint'>): string =>
	`f ${f.id} ${f.endpoint}`;

const showsFinding = (finding: CurrentFinding, show: FindingsShow): boolean => {
	const failing = finding.outcome === 'fail' && finding.waiver === undefined;
	const unknown = finding.outcome === 'unknown' || finding.outcome === 'error';
	switch (show) {
		case 'attention':
			return failing || unknown;
		case 'failing':
			return failing;
		case 'unknown':
			return unknown;
		case 'waived':
			return finding.waiver !== undefined;
		case 'passing':
			return finding.outcome === 'pass';
		case 'contradicted':
			return false;
		case 'all':
			return true;
	}
};

const showsContradiction = (c: Contradiction, show: FindingsShow): boolean =>
	show === 'all' || show === 'contradicted'
		? true
		: show === 'attention' && c.resolution === undefined;

const order = (f: CurrentFinding): number =>
	f.outcome === 'fail' ? (f.waiver === undefined ? 0 : 2) : f.outcome === 'pass' ? 3 : 1;

/** What the screen lists: contradictions first, then failures, unknowns, accepted and passing ones, the worst first. */
export const entriesOf = ({evaluation}: Snapshot, filter: Filter): readonly Entry[] => {
	const fits = (target: string, severity: Severity): boolean =>
		(filter.target === undefined || filter.target === target) &&
		(filter.severity === undefined || atLeast(severity, filter.severity));
	const contradictions = evaluation.contradictions
		.filter(c => fits(c.target, c.severity) && showsContradiction(c, filter.show))
		.toSorted((a, b) => bySeverity(a.severity, b.severity))
		.map(contradictionEntry);
	const findings = evaluation.findings
		.filter(f => fits(f.target, f.severity) && showsFinding(f, filter.show))
		.toSorted((a, b) => order(a) - order(b) || bySeverity(a.severity, b.severity))
		.map((finding): Entry => ({kind: 'finding', id: findingEntryId(finding), finding}));
	return [...contradictions, ...findings];
};

/** The contradiction, not resolved yet, that a failure is a part of. */
export const contradictionWith = (
	{evaluation}: Snapshot,
	finding: CurrentFinding,
): Contradiction | undefined =>
	evaluation.contradictions.find(
		c =>
			c.resolution === undefined &&
			c.target === finding.target &&
			c.failures.some(f => findingEntryId(f) === findingEntryId(finding)),
	);

/** The question a line bears on, if one is asked of its target. */
export const questionOf = (
	entry: Entry,
	{evaluation}: Snapshot,
): {readonly target: string; readonly question: string} | undefined => {
	const [target, controls] =
		entry.kind === 'contradiction'
			? [entry.contradiction.target, [entry.contradiction.control]]
			: [entry.finding.target, entry.finding.controls];
	const found = evaluation.questions.find(
		q => q.asked && q.target === target && q.control !== undefined && controls.includes(q.control),
	);
	return found === undefined ? undefined : {target, question: found.question};
};
