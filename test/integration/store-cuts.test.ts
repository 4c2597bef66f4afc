import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {UserError} from '../../src/domain/errors.js';
import {nodeFiles} from '../../src/store/files.js';
import type {WorkspaceStore} from '../../src/store/index.js';
import {openStore} from '../../src/store/workspace.js';
import {withoutSync} from '../helpers/faulty-files.js';
import {historyFile, sampleWorkspace, writer} from '../helpers/sample-workspace.js';
import {contentOf} from '../helpers/workspace-samples.js';

/** A file is opened some thousand times, which takes a while on a busy machine. */
const patience = 180_000;

const parts = {files: withoutSync(nodeFiles)};

const putBack = async (root: string, files: Readonly<Record<string, string>>): Promise<void> => {
	await rm(join(root, 'history'), {recursive: true});
	await mkdir(join(root, 'history'));
	for (const [file, text] of Object.entries(files))
		await writeFile(join(root, file), text, 'latin1');
};

test.each([historyFile, 'assessment.json'])(
	'%s cut at any byte gives a state or a clear error, and nothing is lost in silence',
	{timeout: patience},
	async name => {
		const root = await sampleWorkspace();
		const path = join(root, name);
		const whole = await readFile(path);
		const files = await contentOf(root);
		for (let length = 0; length < whole.length; length++) {
			await writeFile(path, whole.subarray(0, length));
			const opened: unknown = await openStore({root, writer}, parts).catch(
				(error: unknown) => error,
			);
			if (opened instanceof UserError) {
				expect(opened.message).toMatch(/\. Nothing was changed\.$/);
				const now = await contentOf(root);
				expect(now[name]).toBe(whole.subarray(0, length).toString('latin1'));
				expect({...now, [name]: files[name]}).toEqual(files);
				continue;
			}
			const store = opened as WorkspaceStore;
			const count = (await store.history()).length;
			// Only a last line feed may be missing; assessment.json proves that everything else had been saved.
			expect([length, count]).toEqual([length, 4]);
			const kept = Object.entries(await contentOf(root)).filter(([file]) => file.includes('/'));
			const bytes = kept.reduce((sum, [, text]) => sum + text.length, 0);
			expect([length, bytes]).toEqual([length, name === historyFile ? length : bytes]);
			await putBack(root, files);
		}
	},
);
