import {join} from 'node:path';
import {UserError} from '../domain/errors.js';
import type {Entry} from '../domain/history.js';
import {sha256} from '../domain/id.js';
import {brokenLine, orphaned} from './broken-history.js';
import {causalOrder} from './causal-order.js';
import {entryText} from './entry.js';
import {shown, telling} from './file-trouble.js';
import type {Files} from './files.js';
import {readLines} from './history-lines.js';
import type {HistoryLines} from './history-lines.js';
import {readWhole} from './read-file.js';
import {writeWhole} from './write-file.js';

/** The bytes behind the last complete entry of a history file. */
export type TornTail = {readonly file: string; readonly bytes: number};

/** How far a history file can be read. */
export type FileEnd = {
	readonly file: string;
	/** The last line that counts, from 1; 0 when none does. */
	readonly line: number;
	/** Bytes behind it. */
	readonly tornBytes: number;
};

/** All of history/ as it was at one moment. The same object is returned while nothing changes on disk. */
export type HistoryView = {
	/** In causal order. */
	readonly entries: readonly Entry[];
	readonly heads: readonly string[];
	readonly torn: readonly TornTail[];
	/** Sorted by file. */
	readonly ends: readonly FileEnd[];
};

export type KnownFile = HistoryLines & {readonly fingerprint: string; readonly size: number};

export type HistoryFolder = {
	readonly folder: string;
	/** The file this program appends to. */
	readonly ownFile: string;
	/** Reads what has changed since the last call. Rejects with a UserError for damage. */
	readonly read: () => Promise<HistoryView>;
	/**
	 * Moves the torn end of the own file to a neighbour named by its content and cuts it off; returns the neighbour's path, or
	 * undefined when there is no torn end. Only under the lock, and only after `read`.
	 */
	readonly setAside: () => Promise<string | undefined>;
	/** The own file as it was last read; undefined when there is none. */
	readonly own: () => KnownFile | undefined;
	/** Ids of the entries of each file, as it was last read. */
	readonly idsByFile: () => ReadonlyMap<string, readonly string[]>;
	/** Takes over what was just appended to the own file, so that it need not be read again. */
	readonly appended: (entries: readonly Entry[], file: KnownFile) => HistoryView;
	/** Makes the next `read` look at every file afresh: after a write of which the outcome is not known. */
	readonly distrust: () => void;
	/** Files whose last bytes may not have reached the disk yet, because another program wrote them. */
	readonly notSynced: () => readonly string[];
	readonly synced: (file: string) => void;
};

/** Whether a name in history/ is that of a history file. */
export const isHistoryFile = (name: string): boolean =>
	name.endsWith('.jsonl') && !name.startsWith('.');
/** Whether entries were made one after the other with everything known that `heads` stand for: then they come last. */
const followAll = (entries: readonly Entry[], heads: readonly string[]): boolean =>
	entries.every(({parents}, i) => {
		const before = i === 0 ? heads : [entries[i - 1]?.id ?? ''];
		return parents.length === before.length && before.every(id => parents.includes(id));
	});

/** Whether a folder is there and holds at least one history file, whatever is in it. */
export const holdsHistory = async (files: Files, folder: string): Promise<boolean> => {
	// A history/ that is no folder is for the reader to name.
	const facts = await files.facts(folder);
	return (
		facts !== undefined &&
		(facts.kind !== 'folder' || (await files.list(folder)).some(isHistoryFile))
	);
};

/** The history of a workspace; remembers what it has read, and reads again only files that changed. */
export const historyFolder = (
	files: Files,
	folder: string,
	writer: string,
	random: () => string,
): HistoryFolder => {
	const ownFile = `${writer}.jsonl`;
	const known = new Map<string, KnownFile>();
	const unsynced = new Set<string>();
	let texts = new Map<string, Entry>();
	let view: HistoryView | undefined;

	const readOne = async (name: string): Promise<boolean> => {
		const path = join(folder, name);
		const facts = await files.facts(path);
		if (facts !== undefined && known.get(name)?.fingerprint === facts.fingerprint) return false;
		if (facts === undefined) return known.delete(name);
		const {bytes, facts: opened} = await readWhole(files, path);
		const lines = readLines(name, bytes, text => texts.get(text));
		if (lines.broken !== undefined)
			throw brokenLine(folder, name, lines.broken.line, lines.broken.fault);
		known.set(name, {...lines, fingerprint: opened.fingerprint, size: bytes.length});
		if (name !== ownFile) unsynced.add(name);
		return true;
	};

	const endsOf = (): readonly FileEnd[] =>
		[...known.entries()]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([file, {entries, torn}]) => ({
				file,
				line: entries.at(-1)?.line ?? 0,
				tornBytes: torn.length,
			}));

	const build = (): HistoryView => {
		const placed = [...known.entries()]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.flatMap(([, file]) => file.entries);
		const {entries, heads, orphan} = causalOrder(placed);
		if (orphan !== undefined) throw orphaned(folder, orphan);
		texts = new Map(entries.map(entry => [entryText(entry), entry]));
		const ends = endsOf();
		const torn = ends.flatMap(({file, tornBytes}) =>
			tornBytes === 0 ? [] : [{file, bytes: tornBytes}],
		);
		return {entries, heads, torn, ends};
	};

	return {
		folder,
		ownFile,
		read: async () =>
			telling('read', folder, async () => {
				const names = (await files.list(folder)).filter(isHistoryFile);
				let changed = view === undefined;
				for (const name of new Set([...names, ...known.keys()]))
					if (await readOne(name)) {
						changed = true;
						// Until all files are read and fit together, what was known is not the present any more.
						view = undefined;
					}
				if (view === undefined || changed) view = build();
				return view;
			}),
		setAside: async () => {
			const own = known.get(ownFile);
			if (own === undefined || own.torn.length === 0) return undefined;
			const path = join(folder, ownFile);
			const aside = join(folder, `${writer}.torn-${sha256(own.torn).slice(0, 8)}`);
			return telling('set aside the interrupted end of', path, async () => {
				await writeWhole(files, aside, own.torn, random);
				const file = await files.open(path, 'append');
				try {
					// Another program that took a lock for stale must not lose what it wrote in between.
					if ((await file.facts()).size !== own.size)
						throw new UserError(`${shown(path)} changed while it was read. Nothing was changed.`, [
							'Try again.',
						]);
					await file.truncate(own.committed);
					await file.sync();
				} finally {
					await file.close();
				}
				return aside;
			});
		},
		own: () => known.get(ownFile),
		idsByFile: () =>
			new Map([...known].map(([name, file]) => [name, file.entries.map(({entry}) => entry.id)])),
		appended: (entries, file) => {
			known.set(ownFile, file);
			for (const entry of entries) texts.set(entryText(entry), entry);
			const last = entries.at(-1);
			if (view === undefined || last === undefined)
				throw new Error('entries can only be appended to a history that was read');
			// What a colleague did elsewhere follows other entries than the newest here, and finds its place among them.
			if (!followAll(entries, view.heads)) return (view = build());
			view = {
				...view,
				entries: [...view.entries, ...entries],
				heads: [last.id],
				ends: endsOf(),
			};
			return view;
		},
		distrust: () => {
			known.clear();
			view = undefined;
		},
		notSynced: () => [...unsynced],
		synced: file => {
			unsynced.delete(file);
		},
	};
};
