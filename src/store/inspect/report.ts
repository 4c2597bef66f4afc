/** Which part of the workspace something was found in. */
export type Part = 'history' | 'assessment' | 'runs' | 'evidence';

/** One broken link: where it is, what should be there, and what is. Plain text; what files hold is not made safe to print. */
export type Fault = {
	readonly part: Part;
	/** Path from the workspace, with `:line` in a history file. */
	readonly place: string;
	readonly expected: string;
	readonly found: string;
};

/** Something that the system would not let be read, so that nothing is known of it. */
export type Unread = {readonly part: Part; readonly place: string; readonly reason: string};

/** How a head hash from elsewhere stands to the history that is here. */
export type HeadStanding =
	| {readonly standing: 'present'}
	| {
			readonly standing: 'ancestor';
			/** When the last entry of that moment was written, by the clock of its writer. */
			readonly at: string;
			/** Entries that came to it since. */
			readonly added: number;
	  }
	| {readonly standing: 'unknown'};

/** What `inspectWorkspace` found. The first of `faults` is the first broken link. */
export type Inspection = {
	readonly root: string;
	/** The hash that documents print; absent where the history is broken or empty. */
	readonly head?: string;
	/** Readable entries, each counted once. */
	readonly entries: number;
	readonly files: readonly {readonly file: string; readonly entries: number}[];
	/** Runs and artifacts that the history names. */
	readonly runs: number;
	readonly evidence: number;
	readonly assessment: 'current' | 'behind' | 'missing' | 'broken' | 'unread';
	readonly faults: readonly Fault[];
	readonly unread: readonly Unread[];
	/** What is no damage and worth knowing, one sentence each. */
	readonly notes: readonly string[];
	/** Only where a head was given. */
	readonly given?: HeadStanding;
};
