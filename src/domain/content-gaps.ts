import type {LeftOut} from './left-out.js';

/** Something recorded about a question, a control or a risk that the content does not hold: kept, and counted nowhere. */
export type Unplaced = {
	readonly kind: 'answer' | 'decision' | 'resolution' | 'evidence';
	readonly target: string;
	readonly targetName: string;
	/** The question, risk or control that it speaks of. */
	readonly id: string;
	/** What was recorded, in words. */
	readonly text: string;
};

/** What stands beside the content because files of the workspace's own have mistakes. */
export type ContentTrouble = {
	readonly leftOut: readonly LeftOut[];
	/** Profiles in force that are not there because of it; the strictest of all others count in their place. */
	readonly profiles: readonly string[];
};

/** Where the content and the record do not meet. */
export type ContentGaps = {
	/** Absent when every file of the content counts. */
	readonly trouble?: ContentTrouble;
	/** Absent when there is nothing of the sort. */
	readonly unplaced?: readonly Unplaced[];
};
