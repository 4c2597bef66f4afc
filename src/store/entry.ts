import type * as z from 'zod';
import {canonicalJson, sha256} from '../domain/id.js';
import {Entry} from '../domain/history.js';
import {plainText} from '../domain/text.js';
import {collections} from '../domain/workspace.js';
import type {Change, ChangeKind} from '../domain/workspace.js';
import {isMergeMark} from './merge-marks.js';
import {maxDepth, nestsDeeper} from './nesting.js';
import {upcast} from './schema.js';

/** Who made a change, when (ISO instant) and, where said, why. */
export type Meta = {readonly by: string; readonly at: string; readonly why?: string};

/** An entry that can be trusted: its id fits its content, its value fits the schema of its kind and its key. */
export type ReadEntry =
	{readonly ok: true; readonly entry: Entry} | {readonly ok: false; readonly fault: string};

/** The key under which a change belongs, from its value; a removal can be under any key. */
const keyOf = (change: Change): string | undefined => {
	if (change.after === null) return undefined;
	switch (change.kind) {
		case 'settings':
			return 'workspace';
		case 'target':
		case 'evidence':
		case 'waiver':
			return change.after.id;
		case 'answer':
		case 'suggestion':
		case 'mark':
			return `${change.after.target}/${change.after.question}`;
		case 'resolution':
			return `${change.after.target}/${change.after.control}`;
		case 'decision':
			return `${change.after.target}/${change.after.risk}`;
		case 'run':
			return change.after.sha256;
		case 'content':
			return change.after.version;
		case 'baseline':
			return change.after.name;
	}
};

/** The change of an entry whose value was checked; the pairing of kind and value is what the check established. */
export const changeOf = (entry: Entry): Change =>
	({kind: entry.kind, key: entry.key, after: entry.after}) as Change;

/** The id that an entry must have: it does not count its own `id`. */
export const idOf = (entry: Omit<Entry, 'id'>): string =>
	sha256(canonicalJson({...entry, id: undefined}));

/** The text of an entry: canonical JSON on one line, without a line break. */
export const entryText = (entry: Entry): string => canonicalJson(entry);

/** What is wrong with which field, in words of the record: a library's own say nothing to whoever has to mend it. */
const issue = ({issues: [first]}: z.ZodError): string => {
	if (first === undefined) return 'not as expected';
	const path = first.path.map(String).join('.');
	const field = path === '' ? 'the entry' : `"${path}"`;
	const said = (): string => {
		if (first.code === 'invalid_value')
			return `${path === '' ? '' : `${path}: `}this version of dbvet does not know what stands there`;
		if (first.code === 'unrecognized_keys')
			return `${field} has an unknown field "${first.keys.join('", "')}"`;
		if (first.code !== 'invalid_type') return `${field} is not as it has to be`;
		return first.message.endsWith('received undefined')
			? `${field} is missing`
			: `${field} is of another type than it has to be`;
	};
	return plainText(said(), 200);
};

/** The fault of a line that git put between two sides. */
export const mergeMark = 'it is the mark of a merge that git left to a person';

/** Reads the text of one entry. Never throws; the fault is one phrase. */
export const readEntry = (text: string): ReadEntry => {
	let raw: unknown;
	try {
		raw = JSON.parse(text);
	} catch {
		return {ok: false, fault: isMergeMark(text) ? mergeMark : 'it is not JSON'};
	}
	if (nestsDeeper(raw)) return {ok: false, fault: `it nests deeper than ${maxDepth} levels`};
	const known = Entry.safeParse(upcast(raw));
	if (!known.success)
		return {ok: false, fault: `it does not look like an entry (${issue(known.error)})`};
	if (idOf(raw as Entry) !== known.data.id)
		return {ok: false, fault: 'its content does not fit its id, so it was altered'};
	const entry = known.data;
	if (entry.after === null)
		return entry.kind === 'settings'
			? {ok: false, fault: 'it removes the settings of the workspace'}
			: {ok: true, entry};
	const value = collections[entry.kind].safeParse(entry.after);
	if (!value.success) return {ok: false, fault: `its value is not valid (${issue(value.error)})`};
	const checked: Entry = {...entry, after: value.data};
	if (keyOf(changeOf(checked)) !== entry.key)
		return {ok: false, fault: 'its key does not fit its value'};
	return {ok: true, entry: checked};
};

/**
 * Entries for changes that are made together: each follows the one before, the first follows `heads`. `before` gives the value
 * a key has now. Throws a plain error when a value does not fit its kind or key: that is a bug of the caller.
 */
export const makeEntries = (
	changes: readonly Change[],
	meta: Meta,
	heads: readonly string[],
	before: (kind: ChangeKind, key: string) => unknown,
): readonly Entry[] => {
	const made: Entry[] = [];
	const latest = new Map<string, unknown>();
	for (const {kind, key, after} of changes) {
		const place = `${kind} ${key}`;
		const last = made.at(-1);
		const rest: Omit<Entry, 'id'> = {
			at: meta.at,
			by: meta.by,
			kind,
			key,
			before: (latest.has(place) ? latest.get(place) : before(kind, key)) ?? null,
			after,
			...(meta.why === undefined ? {} : {why: meta.why}),
			parents: last === undefined ? heads.toSorted() : [last.id],
		};
		const read = readEntry(canonicalJson({...rest, id: idOf(rest)}));
		if (!read.ok) throw new Error(`a change of ${kind} "${key}" cannot be recorded: ${read.fault}`);
		made.push(read.entry);
		latest.set(place, read.entry.after);
	}
	return made;
};
