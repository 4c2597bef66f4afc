import {createReadStream} from 'node:fs';
import {createHash} from 'node:crypto';
import {copyFile, cp, lstat, mkdir, mkdtemp, readdir, realpath, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join, sep} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {exitCode, UserError} from '../../domain/errors.js';
import {errorCode, saidOf} from '../../domain/system-error.js';
import type {WorkspaceState} from '../../domain/workspace.js';
import {openStore} from '../../store/index.js';
import {writer} from '../compose.js';

const isFile = (path: string): Promise<boolean> =>
	stat(path).then(
		facts => facts.isFile(),
		() => false,
	);

/** The files of the record in the order in which they grow: assessment.json names nothing that the history lacks. */
const recordFiles = async (root: string): Promise<readonly string[]> => {
	const names = await readdir(join(root, 'history')).catch((error: unknown) => {
		if (errorCode(error) === undefined) throw error;
		return [];
	});
	const lines = names.filter(name => name.endsWith('.jsonl')).map(name => join('history', name));
	return ['assessment.json', ...lines];
};

/**
 * The state of a workspace, read from a copy: opening one may mend an interrupted write or rebuild its assessment.json, and
 * this one is not to be written to.
 * @throws UserError where there is none, or its record is damaged
 */
export const stateOfOld = async (
	root: string,
	tell: (text: string) => void,
): Promise<WorkspaceState> => {
	const copy = await mkdtemp(join(tmpdir(), 'dbvet-from-'));
	try {
		await mkdir(join(copy, 'history'));
		for (const file of await recordFiles(root))
			if (await isFile(join(root, file))) await copyFile(join(root, file), join(copy, file));
		const store = await openStore({root: copy, writer: writer()});
		for (const {text} of store.notices()) tell(text.replaceAll(copy, root));
		return await store.state();
	} catch (error) {
		if (error instanceof UserError)
			throw new UserError(
				error.message.replaceAll(copy, root),
				error.next.map(step => step.replaceAll(copy, root)),
				error.exitCode,
			);
		if (errorCode(error) === undefined) throw error;
		throw new UserError(
			`${root} could not be read: ${saidOf(error).what}.`,
			[saidOf(error).next],
			exitCode.unfinished,
		);
	} finally {
		await rm(copy, {recursive: true, force: true});
	}
};

/** The real path of a folder, or of the nearest one above it that exists, with the rest behind it. */
const realOf = async (path: string): Promise<string> => {
	try {
		return await realpath(path);
	} catch (error) {
		const above = dirname(path);
		if (errorCode(error) === undefined || above === path) throw error;
		return (await realOf(above)) + path.slice(above.length);
	}
};

/** @throws UserError where the new workspace would lie in the old one, which is not to be written to */
export const refuseInside = async (root: string, old: string): Promise<void> => {
	const [inner, outer] = [await realOf(root), await realOf(old)];
	if (inner !== outer && !inner.startsWith(outer.endsWith(sep) ? outer : outer + sep)) return;
	throw new UserError(`${root} lies in ${old}, and nothing is written there.`, [
		'Choose another folder for the new workspace: dbvet init NEWDIR --from OLDDIR',
	]);
};

/** What a workspace may have of its own: questions, profiles, frameworks, risks, the catalogue of evidence, templates. */
const ownParts = ['questionnaires', join('evidence', 'catalog.yaml'), 'templates'];

/** Copies the own content of a workspace, regular files and folders alone; returns what there was. */
export const copyOwn = async (old: string, root: string): Promise<readonly string[]> => {
	const copied: string[] = [];
	for (const part of ownParts) {
		const from = join(old, part);
		if ((await lstat(from).catch(() => undefined)) === undefined) continue;
		await cp(from, join(root, part), {
			recursive: true,
			filter: async source => {
				const facts = await lstat(source);
				return facts.isFile() || facts.isDirectory();
			},
		});
		copied.push(part);
	}
	return copied;
};

/** The path of an artifact of the old vault, or undefined where its file is not what was put there. */
export const oldArtifact = async (old: string, sha256: string): Promise<string | undefined> => {
	const path = join(old, 'evidence', sha256);
	if (!(await isFile(path))) return undefined;
	const hash = createHash('sha256');
	try {
		await pipeline(createReadStream(path), hash);
	} catch (error) {
		if (errorCode(error) === undefined) throw error;
		return undefined;
	}
	return hash.digest('hex') === sha256 ? path : undefined;
};
