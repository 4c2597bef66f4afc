import {rm, symlink, truncate, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import type {ProbeRun} from '../../domain/run.js';
import type {Change} from '../../domain/workspace.js';
import {sampleWorkspace, writer} from '../../../test/helpers/sample-workspace.js';
import {instant, meta} from '../../../test/helpers/workspace-samples.js';
import {openStore} from '../workspace.js';
import {inspectWorkspace} from './inspect.js';
import type {Fault} from './report.js';

const run: ProbeRun = {
	schema: 'dbvet/probe-run@1',
	dbvet: '0.1.0',
	report: {
		target: 't-0123456789',
		engine: 'postgresql',
		status: 'complete',
		startedAt: instant(3),
		finishedAt: instant(4),
		durationMs: 1000,
		connections: 1,
		endpoints: [],
		findings: [],
	},
};

type Sample = {readonly root: string; readonly runFile: string; readonly artifact: string};

/** A workspace with one run and one artifact; `told` is what the entry says of the run. */
const sample = async (told: {readonly target?: string} = {}): Promise<Sample> => {
	const root = await sampleWorkspace();
	const store = await openStore({root, writer});
	const source = join(root, 'proof.txt');
	await writeFile(source, 'A proof.\n');
	const sha256 = await store.saveRun(run);
	const kept = await store.saveEvidence(source);
	const {target, status, startedAt, finishedAt} = run.report;
	const changes: readonly Change[] = [
		{
			kind: 'run',
			key: sha256,
			after: {target, status, startedAt, finishedAt, sha256, by: 'Ada', ...told},
		},
		{
			kind: 'evidence',
			key: `e-${kept.sha256.slice(0, 10)}`,
			after: {
				id: `e-${kept.sha256.slice(0, 10)}`,
				...kept,
				fileName: 'proof.txt',
				title: 'A proof',
				links: [{target: 't-0123456789', control: 'tls-required'}],
				effective: '2026-11-01',
				collected: '2026-11-01',
				validUntil: '2027-11-01',
				by: 'Ada',
				at: instant(5),
			},
		},
	];
	await store.append(changes, meta(5));
	await store.flush();
	return {root, runFile: `runs/${sha256}.json`, artifact: `evidence/${kept.sha256}`};
};

const faultsOf = async (root: string): Promise<readonly Fault[]> =>
	(await inspectWorkspace(root)).faults;

test('runs and artifacts that are as they were are counted, and strangers are a note', async () => {
	const {root} = await sample();
	await writeFile(join(root, 'runs', 'notes.txt'), 'mine');
	await writeFile(join(root, 'evidence', '.unfinished-1'), 'x');
	const {runs, evidence, faults, notes} = await inspectWorkspace(root);
	expect([runs, evidence, faults]).toEqual([1, 1, []]);
	expect(notes).toEqual(['1 file in runs/ that no entry names: it counts for nothing.']);
});

test('a missing file is told with the line of the history that names it', async () => {
	const {root, runFile, artifact} = await sample();
	await rm(join(root, runFile));
	await rm(join(root, artifact));
	expect(await faultsOf(root)).toMatchObject([
		{part: 'runs', place: runFile, found: 'no file'},
		{part: 'evidence', place: artifact, found: 'no file'},
	]);
	const [first] = await faultsOf(root);
	expect(first?.expected).toContain('history/w-00000001.jsonl:5');
});

test('a changed file is told with both hashes, and a link in its place as no file of the record', async () => {
	const {root, runFile, artifact} = await sample();
	await truncate(join(root, runFile), 10);
	await rm(join(root, artifact));
	await symlink('../proof.txt', join(root, artifact));
	const [changed, linked] = await faultsOf(root);
	expect(changed?.found).toMatch(/^10 bytes with the SHA-256 [0-9a-f]{64}$/);
	expect(linked?.found).toBe('no regular file');
});

test('a run of another target than its entry says is a fault, although both have the right hash', async () => {
	const {root} = await sample({target: 't-9999999999'});
	expect(await faultsOf(root)).toMatchObject([
		{part: 'runs', found: 'a run of the target t-0123456789'},
	]);
});
