import {readFile, rm, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {complaint} from '../../test/helpers/complaint.js';
import {copies} from '../../test/helpers/workspace-copies.js';
import {
	answer,
	contentOf,
	meta,
	settings,
	temporaryFolder,
} from '../../test/helpers/workspace-samples.js';
import type {WorkspaceStore} from './store.js';
import {createWorkspace} from './workspace.js';

describe('what is refused, with nothing changed in either folder', () => {
	const refused = async (
		spoil: (other: string) => Promise<string | undefined> | string,
	): Promise<string> => {
		const [a, b] = (await copies()) as [WorkspaceStore, WorkspaceStore];
		await b.append([answer('tls', 'no')], meta(2, 'Bob'));
		await b.flush();
		const other = (await spoil(b.root)) ?? b.root;
		const before = [await contentOf(a.root), await contentOf(b.root)];
		for (const dryRun of [true, false]) {
			const said = await complaint(a.join(other, dryRun));
			expect([await contentOf(a.root), await contentOf(b.root)]).toEqual(before);
			if (!dryRun) return said;
		}
		throw new Error('nothing was refused');
	};
	const change = async (path: string, edit: (text: string) => string): Promise<undefined> => {
		await writeFile(path, edit(await readFile(path, 'utf8')));
	};
	const cases: readonly (readonly [
		string,
		(other: string) => Promise<string | undefined> | string,
		readonly string[],
	])[] = [
		[
			'another workspace',
			async () => {
				const root = await temporaryFolder();
				const other = {...settings, organisation: 'Other Ltd'};
				await createWorkspace({root, settings: other, writer: 'w-00000007', ...meta(9, 'Eve')});
				return root;
			},
			[
				'two workspaces',
				'by Ada for Example Health',
				'by Eve for Other Ltd',
				'copy the whole folder',
			],
		],
		['no workspace', async () => temporaryFolder(), ['There is no workspace in']],
		['a folder that is not there', other => join(other, 'nowhere'), ['no workspace']],
		['its history folder', other => join(other, 'history'), ['not its history/']],
		[
			'a file',
			other => join(other, 'assessment.json'),
			['Name a folder: an archive has to be unpacked first.'],
		],
		[
			'a newer schema',
			async other =>
				change(join(other, 'assessment.json'), text =>
					text.replace('dbvet/assessment@1', 'dbvet/assessment@7'),
				),
			['newer dbvet (schema 7', 'Update dbvet'],
		],
		[
			'a damaged line',
			async other =>
				change(join(other, 'history', 'w-00000001.jsonl'), text => text.replace('"yes"', '"no"')),
			['w-00000001.jsonl:2 cannot be read', 'it was altered'],
		],
		[
			'an entry of a kind that this dbvet does not know',
			async other =>
				change(join(other, 'history', 'w-00000002.jsonl'), text =>
					text.replace('"kind":"answer"', '"kind":"dream"'),
				).then(async () =>
					writeFile(
						join(other, 'history', 'w-00000008.jsonl'),
						await readFile(join(other, 'history', 'w-00000001.jsonl')),
					).then(() => undefined),
				),
			['update this one'],
		],
		[
			'a history that lacks a file',
			async other => rm(join(other, 'history', 'w-00000001.jsonl')).then(() => undefined),
			['The history is not complete: ', 'w-00000002.jsonl:1 follows the entry'],
		],
		[
			'a history that lacks what was saved',
			async other => rm(join(other, 'history', 'w-00000002.jsonl')).then(() => undefined),
			['Saved changes are missing from the history'],
		],
	];
	test.each(cases)('%s', async (_, spoil, words) => {
		const said = await refused(spoil);
		for (const word of words) expect(said).toContain(word);
	});

	test('itself, also by another name', async () => {
		const [a] = (await copies()) as [WorkspaceStore];
		const link = join(await temporaryFolder(), 'link');
		await symlink(a.root, link);
		for (const path of [a.root, `${a.root}/.`, link])
			expect(await complaint(a.join(path, false))).toContain('is this workspace itself');
	});
});
