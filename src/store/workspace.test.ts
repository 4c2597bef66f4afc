import {lstat, mkdir, readFile, readdir, rm, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {complaint} from '../../test/helpers/complaint.js';
import {
	answer,
	contentOf,
	meta,
	noAnswer,
	settings,
	temporaryFolder,
} from '../../test/helpers/workspace-samples.js';
import {createWorkspace, findWorkspace, openStore, writerName} from './index.js';
import type {WorkspaceStore} from './index.js';

const writer = 'w-00000001';
const create = async (root: string): Promise<WorkspaceStore> =>
	createWorkspace({root, settings, writer, ...meta(0)});

test('a new workspace holds its settings, and opens again with the same state and head', async () => {
	const root = join(await temporaryFolder(), 'deep', 'down');
	const store = await create(root);
	await store.append([answer('tls', 'yes'), answer('backup', 35)], meta(1));
	await store.flush();
	const again = await openStore({root, writer: 'w-00000002'});
	expect(await again.state()).toEqual(await store.state());
	expect((await again.state()).answers['t-0123456789/backup']?.value).toBe(35);
	expect(await again.head()).toBe(await store.head());
	expect(again.notices()).toEqual([]);
});

test('folders are for their owner only, and so are files', async () => {
	const root = join(await temporaryFolder(), 'new');
	const store = await create(root);
	await store.saveEvidence(join(root, 'assessment.json'));
	for (const name of ['', ...(await readdir(root, {recursive: true}))]) {
		const stats = await lstat(join(root, name));
		expect([name, (stats.mode & 0o777).toString(8)]).toEqual([
			name,
			stats.isDirectory() ? '700' : '600',
		]);
	}
});

test('the history keeps who, when, why, before and after, and each entry follows the one before', async () => {
	const root = await temporaryFolder();
	const store = await create(root);
	await store.append([answer('tls', 'yes')], meta(1));
	await store.append([answer('tls', 'no')], {...meta(2, 'Bob'), why: 'Saw it myself'});
	await store.append([noAnswer('tls')], meta(3));
	const [first, yes, no, none] = await store.history();
	expect(first).toMatchObject({kind: 'settings', key: 'workspace', before: null, parents: []});
	expect(yes).toMatchObject({before: null, parents: [first!.id]});
	expect(no).toMatchObject({by: 'Bob', why: 'Saw it myself', parents: [yes!.id]});
	expect(no!.before).toEqual(yes!.after);
	expect(none).toMatchObject({before: no!.after, after: null});
	expect((await store.state()).answers).toEqual({});
});

test('removing assessment.json, or putting an earlier one back, rebuilds the same bytes', async () => {
	const root = await temporaryFolder();
	const store = await create(root);
	const path = join(root, 'assessment.json');
	const early = await readFile(path);
	await store.append([answer('tls', 'yes'), answer('backup', 35), noAnswer('tls')], meta(1));
	await store.flush();
	const bytes = await readFile(path, 'utf8');
	for (const before of [undefined, early, bytes.replaceAll('\n', '\r\n'), `\ufeff${bytes}`]) {
		await rm(path);
		if (before !== undefined) await writeFile(path, before);
		const again = await openStore({root, writer: 'w-00000002'});
		await again.flush();
		expect(await readFile(path, 'utf8')).toBe(bytes);
		expect(again.notices()).toEqual([]);
	}
});

test('assessment.json follows a change within a second without being asked', async () => {
	const root = await temporaryFolder();
	const store = await create(root);
	await store.append([answer('tls', 'yes')], meta(1));
	await expect
		.poll(async () => readFile(join(root, 'assessment.json'), 'utf8'), {timeout: 1000})
		.toContain('"question": "tls"');
});

test('two stores on one folder see what the other appended, and forget nothing', async () => {
	const root = await temporaryFolder();
	const one = await create(root);
	const two = await openStore({root, writer: 'w-00000002'});
	await one.append([answer('a', 'yes')], meta(1));
	await two.append([answer('b', 'yes')], meta(2));
	await one.append([answer('c', 'yes')], meta(3));
	for (const store of [one, two]) {
		expect(Object.keys((await store.state()).answers)).toHaveLength(3);
		expect(await store.conflicts()).toEqual([]);
		await store.flush();
	}
	expect(await one.head()).toBe(await two.head());
	expect((await readdir(join(root, 'history'))).sort()).toEqual([
		'w-00000001.jsonl',
		'w-00000002.jsonl',
	]);
});

test('a workspace is never made over another, nor over a foreign assessment.json', async () => {
	const root = await temporaryFolder();
	await create(root);
	const before = await contentOf(root);
	expect(await complaint(create(root))).toContain('There is a workspace in');
	await rm(join(root, 'assessment.json'));
	expect(await complaint(create(root))).toContain('There is a workspace in');
	expect({...(await contentOf(root)), 'assessment.json': before['assessment.json']}).toEqual(
		before,
	);
	const foreign = await temporaryFolder();
	await writeFile(join(foreign, 'assessment.json'), '{"students": []}');
	expect(await complaint(create(foreign))).toContain('exists, but');
	expect(await readdir(foreign)).toEqual(['assessment.json']);
	const blocked = await temporaryFolder();
	await writeFile(join(blocked, 'runs'), '');
	expect(await complaint(create(blocked))).toContain('runs is in the way');
});

test('only one of two that create a workspace at the same moment succeeds', async () => {
	const root = await temporaryFolder();
	const results = await Promise.allSettled([
		create(root),
		createWorkspace({root, settings, writer: 'w-00000002', ...meta(0)}),
	]);
	expect(results.filter(r => r.status === 'fulfilled')).toHaveLength(1);
	expect(await (await openStore({root, writer})).history()).toHaveLength(1);
});

test('what is no workspace is said to be none', async () => {
	const root = await temporaryFolder();
	expect(await complaint(openStore({root, writer}))).toContain('dbvet init');
	expect(await complaint(openStore({root: join(root, 'nowhere'), writer}))).toContain('dbvet init');
	await mkdir(join(root, 'history'));
	expect(await complaint(openStore({root, writer}))).toContain('dbvet init');
	await writeFile(join(root, 'file'), '');
	expect(await complaint(openStore({root: join(root, 'file'), writer}))).toContain('not a folder');
});

test('an assessment.json without its history is an error, never an empty workspace', async () => {
	for (const lose of ['history', 'history/w-00000001.jsonl']) {
		const root = await temporaryFolder();
		await create(root);
		await rm(join(root, lose), {recursive: true});
		const before = await contentOf(root);
		expect(await complaint(openStore({root, writer}))).toContain('holds no history');
		expect(await contentOf(root)).toEqual(before);
	}
	const root = await temporaryFolder();
	await create(root);
	await writeFile(join(root, 'history/w-00000001.jsonl'), '');
	expect(await complaint(openStore({root, writer}))).toContain('holds no entries');
});

test('links, folders and pipes in the place of a file of the record are refused', async () => {
	for (const name of ['assessment.json', 'history/w-00000001.jsonl']) {
		const root = await temporaryFolder();
		await create(root);
		await rm(join(root, name));
		await symlink('/etc/passwd', join(root, name));
		expect(await complaint(openStore({root, writer}))).toContain('symbolic link');
		await rm(join(root, name));
		await mkdir(join(root, name));
		expect(await complaint(openStore({root, writer}))).toContain('it is a folder');
	}
});

test('the workspace is the nearest folder upward that has assessment.json or a history', async () => {
	const top = await temporaryFolder();
	const root = join(top, 'client');
	await create(root);
	await mkdir(join(root, 'a', 'b'), {recursive: true});
	await mkdir(join(root, 'a', 'history'));
	expect(await findWorkspace(join(root, 'a', 'b'))).toBe(root);
	expect(await findWorkspace(root)).toBe(root);
	expect(await findWorkspace(top)).toBeUndefined();
	await rm(join(root, 'assessment.json'));
	expect(await findWorkspace(join(root, 'a', 'b'))).toBe(root);
});

test('a writer is named by a hash, so that no login name shows', () => {
	const name = writerName({host: 'laptop', user: 'ada'});
	expect(name).toMatch(/^w-[0-9a-f]{8}$/);
	expect(writerName({host: 'laptop', user: 'ada'})).toBe(name);
	expect(writerName({host: 'laptopa', user: 'da'})).not.toBe(name);
});
