import {cp, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {openStore} from '../../src/store/index.js';
import {copies} from '../helpers/workspace-copies.js';
import {compiledScript, startChild} from '../helpers/store-child.js';
import {answer, contentOf, meta, temporaryFolder} from '../helpers/workspace-samples.js';

let script: Awaited<ReturnType<typeof compiledScript>>;
beforeAll(async () => {
	script = await compiledScript();
});
afterAll(async () => {
	await script.remove();
});

const writer = 'w-00000001';
const proofs = 12;

test(
	'killed at any moment, a union has taken place or has not, and whatever an entry names is there',
	{timeout: 240_000},
	async () => {
		const [mine, theirs] = await copies();
		if (mine === undefined || theirs === undefined) throw new Error('two copies are needed');
		for (let i = 0; i < proofs; i++) {
			const path = join(await temporaryFolder(), 'proof.txt');
			await writeFile(path, `proof ${i}`.repeat(20_000));
			const {sha256, bytes} = await theirs.saveEvidence(path);
			const id = `e-${sha256.slice(0, 10)}`;
			const after = {
				id,
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
			await theirs.append([{kind: 'evidence', key: id, after}], meta(2 + i, 'Bob'));
		}
		await theirs.append(
			Array.from({length: 300}, (_, i) => answer(`q-${i}`, 'x'.repeat(500))),
			meta(99, 'Bob'),
		);
		await theirs.flush();
		const other = await contentOf(theirs.root);
		const [before, after] = [2, 2 + proofs + 300];
		const run = (root: string) =>
			startChild(process.execPath, [script.path, 'join', root, writer, theirs.root]);
		const outcomes = new Set<number>();
		let wholeMs = 0;
		for (let round = 0; round < 80; round++) {
			const root = join(await temporaryFolder(), 'copy');
			await cp(mine.root, root, {recursive: true});
			const child = run(root);
			await expect
				.poll(() => child.lines().length, {timeout: 30_000, interval: 1})
				.toBeGreaterThan(0);
			const began = performance.now();
			if (round === 0) {
				expect(await child.ended).toBe(0);
				wholeMs = performance.now() - began;
			} else {
				const wait = (wholeMs * round) / 70;
				while (performance.now() - began < wait) await Promise.resolve();
				child.process.kill('SIGKILL');
				await child.ended;
			}
			expect(child.errors()).toBe('');
			const said = child.lines().some(line => line.startsWith('joined '));
			await rm(join(root, '.dbvet.lock'), {recursive: true, force: true});
			const store = await openStore({root, writer});
			const count = (await store.history()).length;
			outcomes.add(count);
			expect([before, after]).toContain(count);
			if (said) expect(count).toBe(after);
			for (const {result} of await store.verifyEvidence()) expect(result).toBe('intact');
			await store.join(theirs.root, false);
			expect(await store.history()).toHaveLength(after);
			await store.flush();
		}
		expect([...outcomes].sort((a, b) => a - b)).toEqual([before, after]);
		expect(await contentOf(theirs.root)).toEqual(other);
	},
);
