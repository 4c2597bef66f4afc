import {readdir, readFile, realpath} from 'node:fs/promises';
import {basename, dirname, join, resolve} from 'node:path';
import {hideLogins} from '../../domain/hide-logins.js';
import {errorCode} from '../../domain/system-error.js';
import {plainText} from '../../domain/text.js';

/** Names of the folders that programs keep in step with their servers, as these programs make them. */
const syncedNames: readonly (readonly [RegExp, string])[] = [
	[/^dropbox( \(.+\))?$/i, 'Dropbox'],
	[/^onedrive( ?- ?.+)?$/i, 'OneDrive'],
	[/^(google ?drive(-.+)?|my drive)$/i, 'Google Drive'],
	[/^(icloud ?drive|mobile documents)$/i, 'iCloud'],
	[/^nextcloud$/i, 'Nextcloud'],
	[/^owncloud$/i, 'ownCloud'],
];

/** What lies in the top folder of one that is kept in step, whatever its name. */
const syncedMarks: readonly (readonly [RegExp, string])[] = [
	[/^\.stfolder$/, 'Syncthing'],
	[/^\.dropbox$/, 'Dropbox'],
	[/^\.?_?sync_[0-9a-f]+\.db$/, 'Nextcloud or ownCloud'],
];

/** A folder whose name or content cannot be looked at says nothing. */
const unseen = (error: unknown): undefined => {
	if (errorCode(error) === undefined) throw error;
	return undefined;
};

const textOf = async (path: string): Promise<string | undefined> =>
	readFile(path, 'utf8').catch(unseen);

const upward = (from: string): readonly string[] => {
	const up = dirname(from);
	return up === from ? [from] : [from, ...upward(up)];
};

/** The settings of the repository whose `.git` lies in a folder; that of a worktree or a submodule is a file that names another place. */
const gitConfig = async (folder: string): Promise<string | undefined> => {
	const own = await textOf(join(folder, '.git', 'config'));
	if (own !== undefined) return own;
	const pointer = /^gitdir: (.+)$/m.exec((await textOf(join(folder, '.git'))) ?? '')?.[1]?.trim();
	if (pointer === undefined) return undefined;
	const place = resolve(folder, pointer);
	const common = (await textOf(join(place, 'commondir')))?.trim();
	return textOf(join(common === undefined ? place : resolve(place, common), 'config'));
};

/** A token may stand where a user name does, and without a colon. */
const withoutLogin = (url: string): string =>
	hideLogins(url).replace(/^(https?:\/\/)[^/]*@/i, '$1…@');

/** The remotes in the text of a git config, without the passwords that some hold. Exported for its test. */
export const remotesIn = (
	config: string,
): readonly {readonly name: string; readonly url: string}[] => {
	let name: string | undefined;
	return config.split('\n').flatMap(line => {
		const section = /^\s*\[\s*([^\]\s"]+)\s*(?:"((?:[^"\\]|\\.)*)")?\s*\]/.exec(line);
		if (section !== null)
			name =
				section[1]?.toLowerCase() === 'remote' ? section[2]?.replace(/\\(.)/g, '$1') : undefined;
		const url = /(?:^|\])\s*url\s*=\s*"?([^"#;\r]+)"?/i.exec(line)?.[1]?.trim();
		if (name === undefined || url === undefined) return [];
		return [{name: plainText(name, 60), url: plainText(withoutLogin(url), 200)}];
	});
};

const gitNote = async (root: string): Promise<string | undefined> => {
	for (const folder of upward(root)) {
		const config = await gitConfig(folder);
		if (config === undefined) continue;
		const remotes = remotesIn(config);
		if (remotes.length === 0) return undefined;
		const named = remotes.map(({name, url}) => `${name} (${url})`).join(', ');
		return `The workspace lies in a git repository with the remote ${named}. What is committed there can be read by everybody who can read that repository: every answer, finding and piece of evidence. Use a private repository, or keep the workspace out with .gitignore.`;
	}
	return undefined;
};

const syncedBy = async (folder: string): Promise<string | undefined> => {
	const byName = syncedNames.find(([name]) => name.test(basename(folder)))?.[1];
	if (byName !== undefined) return byName;
	const cloud = basename(dirname(folder)) === 'CloudStorage';
	if (cloud) return plainText(basename(folder), 60);
	const names = (await readdir(folder).catch(unseen)) ?? [];
	return syncedMarks.find(([mark]) => names.some(name => mark.test(name)))?.[1];
};

const syncedNote = async (root: string): Promise<string | undefined> => {
	for (const folder of upward(root)) {
		const program = await syncedBy(folder);
		if (program !== undefined)
			return `The workspace lies in ${plainText(folder, 300)}, which ${program} keeps in step: every answer, finding and piece of evidence is copied to its servers and to every device that takes part. Use another folder if that must not be, and dbvet merge to join copies.`;
	}
	return undefined;
};

/** Where a workspace lies so that others may get to read it: a sentence or two for a git repository with a remote, and for a synced folder. */
export const exposedPlace = async (root: string): Promise<readonly string[]> => {
	const real = (await realpath(root).catch(unseen)) ?? resolve(root);
	return [await gitNote(real), await syncedNote(real)].filter(note => note !== undefined);
};
