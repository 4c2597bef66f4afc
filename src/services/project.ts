import {sep} from 'node:path';
import {assess} from '../assessment/index.js';
import type {CheckInfo} from '../domain/check.js';
import type {Content} from '../domain/content.js';
import type {Evaluation} from '../domain/evaluation.js';
import type {Seen} from '../domain/overtaken.js';
import type {Redaction} from '../domain/secrets/redact.js';
import type {Clock, DocumentRenderer, ProbeRunner, Store} from '../domain/ports.js';
import type {ProbeRun, RecordedRun} from '../domain/run.js';
import type {DatabaseTarget, Identity} from '../domain/target.js';
import {UserError} from '../domain/errors.js';
import type {Change, RunReference, WorkspaceState} from '../domain/workspace.js';
import {loadLostEvidence} from './lost-evidence.js';
import {screenChanges} from './screen-changes.js';
import {knownContentChange} from './known-content.js';
import {overtakenResolutions} from './overtaken-resolutions.js';

/** An open workspace with everything that services may use; cli/compose.ts builds it. */
export type Project = {
	readonly store: Store;
	/** Shipped content with the workspace's own overrides; it may lack frameworks and references, which cost start-up time. */
	readonly content: Content;
	/** The same content with the requirements of the frameworks and the references to them. */
	readonly wholeContent: () => Promise<Content>;
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
	/** Looks through the bytes of a file for secrets and takes them out; loaded when first needed. */
	readonly screen: (bytes: Uint8Array) => Promise<ScreenedFile>;
	/** Told when a secret was taken out of a change before it was recorded. */
	readonly onRedacted?: (redacted: readonly Redaction[]) => void;
	/** The secret of one identity, from where the target says that it comes. */
	readonly secret: (target: DatabaseTarget, identity: Identity) => Promise<string | undefined>;
	/** Asks a person on the terminal for the secret of an identity, which `secret` gives from then on; each once. */
	readonly askSecret: (target: DatabaseTarget, identity: Identity) => Promise<void>;
	readonly version: string;
	readonly offline: boolean;
	/** Runs are immutable, so that each is read once. */
	readonly runCache: Map<string, ProbeRun>;
};

/** A file without the secrets that were in it; `binary` was not looked into. */
export type ScreenedFile = {
	readonly bytes: Uint8Array;
	readonly redacted: readonly Redaction[];
	readonly looked: 'text' | 'binary';
};

/**
 * The recorded runs, in any order. One whose file cannot be used is still one of them, as a run
 * that saw nothing: left out, what older runs saw would pass for the present state.
 */
export const loadRuns = async (
	project: Project,
	state: WorkspaceState,
): Promise<readonly RecordedRun[]> => {
	const references = Object.values(state.runs);
	return Promise.all(
		references.map(async reference => {
			const {sha256, order} = reference;
			const place = order === undefined ? {} : {order};
			try {
				const run = project.runCache.get(sha256) ?? (await project.store.loadRun(sha256));
				project.runCache.set(sha256, run);
				return {...run, sha256, ...place};
			} catch (error) {
				if (!(error instanceof UserError)) throw error;
				const what = error.message.replaceAll(project.store.root + sep, '');
				return {...lostRun(reference, state, what), ...place};
			}
		}),
	);
};

const lostRun = (
	{target, sha256, startedAt, finishedAt}: RunReference,
	state: WorkspaceState,
	lost: string,
): RecordedRun => {
	const known = state.targets[target];
	return {
		schema: 'dbvet/probe-run@1',
		dbvet: '',
		sha256,
		lost,
		report: {
			target,
			engine: known?.kind === 'database' ? known.engine : 'postgresql',
			status: 'unreachable',
			reason: 'file-unreadable',
			startedAt,
			finishedAt,
			durationMs: 0,
			connections: 0,
			endpoints: [],
			findings: [],
		},
	};
};

/** All that an evaluation stands on beside the state itself, read from the disk: a file that is lost counts as lost. */
export const groundsOf = async (
	project: Project,
	state: WorkspaceState,
): Promise<Omit<Parameters<typeof assess>[0], 'state'>> => ({
	content: project.content,
	runs: await loadRuns(project, state),
	lostEvidence: await loadLostEvidence(project.store, state),
	conflicts: await project.store.conflicts(),
	checks: project.checks,
	now: project.clock().toISOString(),
});

/** The evaluation of a state at the project's clock. */
export const evaluate = async (project: Project, state: WorkspaceState): Promise<Evaluation> =>
	assess({...(await groundsOf(project, state)), state});

/**
 * Appends changes under the project's clock and author, without the secrets in what people wrote; resolves with the new
 * state when they are on disk.
 * @param seen the record as whoever makes the changes saw it
 * @throws Overtaken where somebody else changed the same since
 */
export const record = async (
	project: Project,
	changes: readonly Change[],
	why?: string,
	seen?: Seen,
): Promise<WorkspaceState> => {
	const at = project.clock().toISOString();
	const before = await project.store.state();
	const noted = knownContentChange(project.content, before, at);
	const reopened = overtakenResolutions(project.content, before, changes, at);
	const screened = screenChanges(changes, why);
	const meta = {
		by: await project.by(),
		at,
		...(screened.why === undefined ? {} : {why: screened.why}),
	};
	const state = await project.store.append(
		[...noted, ...screened.changes, ...reopened],
		meta,
		seen,
	);
	if (screened.redacted.length > 0) project.onRedacted?.(screened.redacted);
	return state;
};
