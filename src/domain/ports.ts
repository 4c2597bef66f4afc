import type {Conflict} from './conflict.js';
import type {Baseline} from './baseline.js';
import type {BaselineDiff} from './deviation.js';
import type {Entry} from './history.js';
import type {Joined} from './joined.js';
import type {LostFile} from './evidence.js';
import type {Finding} from './finding.js';
import type {Seen} from './overtaken.js';
import type {ProbeRun, RecordedRun, TargetReport} from './run.js';
import type {CheckInfo} from './check.js';
import type {DatabaseTarget, Identity} from './target.js';
import type {Change, WorkspaceState} from './workspace.js';
import type {Evaluation} from './evaluation.js';
import type {Content} from './content.js';

/** The clock that is handed in; `DBVET_NOW` fixes it. */
export type Clock = () => Date;

/** The record on disk. Every promise that resolves means: on disk and synced. */
export type Store = {
	/** The workspace folder. */
	readonly root: string;
	/** The present state; replays or rebuilds assessment.json where needed. */
	readonly state: () => Promise<WorkspaceState>;
	/**
	 * Appends the changes as history entries, in order, all or none visible after a crash in between lines. Rejects with
	 * `Overtaken` where something that they change, or stand on, is no longer as `seen`.
	 */
	readonly append: (
		changes: readonly Change[],
		meta: {readonly by: string; readonly at: string; readonly why?: string},
		seen?: Seen,
	) => Promise<WorkspaceState>;
	/** All entries of all writers, in one deterministic order that respects parents. */
	readonly history: () => Promise<readonly Entry[]>;
	/**
	 * The state that these entries and all that they follow gave, and how many entries these are; undefined where the settings are
	 * not among them yet.
	 */
	readonly stateAt: (
		ids: readonly string[],
	) => Promise<{readonly state: WorkspaceState; readonly entries: number} | undefined>;
	/** Hash over the heads of the history: what documents print. */
	readonly head: () => Promise<string>;
	/** Changes of one key that people made without knowing of each other, and nobody has settled; sorted by kind and key. */
	readonly conflicts: () => Promise<readonly Conflict[]>;
	/**
	 * Takes over what another copy of this workspace holds beyond it: entries, probe runs, evidence. Reads the other folder only. All of
	 * the entries count when it resolves, or none when it rejects; `dryRun` only says what there is.
	 */
	readonly join: (other: string, dryRun: boolean) => Promise<Joined>;
	/** Writes the run under its content hash; returns the hash. Does not touch the history. */
	readonly saveRun: (run: ProbeRun) => Promise<string>;
	readonly loadRun: (sha256: string) => Promise<ProbeRun>;
	/**
	 * Puts a file into the vault under its content hash. With `screen` it is read once, into memory, and what `screen` gives
	 * back is stored instead: nothing else of it reaches the disk, and nothing at all when `screen` throws.
	 */
	readonly saveEvidence: (
		path: string,
		screen?: (bytes: Uint8Array) => Promise<Uint8Array>,
	) => Promise<{readonly sha256: string; readonly bytes: number}>;
	/** Compares every vault file that the state names with its hash. */
	readonly verifyEvidence: () => Promise<
		readonly {
			readonly id: string;
			readonly fileName: string;
			readonly result: 'intact' | 'missing' | 'changed';
		}[]
	>;
	/**
	 * Compares one vault file with its hash. Within one process a file that the system says nobody has touched since is not
	 * read again, because a screen evaluates the record after each answer; `verifyEvidence` always reads.
	 */
	readonly checkArtifact: (sha256: string) => Promise<'intact' | 'missing' | 'changed'>;
	/** Writes assessment.json if it is behind; call before leaving. */
	readonly flush: () => Promise<void>;
};

export type ProbeEvent =
	| {readonly kind: 'started'; readonly target: string}
	| {readonly kind: 'step'; readonly target: string; readonly text: string}
	| {readonly kind: 'finding'; readonly target: string; readonly finding: Finding}
	| {readonly kind: 'finished'; readonly target: string; readonly report: TargetReport};

export type ProbeRequest = {
	readonly target: DatabaseTarget;
	/** Resolves the secret of an identity; undefined when there is none. Asked only when it is about to be used. */
	readonly secret: (identity: Identity) => Promise<string | undefined>;
	/** Check ids to run; all when absent. */
	readonly only?: readonly string[];
	/** Deadline for the whole target in milliseconds. */
	readonly timeoutMs: number;
	/** Send a password over a connection whose certificate was not verified. */
	readonly allowUnverified: boolean;
	/** Make the refusal probes, which send user and database names in clear. */
	readonly plaintextTest: boolean;
	/** Knock at other usual ports of the same machines too, with the consent of their owner; absent: no. */
	readonly siblingPorts?: boolean;
	readonly offline: boolean;
	/** Named thresholds of the profiles that hold for the target, the strictest of each. */
	readonly thresholds: Readonly<Record<string, number>>;
	readonly signal: AbortSignal;
	readonly onEvent?: (event: ProbeEvent) => void;
	/** Waited for once everything was looked at, before it is judged: what is seen takes little room, and a report a lot. */
	readonly turn?: () => Promise<void>;
};

export type ProbeRunner = {
	/** Never rejects for anything that a server does; what could not be seen is `unknown` in the report. */
	readonly probe: (request: ProbeRequest) => Promise<TargetReport>;
};

/** assess(): the rules of the record. Pure. */
export type Assess = (input: {
	readonly content: Content;
	readonly state: WorkspaceState;
	/** Runs in the order they finished. */
	readonly runs: readonly RecordedRun[];
	readonly checks: readonly CheckInfo[];
	/** What is wrong with the files of evidence, by its id; those that are not named are intact. */
	readonly lostEvidence?: ReadonlyMap<string, LostFile>;
	/** What the history holds in several versions; it counts while the state holds one of them. Absent: nothing. */
	readonly conflicts?: readonly Conflict[];
	readonly now: string;
}) => Evaluation;

export type DocumentFormat = 'md' | 'html' | 'pdf';

/** A baseline with what deviates from it. */
export type ApprovedBaseline = {
	readonly baseline: Baseline;
	readonly diff: BaselineDiff;
	/** Its approver wrote some of what it holds, and a profile in force wants two people. */
	readonly byAuthor: boolean;
};

/** What a document may know. */
export type DocumentInput = {
	readonly evaluation: Evaluation;
	readonly content: Content;
	readonly state: WorkspaceState;
	readonly checks: readonly CheckInfo[];
	readonly runs: readonly RecordedRun[];
	/** Hash of the history's heads. */
	readonly head: string;
	readonly dbvet: string;
	/** True when DBVET_NOW fixed the clock: printed in the document. */
	readonly fixedClock: boolean;
	/** The last baseline of each live database, and what deviates from it; each baseline once. */
	readonly approvals?: readonly ApprovedBaseline[];
	readonly paper: 'a4' | 'letter';
};

export type RenderedFile = {
	/** For example `risk-assessment.pdf` or `security-baseline-prod.html`. */
	readonly fileName: string;
	readonly document: string;
	readonly format: DocumentFormat;
	readonly bytes: Uint8Array;
	/** Characters that the format cannot show; their code points stand in for them. */
	readonly missing?: readonly string[];
};

export type DocumentRenderer = {
	readonly documents: readonly {
		readonly id: string;
		readonly title: string;
		readonly summary: string;
		/** What is wrong with the workspace's own definition of it, which then keeps this document, and no other, from being drawn. */
		readonly fault?: string;
	}[];
	/** What is wrong with templates, as far as it is known before they are filled: a sentence each, with file and line. */
	readonly templateFaults: () => Promise<readonly string[]>;
	/**
	 * One document may give several files (a baseline per database). A renderer that works in the background ends when
	 * `signal` fires, and rejects with its reason.
	 */
	readonly render: (
		document: string,
		formats: readonly DocumentFormat[],
		input: DocumentInput,
		signal?: AbortSignal,
	) => Promise<readonly RenderedFile[]>;
};
