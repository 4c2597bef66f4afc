import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {temporaryFolder} from '../../../test/helpers/workspace-samples.js';
import {exposedPlace, remotesIn} from './exposed-place.js';

test('remotes are read as git writes them, without what logs in', () => {
	const config = [
		'[core]',
		'\turl = not-a-remote',
		'[remote "origin"]',
		'\turl = git@github.com:acme/db.git',
		'\tfetch = +refs/heads/*:refs/remotes/origin/*',
		'[Remote "a \\"b\\""] url = "https://ghp_token@github.com/acme/db.git" # x',
		'[branch "main"]',
		'\tremote = origin',
		'[remote "ci"]\r',
		'\tURL=https://bob:s3cret@git.example/x.git\r',
	].join('\n');
	expect(remotesIn(config)).toEqual([
		{name: 'origin', url: 'git@github.com:acme/db.git'},
		{name: 'a "b"', url: 'https://…@github.com/acme/db.git'},
		{name: 'ci', url: 'https://…@git.example/x.git'},
	]);
});

const remote = '[remote "origin"]\n\turl = git@github.com:acme/db.git\n';

test('a repository counts with a remote only, also through a worktree and a submodule', async () => {
	const top = await temporaryFolder();
	const inside = join(top, 'repo', 'deep', 'ws');
	await mkdir(inside, {recursive: true});
	await mkdir(join(top, 'repo', '.git', 'worktrees', 'w'), {recursive: true});
	await writeFile(join(top, 'repo', '.git', 'config'), '[core]\n\tbare = false\n');
	expect(await exposedPlace(inside)).toEqual([]);
	await writeFile(join(top, 'repo', '.git', 'config'), remote);
	expect(await exposedPlace(inside)).toEqual([
		expect.stringContaining('the remote origin (git@github.com:acme/db.git)'),
	]);

	const worktree = join(top, 'worktree');
	await mkdir(worktree);
	await writeFile(join(worktree, '.git'), 'gitdir: ../repo/.git/worktrees/w\n');
	await writeFile(join(top, 'repo', '.git', 'worktrees', 'w', 'commondir'), '../..\n');
	expect(await exposedPlace(worktree)).toHaveLength(1);
	expect(await exposedPlace(join(top, 'not-there-yet'))).toEqual([]);
});

test.each([
	['Dropbox (Personal)', 'Dropbox'],
	['OneDrive - Example Ltd', 'OneDrive'],
	['Google Drive', 'Google Drive'],
	['Mobile Documents', 'iCloud'],
	['Nextcloud', 'Nextcloud'],
])('the folder %s is known as one that %s keeps in step', async (name, program) => {
	const root = join(await temporaryFolder(), name, 'client', 'ws');
	await mkdir(root, {recursive: true});
	expect(await exposedPlace(root)).toEqual([
		expect.stringMatching(new RegExp(`which ${program} keeps in step`)),
	]);
});

test('a folder of Syncthing is known by its mark, and a folder of your own by none', async () => {
	const root = await temporaryFolder();
	for (const name of ['dropbox-exports', 'my-onedrive-notes', 'sync']) {
		await mkdir(join(root, name));
		expect(await exposedPlace(join(root, name))).toEqual([]);
	}
	await mkdir(join(root, '.stfolder'));
	expect(await exposedPlace(join(root, 'sync'))).toEqual([
		expect.stringContaining('which Syncthing keeps in step'),
	]);
});
