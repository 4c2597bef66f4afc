import {UserError} from '../domain/errors.js';
import {quotedWord} from '../domain/hide-logins.js';
import type {Entry} from '../domain/history.js';
import {momentOf} from '../domain/moment.js';
import {restoredWhy} from '../domain/restored.js';
import {redactSecrets} from '../domain/secrets/redact.js';
import type {Change, WorkspaceState} from '../domain/workspace.js';
import type {Project} from './project.js';
import {restoreChanges} from './restore-changes.js';

/** What a restore would do. */
export type RestorePlan = {
	/** Which moment, to stand behind "the state": "of 2026-11-20T23:59:59.999Z" or "after the entry 4b1a9d39…". */
	readonly moment: string;
	/** The last entry that counts, in causal order. */
	readonly last: Entry;
	/** Entries that came after it. */
	readonly since: number;
	readonly changes: readonly Change[];
	/** The one entry that nothing follows, by which the restore can be taken back; undefined where copies were joined and nobody wrote since. */
	readonly head?: string;
	/** The record as the plan was made on it. */
	readonly now: WorkspaceState;
};

const idPattern = /^[0-9a-f]{8,64}$/i;

const entryOf = (text: string, entries: readonly Entry[]): Entry => {
	const found = entries.filter(({id}) => id.startsWith(text.toLowerCase()));
	const [first] = found;
	if (first === undefined)
		throw new UserError(`No entry of the history has an id that begins with ${quotedWord(text)}.`, [
			'Ids stand in the second column of: dbvet history',
		]);
	if (found.length > 1)
		throw new UserError(
			`${found.length} entries have an id that begins with ${quotedWord(text)}.`,
			['Give more of its digits: dbvet history --json prints them whole.'],
		);
	return first;
};

const dayMs = 86_400_000;

/** The last millisecond that counts. */
const endOf = (text: string, now: Date): string => {
	const moment = momentOf(text);
	if (moment === undefined)
		throw new UserError(`--at wants a time or the id of an entry, not ${quotedWord(text)}.`, [
			'Write 2026-11-22 (the end of that day, UTC), 2026-11-22T10:00Z, or an id as dbvet history prints it.',
		]);
	const [from, to] = [Date.parse(moment.from), Date.parse(moment.to)];
	if (from > now.getTime())
		throw new UserError(`${quotedWord(text)} has not come yet (it is ${now.toISOString()}).`, [
			'Give a time in the past, in UTC.',
		]);
	if (to > now.getTime() && to - from >= dayMs - 1)
		throw new UserError(`${quotedWord(text)} has not ended yet, and a day means its end.`, [
			`Give a time of that day, for example ${now.toISOString().slice(0, 16)}Z, or an id as dbvet history prints it.`,
		]);
	return moment.to;
};

const headOf = (entries: readonly Entry[]): {readonly head?: string} => {
	const followed = new Set(entries.flatMap(({parents}) => parents));
	const [head, ...others] = entries.filter(({id}) => !followed.has(id));
	return head === undefined || others.length > 0 ? {} : {head: head.id};
};

const beginsAt = (entries: readonly Entry[]): UserError =>
	new UserError(
		`The record begins at ${entries[0]?.at ?? 'no time'}: before that there is nothing to go back to.`,
		['Give a later time: dbvet history --limit 999 shows all changes.'],
	);

/**
 * What it takes to bring the record back to a time (a day or minute means its end, in UTC) or to right after an entry. To a time
 * belongs all that was written up to then by the clocks of its writers, with all that it followed.
 * @throws UserError for a time that is none, is still to come or lies before the record, and for an id that no entry has
 */
export const planRestore = async (
	{store, clock}: Pick<Project, 'store' | 'clock'>,
	text: string,
): Promise<RestorePlan> => {
	const [entries, now] = [await store.history(), await store.state()];
	const at = text.trim();
	const entry = idPattern.test(at) ? entryOf(at, entries) : undefined;
	const end = entry === undefined ? endOf(at, clock()) : undefined;
	const named =
		entry === undefined ? entries.filter(e => Date.parse(e.at) <= Date.parse(end ?? '')) : [entry];
	const past = await store.stateAt(named.map(({id}) => id));
	const last = named.at(-1);
	if (past === undefined || last === undefined) throw beginsAt(entries);
	return {
		moment:
			end === undefined ? `after the entry ${last.id.slice(0, 12)} of ${last.at}` : `of ${end}`,
		last,
		since: entries.length - past.entries,
		changes: restoreChanges(now, past.state, clock().toISOString()),
		...headOf(entries),
		now,
	};
};

/**
 * Records the changes of a plan, all or none, and takes nothing out of the history. Resolves with the new state when they are on disk.
 * @throws Overtaken where somebody changed one of them since the plan was made
 */
export const restoreRecord = async (
	{store, clock, by}: Pick<Project, 'store' | 'clock' | 'by'>,
	{moment, changes, now}: RestorePlan,
	reason?: string,
): Promise<WorkspaceState> => {
	if (reason?.trim() === '')
		throw new UserError('--reason wants words, or leave it out. Nothing was changed.');
	const said = reason === undefined ? undefined : redactSecrets(reason).text;
	const meta = {by: await by(), at: clock().toISOString(), why: restoredWhy(moment, said)};
	// Not by way of `record`: it would open settled contradictions again, which come back as they were.
	return store.append(changes, meta, {state: now});
};
