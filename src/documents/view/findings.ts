import type {CurrentFinding} from '../../domain/evaluation.js';
import {chart, chip, code, line, type Markup, type ViewValue} from './markup.js';
import type {Source} from './source.js';
import {grouped, listed, minute, shortHash} from './text.js';
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

/** Failures by severity, the worst first; failures of one check with one remedy on one target stand in one block. */
export const findingsView = (source: Source, failures: readonly CurrentFinding[]): ViewValue => ({
	hasAny: failures.length > 0,
	chart: severitiesChart(failures),
	levels: severityOrder
		.map(level => ({level, list: failures.filter(f => f.severity === level)}))
		.filter(({list}) => list.length > 0)
		.map(({level, list}) => ({
			severity: level.charAt(0).toUpperCase() + level.slice(1),
			count: list.length,
			groups: grouped(list, f => [f.target, f.check, f.expected, f.remediation].join('\0')).map(
				([, group]) => groupOf(source, group),
			),
		})),
});

const groupOf = (source: Source, group: readonly CurrentFinding[]): ViewValue => {
	const [first] = group;
	if (!first) throw new TypeError('A group of findings is never empty.');
	const many = group.length > 1;
	return {
		title: first.title,
		target: first.targetName,
		severity: chip(first.severity),
		single: !many,
		observed: many ? '' : observedOf(first),
		objects: many
			? group.map(f => ({
					object: f.object ?? f.endpoint,
					observed: observedOf(f),
					id: code(f.id),
					status: chip(f.waiver ? 'accepted' : 'fail'),
				}))
			: [],
		expected: first.expected,
		remediation: first.remediation,
		controls: first.controls.length > 0,
		control: listed(first.controls.map(source.controlTitle)),
		source: sourceText(first),
		hasSource: first.source !== undefined,
		record: many
			? line(`Run ${shortHash(first.run)}, ${minute(first.at)}`)
			: line(
					code(first.id),
					` Run ${shortHash(first.run)}, ${minute(first.at)}, ${first.endpoint}`,
				),
		accepted: !many && first.waiver !== undefined,
		waiver:
			first.waiver === undefined
				? ''
				: `Accepted until ${first.waiver.until} by ${first.waiver.approver}.`,
	};
};

/** The query, message or file place that showed a finding. */
export const sourceText = (finding: CurrentFinding): Markup | string =>
	finding.source === undefined ? 'the reply of the server' : code(finding.source);

const observedOf = (f: CurrentFinding): string => {
	const late = f.stale ? ' (older than the profile allows)' : '';
	const attempt =
		f.failedAttempt === undefined
			? ''
			: ` A later look on ${minute(f.failedAttempt.at)} saw nothing: ${reasonText(f.failedAttempt.reason)}.`;
	return `${f.observed}${late}${attempt}`;
};

const reasonText = (reason: string): string =>
	Object.entries(reasonWords).find(([id]) => id === reason)?.[1] ?? reason;
