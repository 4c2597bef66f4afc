import {effectiveProfile} from '../assessment/index.js';
import type {ProbeEvent} from '../domain/ports.js';
import {profilesInForce} from '../domain/profiles-in-force.js';
import type {ProbeRun, TargetReport} from '../domain/run.js';
import type {DatabaseTarget} from '../domain/target.js';
import type {WorkspaceState} from '../domain/workspace.js';
import {runFleet, type Ending, type FleetLimits} from './fleet.js';
import {createPace} from './pace.js';
import {record, type Project} from './project.js';
import {createTurns} from './turns.js';
import {toAbsolutePaths} from './workspace-paths.js';

export type ProbeOptions = {
	readonly only?: readonly string[];
	readonly timeoutMs: number;
	readonly concurrency: number;
	readonly allowUnverified: boolean;
	readonly plaintextTest: boolean;
	readonly siblingPorts?: boolean;
	readonly record: boolean;
	readonly signal: AbortSignal;
	readonly onEvent: (event: ProbeEvent) => void;
	/** Told each report as soon as it is there, before it is recorded: what was seen is shown even when the disk is full. */
	readonly onReport?: (report: TargetReport) => void;
};

/** Reports that are kept in memory after they are written. */
const mayCache = 16;
/** Reports that are made and not recorded yet: each takes some hundred kilobytes, and many servers may be given up at one moment. */
const mayHold = 8;
/** Targets that may wait for a server at once: each is a socket or two, and no work. */
const mayWait = 256;
/** Targets on one server that are looked at at once: some connections each, of often a hundred. */
const perServer = 8;

const limitsOf = (concurrency: number): FleetLimits => ({
	atOnce: concurrency,
	// Who asks for one wants one after the other.
	waiting: concurrency === 1 ? 1 : Math.max(mayWait, concurrency),
	perGroup: perServer,
});

const serverOf = ({id, endpoints: [first]}: DatabaseTarget): string =>
	first === undefined ? id : `${first.host.toLowerCase()}:${first.port}`;

/**
 * Probes database targets side by side, and records each run as soon as it is complete. Targets whose server says nothing delay no other. Cancelling keeps what is done. A run that
 * cannot be recorded, or a password that cannot be fetched, stops no other target; the first such trouble is thrown when
 * all of them are done.
 */
export const runProbes = async (
	project: Project,
	state: WorkspaceState,
	targets: readonly DatabaseTarget[],
	options: ProbeOptions,
): Promise<void> => {
	const runner = await project.probes();
	let trouble: Error | undefined;
	const keepFirst = (error: unknown): void => {
		trouble ??= error instanceof Error ? error : new Error(String(error));
	};
	let recorded = Promise.resolve();
	/** One after the other, because each writes to the same history. */
	const inTurn = (work: () => Promise<void>): Promise<void> => {
		recorded = recorded.then(work).catch(keepFirst);
		return recorded;
	};
	const takeTurn = createTurns(mayHold);
	const probeOne = async (target: DatabaseTarget): Promise<Ending> => {
		const {thresholds} = effectiveProfile(project.content, profilesInForce(target, state.settings));
		let endTurn: (() => void) | undefined;
		try {
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
				siblingPorts: options.siblingPorts === true,
				offline: project.offline,
				thresholds,
				signal: options.signal,
				onEvent: options.onEvent,
				turn: async () => {
					endTurn = await takeTurn();
				},
			});
			options.onReport?.(report);
			if (options.record)
				await inTurn(() => recordRun(project, {report, thresholds}, targets.length <= mayCache));
			const isSilent = report.status === 'unreachable' || report.reason === 'timed-out';
			return isSilent ? 'silent' : 'answered';
		} finally {
			endTurn?.();
		}
	};
	await runFleet(targets, probeOne, {
		limits: limitsOf(options.concurrency),
		groupOf: serverOf,
		pace: createPace(),
		signal: options.signal,
	});
	if (trouble !== undefined) throw trouble;
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

const recordRun = async (
	project: Project,
	{report, thresholds}: Pick<ProbeRun, 'report' | 'thresholds'>,
	keep: boolean,
): Promise<void> => {
	const run = {schema: 'dbvet/probe-run@1', dbvet: project.version, thresholds, report} as const;
	const sha256 = await project.store.saveRun(run);
	// A fleet's reports would fill the memory; they are read again where somebody looks at them.
	if (keep) project.runCache.set(sha256, run);
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
