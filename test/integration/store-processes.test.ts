import {chmod, chown, mkdir, readdir, readFile, rm, rmdir, stat, utimes} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {createWorkspace, openStore} from '../../src/store/index.js';
import {compiledScript, startChild} from '../helpers/store-child.js';
import type {Child} from '../helpers/store-child.js';
import {answer, meta, settings, temporaryFolder} from '../helpers/workspace-samples.js';

let script: Awaited<ReturnType<typeof compiledScript>>;
beforeAll(async () => {
	script = await compiledScript();
});
afterAll(async () => {
	await script.remove();
});

const writer = 'w-00000001';
const create = async (): Promise<string> => {
	const root = join(await temporaryFolder(), 'workspace');
	const store = await createWorkspace({root, settings, writer, ...meta(0)});
	await store.flush();
	return root;
};

const start = (root: string, name: string, count: number): Child =>
	startChild(process.execPath, [script.path, 'append', root, name, String(count)]);

const saved = (child: Child): readonly string[] =>
	child.lines().flatMap(line => (line.startsWith('saved ') ? [line.slice(6)] : []));

test(
	'killed at any moment, a writer loses nothing that it said was saved',
	{timeout: 240_000},
	async () => {
		const root = await create();
		const promised: string[] = [];
		let killed = 0;
		for (let round = 0; round < 60; round++) {
			const child = start(root, writer, 1000);
			const wanted = round % 12;
			await expect
				.poll(() => child.lines().length, {timeout: 30_000, interval: 1})
				.toBeGreaterThan(wanted);
			// Burn a different little while each round, so that the kill hits different instructions.
			for (
				const until = process.hrtime.bigint() + BigInt(round * 60_000);
				process.hrtime.bigint() < until;
			);
			child.process.kill('SIGKILL');
			if ((await child.ended) === 'SIGKILL') killed++;
			expect(child.errors()).toBe('');
			promised.push(...saved(child));
			// Its owner is known to be dead, so nobody needs to wait until the lock goes stale.
			await rm(join(root, '.dbvet.lock'), {recursive: true, force: true});
			const store = await openStore({root, writer});
			const {answers} = await store.state();
			const lost = promised.filter(key => !Object.hasOwn(answers, key));
			expect([round, lost]).toEqual([round, []]);
			// Of a pair both count or none.
			for (const key of Object.keys(answers).filter(k => k.endsWith('-b')))
				expect(answers).toHaveProperty([key.replace(/-b$/, '-a')]);
			for (const key of Object.keys(answers).filter(k => /-(?:3|6|9)-a$/.test(k)))
				expect(answers).toHaveProperty([key.replace(/-a$/, '-b')]);
			if (round % 10 === 9) await store.flush();
		}
		expect(killed).toBe(60);
		expect(promised.length).toBeGreaterThan(200);
		const last = await openStore({root, writer: 'w-00000009'});
		await last.flush();
		expect(last.notices()).toEqual([]);
		expect((await readdir(root)).filter(name => name.startsWith('.unfinished-'))).toEqual([]);
	},
);

test.each([
	['of one person', writer, writer],
	['of two people', 'w-00000001', 'w-00000002'],
])(
	'two programs %s that append at the same time lose nothing',
	{timeout: 120_000},
	async (_, a, b) => {
		const root = await create();
		const children = [start(root, a, 100), start(root, b, 100)];
		expect(await Promise.all(children.map(async child => child.ended))).toEqual([0, 0]);
		const store = await openStore({root, writer});
		const {answers} = await store.state();
		const promised = children.flatMap(saved);
		expect(promised).toHaveLength(266);
		expect(promised.filter(key => !Object.hasOwn(answers, key))).toEqual([]);
		expect(Object.keys(answers)).toHaveLength(266);
		expect(await store.conflicts()).toEqual([]);
		expect(store.notices()).toEqual([]);
	},
);

/** A writer whose files may have at most 16 KB each: the system writes what fits of a write, as on a full disk. */
const startLimited = (root: string, heed: string): Child =>
	startChild('bash', [
		'-c',
		`export HEED_LIMIT=${heed}; ulimit -f 16; exec "$0" "$@"`,
		process.execPath,
		script.path,
		'append',
		root,
		writer,
		'100',
	]);

test(
	'a full disk stops a change with a clear message, and what was saved before opens again',
	{timeout: 60_000},
	async () => {
		const root = await create();
		const child = startLimited(root, 'yes');
		expect([await child.ended, child.errors()]).toEqual([3, '']);
		expect(child.lines().at(-1)).toMatch(
			/^trouble Could not save the change in .*w-00000001\.jsonl: the file may not grow any more\. The change was not recorded/,
		);
		const store = await openStore({root, writer});
		expect(Object.keys((await store.state()).answers).toSorted()).toEqual(saved(child).toSorted());
		expect(saved(child).length).toBeGreaterThan(3);
		expect(store.notices()).toEqual([]);
		await store.append([answer('later', 'yes')], meta(9));
	},
);

test(
	'a program that the system ends in the middle of a write leaves a torn end, and the last state opens',
	{timeout: 60_000},
	async () => {
		const root = await create();
		const child = startLimited(root, 'no');
		expect(await child.ended).toBe('SIGXFSZ');
		await rm(join(root, '.dbvet.lock'), {recursive: true, force: true});
		const path = join(root, 'history', `${writer}.jsonl`);
		expect((await readFile(path, 'utf8')).endsWith('\n')).toBe(false);
		const store = await openStore({root, writer});
		expect(store.notices().map(n => n.text)).toEqual([expect.stringContaining('interrupted')]);
		expect(Object.keys((await store.state()).answers).toSorted()).toEqual(saved(child).toSorted());
		await store.append([answer('later', 'yes')], meta(9));
		expect((await openStore({root, writer})).notices()).toEqual([]);
	},
);

test(
	'a lock left behind by a crash is taken over, and one that is held is waited for',
	{timeout: 60_000},
	async () => {
		const root = await create();
		const lock = join(root, '.dbvet.lock');
		await mkdir(lock);
		const past = new Date(Date.now() - 60_000);
		await utimes(lock, past, past);
		const store = await openStore({root, writer}, {lockTimes: {staleMs: 2000, waitMs: 300}});
		await store.append([answer('one', 'yes')], meta(1));
		await store.flush();
		await mkdir(lock);
		await expect(store.append([answer('two', 'yes')], meta(2))).rejects.toThrow(
			/Another dbvet is writing to .* Nothing was changed/,
		);
		// Reading needs no lock.
		expect(Object.keys((await store.state()).answers)).toHaveLength(1);
		const patient = await openStore({root, writer});
		const waiting = patient.append([answer('three', 'yes')], meta(3));
		await rmdir(lock);
		expect(Object.keys((await waiting).answers)).toHaveLength(2);
	},
);

test(
	'a workspace that may only be read opens, and a change to it is refused with the path',
	{timeout: 60_000},
	async () => {
		const root = await create();
		const store = await openStore({root, writer});
		await store.append([answer('one', 'yes')], meta(1));
		await store.flush();
		await rm(join(root, 'assessment.json'));
		const other = {uid: 65_534, gid: 65_534};
		const isRoot = process.getuid?.() === 0;
		for (const name of ['', ...(await readdir(root, {recursive: true}))]) {
			const path = join(root, name);
			if (isRoot) await chown(path, other.uid, other.gid);
			await chmod(path, (await stat(path)).isDirectory() ? 0o555 : 0o444);
		}
		for (
			let path = join(root, '..');
			isRoot && path !== '/tmp' && path !== '/';
			path = join(path, '..')
		)
			await chmod(path, 0o755);
		const where = join(script.path, '..');
		if (isRoot) await chmod(where, 0o755);
		const as = isRoot ? other : {};
		const reader = startChild(process.execPath, [script.path, 'open', root, writer], as);
		expect([await reader.ended, reader.errors()]).toEqual([0, '']);
		expect(reader.lines()).toEqual([
			'open 1',
			expect.stringMatching(/^notice Could not lock .*workspace: permission denied/),
			'done',
		]);
		const author = startChild(process.execPath, [script.path, 'append', root, writer, '1'], as);
		expect([await author.ended, author.errors()]).toEqual([3, '']);
		expect(author.lines().at(-1)).toMatch(/^trouble Could not lock .*workspace: permission denied/);
		for (const name of ['', 'history', 'runs', 'evidence', 'documents'])
			await chmod(join(root, name), 0o755);
		expect(await readFile(join(root, 'history', `${writer}.jsonl`), 'utf8')).toContain('"one"');
	},
);
