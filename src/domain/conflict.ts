import {canonicalJson} from './id.js';
import type {Entry} from './history.js';
import type {ChangeKind} from './workspace.js';

/** Changes of one key that were made without knowledge of each other and say different things: a person decides. */
export type Conflict = {
	readonly kind: ChangeKind;
	readonly key: string;
	/** In causal order, two or more; the state holds the last. A new change of the key settles it. */
	readonly entries: readonly Entry[];
};

/** A value without who made it and when, as text: the same said twice is no conflict and no news. */
export const contentOf = (value: unknown): string =>
	canonicalJson([
		typeof value === 'object' && value !== null
			? {...value, by: undefined, at: undefined}
			: (value ?? null),
	]);

/**
 * Runs are named by their content, and what dbvet notes of its own questions is nothing that a person said: two entries about one of them
 * need nobody to choose.
 */
export const needsChoice = (kind: ChangeKind): boolean => kind !== 'run' && kind !== 'content';
