import {cp, mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {freshBench} from '../helpers/program.js';

const bench = freshBench();
const ada = {DBVET_USER: 'Ada'};
const bob = {DBVET_USER: 'Bob'};

const ok = (args: readonly string[], env: NodeJS.ProcessEnv = {}): string => {
	const {code, out, err} = bench.dbvet(args, env);
	expect([args.join(' '), code, err]).toEqual([args.join(' '), 0, expect.any(String)]);
	return out;
};

/** Two copies of a workspace in which both people worked: `a` by Ada, `b` by Bob. */
const twoCopies = async (): Promise<void> => {
	ok(['init', 'a', '--yes', '--organisation', 'Example Ltd']);
	ok([
		'-w',
		'a',
		'target',
		'add',
		'prod',
		'postgres://scan@127.0.0.1:1/shop',
		'--password-env',
		'X',
	]);
	await cp(join(bench.folder, 'a'), join(bench.folder, 'b'), {recursive: true});
	ok(['-w', 'a', 'answer', 'plaintext-refused', 'yes', '--target', 'prod', '--note', 'Seen'], ada);
	ok(['-w', 'a', 'target', 'rename', 'prod', 'prod-eu'], ada);
	ok(['-w', 'b', 'answer', 'plaintext-refused', 'no', '--target', 'prod'], bob);
	ok(['-w', 'b', 'target', 'rename', 'prod', 'prod-main'], bob);
	ok(['-w', 'b', 'profile', 'set', 'regulated', '--yes'], bob);
};

type Listed = {
	readonly conflicts: readonly {
		readonly id: string;
		readonly versions: readonly {readonly text: string; readonly by: readonly string[]}[];
	}[];
};

test('two people join their copies, see both versions, choose, and both copies agree', async () => {
	await twoCopies();
	const dry = ok(['-w', 'a', 'merge', 'b', '--dry-run'], ada);
	expect(dry).toContain('Would join 3 changes from b. Nothing was changed.');
	expect(bench.json<Listed>(['-w', 'a', 'status']).conflicts).toEqual([]);

	const said = ok(['-w', 'a', 'merge', 'b'], ada);
	expect(said).toContain('Joined 3 changes from b.');
	expect(said).toContain('3 changes by Bob');
	expect(said).toContain('b lacks 2 changes of this workspace and was not touched.');
	expect(said).toContain('Until then dbvet check stops.');
	expect(ok(['-w', 'a', 'merge', 'b'], ada)).toContain('Nothing to join');

	const status = bench.json<Listed>(['-w', 'a', 'status']);
	expect(status.conflicts).toMatchObject([
		{id: 'answer/prod-main/plaintext-refused'},
		{id: 'target/prod-main', versions: [{text: 'name: prod-eu'}, {text: 'name: prod-main'}]},
	]);
	expect(status.conflicts[0]?.versions).toMatchObject([
		{text: 'yes', by: ['Ada'], note: 'Seen'},
		{text: 'no', by: ['Bob']},
	]);
	expect(ok(['-w', 'a', 'status'])).toContain('choose between 2 versions');

	const gate = bench.dbvet([
		'-w',
		'a',
		'check',
		'--max-unknown',
		'999',
		'--fail-on',
		'critical',
		'--json',
	]);
	expect(gate.code).toBe(1);
	const {problems} = JSON.parse(gate.out) as {problems: readonly {kind: string; id: string}[]};
	expect(problems.filter(p => p.kind === 'conflict').map(p => p.id)).toEqual([
		'answer/prod-main/plaintext-refused',
		'target/prod-main',
	]);

	const listed = ok(['-w', 'a', 'resolve']);
	expect(listed).toMatch(/1: yes \(Ada, .*\n\s+Note: Seen\n\s+2: no \(Bob, /);
	ok(['-w', 'a', 'resolve', 'target/prod-main', '--take', '1', '--reason', 'Ops say so'], ada);
	ok(['-w', 'a', 'resolve', 'answer/prod-eu/plaintext-refused', '--take', '2'], ada);
	expect(ok(['-w', 'a', 'resolve'])).toContain('Nothing waits');
	expect(ok(['-w', 'a', 'history'])).toContain('Ops say so');

	ok(['-w', 'b', 'merge', 'a'], bob);
	expect(ok(['-w', 'b', 'resolve'])).toContain('Nothing waits');
	const files = await Promise.all(
		['a', 'b'].map(async name => readFile(join(bench.folder, name, 'assessment.json'), 'utf8')),
	);
	expect(files[0]).toBe(files[1]);
	expect(files[0]).toContain('"prod-eu"');
});

test('the risk assessment tells of versions until somebody has chosen', async () => {
	await twoCopies();
	ok(['-w', 'a', 'merge', 'b']);
	const render = ['-w', 'a', 'render', 'risk-assessment', '--format', 'md'];
	ok(render);
	const path = join(bench.folder, 'a', 'documents', 'risk-assessment.md');
	const text = await readFile(path, 'utf8');
	expect(text).toContain('2 records have several versions');
	expect(text).toContain('| What | Versions | Until somebody chooses |');
	expect(text).toMatch(/1: yes, .*Note: Seen\.<br>2: no, /);
	expect(text).not.toMatch(/\bBob\b/);
	ok(['-w', 'a', 'answer', 'plaintext-refused', 'partly', '--target', 'prod-main'], bob);
	ok(['-w', 'a', 'resolve', 'target/prod-main', '--take', '2']);
	ok(render);
	expect(await readFile(path, 'utf8')).not.toContain('several versions');
});

test('wrong use is refused in words, with nothing changed', async () => {
	await twoCopies();
	ok(['-w', 'a', 'merge', 'b']);
	const id = 'target/prod-main';
	const refused = (args: readonly string[], ...words: readonly string[]): void => {
		const {code, err} = bench.dbvet(['-w', 'a', ...args]);
		expect([args.join(' '), code]).toEqual([args.join(' '), 2]);
		for (const word of words) expect(err).toContain(word);
	};
	refused(['merge'], "Missing required argument 'other'");
	refused(['merge', 'a'], 'is this workspace itself');
	refused(['merge', 'nowhere'], 'There is no workspace in');
	refused(['merge', 'postgres://u:secret@h/db'], 'the other copy');
	refused(['resolve', '--take', '1'], 'Say what to settle.');
	refused(['resolve', id], `dbvet resolve ${id} --take 1`, `dbvet resolve ${id} --take 2`);
	refused(['resolve', id, '--keep-answer'], `dbvet resolve ${id} --take 1`);
	refused(['resolve', id, '--take', '1', '--take-observation'], '--take 2');
	for (const number of ['0', '-1', 'x', '1.5', '99999'])
		refused(['resolve', id, '--take', number], 'wants the number of a version');
	refused(['resolve', id, '--take', '3'], 'has the versions 1 to 2, and no 3');
	refused(['resolve', 'target/prod-mian', '--take', '1'], 'Did you mean target/prod-main?');
	expect(bench.json<Listed>(['-w', 'a', 'resolve']).conflicts).toHaveLength(2);
	await rm(join(bench.folder, 'b', 'history'), {recursive: true});
	refused(['merge', 'b'], 'There is no workspace in');
});

test('two targets that got one name in two copies are told apart by their ids', async () => {
	await twoCopies();
	const add = (copy: string) =>
		ok(['-w', copy, 'target', 'add', 'shop', 'postgres://a@127.0.0.1:2/db', '--password-env', 'X']);
	add('a');
	add('b');
	const said = ok(['-w', 'a', 'merge', 'b']);
	const [, one = '', two = ''] = /named shop \((t-\w+), (t-\w+)\)/.exec(said) ?? [];
	const {code, err} = bench.dbvet(['-w', 'a', 'target', 'show', 'shop']);
	expect([code, err]).toEqual([2, expect.stringContaining('2 targets are named "shop"')]);
	ok(['-w', 'a', 'target', 'rename', one, 'shop-old']);
	expect(ok(['-w', 'a', 'target', 'show', 'shop', '--json'])).toContain(two);
});

test('init and doctor say where others may get to read a workspace', async () => {
	await mkdir(join(bench.folder, '.git'));
	await writeFile(
		join(bench.folder, '.git', 'config'),
		'[remote "origin"]\n\turl = https://bob:s3cret@git.example/acme/db.git\n',
	);
	await mkdir(join(bench.folder, 'Dropbox'));
	const {code, err} = bench.dbvet(['init', 'Dropbox/ws', '--yes', '--organisation', 'Example']);
	expect(code).toBe(0);
	expect(err).toContain(
		'git repository with the remote origin (https://…@git.example/acme/db.git)',
	);
	expect(err).toContain('which Dropbox keeps in step');
	const {out} = bench.dbvet(['-w', 'Dropbox/ws', 'doctor']);
	expect(out).toContain('with the remote origin');
	expect(`${out}${err}`).not.toContain('s3cret');
});
