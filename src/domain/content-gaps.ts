import type {Content} from './content.js';
import {leftOutProfileIds, type LeftOut} from './left-out.js';
import type {WorkspaceState} from './workspace.js';

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

/** What stands beside the content because files of the workspace's own have mistakes, or are gone. */
export type ContentTrouble = {
	/** Empty when every file counts. */
	readonly leftOut: readonly LeftOut[];
	/** Profiles in force that the content does not hold; the strictest of all others count in their place. */
	readonly profiles: readonly string[];
};

/** Where the content and the record do not meet. */
export type ContentGaps = {
	/** Absent when every file of the content counts. */
	readonly trouble?: ContentTrouble;
	/** Absent when there is nothing of the sort. */
	readonly unplaced?: readonly Unplaced[];
};

/** The profiles in force, for the workspace or for a target that is not retired, that the content does not hold; sorted. */
export const missingProfiles = (
	{profiles}: Pick<Content, 'profiles'>,
	{settings, targets}: Pick<WorkspaceState, 'settings' | 'targets'>,
): readonly string[] => {
	const known = new Set(profiles.map(p => p.id));
	const live = Object.values(targets).filter(t => t.retiredAt === undefined);
	const inForce = new Set([...settings.profiles, ...live.flatMap(t => t.profiles ?? [])]);
	return [...inForce].filter(id => !known.has(id)).toSorted();
};

/** Those of the missing profiles that stand in no file at all: mending a file does not bring them back. */
export const goneProfiles = ({leftOut, profiles}: ContentTrouble): readonly string[] => {
	const maybe = leftOutProfileIds(leftOut);
	return maybe === undefined ? [] : profiles.filter(id => !maybe.includes(id));
};
