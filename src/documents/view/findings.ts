import type {CurrentFinding} from '../../domain/evaluation.js';
import {chart, chip, code, line, type Markup, type ViewValue} from './markup.js';
import {setAside} from './known.js';
import type {Source} from './source.js';
import {ended, grouped, listed, minute, shortHash} from './text.js';
import {severityOrder} from '../words.js';
import {reasonWords} from '../words.js';

/** Open and accepted failures by severity. */
export const severitiesChart = (findings: readonly CurrentFinding[]): Markup =>
	chart({
		kind: 'severities',
		rows: severityOrder.map(level => ({
			level,
			open: findings.filter(f => f.severity === level && f.waiver === undefined).length,
			accepted: findings.filter(f => f.severity === level && f.waiver !== undefined).length,
		})),
	});

/** Failures by severity, the worst first; failures of one check with one remedy stand in one block. */
export const findingsView = (source: Source, failures: readonly CurrentFinding[]): ViewValue => ({
	hasAny: failures.length > 0,
	seen: seenText(failures),
	chart: severitiesChart(failures),
	levels: severityOrder
		.map(level => ({level, list: failures.filter(f => f.severity === level)}))
		.filter(({list}) => list.length > 0)
		.map(({level, list}) => ({
			severity: level.charAt(0).toUpperCase() + level.slice(1),
			count: list.length,
			groups: grouped(list, f => [f.check, f.expected, f.remediation].join('\0')).map(([, group]) =>
				groupOf(source, group),
			),
		})),
});

/** Which run saw the findings is said once; a block repeats it only where there are several. */
const seenText = (failures: readonly CurrentFinding[]): string => {
	const runs = grouped(failures, f => f.run).map(
		([run, [f]]) => `${f?.targetName ?? ''} ${minute(f?.at ?? '')} (run ${shortHash(run)})`,
	);
	return `Seen on ${listed(runs)}.`;
};

const groupOf = (source: Source, group: readonly CurrentFinding[]): ViewValue => {
	const [first] = group;
	if (!first) throw new TypeError('A group of findings is never empty.');
	const many = group.length > 1;
	const controls = first.controls.map(source.controlTitle);
	const sources = [...new Set(group.flatMap(f => f.source ?? []))];
	return {
		title: first.title,
		target: listed([...new Set(group.map(f => f.targetName))]),
		single: !many,
		observed: many ? '' : observedOf(source, first),
		objects: many
			? group.map(f => ({
					object: f.object ?? f.endpoint,
					observed: observedOf(source, f),
					id: code(f.id),
					status: chip(f.waiver ? 'accepted' : 'fail'),
				}))
			: [],
		expected: first.expected,
		remediation: first.remediation,
		hasSeen: sources.length > 0,
		seen: line(...sources.flatMap((source, i) => [i > 0 ? '; ' : '', code(source)])),
		record: line(
			...(many ? [] : [code(first.id), `, ${first.endpoint}. `]),
			controls.length === 0
				? 'No control asks for it.'
				: `Bears on: ${controls.map(c => `“${c}”`).join(', ')}`,
		),
		accepted: !many && first.waiver !== undefined,
		waiver:
			first.waiver === undefined
				? ''
				: ended(`Accepted until ${first.waiver.until} by ${first.waiver.approver}`),
	};
};

/** What was seen, led by the object where the sentence does not name it. */
export const observedText = (f: Pick<CurrentFinding, 'object' | 'observed'>): string =>
	f.object === undefined || f.observed.includes(f.object)
		? f.observed
		: `${f.object}: ${f.observed}`;

const observedOf = (source: Source, f: CurrentFinding): string => {
	const late = f.stale ? ' (older than the profile allows)' : '';
	const attempt =
		f.failedAttempt === undefined
			? ''
			: ` A later look on ${minute(f.failedAttempt.at)} saw nothing: ${reasonText(f.failedAttempt.reason)}.`;
	const seen = `${f.observed}${late}`;
	const more = `${attempt}${setAside(source, f)}`;
	// What follows begins a sentence of its own.
	return more === '' ? seen : `${ended(seen)}${more}`;
};

const reasonText = (reason: string): string =>
	Object.entries(reasonWords).find(([id]) => id === reason)?.[1] ?? reason;
