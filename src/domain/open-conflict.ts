import type {Severity} from './severity.js';
import type {ChangeKind} from './workspace.js';

/** One of the things that people said; whoever said the same without knowing of each other stands in one version. */
export type ConflictVersion = {
	/** From 1, in causal order: the same in every copy. */
	readonly number: number;
	/** The newest entry that says it, and its value; null: taken away. */
	readonly entry: string;
	readonly after: unknown;
	readonly by: readonly string[];
	/** ISO instant of the newest. */
	readonly at: string;
	/** What it says, as far as the versions differ: “yes”, "until 2027-01-31". */
	readonly text: string;
	readonly note?: string;
	/** Why it was changed, where that was said. */
	readonly why?: string;
};

/** Two or more versions of one thing, between which a person has to choose. */
export type OpenConflict = {
	/** `kind/target/…`, by the target's present name. */
	readonly id: string;
	readonly kind: ChangeKind;
	readonly key: string;
	/** Ids of the entries, sorted: they tell whether it is still the conflict that a person saw. */
	readonly entries: readonly string[];
	readonly target?: string;
	readonly targetName?: string;
	readonly question?: string;
	readonly control?: string;
	readonly severity: Severity;
	/** What it is about, for example the question. */
	readonly title: string;
	/** What counts until somebody has chosen, one sentence. */
	readonly meanwhile: string;
	/** "prod: …: 1 “yes” (Ada, 2026-11-20); 2 “no” (Bob, 2026-11-21)", one sentence without markup. */
	readonly text: string;
	readonly versions: readonly ConflictVersion[];
};

/** Nothing of the assessment rests on who is asked or reminded of a question; everything else has to be settled. */
export const stopsGate = ({kind}: Pick<OpenConflict, 'kind'>): boolean => kind !== 'mark';
