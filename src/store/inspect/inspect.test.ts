import {appendFile, chmod, mkdir, readFile, rename, rm, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {complaint} from '../../../test/helpers/complaint.js';
import {historyFile, sampleWorkspace, writer} from '../../../test/helpers/sample-workspace.js';
import {answer, contentOf, meta, temporaryFolder} from '../../../test/helpers/workspace-samples.js';
import {systemError} from '../../../test/helpers/faulty-files.js';
import {nodeFiles} from '../files.js';
import {openStore} from '../workspace.js';
import {inspectWorkspace} from './inspect.js';
import type {Inspection} from './report.js';

const linesOf = async (root: string): Promise<string[]> =>
	(await readFile(join(root, historyFile), 'utf8')).trimEnd().split('\n');

/** Changes the lines of the history of a fresh sample, and looks at it; nothing may be written on the way. */
const inspectWith = async (change: (lines: string[]) => readonly string[]): Promise<Inspection> => {
	const root = await sampleWorkspace();
	await writeFile(join(root, historyFile), `${change(await linesOf(root)).join('\n')}\n`);
	const before = await contentOf(root);
	const inspection = await inspectWorkspace(root);
	expect(await contentOf(root)).toEqual(before);
	return inspection;
};

test('a sound workspace has no fault, and the head that documents print', async () => {
	const root = await sampleWorkspace();
	const store = await openStore({root, writer});
	expect(await inspectWorkspace(root)).toEqual({
		root,
		head: await store.head(),
		entries: 4,
		files: [{file: `${writer}.jsonl`, entries: 4}],
		runs: 0,
		evidence: 0,
		assessment: 'current',
		faults: [],
		unread: [],
		notes: [],
	});
});

const with2 = (line: (text: string) => string) => (lines: string[]) =>
	lines.with(1, line(lines[1]!));

test.each([
	['altered', with2(line => line.replace('"yes"', '"no"')), /SHA-256 [0-9a-f]{64}: it was altered/],
	['cut', with2(line => line.slice(0, 50)), /no JSON from column 48 on/],
	['empty', with2(() => ''), /an empty line/],
	['zeros', with2(line => '\0'.repeat(line.length)), /no JSON from column 1 on/],
	['of an unknown kind', with2(line => line.replace('"answer"', '"dream"')), /altered/],
	['with another member', with2(line => line.replace('{', '{"new":1,')), /altered/],
	['huge', with2(() => `{"id":"${'x'.repeat(10_000_000)}"`), /no JSON from column 10000009 on/],
	[
		'too deep',
		with2(l => l.replace('"after":', `"after":${'['.repeat(9000)}${']'.repeat(9000)},"x":`)),
		/nests deeper than 64/,
	],
])('a line that is %s is the first broken link, with what was found', async (_, change, found) => {
	const {faults, head} = await inspectWith(change);
	expect(faults[0]).toMatchObject({part: 'history', place: `${historyFile}:2`});
	expect(faults[0]?.found).toMatch(found);
	expect(head).toBeUndefined();
});

test('an altered line does not make those that follow it faults as well', async () => {
	const {faults} = await inspectWith(with2(line => line.replace('"yes"', '"no"')));
	expect(faults).toHaveLength(1);
});

test('every broken line is told, the first one first', async () => {
	const {faults} = await inspectWith(lines => [lines[0]!, 'x', 'y', ...lines.slice(2)]);
	expect(faults.map(({place}) => place)).toEqual([2, 3, 4].map(line => `${historyFile}:${line}`));
	expect(faults[2]?.expected).toMatch(/^the entry [0-9a-f]{64}, which it follows/);
});

test('a line that is gone is missed by the one that follows it', async () => {
	const {faults} = await inspectWith(lines => lines.toSpliced(1, 1));
	expect(faults[0]).toMatchObject({
		place: `${historyFile}:2`,
		found: 'no file in history/ holds that entry',
	});
});

test('a line that stands twice, and lines that changed places, are told', async () => {
	const twice = await inspectWith(lines => [...lines, lines[1]!]);
	expect(twice.faults).toEqual([
		{
			part: 'history',
			place: `${historyFile}:5`,
			expected: 'each entry once',
			found: 'the entry of line 2 again',
		},
	]);
	const swapped = await inspectWith(lines => [lines[0]!, lines[2]!, lines[3]!, lines[1]!]);
	expect(swapped.faults).toMatchObject([
		{place: `${historyFile}:4`, found: 'an entry that a line above it follows'},
	]);
});

test('a history whose end was cut off is found by assessment.json, and without that by a head alone', async () => {
	const root = await sampleWorkspace();
	const head = await (await openStore({root, writer})).head();
	await writeFile(join(root, historyFile), `${(await linesOf(root)).slice(0, 2).join('\n')}\n`);
	const {faults, head: none} = await inspectWorkspace(root);
	expect(none).toBeUndefined();
	expect(faults).toMatchObject([{part: 'history', place: 'history/'}]);
	expect(faults[0]?.found).toContain(`${writer}.jsonl ends after line 2`);
	await appendFile(join(root, historyFile), '{"to');
	expect((await inspectWorkspace(root)).faults).toMatchObject([{place: `${historyFile}:3`}]);
	await rm(join(root, 'assessment.json'));
	expect((await inspectWorkspace(root)).faults).toEqual([]);
	expect((await inspectWorkspace(root, head)).given).toEqual({standing: 'unknown'});
});

test('an earlier head is known with what was added since, also one of two joined copies', async () => {
	const root = await sampleWorkspace();
	const store = await openStore({root, writer});
	const first = await store.head();
	await store.append([answer('late', 'yes')], meta(5));
	await store.flush();
	expect((await inspectWorkspace(root, first.slice(0, 12))).given).toEqual({
		standing: 'ancestor',
		at: meta(2).at,
		added: 1,
	});
	expect((await inspectWorkspace(root, await store.head())).given).toEqual({standing: 'present'});
	expect((await inspectWorkspace(root, 'f'.repeat(64))).given).toEqual({standing: 'unknown'});
	const [entry] = await store.history();
	expect((await inspectWorkspace(root, entry!.id)).given).toMatchObject({added: 4});
});

test('a line of a history that was joined by hand keeps its place, and a double in another file is a note', async () => {
	const root = await sampleWorkspace();
	const lines = await linesOf(root);
	const copy = 'w-00000002.jsonl';
	await writeFile(join(root, 'history', copy), `${lines.join('\n')}\n`);
	const {faults, notes} = await inspectWorkspace(root);
	expect(faults).toEqual([]);
	expect(notes).toEqual(['4 entries lie in two files; each counts once.']);
});

test('what is no damage is a note: a write that broke off, an assessment.json that is gone', async () => {
	const root = await sampleWorkspace();
	await appendFile(join(root, historyFile), '{"torn');
	await rm(join(root, 'assessment.json'));
	const {faults, notes, assessment} = await inspectWorkspace(root);
	expect([faults, assessment]).toEqual([[], 'missing']);
	expect(notes).toEqual([
		expect.stringContaining('last 6 bytes'),
		expect.stringContaining('makes it from the history'),
	]);
});

test('an assessment.json that says something else, is broken or is newer is told', async () => {
	const root = await sampleWorkspace();
	const path = join(root, 'assessment.json');
	const good = await readFile(path, 'utf8');
	const found = async (text: string): Promise<Inspection> => {
		await writeFile(path, text);
		return inspectWorkspace(root);
	};
	const other = await found(good.replace('"value": "yes"', '"value": "no"'));
	expect(other.faults[0]?.found).toContain('state.answers.t-0123456789/tls.value');
	expect((await found('<<<<<<< HEAD')).faults[0]?.found).toContain('assessment.json:1:1');
	const newer = await found(good.replace('assessment@1', 'assessment@7'));
	expect([newer.faults, newer.unread.length]).toEqual([[], 1]);
});

test('a link in place of a history file is a fault, and a file that may not be read is unknown', async () => {
	const root = await sampleWorkspace();
	const path = join(root, historyFile);
	await rename(path, join(root, 'elsewhere'));
	await symlink('../elsewhere', path);
	expect((await inspectWorkspace(root)).faults).toMatchObject([
		{place: historyFile, expected: 'a regular file'},
	]);
	const other = await sampleWorkspace();
	const closed = await inspectWorkspace(other, undefined, {
		...nodeFiles,
		open: async (name, how) => {
			if (name.endsWith('.jsonl')) throw systemError('EACCES');
			return nodeFiles.open(name, how);
		},
	});
	expect([closed.faults, closed.head]).toEqual([[], undefined]);
	expect(closed.unread).toMatchObject([{part: 'history', place: historyFile}]);
});

test('a folder without a workspace is none, and one that is only to be read can be checked', async () => {
	expect(await complaint(inspectWorkspace(await temporaryFolder()))).toContain('no workspace');
	const root = await sampleWorkspace();
	await chmod(join(root, 'history'), 0o500);
	await chmod(root, 0o500);
	expect((await inspectWorkspace(root)).faults).toEqual([]);
	await chmod(root, 0o700);
	await chmod(join(root, 'history'), 0o700);
	await mkdir(join(root, 'history', 'folder.jsonl'));
	expect((await inspectWorkspace(root)).faults).toMatchObject([{found: 'a folder'}]);
});
