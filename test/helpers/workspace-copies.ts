import {cp} from 'node:fs/promises';
import {join} from 'node:path';
import {nodeFiles} from '../../src/store/files.js';
import type {WorkspaceStore} from '../../src/store/store.js';
import {createWorkspace, openStore} from '../../src/store/workspace.js';
import {withoutSync} from './faulty-files.js';
import {answer, meta, settings, temporaryFolder} from './workspace-samples.js';

/** Copies of one workspace, each opened by a writer of its own unless they are given. */
export const copies = async (
	writers: readonly string[] = ['w-00000001', 'w-00000002', 'w-00000003'],
): Promise<readonly WorkspaceStore[]> => {
	const top = await temporaryFolder();
	const first = join(top, '0');
	const store = await createWorkspace(
		{root: first, settings, writer: writers[0]!, ...meta(0)},
		{files: withoutSync(nodeFiles)},
	);
	await store.append([answer('common', 'yes')], meta(1));
	await store.flush();
	const roots = writers.map((_, i) => join(top, String(i)));
	for (const root of roots.slice(1)) await cp(first, root, {recursive: true});
	return Promise.all(
		roots.map(async (root, i) =>
			openStore({root, writer: writers[i]!}, {files: withoutSync(nodeFiles)}),
		),
	);
};
