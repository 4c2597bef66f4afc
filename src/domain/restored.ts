import type {Entry} from './history.js';

/** Begins the reason of every entry that brings an earlier value back. */
const prefix = 'Restored to the state ';

/** The reason of a restore: which moment in words ("of 2026-11-20T23:59:59.999Z"), and why where a person said so. */
export const restoredWhy = (moment: string, reason: string | undefined): string =>
	`${prefix}${moment}${reason === undefined ? '' : `: ${reason}`}`;

export const isRestore = ({why}: Entry): boolean => why?.startsWith(prefix) === true;

/** Entries in their order, those of one restore together: made by one person at one time for one reason. */
export const restoresTogether = (entries: readonly Entry[]): readonly (readonly Entry[])[] => {
	const groups: Entry[][] = [];
	for (const entry of entries) {
		const group = groups.at(-1);
		const first = group?.[0];
		if (
			group !== undefined &&
			first !== undefined &&
			isRestore(entry) &&
			first.why === entry.why &&
			first.by === entry.by &&
			first.at === entry.at
		)
			group.push(entry);
		else groups.push([entry]);
	}
	return groups;
};
