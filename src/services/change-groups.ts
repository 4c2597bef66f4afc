import type {Entry} from '../domain/history.js';
import type {ChangeKind} from '../domain/workspace.js';

/** Entries that one act of one person made: an answer, say, with the resolution that it opens again. */
export type ChangeGroup = {
	/** Id of its first entry. */
	readonly id: string;
	readonly by: string;
	readonly at: string;
	/** In the order in which they were made; only what can be reversed. */
	readonly entries: readonly Entry[];
	/** Of a group that reverses another one: what it is called, and the id of that one as far as it is written. */
	readonly reverses?: {readonly what: 'undo' | 'redo'; readonly id: string};
};

/**
 * What a person decides and can take back. Targets, evidence and runs stay out: others build on them (answers on a target, files in the
 * vault), so that taking one back would tear holes.
 */
const reversible: ReadonlySet<ChangeKind> = new Set([
	'settings',
	'answer',
	'waiver',
	'resolution',
	'decision',
	'mark',
]);

/** The first settings are the beginning of the record. */
export const canReverse = ({kind, before}: Entry): boolean =>
	reversible.has(kind) && !(kind === 'settings' && (before === null || before === undefined));

/** How much of an id is written into the history; more than enough to tell changes apart. */
const idCharacters = 16;

/** The reason that the history keeps of a reversal. */
export const reversalReason = (what: 'undo' | 'redo', id: string): string =>
	`${what} of ${id.slice(0, idCharacters)}`;

const readReason = (why: string | undefined): ChangeGroup['reverses'] => {
	const found = /^(undo|redo) of ([0-9a-f]{16})$/.exec(why ?? '');
	const [, what, id] = found ?? [];
	return id === undefined ? undefined : {what: what === 'undo' ? 'undo' : 'redo', id};
};

type Growing = {readonly first: Entry; readonly entries: Entry[]; readonly keys: Set<string>};

/**
 * The acts of a history, in its order. Entries belong together when the one follows the other alone, made by the same person at the same
 * instant for the same reason, and no key comes twice; acts of which nothing can be reversed are left out.
 */
export const changeGroups = (history: readonly Entry[]): readonly ChangeGroup[] => {
	const byEntry = new Map<string, Growing>();
	const all: Growing[] = [];
	for (const entry of history) {
		const [parent, ...others] = entry.parents;
		const before = parent === undefined || others.length > 0 ? undefined : byEntry.get(parent);
		const key = `${entry.kind} ${entry.key}`;
		const joins =
			before !== undefined &&
			before.entries.at(-1)?.id === parent &&
			before.first.by === entry.by &&
			before.first.at === entry.at &&
			before.first.why === entry.why &&
			!before.keys.has(key);
		const group = joins ? before : {first: entry, entries: [], keys: new Set<string>()};
		if (!joins) all.push(group);
		group.entries.push(entry);
		group.keys.add(key);
		byEntry.set(entry.id, group);
	}
	return all.flatMap(({first, entries}): readonly ChangeGroup[] => {
		const kept = entries.filter(canReverse);
		const reverses = readReason(first.why);
		return kept.length === 0
			? []
			: [
					{
						id: first.id,
						by: first.by,
						at: first.at,
						entries: kept,
						...(reverses === undefined ? {} : {reverses}),
					},
				];
	});
};

/** What can be undone and done again, the next one last, and which acts are undone now. */
export type ChangeStacks = {
	readonly undo: readonly ChangeGroup[];
	readonly redo: readonly ChangeGroup[];
	/** Ids of the entries that no longer hold because they were undone. */
	readonly undone: ReadonlySet<string>;
};

/** Reads both stacks off the history, so that they are the same for everybody and after each start. A new change ends what could be done again. */
export const changeStacks = (groups: readonly ChangeGroup[]): ChangeStacks => {
	const undo: ChangeGroup[] = [];
	const redo: ChangeGroup[] = [];
	const undone = new Set<string>();
	for (const group of groups) {
		const {reverses} = group;
		const from = reverses?.what === 'redo' ? redo : undo;
		const at =
			reverses === undefined ? -1 : from.findLastIndex(({id}) => id.startsWith(reverses.id));
		const [meant] = at < 0 ? [] : from.splice(at, 1);
		if (meant === undefined) {
			undo.push(group);
			redo.length = 0;
			continue;
		}
		for (const {id} of meant.entries) undone.add(id);
		(from === undo ? redo : undo).push(group);
	}
	return {undo, redo, undone};
};
