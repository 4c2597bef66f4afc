import {count} from './count.js';
import type {ControlEvaluation} from './evaluation.js';
import type {Score} from './target-evaluation.js';

/**
 * True where all that is known of a control is too old to count: its assurance has come down to none. It may hold no longer, and nobody would
 * know, so that `dbvet check` counts a mandatory one with the unknown ones. A failure stays a failure, however old it is.
 */
export const isOutdated = ({
	state,
	stale,
	assurance,
}: Pick<ControlEvaluation, 'state' | 'stale' | 'assurance'>): boolean =>
	stale &&
	assurance === 'none' &&
	(state === 'met' || state === 'partly' || state === 'not-applicable');

/** How many of the known controls rest on what is too old, in a sentence; undefined where all is recent enough. */
export const staleSentence = ({stale}: Pick<Score, 'stale'>): string | undefined =>
	stale === 0
		? undefined
		: `${count(stale, 'known control rests', 'known controls rest')} on answers or probe runs that are older than the profile allows.`;
