import {controlsOf} from '../../domain/content-parts.js';
import {exitCode} from '../../domain/errors.js';
import type {Content} from '../../domain/content.js';
import type {TargetReport} from '../../domain/run.js';
import type {Severity} from '../../domain/severity.js';
import {atLeast} from '../../domain/severity-order.js';
import type {DatabaseTarget} from '../../domain/target.js';
import {explainRun} from '../../services/explain-run.js';
import {leftOutJson} from '../left-out.js';
import type {Output} from '../output.js';
import {fleetPart, mostInFull, printFleet, type FleetPart} from './fleet-table.js';
import {printReports, whyLine} from './probe-table.js';

type Options = {
	readonly json: boolean;
	readonly verbose: boolean;
	readonly failOn: Severity | undefined;
	/** False for URLs, which are not recorded. */
	readonly recorded: boolean;
};

/** What a probe has seen so far. */
export type ProbeResults = {
	readonly add: (report: TargetReport) => void;
	/** Each report in full, or an overview of many, in the order of the targets, so that two runs can be compared. */
	readonly print: (output: Output, content: Content) => void;
	readonly exitCode: () => number;
};

type End = 'done' | 'findings' | 'unfinished';

/** What one report makes of the exit code. */
const endOf = (report: TargetReport, threshold: Severity | undefined): End => {
	if (report.status !== 'complete') return 'unfinished';
	if (threshold === undefined) return 'done';
	const isBad = report.findings.some(f => f.outcome === 'fail' && atLeast(f.severity, threshold));
	return isBad ? 'findings' : 'done';
};

const worstOf = (ends: readonly End[]): number =>
	exitCode[(['unfinished', 'findings'] as const).find(end => ends.includes(end)) ?? 'done'];

/** Counts of outcomes over all reports, in the words of the JSON report. */
const summaryOf = (reports: readonly TargetReport[]): Readonly<Record<string, number>> => {
	const findings = reports.flatMap(report => report.findings);
	const count = (outcome: string): number => findings.filter(f => f.outcome === outcome).length;
	return {
		pass: count('pass'),
		fail: count('fail'),
		notApplicable: count('not-applicable'),
		unknown: count('unknown'),
		error: count('error'),
	};
};

/** Collects the reports of targets; of many targets only what an overview needs stays in memory. */
export const createResults = (
	targets: readonly DatabaseTarget[],
	{json, verbose, failOn, recorded}: Options,
): ProbeResults => {
	const isFleet = targets.length > mostInFull && !json && !verbose;
	const byId = new Map(targets.map(target => [target.id, target]));
	const parts = new Map<string, FleetPart>();
	const reports = new Map<string, TargetReport>();
	const ends: End[] = [];
	const whyOf = (report: TargetReport): ReturnType<typeof explainRun> => {
		const target = byId.get(report.target);
		return target && explainRun(target, report, {recorded});
	};
	const nameOf = ({target}: TargetReport): string => byId.get(target)?.name ?? target;
	return {
		add: report => {
			ends.push(endOf(report, failOn));
			if (isFleet) parts.set(report.target, fleetPart(nameOf(report), report, whyOf(report)));
			else reports.set(report.target, report);
		},
		print: (output, content) => {
			if (isFleet) {
				printFleet(
					output,
					targets.flatMap(({id}) => parts.get(id) ?? []),
				);
				return;
			}
			const told = targets
				.flatMap(({id}) => reports.get(id) ?? [])
				.map(report => ({name: nameOf(report), report, why: whyOf(report)}));
			if (!json) {
				printReports(output, told, verbose);
				return;
			}
			for (const line of told.flatMap(one => whyLine(one) ?? [])) output.note(line);
			output.json(jsonOf(told, content));
		},
		exitCode: () => worstOf(ends),
	};
};

/** The JSON document of a probe. */
const jsonOf = (
	told: readonly {readonly name: string; readonly report: TargetReport}[],
	content: Content,
): unknown => {
	const controls = controlsOf(content);
	const reports = told.map(({report}) => report);
	return {
		schema: 'dbvet/probe-report@1',
		startedAt: reports.map(r => r.startedAt).sort()[0],
		finishedAt: reports
			.map(r => r.finishedAt)
			.sort()
			.at(-1),
		targets: told.map(({name, report}) => ({
			...report,
			target: name,
			findings: report.findings.map(finding => ({
				...finding,
				controls: controls
					.filter(c => c.checks.some(({check}) => check === finding.check))
					.map(c => c.id),
			})),
		})),
		summary: summaryOf(reports),
		...leftOutJson(content),
	};
};
