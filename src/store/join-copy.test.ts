import fc from 'fast-check';
import {chmod, cp, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {complaint} from '../../test/helpers/complaint.js';
import {faultyFiles} from '../../test/helpers/faulty-files.js';
import {answer, contentOf, meta, temporaryFolder} from '../../test/helpers/workspace-samples.js';
import {copies} from '../../test/helpers/workspace-copies.js';
import {nodeFiles} from './files.js';
import {openStore} from './workspace.js';
import type {WorkspaceStore} from './store.js';

const lockTimes = {staleMs: 2000, waitMs: 4000};

const shownBy = async (store: WorkspaceStore): Promise<unknown> => {
	await store.flush();
	return {
		state: await store.state(),
		head: await store.head(),
		entries: (await store.history()).map(({id}) => id),
		conflicts: (await store.conflicts()).map(({key, entries}) => [key, entries.map(e => e.id)]),
		file: await readFile(join(store.root, 'assessment.json'), 'utf8'),
	};
};

describe('a union of copies', () => {
	test('shows the same in whatever order copies are joined, and joining again changes nothing', async () => {
		const step = fc.record({
			who: fc.nat(2),
			learn: fc.option(fc.nat(2), {nil: undefined, freq: 3}),
			key: fc.constantFrom('a', 'b', 'c'),
			value: fc.constantFrom('yes', 'no'),
			at: fc.nat(9),
		});
		await fc.assert(
			fc.asyncProperty(
				fc.array(step, {minLength: 1, maxLength: 8}),
				fc.constantFrom(
					['w-00000001', 'w-00000002', 'w-00000003'],
					// One person on one computer, in folders that were copied.
					['w-00000001', 'w-00000001', 'w-00000001'],
				),
				async (steps, writers) => {
					const all = await copies(writers);
					for (const {who, learn, key, value, at} of steps)
						if (learn === undefined)
							await all[who]!.append([answer(key, value, at)], meta(at, `Person ${who}`));
						else if (learn !== who) await all[who]!.join(all[learn]!.root, false);
					const [a, b, c] = all as [WorkspaceStore, WorkspaceStore, WorkspaceStore];
					const theirs = await Promise.all(all.slice(1).map(async s => contentOf(s.root)));
					await a.join(b.root, false);
					await a.join(c.root, false);
					expect(await Promise.all(all.slice(1).map(async s => contentOf(s.root)))).toEqual(theirs);
					await c.join(b.root, false);
					await c.join(a.root, false);
					await b.join(c.root, false);
					const shown = await shownBy(a);
					expect(await shownBy(b)).toEqual(shown);
					expect(await shownBy(c)).toEqual(shown);
					const before = await contentOf(a.root);
					const again = await a.join(b.root, false);
					expect([again.entries, again.theyLack]).toEqual([[], 0]);
					await a.flush();
					expect(await contentOf(a.root)).toEqual(before);
					const fresh = await openStore({root: a.root, writer: 'w-00000009'});
					expect(await shownBy(fresh)).toEqual(shown);
				},
			),
			{numRuns: 25},
		);
	}, 120_000);

	test('says what came and what the other copy lacks, and brings runs and evidence', async () => {
		const [a, b] = (await copies()) as [WorkspaceStore, WorkspaceStore];
		const proof = join(await temporaryFolder(), 'proof.txt');
		await writeFile(proof, 'signed');
		const {sha256, bytes} = await b.saveEvidence(proof);
		const evidence = {
			id: `e-${sha256.slice(0, 10)}`,
			sha256,
			bytes,
			fileName: 'proof.txt',
			title: 'Proof',
			links: [{target: 't-0123456789', control: 'tls-required'}],
			effective: '2026-11-01',
			collected: '2026-11-02',
			validUntil: '2027-11-01',
			by: 'Bob',
			at: meta(2).at,
		};
		await b.append([{kind: 'evidence', key: evidence.id, after: evidence}], meta(2, 'Bob'));
		await b.append([answer('common', 'no')], meta(3, 'Bob'));
		await a.append([answer('common', 'partly')], meta(4, 'Ada'));
		const before = await contentOf(a.root);
		const dry = await a.join(b.root, true);
		expect(await contentOf(a.root)).toEqual(before);
		const joined = await a.join(b.root, false);
		expect(joined).toEqual(dry);
		expect(joined).toMatchObject({
			entries: [{kind: 'evidence'}, {key: 't-0123456789/common'}],
			evidence: [sha256],
			lost: [],
			continuedTwice: [],
			theyLack: 1,
			conflicts: [{key: 't-0123456789/common', entries: [{by: 'Bob'}, {by: 'Ada'}]}],
		});
		expect(await a.verifyEvidence()).toMatchObject([{result: 'intact'}]);

		// What is lost here comes from a copy that has it; what is altered there never does.
		await rm(join(a.root, 'evidence', sha256));
		expect(await a.join(b.root, false)).toMatchObject({entries: [], evidence: [sha256]});
		await rm(join(a.root, 'evidence', sha256));
		await writeFile(join(b.root, 'evidence', sha256), 'forged');
		expect(await a.join(b.root, false)).toMatchObject({
			evidence: [],
			lost: [`evidence/${sha256}`],
		});
		expect(await a.verifyEvidence()).toMatchObject([{result: 'missing'}]);
	});

	test('loses nothing where one person went on in a folder and in a copy of it, and says so', async () => {
		const [a, b] = (await copies(['w-00000001', 'w-00000001'])) as [WorkspaceStore, WorkspaceStore];
		await a.append([answer('tls', 'yes'), answer('mine', 1)], meta(2));
		await b.append([answer('tls', 'no'), answer('theirs', 2)], meta(3));
		const joined = await a.join(b.root, false);
		expect(joined.continuedTwice).toEqual(['w-00000001.jsonl']);
		expect(joined.conflicts).toHaveLength(1);
		expect(Object.keys((await a.state()).answers)).toHaveLength(4);
		await a.append([answer('tls', 'partly')], meta(4));
		expect(await a.conflicts()).toEqual([]);
		await b.append([answer('late', 3)], meta(5));
		expect((await a.join(b.root, false)).entries).toHaveLength(1);
		expect((await b.join(a.root, false)).entries).toHaveLength(3);
		expect(await shownBy(b)).toEqual(await shownBy(a));
	});
});

test('an interrupted write in the other copy does not count, and its owner may be writing', async () => {
	const [a, b] = (await copies()) as [WorkspaceStore, WorkspaceStore];
	await b.append([answer('tls', 'no')], meta(2, 'Bob'));
	const path = join(b.root, 'history', 'w-00000002.jsonl');
	const whole = await readFile(path, 'utf8');
	await writeFile(path, `${whole}{"at":"2026`);
	expect(await a.join(b.root, false)).toMatchObject({entries: [{by: 'Bob'}], tornBytes: 11});
	expect(await readFile(path, 'utf8')).toBe(`${whole}{"at":"2026`);
});

test('a read-only folder is told, and another copy may be one', async () => {
	const [a, b] = (await copies()) as [WorkspaceStore, WorkspaceStore];
	await b.append([answer('tls', 'no')], meta(2, 'Bob'));
	await b.flush();
	const denying = faultyFiles(nodeFiles, {failing: 0, code: 'EROFS', onwards: true});
	const {files} = denying;
	const readable = {
		...nodeFiles,
		open: async (path: string, how: 'read' | 'append' | 'create') =>
			how === 'read' ? nodeFiles.open(path, how) : files.open(path, how),
	};
	await files.facts(a.root).catch(() => undefined);
	const closed = await openStore(
		{root: a.root, writer: 'w-00000001'},
		{files: readable, lockTimes},
	);
	expect(await complaint(closed.join(b.root, false))).toMatch(/read-only|was not recorded/);
	for (const folder of ['history', 'runs', 'evidence', '.'])
		await chmod(join(b.root, folder), 0o500);
	expect((await a.join(b.root, false)).entries).toHaveLength(1);
	for (const folder of ['.', 'history', 'runs', 'evidence'])
		await chmod(join(b.root, folder), 0o700);
});

test.each(['ENOSPC', 'EIO'])(
	'when any one call to the system fails (%s), the record is as before or whole, and a retry works',
	{timeout: 120_000},
	async code => {
		const [a, b] = (await copies()) as [WorkspaceStore, WorkspaceStore];
		await b.append([answer('one', 'no'), answer('two', 'no')], meta(2, 'Bob'));
		await b.append([answer('three', 'no')], meta(3, 'Bob'));
		await b.flush();
		await a.append([answer('own', 'no')], meta(3));
		await a.flush();
		const theirs = await contentOf(b.root);
		for (let failing = 0; ; failing++) {
			const root = join(await temporaryFolder(), 'copy');
			await cp(a.root, root, {recursive: true});
			const faulty = faultyFiles(nodeFiles, {failing, code});
			let joined = false;
			try {
				const store = await openStore(
					{root, writer: 'w-00000001'},
					{files: faulty.files, lockTimes},
				);
				await store.join(b.root, false);
				joined = true;
				await store.flush();
			} catch (error) {
				expect(String(error)).toContain('UserError');
			}
			expect(await contentOf(b.root)).toEqual(theirs);
			if (failing >= faulty.calls.length) break;
			const left = await openStore({root, writer: 'w-00000001'});
			const count = Object.keys((await left.state()).answers).length;
			expect([faulty.calls[failing], count]).toEqual([
				faulty.calls[failing],
				joined ? 5 : count === 2 ? 2 : 5,
			]);
			await left.join(b.root, false);
			await left.flush();
			expect(Object.keys((await left.state()).answers)).toHaveLength(5);
		}
	},
);
