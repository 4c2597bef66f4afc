import {UserError} from '../domain/errors.js';
import {contentOf} from '../domain/conflict.js';
import type {Conflict} from '../domain/conflict.js';
import type {Entry} from '../domain/history.js';
import {Overtaken, type Seen} from '../domain/overtaken.js';
import type {Store} from '../domain/ports.js';
import type {Change} from '../domain/workspace.js';
import {assessmentFile} from './assessment-file.js';
import {headHash} from './assessment-format.js';
import {conflictsIn} from './conflicts.js';
import type {Meta} from './entry.js';
import {historyFolder} from './history-folder.js';
import type {HistoryView} from './history-folder.js';
import {inTurn} from './in-turn.js';
import {joinCopy} from './join-copy.js';
import {withLock} from './lock.js';
import {alreadyWorkspace, gone} from './no-workspace.js';
import type {Paths} from './paths.js';
import {valueAt} from '../domain/value-at.js';
import {upTo} from './assessment-judgement.js';
import {fold} from './fold.js';
import {guardAgainstLoss} from './lost-changes.js';
import {projection} from './projection.js';
import {openRecord} from './record.js';
import type {Present} from './record.js';
import {loadRun, saveRun} from './runs.js';
import type {Surroundings} from './surroundings.js';
import {checkFile, checkUntouched, putFile, putScreened} from './vault.js';

/** Something that went on without stopping, and that the user should know. */
export type Notice = {
	/** ISO instant. */
	readonly at: string;
	/** Plain sentences. */
	readonly text: string;
};

/** The store, with what it has to tell beyond its contract. */
export type WorkspaceStore = Store & {
	/** What happened since the store was opened: an interrupted write that was set aside, a rebuilt assessment.json. */
	readonly notices: () => readonly Notice[];
};

/**
 * Trouble with assessment.json behind a change that was saved. That nothing was changed is true of that file only, and would read as if
 * the change were lost.
 */
const safe = (trouble: UserError): string =>
	`${trouble.message.replace(/ Nothing was changed\.$/, '')} Every change you made is safe in history/.`;

const nothingToRepeat = ({next}: UserError): readonly string[] => [
	...next.map(step => step.replace(/, then try again\.$/, '.')),
	'Nothing has to be repeated: the next command writes assessment.json from history/.',
];

/** Refuses changes of what is no longer as the person saw it. @throws Overtaken for the first of them */
const refuseUnseen = (changes: readonly Change[], seen: Seen | undefined, now: Present): void => {
	if (seen === undefined) return;
	const said = ({kind, key, after}: Change): boolean =>
		contentOf(after) === contentOf(valueAt(now.state, kind, key));
	const judged = changes.filter(change => change.kind !== 'content' && !said(change));
	for (const {kind, key} of [...judged, ...(seen.also ?? [])]) {
		const present = valueAt(now.state, kind, key);
		if (contentOf(present) !== contentOf(valueAt(seen.state, kind, key)))
			throw new Overtaken(kind, present);
	}
};

/** How long assessment.json may lag behind the history, in milliseconds; it is written within a second of a change. */
const lagMs = 400;

/** The store before anything was looked at: `begin` and `look` are the two ways to start. */
export const assemble = (
	paths: Paths,
	writer: string,
	notices: () => readonly Notice[],
	around: Surroundings,
): {
	readonly store: WorkspaceStore;
	/** Records the very first change; rejects with a UserError when somebody else was quicker. */
	readonly begin: (first: Change, meta: Meta) => Promise<void>;
	/** Reads what is there and compares assessment.json with the history; undefined history is for the caller to judge. */
	readonly look: () => Promise<{readonly history: boolean; readonly assessment: boolean}>;
} => {
	const {files, lockTimes, random, tell} = around;
	const assessment = assessmentFile(files, paths.assessment, random);
	const folder = historyFolder(files, paths.history, writer, random);
	const record = openRecord(
		paths.root,
		folder,
		guardAgainstLoss(assessment, paths.history),
		around,
	);
	const picture = projection(paths, assessment, record, around);
	const turn = inTurn();
	const untouched = new Map<string, string>();
	let unwritten = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let failure: unknown;

	const writeSoon = (): void => {
		if (timer !== undefined) return;
		timer = setTimeout(() => {
			timer = undefined;
			void turn(async () => {
				await picture.write();
				unwritten = false;
			}).catch((error: unknown) => {
				// The change is safe in the history; flush() tries again and then says so if it still fails.
				if (error instanceof UserError) tell(safe(error));
				else failure = error;
			});
		}, lagMs);
		timer.unref();
	};

	const present = async (): Promise<Present> => {
		const found = await record.read();
		if (found === undefined) throw gone(paths);
		return found;
	};

	const extend = async (
		changes: readonly Change[],
		meta: Meta,
		beginning: boolean,
		seen?: Seen,
	): Promise<Present> =>
		withLock(paths.root, lockTimes, async stillOurs => {
			const onto = await record.readLocked();
			if (beginning && onto !== undefined) throw alreadyWorkspace(paths);
			if (!beginning && onto === undefined) throw gone(paths);
			if (changes.length === 0 && onto !== undefined) return onto;
			if (onto !== undefined) refuseUnseen(changes, seen, onto);
			const next = await record.append(changes, meta, onto, stillOurs);
			unwritten = true;
			writeSoon();
			return next;
		});

	let judged: {readonly view: HistoryView; readonly conflicts: readonly Conflict[]} | undefined;
	// Asked for with each evaluation, and the same as long as nothing is added.
	const openConflicts = (view: HistoryView): readonly Conflict[] => {
		if (judged?.view !== view) judged = {view, conflicts: conflictsIn(view.entries)};
		return judged.conflicts;
	};

	const flush = async (): Promise<void> => {
		clearTimeout(timer);
		timer = undefined;
		if (failure !== undefined) throw failure as Error;
		try {
			if (!(await picture.upToDate(await present()))) await picture.write();
			unwritten = false;
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			if (unwritten) throw new UserError(safe(error), nothingToRepeat(error), error.exitCode);
			// Nothing of this session is missing from it, so reading a workspace that cannot be written is no failure.
			tell(error.message);
		}
	};

	const store: WorkspaceStore = {
		root: paths.root,
		state: async () => turn(async () => (await present()).state),
		append: async (changes, meta, seen) =>
			turn(async () => (await extend(changes, meta, false, seen)).state),
		history: async (): Promise<readonly Entry[]> =>
			turn(async () => (await present()).view.entries),
		stateAt: async ids =>
			turn(async () => {
				const entries = upTo((await present()).view.entries, ids);
				const state = fold(entries);
				return state === undefined ? undefined : {state, entries: entries.length};
			}),
		head: async () => turn(async () => headHash((await present()).view.heads)),
		conflicts: async () => turn(async () => openConflicts((await present()).view)),
		join: async (other, dryRun) => {
			const done = (): void => {
				unwritten = true;
				writeSoon();
			};
			const parts = {paths, record, history: folder, around, done};
			return turn(async () => joinCopy(parts, other, dryRun));
		},
		notices,
		saveRun: async run => saveRun(files, paths.runs, run, random),
		loadRun: async sha256 => loadRun(files, paths.runs, sha256),
		saveEvidence: async (path, screen) =>
			screen === undefined
				? putFile(files, paths.evidence, path, random)
				: putScreened(files, paths.evidence, path, random, screen),
		verifyEvidence: async () => {
			const {evidence} = await store.state();
			const results = [];
			for (const {id, fileName, sha256} of Object.values(evidence))
				results.push({id, fileName, result: await checkFile(files, paths.evidence, sha256)});
			return results;
		},
		checkArtifact: async sha256 => checkUntouched(files, paths.evidence, sha256, untouched),
		flush: async () => turn(flush),
	};
	return {
		store,
		begin: async (first, meta) => {
			await turn(async () => extend([first], meta, true));
		},
		look: async () =>
			turn(async () => {
				const assessment = await picture.readFirst();
				const found = await record.read();
				if (found !== undefined) await picture.inspect(found);
				return {history: found !== undefined, assessment};
			}),
	};
};
