import type {AnswerValue} from '../domain/answer.js';
import type {CheckInfo} from '../domain/check.js';
import type {Content} from '../domain/content.js';
import type {Evaluation} from '../domain/evaluation.js';
import type {Entry} from '../domain/history.js';
import type {DocumentFormat, ProbeEvent} from '../domain/ports.js';
import type {WordedPart} from './profile-words.js';
import type {Reversal} from './reversal.js';
import type {WorkspaceState} from '../domain/workspace.js';

/** Everything a face (full screen or plain lines) sees at one moment. */
export type Snapshot = {
	readonly state: WorkspaceState;
	readonly content: Content;
	readonly checks: readonly CheckInfo[];
	readonly evaluation: Evaluation;
	/** When the last change reached the disk; undefined before the first of this session. */
	readonly savedAt?: string;
};

/** A document that can be written, as its template calls itself. */
export type DocumentInfo = {
	readonly id: string;
	readonly title: string;
	readonly summary: string;
};

export type AnswerInput = {
	/** Immutable id of the target. */
	readonly target: string;
	readonly question: string;
	readonly value: AnswerValue;
	readonly note?: string;
};

/**
 * What both faces of the assessment do with a workspace. Each promise resolves when the change is on disk, and rejects
 * with a UserError when the user can mend it. After each change `snapshot()` is the new one and listeners are told.
 */
export type Workbench = {
	readonly snapshot: () => Snapshot;
	readonly subscribe: (listener: () => void) => () => void;
	/** Calls `onChange` soon after anybody changed the record on disk, until what is given back is called. */
	readonly watch: (onChange: () => void) => () => void;
	/**
	 * Takes in what others recorded. `wanted` is asked at the last moment, because what a person sees must not change under
	 * what they type; false when the record was left as it was although it may be behind.
	 */
	readonly catchUp: (wanted: () => boolean) => Promise<boolean>;
	readonly answer: (input: AnswerInput) => Promise<void>;
	/** Takes the answer away again (the history keeps it). */
	readonly clearAnswer: (target: string, question: string) => Promise<void>;
	readonly resolve: (input: {
		readonly contradiction: string;
		readonly decision: 'take-observation' | 'keep-answer';
		readonly reason?: string;
		readonly until?: string;
	}) => Promise<void>;
	/** Lets one version hold of what people changed without knowing of each other; `entries` are those that were chosen between. */
	readonly choose: (input: {
		readonly conflict: string;
		readonly take: number;
		readonly entries: readonly string[];
		readonly reason?: string;
	}) => Promise<void>;
	/** What another choice of profiles would change, in words; changes nothing. */
	readonly previewProfiles: (profiles: readonly string[]) => Promise<readonly WordedPart[]>;
	readonly setProfiles: (profiles: readonly string[]) => Promise<void>;
	readonly waive: (input: {
		readonly target: string;
		readonly check: string;
		readonly object?: string;
		readonly reason: string;
		readonly approver: string;
		readonly until: string;
	}) => Promise<void>;
	/** Probes the database targets with these ids, records the runs, and reports on the way. Cancelling keeps what is done. */
	readonly probe: (
		targets: readonly string[],
		options: {
			readonly signal: AbortSignal;
			readonly onEvent: (event: ProbeEvent) => void;
			/** Make the refusal test, which sends user and database names in clear. */
			readonly plaintextTest: boolean;
		},
	) => Promise<void>;
	/**
	 * Writes the documents into the workspace's documents/ folder, each file whole or not at all; returns the paths. Rejects
	 * with the reason of the signal when that fires.
	 */
	readonly render: (
		documents: readonly string[],
		formats: readonly DocumentFormat[],
		options: {readonly signal: AbortSignal},
	) => Promise<readonly string[]>;
	/** What can be written. Loaded when asked for, because no first frame shows it. */
	readonly documents: () => Promise<readonly DocumentInfo[]>;
	/** Everything that ever changed, the oldest first. */
	readonly history: () => Promise<readonly Entry[]>;
	/** Who makes the changes. */
	readonly me: () => Promise<string>;
	/** What would be undone or done again next, or the act with an entry of the history; undefined when nothing is left. */
	readonly findReversal: (what: 'undo' | 'redo', entry?: string) => Promise<Reversal | undefined>;
	/** Takes an act of the history back, by a new entry. */
	readonly reverse: (reversal: Reversal) => Promise<void>;
};
