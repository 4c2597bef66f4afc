import type {Contradiction, CurrentFinding} from '../../domain/evaluation.js';
import type {Severity} from '../../domain/severity.js';
import {atLeast, bySeverity} from '../../domain/severity-order.js';
import type {Mark} from '../../domain/workspace.js';
import type {Snapshot} from '../../services/workbench.js';
import type {FindingsShow} from '../messages.js';
import {isMine} from './question-filter.js';

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
	'stale',
	'mine',
	'assigned',
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

/** The controls that a person was given, as `target control`: those of marked questions. */
const assignedControls = (
	{state, evaluation}: Snapshot,
	wanted: (mark: Mark) => boolean,
): ReadonlySet<string> =>
	new Set(
		evaluation.questions.flatMap(({target, question, control}) => {
			const mark = state.marks[`${target}/${question}`];
			return control !== undefined && mark !== undefined && wanted(mark)
				? [`${target} ${control}`]
				: [];
		}),
	);

/** The controls that a filter by person is about; undefined for every other filter. */
const controlsFor = (
	snapshot: Snapshot,
	show: FindingsShow,
	me: string | undefined,
): ReadonlySet<string> | undefined => {
	if (show === 'mine') return assignedControls(snapshot, mark => isMine(mark, me));
	return show === 'assigned'
		? assignedControls(snapshot, mark => mark.assignee !== undefined)
		: undefined;
};

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
		case 'stale':
			return finding.stale;
		case 'mine':
		case 'assigned':
			return failing || unknown;
		case 'all':
			return true;
	}
};

const showsContradiction = (c: Contradiction, show: FindingsShow): boolean =>
	show === 'all' || show === 'contradicted'
		? true
		: (show === 'attention' || show === 'mine' || show === 'assigned') &&
			c.resolution === undefined;

const order = (f: CurrentFinding): number =>
	f.outcome === 'fail' ? (f.waiver === undefined ? 0 : 2) : f.outcome === 'pass' ? 3 : 1;

const build = (snapshot: Snapshot, filter: Filter, me: string | undefined): readonly Entry[] => {
	const {evaluation} = snapshot;
	const only = controlsFor(snapshot, filter.show, me);
	const fits = (target: string, severity: Severity, controls: readonly string[]): boolean =>
		(filter.target === undefined || filter.target === target) &&
		(filter.severity === undefined || atLeast(severity, filter.severity)) &&
		(only === undefined || controls.some(c => only.has(`${target} ${c}`)));
	const contradictions = evaluation.contradictions
		.filter(c => fits(c.target, c.severity, [c.control]) && showsContradiction(c, filter.show))
		.toSorted((a, b) => bySeverity(a.severity, b.severity))
		.map(contradictionEntry);
	const findings = evaluation.findings
		.filter(f => fits(f.target, f.severity, f.controls) && showsFinding(f, filter.show))
		.toSorted((a, b) => order(a) - order(b) || bySeverity(a.severity, b.severity))
		.map((finding): Entry => ({kind: 'finding', id: findingEntryId(finding), finding}));
	return [...contradictions, ...findings];
};

/** So many lists of one snapshot are kept: a screen asks for the same one several times a frame. */
const kept = 4;
// A snapshot never changes, so that a list is made once; the map forgets it together with the snapshot.
const lists = new WeakMap<Snapshot, Map<string, readonly Entry[]>>();

/** What the screen lists: contradictions first, then failures, unknowns, accepted and passing ones, the worst first. */
export const entriesOf = (snapshot: Snapshot, filter: Filter, me?: string): readonly Entry[] => {
	const key = JSON.stringify([filter.show, filter.target, filter.severity, me]);
	const known = lists.get(snapshot) ?? new Map<string, readonly Entry[]>();
	const found = known.get(key);
	if (found !== undefined) return found;
	const made = build(snapshot, filter, me);
	const oldest = known.size < kept ? undefined : known.keys().next().value;
	if (oldest !== undefined) known.delete(oldest);
	lists.set(snapshot, known.set(key, made));
	return made;
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
