import {readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {complaint} from '../../test/helpers/complaint.js';
import {faultyFiles} from '../../test/helpers/faulty-files.js';
import {answer, meta, settings, temporaryFolder} from '../../test/helpers/workspace-samples.js';
import {assessmentFile} from './assessment-file.js';
import {nodeFiles} from './files.js';
import {upcast} from './schema.js';
import {createWorkspace, openStore} from './workspace.js';

const writer = 'w-00000001';

test('a change counts only after the history is synced, and assessment.json is synced before it is renamed', async () => {
	const root = await temporaryFolder();
	await createWorkspace({root, settings, writer, ...meta(0)});
	const watched = faultyFiles(nodeFiles, {failing: -1, code: ''});
	const store = await openStore({root, writer: 'w-00000002'}, {files: watched.files});
	const seen = (from: number): readonly string[] =>
		watched.calls.slice(from).filter(call => /^(?:open|write|sync|rename|syncFolder)/.test(call));
	let from = watched.calls.length;
	await store.append([answer('tls', 'yes')], meta(1));
	// The first sync is that of the colleague's file, which the new entry names as its parent.
	expect(seen(from)).toEqual(['open read', 'sync', 'open append', 'write', 'sync', 'syncFolder']);
	from = watched.calls.length;
	await store.append([answer('tls', 'no')], meta(2));
	expect(seen(from)).toEqual(['open append', 'write', 'sync']);
	from = watched.calls.length;
	await store.flush();
	expect(seen(from)).toEqual(['open create', 'write', 'sync', 'rename', 'syncFolder']);
	from = watched.calls.length;
	await store.flush();
	expect(seen(from)).toEqual([]);
});

test('the file is indented, has sorted keys and a last line feed, and names the head', async () => {
	const root = await temporaryFolder();
	const store = await createWorkspace({root, settings, writer, ...meta(0)});
	const text = await readFile(join(root, 'assessment.json'), 'utf8');
	expect(text.startsWith(`{\n  "head": "${await store.head()}",\n  "heads": [\n`)).toBe(true);
	expect(text.endsWith('}\n')).toBe(true);
	expect(text).not.toContain(writer);
});

test('a file in an older schema is kept as a copy when it is rewritten in the present one', async () => {
	const root = await temporaryFolder();
	const store = await createWorkspace({root, settings, writer, ...meta(0)});
	await store.flush();
	const path = join(root, 'assessment.json');
	const old = await readFile(path, 'utf8');
	const file = assessmentFile(nodeFiles, path, () => 'random', 2);
	await file.db.read();
	expect(file.db.data).toBeNull();
	const {db} = assessmentFile(nodeFiles, path, () => 'random');
	await db.read();
	file.db.data = db.data;
	await file.db.write();
	expect(await readFile(`${path}.v1.bak`, 'utf8')).toBe(old);
	await file.db.write();
	expect((await readdir(root)).filter(name => name.startsWith('assessment'))).toEqual([
		'assessment.json',
		'assessment.json.v1.bak',
	]);
	// An older dbvet that meets a newer file points to that copy.
	await writeFile(path, '{"schema": "dbvet/assessment@2"}');
	const said = await complaint(openStore({root, writer}));
	expect(said).toContain('from a newer dbvet (schema 2, this one reads up to 1)');
	expect(said).toContain('assessment.json.v1.bak');
});

test('a migration brings older entries to the present shape, one step after the other', () => {
	const steps = [
		{to: 2, entry: (raw: unknown) => ({...(raw as object), second: true})},
		{to: 3, entry: (raw: unknown) => ({...(raw as object), third: 'second' in (raw as object)})},
	];
	expect(upcast({first: true}, steps)).toEqual({first: true, second: true, third: true});
	expect(upcast('as it is')).toBe('as it is');
});

test('a workspace that vanishes while it is open is reported, not written anew', async () => {
	const root = join(await temporaryFolder(), 'gone');
	const store = await createWorkspace({root, settings, writer, ...meta(0)});
	await rm(root, {recursive: true});
	expect(await complaint(store.append([answer('tls', 'yes')], meta(1)))).toContain(root);
	expect(await complaint(store.state())).toContain(root);
	expect(await readdir(join(root, '..'))).toEqual([]);
});
