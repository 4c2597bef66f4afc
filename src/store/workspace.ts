import {randomBytes} from 'node:crypto';
import {dirname, resolve} from 'node:path';
import {UserError} from '../domain/errors.js';
import type {Clock} from '../domain/ports.js';
import {Settings} from '../domain/workspace.js';
import {shown, telling} from './file-trouble.js';
import {nodeFiles} from './files.js';
import type {Files} from './files.js';
import {holdsHistory} from './history-folder.js';
import {usualLockTimes} from './lock.js';
import type {LockTimes} from './lock.js';
import {alreadyWorkspace, gone, noWorkspace, withoutHistory} from './no-workspace.js';
import {pathsOf} from './paths.js';
import type {Paths} from './paths.js';
import {assemble} from './store.js';
import type {Notice, WorkspaceStore} from './store.js';
import type {Surroundings} from './surroundings.js';

/** Only tests hand these in; without them the store works on the disk of this machine. */
export type StoreParts = {
	readonly files?: Files;
	readonly lockTimes?: LockTimes;
	readonly random?: () => string;
};

type Place = {
	/** The workspace folder. */
	readonly root: string;
	/** Names the history file of whoever writes: see `writerName`. */
	readonly writer: string;
	/** Stamps notices; the present time when absent. */
	readonly now?: Clock;
};

const writerPattern = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;

const start = (
	{root, writer, now}: Place,
	parts: StoreParts,
): {readonly paths: Paths; readonly around: Surroundings} & ReturnType<typeof assemble> => {
	if (!writerPattern.test(writer)) throw new Error(`"${writer}" cannot name a history file`);
	const notices = new Map<string, Notice>();
	const clock = now ?? ((): Date => new Date());
	const around: Surroundings = {
		files: parts.files ?? nodeFiles,
		lockTimes: parts.lockTimes ?? usualLockTimes,
		random: parts.random ?? ((): string => randomBytes(8).toString('hex')),
		tell: text => {
			if (!notices.has(text)) notices.set(text, {at: clock().toISOString(), text});
		},
	};
	const paths = pathsOf(resolve(root));
	return {paths, around, ...assemble(paths, writer, () => [...notices.values()], around)};
};

/** What a folder holds, by names alone. */
const found = async (
	files: Files,
	paths: Paths,
): Promise<{readonly assessment: boolean; readonly history: boolean}> => ({
	assessment: (await files.facts(paths.assessment)) !== undefined,
	history: await holdsHistory(files, paths.history),
});

/**
 * Makes a workspace in `root`, which is created where needed: folders 0700, files 0600, the settings as the first entry, made
 * `by` that person `at` that ISO instant. Rejects with a UserError when there is a workspace or a foreign assessment.json, or
 * the folder cannot be written. A creation that was interrupted can be repeated.
 */
export const createWorkspace = async (
	{
		settings,
		by,
		at,
		...place
	}: Place & {readonly settings: Settings; readonly by: string; readonly at: string},
	parts: StoreParts = {},
): Promise<WorkspaceStore> => {
	const {paths, around, store, begin, look} = start(place, parts);
	const {files} = around;
	await telling('create a workspace in', paths.root, async () => {
		const there = await found(files, paths);
		if (there.assessment) throw there.history ? alreadyWorkspace(paths) : withoutHistory(paths);
		for (const folder of [paths.root, paths.history, paths.runs, paths.evidence, paths.documents]) {
			const facts = await files.facts(folder);
			if (facts !== undefined && facts.kind !== 'folder')
				throw new UserError(
					`${shown(folder)} is in the way: it is not a folder. Nothing was changed.`,
					['Choose another folder for the workspace, or move that one away.'],
				);
			await files.makeFolder(folder);
		}
		await files.syncFolder(paths.root);
		await files.syncFolder(dirname(paths.root));
	});
	if ((await look()).history) throw alreadyWorkspace(paths);
	await begin({kind: 'settings', key: 'workspace', after: Settings.parse(settings)}, {by, at});
	await store.flush();
	return store;
};

/**
 * Opens the workspace in `root`: reads the history, and compares assessment.json with it. A missing or outdated assessment.json is
 * rebuilt; for one that is broken, edited by hand, foreign or from a newer dbvet, and for a damaged or missing history,
 * it rejects with a UserError that names file and place, and changes nothing.
 */
export const openStore = async (place: Place, parts: StoreParts = {}): Promise<WorkspaceStore> => {
	const {paths, around, store, look} = start(place, parts);
	const there = await telling('open', paths.root, async () => found(around.files, paths));
	if (!there.history) throw there.assessment ? withoutHistory(paths) : noWorkspace(paths.root);
	const {history, assessment} = await look();
	if (!history) throw assessment ? gone(paths) : noWorkspace(paths.root);
	return store;
};
