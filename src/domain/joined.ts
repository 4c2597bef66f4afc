import type {Conflict} from './conflict.js';
import type {Entry} from './history.js';

/** What another copy of the workspace holds beyond this one. */
export type Joined = {
	/** Entries that this copy lacked, in causal order. */
	readonly entries: readonly Entry[];
	/** SHA-256 of the probe runs and of the files of evidence that came along. */
	readonly runs: readonly string[];
	readonly evidence: readonly string[];
	/** What the record names and neither copy has whole: paths inside the other copy. */
	readonly lost: readonly string[];
	/** History files that both copies continued, because one person went on in a copied folder. */
	readonly continuedTwice: readonly string[];
	/** Entries of this copy that the other one lacks. */
	readonly theyLack: number;
	/** Bytes at the end of the other copy's files that are an interrupted write, and do not count. */
	readonly tornBytes: number;
	/** Open in the joined record, those that were open before among them. */
	readonly conflicts: readonly Conflict[];
};
