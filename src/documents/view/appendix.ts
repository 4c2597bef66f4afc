import {citedFrameworks} from '../../domain/content-parts.js';
import type {Reference} from '../../domain/control.js';
import type {Framework} from '../../domain/framework.js';
import {speaksFor} from '../../domain/framework-scope.js';
import type {ControlEvaluation, EvidenceView} from '../../domain/evaluation.js';
import type {ChipId} from '../chips.js';
import {requirementWords, runEnd, stateOrder} from '../words.js';
import {knownWords} from './known.js';
import {chip, code, line, type Markup, type ViewValue} from './markup.js';
import {withRemarks} from './remarks.js';
import type {Source} from './source.js';
import {counted, grouped, listed, longDate, minute} from './text.js';

/** A state as a chip, followed by what else must be known about it. */
export const stateMarkup = (c: Pick<ControlEvaluation, 'state' | 'waived' | 'stale'>): Markup =>
	line(
		chip(c.state),
		...(c.waived ? [' ', chip('accepted')] : []),
		...(c.stale ? [' ', chip('stale')] : []),
	);

/** Worst state first; equal ones in the order of the questionnaires. */
export const byState = (controls: readonly ControlEvaluation[]): readonly ControlEvaluation[] =>
	controls.toSorted((a, b) => stateOrder.indexOf(a.state) - stateOrder.indexOf(b.state));

/** Known controls by target, with how each is known; the unknown ones stand in a chapter of their own. */
export const controlsView = (source: Source): ViewValue =>
	grouped(source.evaluation.controls, c => c.target).map(([target, list]) => {
		const known = list.filter(c => c.state !== 'unknown' && c.state !== 'not-applicable');
		const skipped = list.filter(c => c.state === 'not-applicable');
		const unknown = list.filter(c => c.state === 'unknown').length;
		return {
			target: source.targetName(target),
			hasKnown: known.length > 0,
			known: byState(known).map(c => ({
				title: c.definition.title,
				id: code(c.id),
				weight: line(chip(c.definition.severity), ` ${requirementWords[c.requirement]}`),
				state: stateMarkup(c),
				known: knownWords(c),
				because:
					c.state === 'contradicted'
						? 'See the chapter “Contradictions”.'
						: withRemarks(c.because, source, c),
			})),
			hasUnknown: unknown > 0,
			unknown: `${counted(unknown, 'control')} of ${source.targetName(target)} that nobody knows ${unknown === 1 ? 'stands' : 'stand'} in the chapter “Unknowns”.`,
			hasSkipped: skipped.length > 0,
			skipped: skipped.map(c => ({
				title: c.definition.title,
				id: code(c.id),
				because: withRemarks(c.because, source, c),
			})),
		};
	});

/** Artifacts with their hashes and dates. */
export const evidenceView = (source: Source): ViewValue => ({
	hasAny: source.evaluation.evidence.length > 0,
	items: source.evaluation.evidence.map(e => ({
		title: e.title,
		file: e.fileName,
		id: code(e.id),
		hash: code(e.sha256),
		supports: listed([...new Set(e.links.map(l => `${source.targetName(l.target)}/${l.control}`))]),
		effective: e.effective,
		collected: e.collected,
		until: e.until,
		status: line(
			chip(statusOf(e)),
			...(e.remarks.length === 0 ? [] : [` ${e.remarks.join('; ')}`]),
		),
	})),
});

const statusOf = ({lost, expired, notYet, accepted}: EvidenceView): ChipId => {
	if (lost !== undefined) return 'lost';
	if (expired) return 'expired';
	if (notYet) return 'not-yet';
	return accepted ? 'valid' : 'not-counted';
};

/** Requirements that the assessed controls support; supporting says nothing about satisfying. */
export const referencesView = (source: Source): ViewValue => {
	const targets = source.evaluation.targets.map(t => t.target);
	const speaking = new Map(
		citedFrameworks(source.content, source.state.settings.frameworks).map(f => [
			f.id,
			new Set(targets.filter(t => speaksFor(f, t, targets)).map(t => t.id)),
		]),
	);
	const rows = source.evaluation.controls.flatMap(c =>
		c.references
			.filter(r => speaking.get(r.framework)?.has(c.target) === true)
			.map(r => ({key: `${r.framework}\0${r.id}`, r, c})),
	);
	const frameworks = grouped(rows, row => row.r.framework);
	return {
		hasAny: rows.length > 0,
		frameworks: frameworks.map(([id, list]) => {
			const framework = source.content.frameworks.find(f => f.id === id);
			return {
				title: framework === undefined ? id : `${framework.title}, ${framework.version}`,
				edition: editionOf(framework),
				requirements: grouped(list, row => row.key)
					.toSorted(([a], [b]) => naturalOrder(a, b))
					.map(([, same]) => ({
						id: same[0]?.r.id ?? '',
						title: framework?.requirements.find(r => r.id === same[0]?.r.id)?.title ?? '',
						controls: supportersOf(same),
					})),
			};
		}),
	};
};

/** When this version was published and the list checked, and what else must be known of it. */
const editionOf = (framework: Framework | undefined): string =>
	[
		framework?.published === undefined ? '' : `Published ${framework.published}.`,
		framework?.checked === undefined ? '' : `List of requirements checked on ${framework.checked}.`,
		framework?.newer ?? '',
	]
		.filter(part => part !== '')
		.join(' ');

const strengths = ['direct', 'partial', 'related'] as const;

/** Control ids by how strongly they support a requirement, the strongest first; each strength is named once. */
const supportersOf = (
	rows: readonly {readonly r: Reference; readonly c: ControlEvaluation}[],
): Markup =>
	line(
		...strengths
			.map(s => ({
				s,
				ids: [...new Set(rows.filter(x => x.r.strength === s).map(x => x.c.control))],
			}))
			.filter(({ids}) => ids.length > 0)
			.flatMap(({s, ids}, i) => [
				`${i > 0 ? '; ' : ''}${s === 'related' ? (i > 0 ? 'helped by ' : '') : `${s}: `}`,
				...ids.flatMap((id, n) => [n > 0 ? ', ' : '', code(id)]),
			]),
	);

/** Requirement 3.10 after 3.9, without asking the locale. */
const naturalOrder = (a: string, b: string): number => {
	const pad = (text: string): string => text.replace(/\d+/g, d => d.padStart(6, '0'));
	return pad(a) < pad(b) ? -1 : pad(a) > pad(b) ? 1 : 0;
};

/** What is needed to make the document again and to see whether the record was changed since. */
export const recordView = (source: Source): ViewValue => ({
	head: code(source.head),
	dbvet: source.dbvet,
	content: code(source.content.version),
	at: source.evaluation.at,
	fixedClock: source.fixedClock,
	hasRuns: source.runs.length > 0,
	runs: source.runs.map(run => ({
		target: source.targetName(run.report.target),
		finished: minute(run.report.finishedAt),
		status: runEnd({...run.report, lost: run.lost !== undefined}),
		results: run.report.findings.length,
		connections: run.report.connections,
		id: code(run.sha256),
	})),
	date: longDate(source.evaluation.at),
});
