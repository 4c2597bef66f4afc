import {chmod, lstat, mkdtemp, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {hostname, tmpdir} from 'node:os';
import {basename, dirname, join} from 'node:path';
import {serverFolder, serverFolders} from '../../test/helpers/server-folder.js';
import {endProcessesIn} from './processes.js';

const prefix = 'dbvet-run-';
export const workspacePrefix = 'dbvet-demo-';

type Owner = {readonly host: string; readonly workspace?: string};

/**
 * A temporary folder for everything that must not outlive this run. Its name holds our process id, so that a later run
 * knows whose it is even when we are killed before we could write anything into it.
 * @param workspace a temporary workspace, which nobody wants when the run does not come to its end
 */
export const openRunFolder = async (workspace: string | undefined): Promise<string> => {
	const folder = await mkdtemp(join(await serverFolder(), `${prefix}${process.pid}-`));
	// Root's servers run as nobody, who has to get through.
	await chmod(folder, 0o755);
	const owner: Owner = {host: hostname(), ...(workspace === undefined ? {} : {workspace})};
	await writeFile(join(folder, 'owner.json'), JSON.stringify(owner), {mode: 0o600});
	return folder;
};

const isAlive = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
	}
};

const ownFolder = async (path: string): Promise<boolean> => {
	const facts = await lstat(path).catch(() => undefined);
	return facts?.isDirectory() === true && facts.uid === (process.getuid?.() ?? facts.uid);
};

const ownerOf = async (folder: string): Promise<Owner | undefined> => {
	try {
		const value: unknown = JSON.parse(await readFile(join(folder, 'owner.json'), 'utf8'));
		return value !== null && typeof value === 'object' && 'host' in value
			? (value as Owner)
			: undefined;
	} catch {
		// It was killed before it wrote this file; its process id is in the name.
		return undefined;
	}
};

/** Only what lies beside the run's folder and is called as the demo calls it is taken for a temporary workspace. */
const isTemporary = (workspace: unknown): workspace is string =>
	typeof workspace === 'string' &&
	dirname(workspace) === tmpdir() &&
	basename(workspace).startsWith(workspacePrefix);

/** Removes what runs that were killed left behind: their servers, their folders, their temporary workspaces. */
export const sweepRuns = async (): Promise<void> => {
	const found = await Promise.all(
		serverFolders().map(async parent =>
			(await readdir(parent).catch(() => [])).map(name => join(parent, name)),
		),
	);
	for (const folder of found.flat()) {
		const pid = Number(/^dbvet-run-(\d+)-/.exec(basename(folder))?.[1] ?? Number.NaN);
		if (!Number.isSafeInteger(pid) || isAlive(pid) || !(await ownFolder(folder))) continue;
		const owner = await ownerOf(folder);
		// In a container that shares this folder, another process may go by the number that is gone here.
		if (owner !== undefined && owner.host !== hostname()) continue;
		await endProcessesIn(folder);
		if (isTemporary(owner?.workspace) && (await ownFolder(owner.workspace))) {
			await rm(owner.workspace, {recursive: true, force: true});
		}
		await rm(folder, {recursive: true, force: true, maxRetries: 5});
	}
};
