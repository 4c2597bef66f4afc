import {spawnSync} from 'node:child_process';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {createWorkspace, openStore} from '../../src/store/index.js';
import {complaint} from '../helpers/complaint.js';
import {program} from '../helpers/program.js';
import {haveTools} from '../helpers/tool.js';
import {answer, meta, settings, temporaryFolder} from '../helpers/workspace-samples.js';

/** What docs/merge.md tells people to put beside a workspace. */
const attributes = 'history/*.jsonl -text merge=union\nruns/* -text\nevidence/* -text\n';

type Git = (...args: readonly string[]) => {readonly status: number | null; readonly out: string};

const gitIn =
	(cwd: string): Git =>
	(...args) => {
		const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
		const run = spawnSync('git', [...identity, ...args], {cwd, encoding: 'utf8'});
		return {status: run.status, out: `${run.stdout}${run.stderr}`};
	};

/** A clone for each writer of a repository with a workspace, each with a commit of its own, and the first with the second merged in. */
const merged = async (
	writers: readonly [string, string],
	tracked: 'tracked' | 'ignored',
	withAttributes = true,
): Promise<{readonly root: string; readonly merge: ReturnType<Git>; readonly git: Git}> => {
	const top = await temporaryFolder();
	const [one, two] = [join(top, 'one'), join(top, 'two')];
	const store = await createWorkspace({root: one, settings, writer: writers[0], ...meta(0)});
	await store.append([answer('common', 'yes')], meta(1));
	await store.flush();
	if (withAttributes) await writeFile(join(one, '.gitattributes'), attributes);
	if (tracked === 'ignored') await writeFile(join(one, '.gitignore'), 'assessment.json\n');
	const git = gitIn(one);
	for (const args of [
		['init', '-q', '-b', 'main'],
		['add', '-A'],
		['commit', '-qm', 'begin'],
	])
		expect(git(...args).status).toBe(0);
	expect(gitIn(top)('clone', '-q', one, two).status).toBe(0);
	const work = async (root: string, writer: string, by: string, at: number): Promise<void> => {
		const mine = await openStore({root, writer});
		await mine.append([answer(by, 'yes'), answer(`${by}-two`, 'yes')], meta(at, by));
		await mine.append([answer('common', by)], meta(at + 1, by));
		await mine.flush();
		expect(gitIn(root)('add', '-A').status).toBe(0);
		expect(gitIn(root)('commit', '-qm', by).status).toBe(0);
	};
	await work(one, writers[0], 'ada', 10);
	await work(two, writers[1], 'bob', 20);
	git('fetch', '-q', two, 'main');
	return {root: one, git, merge: git('merge', '--no-edit', 'FETCH_HEAD')};
};

const expectUnion = async (root: string): Promise<readonly string[]> => {
	const store = await openStore({root, writer: 'w-00000001'});
	expect(Object.keys((await store.state()).answers)).toHaveLength(5);
	expect(await store.conflicts()).toMatchObject([{entries: [{by: 'ada'}, {by: 'bob'}]}]);
	await store.flush();
	return store.notices().map(({text}) => text);
};

describe.runIf(haveTools('git'))('a workspace in git', () => {
	test.each([
		['two writers', 'w-00000001', 'w-00000002'],
		['one writer on two branches', 'w-00000001', 'w-00000001'],
	])('%s merge without a conflict, and the union is shown', async (_, first, second) => {
		const {root, merge} = await merged([first, second], 'ignored');
		expect([merge.status, merge.out]).toEqual([0, merge.out]);
		expect(await expectUnion(root)).toEqual([]);
		const status = spawnSync(process.execPath, [program, 'status', '--json', '-w', root], {
			encoding: 'utf8',
		});
		expect(JSON.parse(status.stdout)).toMatchObject({conflicts: [{kind: 'answer'}]});
	});

	test.each(['merge', 'diff3'])(
		'an assessment.json with the marks of a merge (style %s) is made anew, and nothing else is in conflict',
		async style => {
			const {root, git, merge} = await merged(['w-00000001', 'w-00000002'], 'tracked');
			expect(merge.status).toBe(1);
			expect(git('diff', '--name-only', '--diff-filter=U').out.trim()).toBe('assessment.json');
			git('checkout', `--conflict=${style}`, 'assessment.json');
			expect(await readFile(join(root, 'assessment.json'), 'utf8')).toContain('<<<<<<<');
			expect(await expectUnion(root)).toEqual([
				expect.stringContaining('held the marks of a merge'),
			]);
			expect(git('add', '-A').status).toBe(0);
			expect(git('commit', '-qm', 'merged').status).toBe(0);
			expect(await expectUnion(root)).toEqual([]);
		},
	);

	test('what one side of such a file was made from must be in the history', async () => {
		const {root} = await merged(['w-00000001', 'w-00000002'], 'tracked');
		const path = join(root, 'history', 'w-00000002.jsonl');
		await writeFile(path, (await readFile(path, 'utf8')).split('\n').slice(0, 2).join('\n') + '\n');
		const before = await readFile(join(root, 'assessment.json'), 'utf8');
		expect(await complaint(openStore({root, writer: 'w-00000001'}))).toContain(
			'Saved changes are missing from the history',
		);
		expect(await readFile(join(root, 'assessment.json'), 'utf8')).toBe(before);
	});

	test('without the attributes one writer on two branches is told what to do, and then loses nothing', async () => {
		const {root, merge} = await merged(['w-00000001', 'w-00000001'], 'ignored', false);
		expect(merge.status).toBe(1);
		const path = join(root, 'history', 'w-00000001.jsonl');
		const said = await complaint(openStore({root, writer: 'w-00000001'}));
		expect(said).toContain('w-00000001.jsonl:3 cannot be read: it is the mark of a merge');
		expect(said).toContain('Keep the lines of both sides');
		const lines = (await readFile(path, 'utf8')).split('\n');
		await writeFile(path, lines.filter(line => !/^(<{7}|={7}|>{7})/.test(line)).join('\n'));
		await expectUnion(root);
	});
});
