import {effectiveProfile} from '../assessment/index.js';
import type {ProbeEvent} from '../domain/ports.js';
import type {TargetReport} from '../domain/run.js';
import type {DatabaseTarget} from '../domain/target.js';
import type {WorkspaceState} from '../domain/workspace.js';
import {record, type Project} from './project.js';
import {toAbsolutePaths} from './workspace-paths.js';

export type ProbeOptions = {
	readonly only?: readonly string[];
	readonly timeoutMs: number;
	readonly concurrency: number;
	readonly allowUnverified: boolean;
	readonly plaintextTest: boolean;
	readonly record: boolean;
	readonly signal: AbortSignal;
	readonly onEvent: (event: ProbeEvent) => void;
	/** Told each report as soon as it is there, before it is recorded: what was seen is shown even when the disk is full. */
	readonly onReport?: (report: TargetReport) => void;
};

/**
 * Probes database targets side by side, records each run as soon as it is complete, and returns the reports in the
 * order of the targets. Cancelling keeps what is done. A run that cannot be recorded, or a password that cannot be
 * fetched, stops no other target; the first such trouble is thrown when all of them are done.
 */
export const runProbes = async (
	project: Project,
	state: WorkspaceState,
	targets: readonly DatabaseTarget[],
	options: ProbeOptions,
): Promise<readonly TargetReport[]> => {
	const runner = await project.probes();
	const reports: (TargetReport | undefined)[] = targets.map(() => undefined);
	let nextIndex = 0;
	let trouble: Error | undefined;
	const keepFirst = (error: unknown): void => {
		trouble ??= error instanceof Error ? error : new Error(String(error));
	};
	const worker = async (): Promise<void> => {
		for (let i = nextIndex++; i < targets.length; i = nextIndex++) {
			const target = targets[i];
			if (target === undefined || options.signal.aborted) return;
			const report = await runner.probe({
				target: toAbsolutePaths(target, project.store.root),
				secret: identity =>
					project.secret(target, identity).catch((error: unknown) => {
						keepFirst(error);
						throw error;
					}),
				...(options.only === undefined ? {} : {only: options.only}),
				timeoutMs: options.timeoutMs,
				allowUnverified: options.allowUnverified,
				plaintextTest: options.plaintextTest,
				offline: project.offline,
				thresholds: effectiveProfile(project.content, target.profiles ?? state.settings.profiles)
					.thresholds,
				signal: options.signal,
				onEvent: options.onEvent,
			});
			reports[i] = report;
			options.onReport?.(report);
			if (options.record) await recordRun(project, report).catch(keepFirst);
		}
	};
	await Promise.all(Array.from({length: Math.max(1, options.concurrency)}, worker));
	if (trouble !== undefined) throw trouble;
	return reports.filter(report => report !== undefined);
};

/** A place behind all known runs of the target, in ISO; undefined where the end of the run is behind them anyway. */
const orderAfter = (
	{target, finishedAt}: TargetReport,
	{runs}: WorkspaceState,
): string | undefined => {
	const places = Object.values(runs)
		.filter(run => run.target === target)
		.map(run => Date.parse(run.order ?? run.finishedAt));
	const last = Math.max(...places, 0);
	return Date.parse(finishedAt) > last ? undefined : new Date(last + 1).toISOString();
};

const recordRun = async (project: Project, report: TargetReport): Promise<void> => {
	const run = {schema: 'dbvet/probe-run@1', dbvet: project.version, report} as const;
	const sha256 = await project.store.saveRun(run);
	project.runCache.set(sha256, run);
	const order = orderAfter(report, await project.store.state());
	await record(project, [
		{
			kind: 'run',
			key: sha256,
			after: {
				target: report.target,
				sha256,
				startedAt: report.startedAt,
				finishedAt: report.finishedAt,
				...(order === undefined ? {} : {order}),
				status: report.status,
				by: await project.by(),
			},
		},
	]);
};
