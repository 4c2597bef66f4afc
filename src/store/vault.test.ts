import {execFileSync} from 'node:child_process';
import {
	appendFile,
	mkdir,
	open,
	readdir,
	readFile,
	rm,
	stat,
	symlink,
	utimes,
	writeFile,
} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import type {Evidence} from '../domain/evidence.js';
import {sha256} from '../domain/id.js';
import type {ProbeRun} from '../domain/run.js';
import type {Change} from '../domain/workspace.js';
import {complaint} from '../../test/helpers/complaint.js';
import {faultyFiles} from '../../test/helpers/faulty-files.js';
import {instant, meta, settings, temporaryFolder} from '../../test/helpers/workspace-samples.js';
import {nodeFiles} from './files.js';
import {maxArtifactBytes} from './vault.js';
import {createWorkspace, openStore} from './workspace.js';
import type {WorkspaceStore} from './store.js';

const writer = 'w-00000001';

const workspace = async (): Promise<{
	readonly root: string;
	readonly outside: string;
	readonly store: WorkspaceStore;
}> => {
	const outside = await temporaryFolder();
	const root = join(outside, 'workspace');
	return {outside, root, store: await createWorkspace({root, settings, writer, ...meta(0)})};
};

const run: ProbeRun = {
	schema: 'dbvet/probe-run@1',
	dbvet: '0.1.0',
	report: {
		target: 't-0123456789',
		engine: 'postgresql',
		status: 'complete',
		startedAt: instant(1),
		finishedAt: instant(2),
		durationMs: 1000,
		connections: 1,
		endpoints: [
			{role: 'primary', host: '127.0.0.1', port: 5432, facts: {b: {seen: true, value: 1}, a: null}},
		],
		findings: [],
	},
};

const evidenceOf = (hash: string, bytes: number): Change => {
	const after: Evidence = {
		id: `e-${hash.slice(0, 10)}`,
		sha256: hash,
		bytes,
		fileName: 'report.pdf',
		title: 'SOC 2 report',
		links: [{target: 't-0123456789', control: 'tls-required'}],
		effective: '2026-09-30',
		collected: '2026-11-22',
		validUntil: '2027-09-30',
		by: 'Ada',
		at: instant(1),
	};
	return {kind: 'evidence', key: after.id, after};
};

test('a run lies under the hash of its own bytes, and comes back as it was', async () => {
	const {root, store} = await workspace();
	const hash = await store.saveRun(run);
	expect(await store.saveRun(structuredClone(run))).toBe(hash);
	expect(await readdir(join(root, 'runs'))).toEqual([`${hash}.json`]);
	expect(sha256(await readFile(join(root, 'runs', `${hash}.json`)))).toBe(hash);
	expect(await store.loadRun(hash)).toEqual(run);
});

test('a run that is missing, altered or no run is refused with its path', async () => {
	const {root, store} = await workspace();
	const hash = await store.saveRun(run);
	const path = join(root, 'runs', `${hash}.json`);
	await appendFile(path, ' ');
	expect(await complaint(store.loadRun(hash))).toContain(`${path} was altered`);
	await rm(path);
	expect(await complaint(store.loadRun(hash))).toContain(`${path} is missing`);
	await symlink('/etc/passwd', path);
	expect(await complaint(store.loadRun(hash))).toContain('symbolic link');
	for (const text of ['{}', 'no JSON', '', '['.repeat(50_000) + ']'.repeat(50_000)]) {
		const other = sha256(text);
		await writeFile(join(root, 'runs', `${other}.json`), text);
		expect(await complaint(store.loadRun(other))).toContain('not a probe run');
	}
	await expect(store.loadRun('../assessment')).rejects.toThrow(/SHA-256/);
});

test('evidence is copied under its hash; the same content twice is one file', async () => {
	const {root, outside, store} = await workspace();
	const content = Buffer.alloc(300_000, 'report ');
	await writeFile(join(outside, 'a.pdf'), content);
	await writeFile(join(outside, 'b.pdf'), content);
	const saved = await store.saveEvidence(join(outside, 'a.pdf'));
	expect(saved).toEqual({sha256: sha256(content), bytes: 300_000});
	expect(await store.saveEvidence(join(outside, 'b.pdf'))).toEqual(saved);
	expect(await readdir(join(root, 'evidence'))).toEqual([saved.sha256]);
	expect(await readFile(join(root, 'evidence', saved.sha256))).toEqual(content);
});

test('links, folders, pipes and devices are no evidence, and a missing file is named', async () => {
	const {root, outside, store} = await workspace();
	await symlink('/etc/passwd', join(outside, 'link'));
	await mkdir(join(outside, 'folder'));
	execFileSync('mkfifo', [join(outside, 'pipe')]);
	const cases: readonly (readonly [string, string])[] = [
		[join(outside, 'link'), 'symbolic link'],
		[join(outside, 'folder'), 'a folder'],
		[join(outside, 'pipe'), 'not a regular file'],
		['/dev/zero', 'not a regular file'],
		[join(outside, 'nowhere'), 'not there'],
	];
	for (const [path, words] of cases) {
		const said = await complaint(store.saveEvidence(path));
		expect(said).toContain(words);
		expect(said).toContain(path);
	}
	expect(await readdir(join(root, 'evidence'))).toEqual([]);
});

test('a file over 100 MB is refused before it is copied, one of just 100 MB is taken', async () => {
	const {root, outside, store} = await workspace();
	const file = await open(join(outside, 'large'), 'w');
	await file.truncate(maxArtifactBytes + 1);
	expect(await complaint(store.saveEvidence(join(outside, 'large')))).toContain(
		'larger than 100 MB',
	);
	expect(await readdir(join(root, 'evidence'))).toEqual([]);
	await file.truncate(maxArtifactBytes);
	await file.close();
	expect((await store.saveEvidence(join(outside, 'large'))).bytes).toBe(maxArtifactBytes);
});

test('what is screened is read once, and only what the screening gives back reaches the disk', async () => {
	const {root, outside, store} = await workspace();
	const path = join(outside, 'dump.sql');
	await writeFile(path, 'a secret');
	const seen: string[] = [];
	const saved = await store.saveEvidence(path, async bytes => {
		seen.push(Buffer.from(bytes).toString());
		expect(await readdir(join(root, 'evidence'))).toEqual([]);
		// What the file becomes now must not pass unscreened.
		await writeFile(path, 'another secret');
		return Buffer.from('a marker');
	});
	expect(seen).toEqual(['a secret']);
	expect(saved).toEqual({sha256: sha256('a marker'), bytes: 8});
	expect(await readdir(join(root, 'evidence'))).toEqual([saved.sha256]);
	const refused = store.saveEvidence(path, () => Promise.reject(new Error('refused')));
	await expect(refused).rejects.toThrow('refused');
	await symlink(path, join(outside, 'link'));
	execFileSync('mkfifo', [join(outside, 'pipe')]);
	for (const other of ['link', 'pipe']) {
		const never = store.saveEvidence(join(outside, other), () => Promise.reject(new Error('read')));
		expect(await complaint(never)).toMatch(/symbolic link|not a regular file/);
	}
	expect(await readdir(join(root, 'evidence'))).toEqual([saved.sha256]);
});

test('verification finds what is missing and what was changed', async () => {
	const {root, outside, store} = await workspace();
	const hashes: string[] = [];
	for (const name of ['intact', 'changed', 'missing', 'linked']) {
		await writeFile(join(outside, name), name);
		const {sha256: hash, bytes} = await store.saveEvidence(join(outside, name));
		await store.append([evidenceOf(hash, bytes)], meta(1));
		hashes.push(hash);
	}
	const paths = hashes.map(hash => join(root, 'evidence', hash));
	await writeFile(paths[1]!, 'forged!');
	await rm(paths[2]!);
	await rm(paths[3]!);
	await symlink(join(outside, 'linked'), paths[3]!);
	const results = await store.verifyEvidence();
	expect(new Map(results.map(r => [r.id, r.result]))).toEqual(
		new Map([
			[`e-${hashes[0]!.slice(0, 10)}`, 'intact'],
			[`e-${hashes[1]!.slice(0, 10)}`, 'changed'],
			[`e-${hashes[2]!.slice(0, 10)}`, 'missing'],
			[`e-${hashes[3]!.slice(0, 10)}`, 'changed'],
		]),
	);
	// Adding the file again mends what was forged.
	await store.saveEvidence(join(outside, 'changed'));
	expect((await store.verifyEvidence()).filter(r => r.result === 'intact')).toHaveLength(2);
});

test('a file that nobody touched is read once, and each change is seen', async () => {
	const {root, outside} = await workspace();
	const {files, calls} = faultyFiles(nodeFiles, {failing: -1, code: 'EIO'});
	const store = await openStore({root, writer}, {files});
	await writeFile(join(outside, 'report'), 'the report');
	const {sha256: hash} = await store.saveEvidence(join(outside, 'report'));
	const path = join(root, 'evidence', hash);
	expect(await store.checkArtifact(hash)).toBe('intact');
	const before = calls.length;
	expect(await store.checkArtifact(hash)).toBe('intact');
	expect(calls.slice(before)).toHaveLength(1);
	// As long as before, and with the times of before: what no list of files would show.
	const {atime, mtime} = await stat(path);
	await writeFile(path, 'The report');
	await utimes(path, atime, mtime);
	expect(await store.checkArtifact(hash)).toBe('changed');
	await writeFile(path, 'the report');
	expect(await store.checkArtifact(hash)).toBe('intact');
	await rm(path);
	expect(await store.checkArtifact(hash)).toBe('missing');
});

test('when any call fails while evidence or a run is saved, nothing half is left under a hash', async () => {
	const {root, outside} = await workspace();
	await writeFile(join(outside, 'report'), Buffer.alloc(200_000, 'x'));
	for (let failing = 0; ; failing++) {
		const {files, calls} = faultyFiles(nodeFiles, {failing: -1, code: 'ENOSPC'});
		const store = await openStore({root, writer}, {files});
		const start = calls.length;
		const hurt = faultyFiles(nodeFiles, {failing: start + failing, code: 'ENOSPC'});
		const other = await openStore({root, writer}, {files: hurt.files});
		for (const action of [
			async () => other.saveEvidence(join(outside, 'report')),
			async () => other.saveRun(run),
		])
			await action().catch(async (error: unknown) => complaint(Promise.reject(error as Error)));
		if (hurt.calls.length <= start + failing) {
			expect(failing).toBeGreaterThan(15);
			break;
		}
		for (const folder of ['evidence', 'runs'])
			for (const name of await readdir(join(root, folder)))
				expect([name, name.startsWith(sha256(await readFile(join(root, folder, name))))]).toEqual([
					name,
					true,
				]);
		await store.flush();
	}
});
