import {appendFile, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {complaint} from '../../test/helpers/complaint.js';
import {historyFile, sampleWorkspace, writer} from '../../test/helpers/sample-workspace.js';
import {answer, contentOf, meta} from '../../test/helpers/workspace-samples.js';
import {systemError} from '../../test/helpers/faulty-files.js';
import {nodeFiles} from './files.js';
import type {Files} from './files.js';
import {openStore} from './workspace.js';

/** Puts `text` into assessment.json and expects that opening complains with all of `words` and changes nothing. */
const refuses = async (text: string | Uint8Array, ...words: readonly string[]): Promise<void> => {
	const root = await sampleWorkspace();
	await writeFile(join(root, 'assessment.json'), text);
	const before = await contentOf(root);
	const said = await complaint(openStore({root, writer}));
	for (const word of ['assessment.json', 'Nothing was changed', ...words])
		expect(said).toContain(word);
	expect(await contentOf(root)).toEqual(before);
};

test('a broken assessment.json is refused with line and column, and moving it away rebuilds it', async () => {
	const root = await sampleWorkspace();
	const path = join(root, 'assessment.json');
	const good = await readFile(path, 'utf8');
	await refuses(good.replace('"schema"', '"schema'), ':', 'is damaged', 'Move');
	await refuses('{\n  "schema": 1,\n  oops\n}', 'assessment.json:3:3 is damaged');
	await refuses('<<<<<<< HEAD\n', 'assessment.json:1:1 is damaged');
	await refuses(good.slice(0, 40), 'is damaged');
	await refuses('', 'is empty');
	await refuses(' \n', 'is empty');
	await refuses(Uint8Array.of(0x7b, 0xff, 0xfe), 'not UTF-8');
	const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
	await refuses(good.replace(/"answers": \{/, `"answers": {"x": ${deep},`), 'outside dbvet');
	await writeFile(path, good.slice(0, 100));
	await complaint(openStore({root, writer}));
	await rm(path);
	await (await openStore({root, writer})).flush();
	expect(await readFile(path, 'utf8')).toBe(good);
});

test('an assessment.json that was edited by hand is refused with the place', async () => {
	const root = await sampleWorkspace();
	const good = await readFile(join(root, 'assessment.json'), 'utf8');
	await refuses(
		good.replace('"value": "yes"', '"value": "no"'),
		'changed outside dbvet',
		'state.answers.t-0123456789/tls.value',
		'Move',
	);
	await refuses(good.replace('"organisation"', '"organization"'), 'state.settings');
	await refuses(good.replace(/"head": "./, '"head": "x'), 'at head');
	await refuses(good.replace(/"head": ".{64}/, `"head": "${'0'.repeat(64)}`), 'at head');
});

test('an assessment.json of another program or of a newer dbvet is refused', async () => {
	await refuses('{"students": []}', 'not an assessment of dbvet');
	await refuses('[]', 'not an assessment of dbvet');
	await refuses('null', 'not an assessment of dbvet');
	await refuses(
		'{"schema": "dbvet/assessment@7", "new": true}',
		'from a newer dbvet (schema 7, this one reads up to 1)',
		'Update dbvet',
	);
	await refuses('{"schema": "dbvet/assessment@seven"}', 'at schema');
});

test('hostile text from a file reaches no message as a terminal escape', async () => {
	const root = await sampleWorkspace();
	const bad = '{"id":"\\u001b[2J","\\u001b]0;x\\u0007":1}\n';
	await writeFile(join(root, historyFile), bad + (await readFile(join(root, historyFile), 'utf8')));
	const said = await complaint(openStore({root, writer}));
	// eslint-disable-next-line no-control-regex -- the escape character is what must not be there.
	expect(said).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
	expect(said).toContain('w-00000001.jsonl:1 cannot be read');
});

test('a hand edit made while dbvet is open is not written over, and the change is safe', async () => {
	const root = await sampleWorkspace();
	const path = join(root, 'assessment.json');
	const store = await openStore({root, writer});
	const edited = (await readFile(path, 'utf8')).replace('Example Health', 'Example Wealth');
	await writeFile(path, edited);
	await store.append([answer('late', 'yes')], meta(3));
	const said = await complaint(store.flush());
	expect(said).toContain('state.settings.organisation');
	expect(said).toContain('Every change you made is safe in history/');
	expect(await readFile(path, 'utf8')).toBe(edited);
	await rm(path);
	const again = await openStore({root, writer});
	expect((await again.state()).answers).toHaveProperty('t-0123456789/late');
});

test('a broken line in the middle of a history is refused with file and line, nothing touched', async () => {
	const lines = async (root: string): Promise<string[]> =>
		(await readFile(join(root, historyFile), 'utf8')).split('\n');
	const breakages: readonly (readonly [string, (line: string) => string, string])[] = [
		['cut', line => line.slice(0, 50), 'it is not JSON'],
		['altered', line => line.replace('"yes"', '"no"'), 'it was altered'],
		['of a new kind', line => line.replace('"kind":"answer"', '"kind":"dream"'), 'kind'],
		['with a new member', line => line.replace('{', '{"new":1,'), 'unknown field "new"'],
		['empty', () => '', 'it is not JSON'],
		['zeros', line => '\0'.repeat(line.length), 'it is not JSON'],
		[
			'too deep',
			line => line.replace('"after":', `"after":${'['.repeat(50_000)}${']'.repeat(50_000)},"x":`),
			'deeper',
		],
		['a conflict mark', () => '<<<<<<< HEAD', 'delete the lines that begin with <<<<<<<'],
	];
	for (const [name, change, words] of breakages) {
		const root = await sampleWorkspace();
		const all = await lines(root);
		all[1] = change(all[1]!);
		await writeFile(join(root, historyFile), all.join('\n'));
		const before = await contentOf(root);
		const said = await complaint(openStore({root, writer}));
		expect([name, said]).toEqual([name, expect.stringContaining(`${writer}.jsonl:2 cannot`)]);
		expect([name, said]).toEqual([name, expect.stringContaining(words)]);
		expect(await contentOf(root)).toEqual(before);
	}
});

test('an interrupted write at the end is set aside, told, and does not stop the next change', async () => {
	for (const torn of [' {"after":', '{"a', '\0\0\0\0', '\u00c3']) {
		const root = await sampleWorkspace();
		const bytes = Buffer.from(torn, 'latin1');
		await appendFile(join(root, historyFile), bytes);
		const store = await openStore({root, writer});
		expect(Object.keys((await store.state()).answers)).toHaveLength(3);
		expect(store.notices().map(n => n.text)).toEqual([
			expect.stringContaining('interrupted and never confirmed'),
		]);
		const aside = (await readdir(join(root, 'history'))).filter(n => n.includes('.torn-'));
		expect(aside).toHaveLength(1);
		expect(await readFile(join(root, 'history', aside[0]!))).toEqual(bytes);
		await store.append([answer('next', 'yes')], meta(3));
		const again = await openStore({root, writer});
		expect(Object.keys((await again.state()).answers)).toHaveLength(4);
		expect(again.notices()).toEqual([]);
	}
});

test("the torn end of a colleague's file is left alone and told", async () => {
	const root = await sampleWorkspace();
	await appendFile(join(root, historyFile), '{"at');
	const before = await contentOf(join(root, 'history'));
	const store = await openStore({root, writer: 'w-00000002'});
	expect(store.notices().map(n => n.text)).toEqual([expect.stringContaining('last 4 bytes of')]);
	expect(await contentOf(join(root, 'history'))).toEqual(before);
	await store.append([answer('mine', 'yes')], meta(3));
	expect(Object.keys((await store.state()).answers)).toHaveLength(4);
	expect(store.notices()).toHaveLength(1);
});

test('a history of which a file that others follow is missing is refused', async () => {
	const root = await sampleWorkspace();
	const colleague = await openStore({root, writer: 'w-00000002'});
	await colleague.append([answer('theirs', 'yes')], meta(3));
	await colleague.flush();
	await rm(join(root, historyFile));
	const before = await contentOf(root);
	expect(await complaint(openStore({root, writer}))).toContain('w-00000002.jsonl:1 follows');
	expect(await contentOf(root)).toEqual(before);
});

test('a history that went through a tool for text files still opens, and goes on', async () => {
	for (const change of [
		(text: string) => text.replaceAll('\n', '\r\n'),
		(text: string) => text.replace(/\n$/, ''),
		(text: string) => text.replaceAll('\n ', '\n'),
	]) {
		const root = await sampleWorkspace();
		const path = join(root, historyFile);
		const assessment = await readFile(join(root, 'assessment.json'), 'utf8');
		await writeFile(path, change(await readFile(path, 'utf8')));
		const store = await openStore({root, writer});
		await store.flush();
		expect(await readFile(join(root, 'assessment.json'), 'utf8')).toBe(assessment);
		await store.append([answer('next', 'yes'), answer('last', 'no')], meta(3));
		const again = await openStore({root, writer});
		expect(await again.history()).toHaveLength(6);
		expect([...store.notices(), ...again.notices()]).toEqual([]);
	}
});

test('with an interrupted write on a full disk the workspace opens, and only a change is refused', async () => {
	const root = await sampleWorkspace();
	await appendFile(join(root, historyFile), '{"torn');
	const before = await contentOf(root);
	const files: Files = {
		...nodeFiles,
		open: async (path, how) => {
			if (how === 'read') return nodeFiles.open(path, how);
			throw systemError('ENOSPC');
		},
	};
	const store = await openStore({root, writer}, {files});
	expect(Object.keys((await store.state()).answers)).toHaveLength(3);
	expect(store.notices().map(n => n.text)).toEqual([
		expect.stringMatching(/Could not set aside the interrupted end of .*: the disk is full/),
		expect.stringContaining('last 6 bytes of'),
	]);
	expect(await complaint(store.append([answer('next', 'yes')], meta(3)))).toContain('disk is full');
	await store.flush();
	expect(await contentOf(root)).toEqual(before);
});
