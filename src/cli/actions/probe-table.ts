import {bySeverity} from '../../domain/severity.js';
import type {Finding} from '../../domain/finding.js';
import type {TargetReport} from '../../domain/run.js';
import {wrap, type Output} from '../output.js';

const byWeight = (a: Finding, b: Finding): number =>
	bySeverity(a.severity, b.severity) || (a.check < b.check ? -1 : a.check > b.check ? 1 : 0);

/** Failures in full, unknowns by reason with what would settle them, passes as a number (or in full when verbose). */
export const printReports = (
	output: Output,
	reports: readonly TargetReport[],
	names: ReadonlyMap<string, string>,
	verbose: boolean,
): void => {
	reports.forEach((report, i) => {
		if (i > 0) output.line();
		printReport(output, report, names.get(report.target) ?? report.target, verbose);
	});
};

const printReport = (
	output: Output,
	report: TargetReport,
	name: string,
	verbose: boolean,
): void => {
	const {style} = output;
	const of = (outcome: Finding['outcome']): readonly Finding[] =>
		report.findings.filter(f => f.outcome === outcome).sort(byWeight);
	const failed = of('fail');
	const unknown = [...of('unknown'), ...of('error')];
	const counts = [
		style.good(`${of('pass').length} pass`),
		failed.length > 0 ? style.bad(`${failed.length} fail`) : '0 fail',
		`${unknown.length} unknown`,
		`${of('not-applicable').length} not applicable`,
		`${report.connections} connections`,
		`${(report.durationMs / 1000).toFixed(2)} s`,
	];
	output.line(`${style.bold(name)}  ${counts.join(' · ')}`);
	if (report.status !== 'complete') {
		output.line(
			style.warn(`  ${report.status}${report.reason === undefined ? '' : `: ${report.reason}`}`),
		);
	}
	const width = Math.min(Math.max(output.columns, 60), 120);
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
	}
	printUnknown(output, unknown, width);
	if (!verbose) return;
	output.line();
	for (const finding of [...of('pass'), ...of('not-applicable')]) {
		const sign =
			finding.outcome === 'pass' ? style.good(style.sign.pass) : style.sign['not-applicable'];
		output.line(
			`  ${sign} ${finding.check}${finding.object === undefined ? '' : ` · ${finding.object}`}`,
		);
		output.line(style.dim(wrap(finding.observed, width, '      ')));
	}
};

const printUnknown = (output: Output, unknown: readonly Finding[], width: number): void => {
	if (unknown.length === 0) return;
	output.line();
	output.line(`  ${output.style.sign.unknown} Could not be seen:`);
	const groups = new Map<string, Finding[]>();
	for (const finding of unknown) {
		const key = `${finding.reason ?? 'internal-error'}${finding.grant === undefined ? '' : `. To see it: ${finding.grant}`}`;
		groups.set(key, [...(groups.get(key) ?? []), finding]);
	}
	for (const [reason, findings] of groups) {
		const ids = [...new Set(findings.map(f => f.check))].join(', ');
		output.line(wrap(`${findings.length} ${reason}`, width, '      '));
		output.line(output.style.dim(wrap(ids, width, '        ')));
	}
};
