import {cp, readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {UserError} from '../domain/errors.js';
import {faultyFiles} from '../../test/helpers/faulty-files.js';
import {answer, meta, settings, temporaryFolder} from '../../test/helpers/workspace-samples.js';
import {nodeFiles} from './files.js';
import {createWorkspace, openStore} from './workspace.js';

const writer = 'w-00000001';
const lockTimes = {staleMs: 2000, waitMs: 4000};

const sample = async (): Promise<string> => {
	const root = join(await temporaryFolder(), 'sample');
	const store = await createWorkspace({root, settings, writer, ...meta(0)});
	await store.append([answer('one', 'yes')], meta(1));
	await store.flush();
	const colleague = await openStore({root, writer: 'w-00000002'});
	await colleague.append([answer('two', 'yes')], meta(2));
	await colleague.flush();
	return root;
};

const answersIn = async (root: string): Promise<readonly string[]> => {
	const store = await openStore({root, writer});
	const {answers} = await store.state();
	await store.flush();
	return Object.keys(answers).map(key => key.slice(key.indexOf('/') + 1));
};

/** Runs `action` in a copy of the sample for each call it makes, with that call failing, and judges what is left. */
const failEach = async (
	options: {readonly code: string; readonly onwards: boolean; readonly torn?: boolean},
	check: (
		root: string,
		done: {readonly acknowledged: boolean; readonly call: string},
	) => Promise<void>,
): Promise<readonly string[]> => {
	const source = await sample();
	if (options.torn === true) {
		const path = join(source, 'history', `${writer}.jsonl`);
		await writeFile(path, `${await readFile(path, 'utf8')}{"torn`);
	}
	for (let failing = 0; ; failing++) {
		const root = join(await temporaryFolder(), 'copy');
		await cp(source, root, {recursive: true});
		const {files, calls} = faultyFiles(nodeFiles, {...options, failing});
		let acknowledged = false;
		try {
			const store = await openStore({root, writer}, {files, lockTimes});
			await store.append([answer('three', 'yes'), answer('four', 'yes')], meta(3));
			acknowledged = true;
			await store.flush();
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			expect(error.message).toContain(root);
			expect(error.next.length).toBeGreaterThan(0);
		}
		if (failing >= calls.length) return calls;
		await check(root, {acknowledged, call: calls[failing] ?? ''});
	}
};

test.each([
	{code: 'ENOSPC', onwards: false},
	{code: 'ENOSPC', onwards: true},
	{code: 'EIO', onwards: false},
	{code: 'EROFS', onwards: true, torn: true},
	{code: 'ENOSPC', onwards: false, torn: true},
])(
	'when any one call to the system fails ($code, onwards $onwards, torn $torn), the last or the next state is left',
	{timeout: 120_000},
	async options => {
		const calls = await failEach(options, async (root, {acknowledged, call}) => {
			const left = await answersIn(root);
			const next = ['four', 'one', 'three', 'two'];
			if (acknowledged) expect([call, left]).toEqual([call, next]);
			else expect([['one', 'two'], next]).toContainEqual(left);
			const store = await openStore({root, writer});
			await store.append([answer('after', 'yes')], meta(9));
			await store.flush();
			const names = await readdir(root, {recursive: true});
			expect(names.filter(name => name.includes('.unfinished-'))).toEqual([]);
		});
		for (const call of ['open append', 'write', 'sync', 'rename', 'syncFolder', 'close', 'read'])
			expect(calls).toContain(call);
	},
);

test('a write that only fails at the end of the group takes the whole group back', async () => {
	const root = await sample();
	const path = join(root, 'history', `${writer}.jsonl`);
	const before = await readFile(path);
	const probe = faultyFiles(nodeFiles, {failing: -1, code: 'ENOSPC'});
	const dry = await openStore({root, writer: 'w-00000003'}, {files: probe.files});
	await dry.append([answer('dry', 'yes')], meta(3));
	const full = faultyFiles(nodeFiles, {failing: probe.calls.indexOf('write'), code: 'ENOSPC'});
	const store = await openStore({root, writer}, {files: full.files});
	const failed = store.append([answer('three', 'yes'), answer('four', 'yes')], meta(4));
	await expect(failed).rejects.toThrow(
		/Could not save the change in .*w-00000001\.jsonl: the disk is full\. The change was not recorded/,
	);
	expect(await readFile(path)).toEqual(before);
	await store.append([answer('three', 'yes')], meta(5));
	expect(await answersIn(root)).toEqual(['dry', 'one', 'three', 'two']);
	// Their pictures are written now, not while the folder is taken away.
	await dry.flush();
	await store.flush();
});

test('an unexpected error is not dressed up as the fault of the user', async () => {
	const root = await sample();
	const {files} = faultyFiles(nodeFiles, {failing: 0, code: 'EBADF'});
	await expect(openStore({root, writer}, {files})).rejects.not.toBeInstanceOf(UserError);
});
