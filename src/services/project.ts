import {assess} from '../assessment/index.js';
import type {CheckInfo} from '../domain/check.js';
import type {Content} from '../domain/content.js';
import type {Evaluation} from '../domain/evaluation.js';
import type {Clock, DocumentRenderer, ProbeRunner, Store} from '../domain/ports.js';
import type {ProbeRun} from '../domain/run.js';
import type {DatabaseTarget, Identity} from '../domain/target.js';
import type {Change, WorkspaceState} from '../domain/workspace.js';
import {knownContentChange} from './known-content.js';

/** An open workspace with everything that services may use; cli/compose.ts builds it. */
export type Project = {
	readonly store: Store;
	/** Shipped content with the workspace's own overrides. */
	readonly content: Content;
	readonly checks: readonly CheckInfo[];
	readonly clock: Clock;
	/** True when DBVET_NOW fixed the clock. */
	readonly fixedClock: boolean;
	/** Who makes a change. */
	readonly by: () => Promise<string>;
	/** A new immutable target id. */
	readonly newTargetId: () => string;
	/** Loaded when first needed, because both cost start-up time. */
	readonly probes: () => Promise<ProbeRunner>;
	readonly documents: () => Promise<DocumentRenderer>;
	/** The secret of one identity, from where the target says that it comes. */
	readonly secret: (target: DatabaseTarget, identity: Identity) => Promise<string | undefined>;
	readonly version: string;
	readonly offline: boolean;
	/** Runs are immutable, so that each is read once. */
	readonly runCache: Map<string, ProbeRun>;
};

export type StoredRun = ProbeRun & {readonly sha256: string};

/** The recorded runs in the order they finished (ties by hash). */
export const loadRuns = async (
	project: Project,
	state: WorkspaceState,
): Promise<readonly StoredRun[]> => {
	const references = Object.values(state.runs);
	references.sort((a, b) => compare(a.finishedAt, b.finishedAt) || compare(a.sha256, b.sha256));
	return Promise.all(
		references.map(async ({sha256}) => {
			const run = project.runCache.get(sha256) ?? (await project.store.loadRun(sha256));
			project.runCache.set(sha256, run);
			return {...run, sha256};
		}),
	);
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The evaluation of a state at the project's clock. */
export const evaluate = async (project: Project, state: WorkspaceState): Promise<Evaluation> =>
	assess({
		content: project.content,
		state,
		runs: await loadRuns(project, state),
		checks: project.checks,
		now: project.clock().toISOString(),
	});

/** Appends changes under the project's clock and author; resolves with the new state when they are on disk. */
export const record = async (
	project: Project,
	changes: readonly Change[],
	why?: string,
): Promise<WorkspaceState> => {
	const at = project.clock().toISOString();
	const noted = knownContentChange(project.content, await project.store.state(), at);
	return project.store.append([...noted, ...changes], {
		by: await project.by(),
		at,
		...(why === undefined ? {} : {why}),
	});
};
