import {basename, dirname, resolve} from 'node:path';
import {UserError} from '../domain/errors.js';
import {assessmentFile} from './assessment-file.js';
import {refuseNewer} from './assessment-format.js';
import {shown, telling} from './file-trouble.js';
import type {Files} from './files.js';
import {historyFolder, holdsHistory} from './history-folder.js';
import type {HistoryView} from './history-folder.js';
import {guardAgainstLoss} from './lost-changes.js';
import {pathsOf} from './paths.js';
import type {Paths} from './paths.js';
import {readWhole} from './read-file.js';

/** Another copy of a workspace, as it was read. */
export type OtherCopy = {
	readonly paths: Paths;
	readonly view: HistoryView;
	readonly idsByFile: ReadonlyMap<string, readonly string[]>;
};

const noCopy = async (files: Files, {root}: Paths): Promise<UserError> => {
	const facts = await files.facts(root);
	const message = `There is no workspace in ${shown(root)}. Nothing was changed.`;
	if (facts?.kind === 'file')
		return new UserError(message, ['Name a folder: an archive has to be unpacked first.']);
	if (basename(root) === 'history')
		return new UserError(message, [
			`Name the folder of the workspace, not its history/: ${shown(dirname(root))}`,
		]);
	return new UserError(message, ['Name the folder of another copy of this workspace.']);
};

const readAssessment = async (files: Files, path: string): Promise<void> => {
	if ((await telling('read', path, async () => files.facts(path))) === undefined) return;
	const {bytes} = await readWhole(files, path);
	refuseNewer(bytes, path);
};

/**
 * Reads another copy without touching it: no lock, no repair, nothing written. Rejects with a UserError for a folder that is no
 * workspace, for a damaged or shortened history with file and line, and for one of a newer dbvet.
 */
export const readOtherCopy = async (
	files: Files,
	root: string,
	random: () => string,
): Promise<OtherCopy> => {
	const paths = pathsOf(resolve(root));
	const isFolder = async (): Promise<boolean> =>
		(await files.facts(paths.root))?.kind !== 'file' && (await holdsHistory(files, paths.history));
	if (!(await telling('read', paths.root, isFolder))) throw await noCopy(files, paths);
	await readAssessment(files, paths.assessment);
	const folder = historyFolder(files, paths.history, 'reader', random);
	const look = async (): Promise<OtherCopy> => {
		const view = await folder.read();
		// Half a copy, as while a folder is still being synchronised, would look whole once it is joined.
		await guardAgainstLoss(assessmentFile(files, paths.assessment, random), paths.history)(view);
		return {paths, view, idsByFile: folder.idsByFile()};
	};
	try {
		return await look();
	} catch (error) {
		// Its owner may have been writing while the files were read one after the other.
		if (!(error instanceof UserError)) throw error;
		folder.distrust();
		return look();
	}
};
