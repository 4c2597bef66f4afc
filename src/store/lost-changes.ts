import {basename, dirname, join} from 'node:path';
import {exitCode, UserError} from '../domain/errors.js';
import {canonicalJson, Instant} from '../domain/id.js';
import type {AssessmentFile} from './assessment-file.js';
import type {Assessment} from './assessment-format.js';
import {shown} from './file-trouble.js';
import {fold} from './fold.js';
import type {FileEnd, HistoryView} from './history-folder.js';

/** Ids of the entries that assessment.json was made from and that the history does not hold. */
const lostHeads = (found: Assessment, view: HistoryView): readonly string[] => {
	const known = new Set(view.entries.map(entry => entry.id));
	return found.heads.filter(id => !known.has(id));
};

type Records = ReadonlyMap<string, unknown>;

/** Every record of a state by its kind and key. What assessment.json says is not checked, so nothing is taken for granted. */
const recordsOf = (state: unknown): Records => {
	const records = new Map<string, unknown>();
	if (typeof state !== 'object' || state === null) return records;
	for (const [kind, group] of Object.entries(state) as readonly (readonly [string, unknown])[])
		if (kind === 'settings' || typeof group !== 'object' || group === null)
			records.set(kind, group);
		else for (const [key, value] of Object.entries(group)) records.set(`${kind}/${key}`, value);
	return records;
};

const instantOf = (record: unknown): string | undefined => {
	if (typeof record !== 'object' || record === null || !('at' in record)) return undefined;
	const at = Instant.safeParse(record.at);
	return at.success ? at.data : undefined;
};

/** How much is missing at least, and of when: one change for each record that assessment.json has and the history does not give. */
const missing = (found: Assessment, view: HistoryView, heads: readonly string[]): string => {
	const left = recordsOf(fold(view.entries));
	const lost = [...recordsOf(found.state)].filter(
		([key, value]) => canonicalJson([value]) !== canonicalJson([left.get(key)]),
	);
	const count = Math.max(lost.length, heads.length);
	const times = lost.flatMap(([, record]) => instantOf(record) ?? []).sort();
	const [first, last] = [times[0], times.at(-1)];
	const when =
		first === undefined || last === undefined
			? ''
			: first === last
				? ` of ${first}`
				: ` of ${first} to ${last}`;
	const ids = heads.slice(0, 3).map(id => id.slice(0, 12));
	const more = heads.length > ids.length ? ' …' : '';
	return `At least ${count} ${count === 1 ? 'change' : 'changes'}${when} ${count === 1 ? 'is' : 'are'} missing (the last: ${ids.join(', ')}${more}).`;
};

const endText = (folder: string, {file, line, tornBytes}: FileEnd): string => {
	const path = shown(join(folder, file));
	const place =
		line === 0 ? `${path} holds no whole line` : `${path}:${line} is its last whole line`;
	return tornBytes === 0 ? place : `${place}, with ${tornBytes} bytes of a cut end behind it`;
};

const maxFiles = 5;

/**
 * The history is shorter than it was when assessment.json was made: what was confirmed as saved would leave the record. `path` is that of
 * assessment.json, `folder` that of the history.
 */
export const lostChanges = (
	path: string,
	folder: string,
	found: Assessment,
	view: HistoryView,
): UserError => {
	// A file with a cut end is the one that was shortened; without one each of them may be, or one that is gone.
	const torn = view.ends.filter(end => end.tornBytes > 0);
	const suspects = torn.length > 0 ? torn : view.ends;
	const ends = suspects.slice(0, maxFiles).map(end => `${endText(folder, end)}.`);
	if (suspects.length > maxFiles) ends.push(`${suspects.length - maxFiles} more files are there.`);
	const name = `${basename(folder)}/`;
	return new UserError(
		[
			`Saved changes are missing from the history: ${shown(path)} was made from them, and ${shown(folder)} does not hold them any more.`,
			'A file in there was shortened or removed.',
			...ends,
			missing(found, view, lostHeads(found, view)),
			'Nothing was changed.',
		].join(' '),
		[
			`Put the undamaged file back into ${name}, from a backup or from a colleague's copy of the workspace.`,
			`If ${shown(dirname(path))} is kept in step with another machine, wait until that is done, then try again.`,
			`Or, to go on with what is left, move assessment.json away: dbvet rebuilds it from ${name} and keeps a cut end beside its file.`,
		],
		exitCode.unfinished,
	);
};

/** @throws UserError when assessment.json, or a side of one that git could not merge, was made from entries that the history lacks */
export const refuseLoss = (file: AssessmentFile, folder: string, view: HistoryView): void => {
	for (const found of file.made())
		if (lostHeads(found, view).length > 0) throw lostChanges(file.path, folder, found, view);
};

/**
 * Judges a history before anything on disk is repaired or extended: rejects with `lostChanges` when assessment.json was made from
 * entries that it lacks. `unknown` when there is no assessment.json to judge by.
 */
export const guardAgainstLoss =
	(file: AssessmentFile, folder: string) =>
	async (view: HistoryView): Promise<'complete' | 'unknown'> => {
		try {
			if (await file.changed()) await file.reread();
		} catch (error) {
			// A broken assessment.json proves nothing, and must not keep a change from being saved. Opening and writing tell of it.
			if (!(error instanceof UserError)) throw error;
			return 'unknown';
		}
		refuseLoss(file, folder, view);
		return file.made().length === 0 ? 'unknown' : 'complete';
	};
