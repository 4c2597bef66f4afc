import {readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {complaint} from '../../test/helpers/complaint.js';
import {historyFile, sampleWorkspace, writer} from '../../test/helpers/sample-workspace.js';
import {answer, contentOf, meta} from '../../test/helpers/workspace-samples.js';
import {openStore} from './workspace.js';

test('a history that lost confirmed changes is refused, and nothing is touched, not even a cut end', async () => {
	const cuts: readonly (readonly [string, (text: string) => string, readonly string[]])[] = [
		[
			'the last line of a group',
			text => text.replace(/[^\n]*\n$/, ''),
			[`${writer}.jsonl:2 is its last whole line, with`],
		],
		['five bytes', text => text.slice(0, -5), ['of a cut end behind it']],
		['the whole group', text => text.slice(0, text.indexOf('\n ') + 1), [`${writer}.jsonl:2 is`]],
	];
	for (const [name, cut, words] of cuts) {
		const root = await sampleWorkspace();
		const path = join(root, historyFile);
		const whole = await readFile(path, 'utf8');
		await writeFile(path, cut(whole));
		const before = await contentOf(root);
		for (const who of [writer, 'w-00000002']) {
			const said = await complaint(openStore({root, writer: who}));
			for (const word of [
				...words,
				'Saved changes are missing',
				root,
				/"id":"(.{12})[^\n]*\n$/.exec(whole)?.[1] ?? 'an id',
				'2026-11-22T03:00:00.000Z',
				'Nothing was changed',
				'Put the undamaged file back',
				'move assessment.json away',
			])
				expect([name, said]).toEqual([name, expect.stringContaining(word)]);
			expect(await contentOf(root)).toEqual(before);
		}
		await writeFile(path, whole);
		const store = await openStore({root, writer});
		expect(Object.keys((await store.state()).answers)).toHaveLength(3);
		expect(store.notices()).toEqual([]);
	}
});

test('with assessment.json moved away, what is left of a cut history opens, and the cut end is kept', async () => {
	const root = await sampleWorkspace();
	const path = join(root, historyFile);
	const lines = (await readFile(path, 'utf8')).split(/(?<=\n)/);
	await writeFile(path, lines.slice(0, -1).join(''));
	await complaint(openStore({root, writer}));
	await rm(join(root, 'assessment.json'));
	const store = await openStore({root, writer});
	expect(store.notices().map(n => n.text)).toEqual([
		expect.stringContaining('nothing here tells whether it was confirmed as saved'),
	]);
	await store.flush();
	expect(Object.keys((await store.state()).answers)).toEqual(['t-0123456789/tls']);
	const aside = (await readdir(join(root, 'history'))).filter(n => n.includes('.torn-'));
	expect(await readFile(join(root, 'history', aside[0]!), 'utf8')).toBe(lines.at(-2));
	expect((await openStore({root, writer})).notices()).toEqual([]);
});

test("a colleague's file that is gone with what was confirmed is refused, and nothing is touched", async () => {
	const root = await sampleWorkspace();
	const colleague = await openStore({root, writer: 'w-00000002'});
	await colleague.append([answer('theirs', 'yes')], meta(3));
	await colleague.flush();
	await rm(join(root, 'history/w-00000002.jsonl'));
	const before = await contentOf(root);
	expect(await complaint(openStore({root, writer}))).toContain('At least 1 change of');
	expect(await contentOf(root)).toEqual(before);
});

test('a history that is shortened while dbvet is open takes no further change and is not written over', async () => {
	const root = await sampleWorkspace();
	const path = join(root, historyFile);
	const store = await openStore({root, writer});
	await writeFile(path, (await readFile(path, 'utf8')).slice(0, -5));
	const before = await contentOf(root);
	expect(await complaint(store.append([answer('next', 'yes')], meta(3)))).toContain(
		'Saved changes are missing',
	);
	expect(await complaint(store.state())).toContain('Saved changes are missing');
	await store.flush();
	expect(store.notices().map(n => n.text)).toEqual([
		expect.stringContaining('Saved changes are missing'),
	]);
	expect(await contentOf(root)).toEqual(before);
});

test('an assessment.json that a synchronising folder brought before its history is not written over', async () => {
	const root = await sampleWorkspace();
	const store = await openStore({root, writer});
	const colleague = await openStore({root, writer: 'w-00000002'});
	await colleague.append([answer('theirs', 'yes')], meta(3));
	await colleague.flush();
	const theirs = join(root, 'history/w-00000002.jsonl');
	const late = await readFile(theirs);
	const picture = await readFile(join(root, 'assessment.json'));
	await rm(theirs);
	expect(await complaint(store.append([answer('mine', 'yes')], meta(4)))).toContain('missing');
	await store.flush();
	expect(await readFile(join(root, 'assessment.json'))).toEqual(picture);
	await writeFile(theirs, late);
	await store.append([answer('mine', 'yes')], meta(5));
	await store.flush();
	expect(Object.keys((await (await openStore({root, writer})).state()).answers)).toHaveLength(5);
});

test('a history of which not one line is whole is missing, and the piece stays where it is', async () => {
	const root = await sampleWorkspace();
	await writeFile(join(root, historyFile), '{"after":{"confidentialit');
	const before = await contentOf(root);
	expect(await complaint(openStore({root, writer}))).toContain('holds no entries');
	expect(await contentOf(root)).toEqual(before);
});
