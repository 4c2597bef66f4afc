import {bySeverity} from '../../domain/severity-order.js';
import type {Finding} from '../../domain/finding.js';
import {lookedAtNotes} from '../../domain/looked-at.js';
import type {TargetReport} from '../../domain/run.js';
import type {Explanation} from '../../services/explain-socket.js';
import {wrap, type Output} from '../output.js';
import {printUnknown} from './unknown-table.js';

/** A report with what a person needs to read it. */
export type Told = {
	readonly name: string;
	readonly report: TargetReport;
	/** Why it is not complete; undefined when it is. */
	readonly why: Explanation | undefined;
};

const byWeight = (a: Finding, b: Finding): number =>
	bySeverity(a.severity, b.severity) || (a.check < b.check ? -1 : a.check > b.check ? 1 : 0);

/** Why a probe is not complete and what mends it, in one line. */
export const whyLine = ({name, why}: Told): string | undefined =>
	why === undefined ? undefined : `${name}: ${why.text}. ${why.next}`;

/**
 * First why a probe is not complete, then failures in full, unknowns by reason with what would settle them, and passes as a
 * number. Verbose adds the ids of checks that could not look, and what passed.
 */
export const printReports = (output: Output, reports: readonly Told[], verbose: boolean): void => {
	const width = Math.min(Math.max(output.columns, 60), 120);
	const lines = reports.flatMap(told => whyLine(told) ?? []);
	for (const text of lines) output.line(output.style.warn(wrap(text, width, '', '  ')));
	if (lines.length > 0) output.line();
	reports.forEach((told, i) => {
		if (i > 0) output.line();
		printReport(output, told, width, verbose);
	});
};

const statusText = ({status, reason}: TargetReport): string =>
	reason === undefined ? status : `${status}: ${reason}`;

const printReport = (
	output: Output,
	{name, report}: Told,
	width: number,
	verbose: boolean,
): void => {
	const {style} = output;
	const of = (outcome: Finding['outcome']): readonly Finding[] =>
		report.findings.filter(f => f.outcome === outcome).sort(byWeight);
	const failed = of('fail');
	const unknown = [...of('unknown'), ...of('error')];
	const counts = [
		...(report.status === 'complete' ? [] : [style.warn(statusText(report))]),
		style.good(`${of('pass').length} pass`),
		failed.length > 0 ? style.bad(`${failed.length} fail`) : '0 fail',
		`${unknown.length} unknown`,
		`${of('not-applicable').length} not applicable`,
		`${report.connections} ${report.connections === 1 ? 'connection' : 'connections'}`,
		`${(report.durationMs / 1000).toFixed(2)} s`,
	];
	output.line(`${style.bold(name)}  ${counts.join(' · ')}`);
	for (const note of lookedAtNotes(report)) output.line(style.warn(wrap(note, width, '  ')));
	for (const finding of failed) {
		output.line();
		const object = finding.object === undefined ? '' : ` · ${finding.object}`;
		output.line(
			`  ${style.bad(style.sign.fail)} ${style.bold(finding.severity)}  ${finding.title}${object}`,
		);
		output.line(wrap(finding.observed, width, '      '));
		output.line(style.dim(wrap(`Expected: ${finding.expected}`, width, '      ')));
		output.line(style.dim(wrap(`Mend: ${finding.remediation}`, width, '      ')));
		output.line(style.dim(`      ${finding.check} · ${finding.endpoint}`));
		if (verbose) printSource(output, finding, width);
	}
	// Of a server that was not reached there is nothing more to say than the first line said.
	if (verbose || report.status !== 'unreachable') printUnknown(output, unknown, width, verbose);
	if (!verbose) return;
	output.line();
	// The endpoint is said where there are several, because each of them has its own word on most checks.
	const several = report.endpoints.length > 1;
	for (const finding of [...of('pass'), ...of('not-applicable')]) {
		const sign =
			finding.outcome === 'pass' ? style.good(style.sign.pass) : style.sign['not-applicable'];
		const where = [finding.object, ...(several ? [finding.endpoint] : [])];
		output.line(`  ${sign} ${[finding.check, ...where].filter(Boolean).join(' · ')}`);
		output.line(style.dim(wrap(finding.observed, width, '      ')));
		printSource(output, finding, width);
	}
};

/** What showed it, to be seen again; runs of an older dbvet have none. */
const printSource = (output: Output, {source}: Finding, width: number): void => {
	if (source !== undefined)
		output.line(output.style.dim(wrap(`Seen by: ${source}`, width, '      ')));
};
