import type {Entry} from '../domain/history.js';
import type {OpenConflict} from '../domain/open-conflict.js';
import type {DocumentFormat, ProbeEvent} from '../domain/ports.js';
import type {Severity} from '../domain/severity.js';
import type {WordedPart} from '../services/profile-words.js';
import type {Reversal} from '../services/reversal.js';
import type {AnswerInput, DocumentInfo, Snapshot, Workbench} from '../services/workbench.js';

/** What every screen may look at: the record, what can be written, and the time (ISO 8601) of the present action. */
export type World = {
	readonly snapshot: Snapshot;
	/** Undefined until they are loaded. */
	readonly documents: readonly DocumentInfo[] | undefined;
	readonly documentsDir: string | undefined;
	/** Who makes the changes of this session; undefined until it is looked up. */
	readonly me: string | undefined;
	readonly now: string;
	/** Of the terminal, in cells. */
	readonly columns: number;
	readonly rows: number;
};

export type FindingsShow =
	| 'attention'
	| 'failing'
	| 'unknown'
	| 'contradicted'
	| 'stale'
	| 'mine'
	| 'assigned'
	| 'waived'
	| 'passing'
	| 'all';

/** Which questions are listed. */
export type QuestionFilter =
	'all' | 'open' | 'mine' | 'failing' | 'contradicted' | 'stale' | 'new' | 'assigned';

/** A place a screen can send the person to; screens do not know each other. */
export type Place =
	| {readonly screen: 'home'}
	| {
			readonly screen: 'questions';
			readonly target: string;
			readonly question?: string;
			readonly filter?: QuestionFilter;
	  }
	| {readonly screen: 'probes'; readonly target?: string}
	| {
			readonly screen: 'findings';
			readonly target?: string;
			readonly show?: FindingsShow;
			readonly select?: string;
	  }
	| {readonly screen: 'documents'}
	| {readonly screen: 'profiles'}
	| {readonly screen: 'history'; readonly target?: string; readonly question?: string}
	| {readonly screen: 'vendors'; readonly vendor?: string};
export type ScreenName = Place['screen'];

export type ResolveInput = Parameters<Workbench['resolve']>[0];
export type WaiveInput = Parameters<Workbench['waive']>[0];
export type ChooseInput = Parameters<Workbench['choose']>[0];

/** What `update` wants done to the world; session.ts does it and answers with an action. */
export type Effect =
	| {readonly kind: 'answer'; readonly input: AnswerInput}
	| {readonly kind: 'clear'; readonly target: string; readonly question: string}
	| {readonly kind: 'resolve'; readonly input: ResolveInput}
	| {readonly kind: 'waive'; readonly input: WaiveInput}
	| {readonly kind: 'reverse'; readonly reversal: Reversal}
	/** What `u` or `ctrl+r` would reverse, or the change with this entry. */
	| {readonly kind: 'seek'; readonly what: 'undo' | 'redo'; readonly entry?: string}
	| {readonly kind: 'load-history'}
	| {readonly kind: 'choose'; readonly input: ChooseInput}
	| {readonly kind: 'preview-profiles'; readonly profiles: readonly string[]}
	| {readonly kind: 'set-profiles'; readonly profiles: readonly string[]}
	| {readonly kind: 'probe'; readonly targets: readonly string[]; readonly plaintextTest: boolean}
	| {readonly kind: 'cancel-probe'}
	| {
			readonly kind: 'render';
			readonly documents: readonly string[];
			readonly formats: readonly DocumentFormat[];
	  }
	| {readonly kind: 'leave'; readonly reason: 'quit' | 'interrupted'};

export type SaveEffect = Extract<
	Effect,
	{kind: 'answer' | 'clear' | 'resolve' | 'waive' | 'choose' | 'set-profiles' | 'reverse'}
>;

/** Trouble that the person can mend, as a UserError tells it. */
export type Trouble = {
	readonly message: string;
	readonly next: readonly string[];
	/** Somebody else changed the same in the meantime; the snapshot shows it. */
	readonly overtaken?: true;
};

/** A line above the footer, there until the next key that does something. */
export type Notice = {readonly tone: 'good' | 'bad' | 'warn'; readonly text: string};

/** What happened. `now` is the time at which it did. */
export type Action = {readonly now: string} & (
	| {readonly kind: 'key'; readonly key: string}
	| {readonly kind: 'paste'; readonly text: string}
	| {readonly kind: 'size'; readonly columns: number; readonly rows: number}
	| {readonly kind: 'changed'; readonly snapshot: Snapshot}
	| {readonly kind: 'saved'; readonly effect: SaveEffect; readonly snapshot: Snapshot}
	| {readonly kind: 'save-failed'; readonly effect: SaveEffect; readonly trouble: Trouble}
	| {readonly kind: 'probe-events'; readonly events: readonly ProbeEvent[]}
	| {readonly kind: 'probe-ended'; readonly snapshot: Snapshot; readonly trouble?: Trouble}
	| {
			readonly kind: 'sought';
			readonly what: 'undo' | 'redo';
			/** Undefined when there is nothing of the kind. */
			readonly reversal: Reversal | undefined;
	  }
	| {readonly kind: 'seek-failed'; readonly trouble: Trouble}
	| {readonly kind: 'history'; readonly entries: readonly Entry[]}
	| {readonly kind: 'history-failed'; readonly trouble: Trouble}
	| {readonly kind: 'me'; readonly me: string}
	| {readonly kind: 'documents'; readonly documents: readonly DocumentInfo[]}
	| {
			readonly kind: 'previewed';
			readonly profiles: readonly string[];
			readonly parts: readonly WordedPart[];
	  }
	| {readonly kind: 'preview-failed'; readonly trouble: Trouble}
	| {readonly kind: 'rendered'; readonly paths: readonly string[]}
	| {readonly kind: 'render-failed'; readonly trouble: Trouble}
	| {readonly kind: 'tick'}
);

/** An action without its time, which the session adds. */
export type Happening = Action extends infer A
	? A extends Action
		? Omit<A, 'now'>
		: never
	: never;

/** What a form asks for: how a contradiction is resolved, why a failure is accepted, or which version holds. */
export type FormPurpose =
	| {
			readonly kind: 'resolve';
			readonly contradiction: string;
			readonly target: string;
			readonly question?: string;
			readonly text: string;
	  }
	| {
			readonly kind: 'waive';
			readonly target: string;
			readonly check: string;
			readonly object?: string;
			readonly title: string;
			readonly severity: Severity;
	  }
	| {readonly kind: 'choose'; readonly conflict: OpenConflict};

/** What a screen gives back for a command: its new state, and what it wants of the others. */
export type Result<S> = {
	readonly state: S;
	readonly effects?: readonly Effect[];
	readonly go?: Place;
	readonly back?: boolean;
	readonly form?: FormPurpose;
	readonly notice?: Notice;
};
