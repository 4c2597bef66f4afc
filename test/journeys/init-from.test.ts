import {cp, mkdir, readFile, readdir, rm, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {freshBench} from '../helpers/program.js';
import {startInTerminal, type TerminalProcess} from '../helpers/terminal.js';

const example = fileURLToPath(new URL('../../evidence/example/', import.meta.url));
const env = {DBVET_NOW: '2027-11-22T12:00:00Z'};
const bench = freshBench();
let terminal: TerminalProcess | undefined;
const old = () => join(bench.folder, 'old');
const fresh = (...parts: readonly string[]) => join(bench.folder, 'new', ...parts);

beforeEach(async () => {
	await cp(example, old(), {recursive: true});
});
afterEach(async () => {
	await terminal?.close();
	terminal = undefined;
});

/** Every name under the old folder with its bytes and times. */
const picture = async (): Promise<readonly string[]> => {
	const names = (await readdir(old(), {recursive: true})).sort();
	return Promise.all(
		names.map(async name => {
			const facts = await stat(join(old(), name));
			const bytes = facts.isFile() ? await readFile(join(old(), name), 'base64') : '';
			return [name, facts.mtimeMs, facts.ctimeMs, facts.mode, bytes].join(' ');
		}),
	);
};

type Rolled = {
	targets: string[];
	toConfirm: number;
	evidence: string[];
	leftBehind: {retired: string[]; waivers: number; lostEvidence: string[]};
};
const init = (...more: readonly string[]): Rolled => {
	const result = bench.dbvet(['init', 'new', '--from', 'old', '--json', ...more], env);
	expect(result.code, result.err).toBe(0);
	return JSON.parse(result.out) as Rolled;
};
type State = {state: Record<string, Record<string, unknown>>};
const stateOf = async (root: string): Promise<State['state']> =>
	(JSON.parse(await readFile(join(root, 'assessment.json'), 'utf8')) as State).state;

test('targets, links and evidence come along, answers are to be confirmed, and the old folder stays as it is', async () => {
	expect(bench.dbvet(['-w', 'old', 'target', 'retire', 'northstar-db'], env).code).toBe(0);
	const before = await picture();
	const rolled = init();
	expect(await picture()).toEqual(before);
	expect(rolled).toMatchObject({leftBehind: {retired: ['northstar-db'], waivers: 2}});
	expect(rolled.targets).not.toContain('northstar-db');
	expect(rolled.toConfirm).toBeGreaterThan(100);

	const [then, now] = [await stateOf(old()), await stateOf(fresh())];
	expect(now.answers).toEqual({});
	for (const table of ['waivers', 'resolutions', 'decisions', 'runs'])
		expect(now[table]).toEqual({});
	for (const id of Object.keys(now.targets ?? {}))
		expect(now.targets?.[id]).toEqual(then.targets?.[id]);
	for (const key of Object.keys(now.suggestions ?? {}))
		expect(now.suggestions?.[key]).toEqual(then.answers?.[key]);
	// Dates, author and bytes of the evidence are what they were.
	for (const id of rolled.evidence) {
		const {sha256, ...rest} = now.evidence?.[id] as {sha256: string};
		expect({sha256, ...rest}).toEqual(then.evidence?.[id]);
		expect(await readFile(fresh('evidence', sha256))).toEqual(
			await readFile(join(old(), 'evidence', sha256)),
		);
	}
	const {controls} = bench.json<{controls: {state: string}[]}>(['-w', 'new', 'status'], env);
	expect(controls.filter(({state}) => state === 'met' || state === 'partly')).toEqual([]);
	expect(bench.dbvet(['-w', 'new', 'check'], env).code).toBe(1);
	const blank = bench.dbvet(['-w', 'new', 'assess', '--blank'], env);
	expect(blank.out).toMatch(/# {3}Last time: .+ \(Mara Lind, 2026-/);
});

test('an answer of last time is confirmed with one key, by whoever does', async () => {
	init();
	terminal = startInTerminal({
		program: fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url)),
		args: ['--workspace', fresh(), '--by', 'Ada', 'assess', '--plain', '--target', 'prod-db'],
		rows: 40,
		env,
	});
	const sees = (text: RegExp) =>
		expect.poll(() => terminal?.text(), {timeout: 20_000, interval: 20}).toMatch(text);
	await sees(/Question 1 of[\s\S]+Last time: .+ by \w+ \w+ on 2026-[\s\S]+= confirms it\./);
	terminal.type('=\r');
	await sees(/Saved\.[\s\S]+Question 2 of/);
	terminal.type('q\r');
	expect(await terminal.exit).toBe(0);
	const {answers = {}, suggestions = {}} = await stateOf(fresh());
	const [[key, answer] = ['', undefined]] = Object.entries(answers);
	const last = suggestions[key] as {value: unknown};
	expect(answer).toMatchObject({value: last.value, by: 'Ada', at: '2027-11-22T12:00:00.000Z'});
});

test('own content comes along, an artifact that was changed does not, and options take the place of what was', async () => {
	await mkdir(join(old(), 'templates', 'security-baseline'), {recursive: true});
	await writeFile(join(old(), 'templates', 'security-baseline', 'template.md.hbs'), '# Ours');
	const [first = ''] = await readdir(join(old(), 'evidence'));
	await writeFile(join(old(), 'evidence', first), 'something else');
	const {leftBehind, evidence} = init('--organisation', 'New Name', '--profile', 'startup');
	expect(leftBehind.lostEvidence).toEqual([`e-${first.slice(0, 10)}`]);
	expect(evidence).not.toContain(leftBehind.lostEvidence[0]);
	expect(await readFile(fresh('templates', 'security-baseline', 'template.md.hbs'), 'utf8')).toBe(
		'# Ours',
	);
	const {settings} = await stateOf(fresh());
	expect(settings).toMatchObject({organisation: 'New Name', profiles: ['startup']});
	expect(settings?.createdAt).toBe('2027-11-22T12:00:00.000Z');
});

test('an interrupted write in the old history is left as it is', async () => {
	const [name = ''] = await readdir(join(old(), 'history'));
	const path = join(old(), 'history', name);
	await writeFile(path, `${await readFile(path, 'utf8')}{"id":"cut o`);
	const before = await picture();
	init();
	expect(await picture()).toEqual(before);
});

test('what cannot be is told, and nothing is made', async () => {
	const refused = (...args: readonly string[]): string => {
		const {code, out, err} = bench.dbvet(['init', ...args], env);
		expect([code, out], args.join(' ')).toEqual([2, '']);
		expect(err).not.toContain('dbvet-from-');
		return err;
	};
	expect(refused('old/inner', '--from', 'old')).toContain('nothing is written there');
	expect(refused('old', '--from', 'old')).toContain('nothing is written there');
	expect(refused('new', '--from', 'nowhere')).toContain('There is no workspace in');
	expect(refused('new', '--from', 'old', '--fact', 'card-data=no')).toContain('--fact does not go');
	expect(refused('new', '--from', 'old', '--organisation', ' ')).toContain(
		'--organisation is empty',
	);
	expect(refused('new', '--from', 'postgres://x')).not.toBe('');
	const [name = ''] = await readdir(join(old(), 'history'));
	const path = join(old(), 'history', name);
	await writeFile(path, (await readFile(path, 'utf8')).replace('"yes"', '"no"'));
	expect(refused('new', '--from', 'old')).toContain(`${join('old', 'history', name)}:`);
	await rm(join(old(), 'history'), {recursive: true});
	expect(refused('new', '--from', 'old')).not.toBe('');
	expect(await readdir(bench.folder)).toEqual(['old']);
});
