import {bySeverity} from '../../domain/severity-order.js';
import type {Finding} from '../../domain/finding.js';
import type {Reason} from '../../domain/outcome.js';
import type {Severity} from '../../domain/severity.js';
import type {TargetReport} from '../../domain/run.js';
import type {Explanation} from '../../services/explain-socket.js';
import {wrap, type Output} from '../output.js';
import {countsOf} from './unknown-table.js';

/** From more targets than these a probe prints one overview instead of each report. */
export const mostInFull = 12;
const mostNamed = 5;

/** What an overview says of one target: a thousand whole reports would not be read, and fill the memory. */
export type FleetPart = {
	readonly name: string;
	readonly status: TargetReport['status'];
	readonly reason: Reason | undefined;
	readonly why: Explanation | undefined;
	readonly counts: Readonly<Record<Finding['outcome'], number>>;
	readonly failed: readonly {
		readonly check: string;
		readonly title: string;
		readonly severity: Severity;
	}[];
	/** Why something was not seen, with the sentence that most of these findings say: it names the step. */
	readonly reasons: readonly {readonly reason: Reason; readonly said: string}[];
};

/** The part of a report that an overview says. */
export const fleetPart = (
	name: string,
	{status, reason, findings}: TargetReport,
	why: Explanation | undefined,
): FleetPart => {
	const of = (outcome: Finding['outcome']): readonly Finding[] =>
		findings.filter(f => f.outcome === outcome);
	const failed = new Map(of('fail').map(f => [`${f.check} ${f.severity}`, f]));
	return {
		name,
		status,
		reason,
		why,
		counts: {
			pass: of('pass').length,
			fail: of('fail').length,
			unknown: of('unknown').length,
			error: of('error').length,
			'not-applicable': of('not-applicable').length,
		},
		failed: [...failed.values()].map(({check, title, severity}) => ({check, title, severity})),
		reasons: [...new Set(of('unknown').flatMap(f => f.reason ?? []))].map(one => ({
			reason: one,
			said: countsOf(of('unknown').filter(f => f.reason === one))[0]?.text ?? '',
		})),
	};
};

const named = (names: readonly string[]): string =>
	names.length <= mostNamed
		? names.join(', ')
		: `${names.slice(0, mostNamed).join(', ')} and ${names.length - mostNamed} more`;

const grouped = <T>(
	items: readonly T[],
	keyOf: (item: T) => string,
): readonly (readonly [T, ...T[]])[] => {
	const groups = new Map<string, [T, ...T[]]>();
	for (const item of items) {
		const group = groups.get(keyOf(item));
		if (group === undefined) groups.set(keyOf(item), [item]);
		else group.push(item);
	}
	return [...groups.values()];
};

const targets = (n: number): string => (n === 1 ? '1 target' : `${n} targets`);

/**
 * Many targets at once: who could not be looked at and why, each check that failed with the targets that it failed on, and
 * what could not be seen, the worst and the most frequent first.
 */
export const printFleet = (output: Output, parts: readonly FleetPart[]): void => {
	const width = Math.min(Math.max(output.columns, 60), 120);
	const {style} = output;
	const unlooked = parts.filter(({status}) => status !== 'complete');
	if (unlooked.length > 0) {
		output.line(style.bold(`Not looked at, or not completely: ${targets(unlooked.length)}`));
		const groups = grouped(unlooked, ({status, reason}) => `${status} ${reason ?? ''}`);
		for (const group of groups.toSorted((a, b) => b.length - a.length)) {
			const [{status, reason, why}] = group;
			const label = reason === undefined ? status : `${status}: ${reason}`;
			output.line(`  ${style.warn(style.sign.unknown)} ${label}  ${named(group.map(p => p.name))}`);
			if (why !== undefined)
				output.line(style.dim(wrap(`${group[0].name}: ${why.text}. ${why.next}`, width, '      ')));
		}
		output.line();
	}
	const failures = parts.flatMap(({name, failed}) => failed.map(one => ({...one, name})));
	const checks = grouped(failures, ({check, severity}) => `${check} ${severity}`).toSorted(
		(a, b) => bySeverity(a[0].severity, b[0].severity) || b.length - a.length,
	);
	if (checks.length > 0) output.line(style.bold('Failed, the worst first'));
	for (const group of checks) {
		const [{check, title, severity}] = group;
		output.line(`  ${style.bad(style.sign.fail)} ${style.bold(severity)}  ${title}`);
		output.line(
			wrap(`${targets(group.length)}: ${named(group.map(({name}) => name))}`, width, '      '),
		);
		output.line(style.dim(`      ${check}`));
	}
	if (checks.length > 0) output.line();
	printUnseen(output, parts, width);
	const sum = (outcome: Finding['outcome']): number =>
		parts.reduce((total, {counts}) => total + counts[outcome], 0);
	output.line(
		`${style.bold(targets(parts.length))}  ${[
			`${parts.length - unlooked.length} complete`,
			...(unlooked.length > 0 ? [style.warn(`${unlooked.length} not`)] : []),
			style.good(`${sum('pass')} pass`),
			style.bad(`${sum('fail')} fail`),
			`${sum('unknown') + sum('error')} unknown`,
		].join(' · ')}`,
	);
	output.line(style.dim('  dbvet probe NAME shows one of them in full, --verbose all.'));
};

/** Of servers that were reached: elsewhere the first part has said why. */
const printUnseen = (output: Output, parts: readonly FleetPart[], width: number): void => {
	const blind = parts
		.filter(({status}) => status !== 'unreachable')
		.flatMap(({name, reasons}) => reasons.map(one => ({name, ...one})));
	if (blind.length === 0) return;
	output.line(output.style.bold('Could not be seen'));
	for (const group of grouped(blind, ({reason}) => reason).toSorted(
		(a, b) => b.length - a.length,
	)) {
		output.line(
			wrap(
				`${output.style.sign.unknown} ${group[0].reason} on ${targets(group.length)}: ${named(group.map(({name}) => name))}`,
				width,
				'  ',
				'      ',
			),
		);
		const [most] = grouped(group, ({said}) => said).toSorted(
			(one, other) => other.length - one.length,
		);
		if (most !== undefined) output.line(output.style.dim(wrap(most[0].said, width, '      ')));
	}
	output.line();
};
