import {cp} from 'node:fs/promises';
import {afterEach, expect, test} from 'vitest';
import {contentOf} from '../helpers/workspace-samples.js';
import {openBench, freshBench, program} from '../helpers/program.js';
import {startInTerminal, type TerminalProcess} from '../helpers/terminal.js';

const slow = {timeout: 20_000, interval: 20};

const steps = [
	['2026-11-01', 'init', '.', '--yes', '--organisation', 'Example Ltd'],
	['2026-11-02', 'target', 'add', 'acme', '--kind', 'vendor'],
	['2026-11-03', 'answer', 'vendor-iso-scope', 'yes', '--target', 'acme'],
	['2026-11-04', 'answer', 'vendor-iso-scope', 'no', '--target', 'acme'],
	['2026-11-04', 'target', 'rename', 'acme', 'beta'],
	['2026-11-04', 'target', 'add', 'later', '--kind', 'vendor'],
] as const;

const bench = freshBench(({dbvet}) => {
	for (const [day, ...args] of steps) {
		const {code, err} = dbvet(args, {DBVET_NOW: `${day}T12:00:00Z`});
		expect(code, err).toBe(0);
	}
});
let terminal: TerminalProcess | undefined;
afterEach(async () => terminal?.close());

type State = {
	readonly targets: readonly {readonly name: string}[];
	readonly answers: readonly unknown[];
};
type Entries = {readonly entries: readonly {readonly after: {readonly value?: unknown}}[]};
const state = (workspace = bench.folder): State => {
	const {targets} = bench.json<Pick<State, 'targets'>>(['target', 'list', '-w', workspace]);
	const asked = ['history', '--question', 'vendor-iso-scope', '-w', workspace];
	return {
		targets: targets.map(({name}) => ({name})),
		answers: bench.json<Entries>(asked).entries.map(({after}) => after.value),
	};
};

const before = {
	targets: [{name: 'beta'}, {name: 'later'}, {name: 'organisation'}],
	answers: ['yes', 'no'],
};
const then = {
	targets: [{name: 'acme'}, {name: 'organisation'}],
	answers: ['yes', 'no', 'yes'],
};

test('what would come back is shown first; without --yes or a terminal nothing changes', async () => {
	const files = await contentOf(bench.folder);
	const dry = bench.dbvet(['restore', '--at', '2026-11-03', '--dry-run']);
	expect(dry.code).toBe(0);
	expect(dry.out).toContain('target acme: name beta → acme');
	expect(dry.out).toContain('vendor-iso-scope no → yes');
	expect(dry.out).toContain('target later taken away');
	const asked = bench.dbvet(['restore', '--at', '2026-11-03']);
	expect([asked.code, asked.err]).toEqual([2, expect.stringContaining('needs --yes')]);
	expect(bench.dbvet(['restore', '--at', '2026-11-03', '--json']).code).toBe(2);
	expect(await contentOf(bench.folder)).toEqual(files);
});

test('it comes back by new entries, shown as one; a second time there is nothing to do, and it can be taken back', () => {
	const {code, out} = bench.dbvet([
		'restore',
		'--at',
		'2026-11-03',
		'--yes',
		'--reason',
		'A slip',
		'--by',
		'Rita',
	]);
	expect(code).toBe(0);
	expect(state()).toEqual(then);
	const [newest = ''] = bench.dbvet(['history']).out.split('\n');
	expect(newest).toMatch(
		/Rita +3 changes taken back {2}Restored to the state of 2026-11-03T23:59:59\.999Z: A slip$/,
	);
	expect(bench.dbvet(['restore', '--at', '2026-11-03', '--yes']).out).toContain('Nothing to do');
	expect(bench.json(['verify'])).toMatchObject({sound: true});
	const back = /To take it back: dbvet (restore --at [0-9a-f]+)/.exec(out)?.[1]?.split(' ') ?? [];
	expect(bench.json([...back, '--yes'])).toMatchObject({applied: true});
	expect(state()).toEqual({...before, answers: ['yes', 'no', 'yes', 'no']});
});

test.each([
	['n', before, 'Nothing was changed.'],
	['y', then, 'Restored: 3 changes.'],
])('a person is asked in a terminal, and %s is heeded', async (answer, expected, words) => {
	terminal = startInTerminal({
		program,
		args: ['--workspace', bench.folder, 'restore', '--at', '2026-11-03'],
		rows: 40,
	});
	await expect.poll(terminal.text, slow).toMatch(/Bring this back\?/);
	terminal.type(`${answer}\r`);
	expect(await terminal.exit).toBe(0);
	expect(terminal.text()).toContain(words);
	expect(state()).toEqual(expected);
});

test(
	'killed at any moment it leaves the state before or the one asked for',
	{timeout: 180_000},
	async () => {
		for (let delay = 150; delay <= 1200; delay += 150) {
			const copy = await openBench();
			try {
				await cp(bench.folder, copy.folder, {recursive: true});
				const child = copy.start(['restore', '--at', '2026-11-03', '--yes']);
				const ended = new Promise(resolve => child.once('close', resolve));
				const timer = setTimeout(() => child.kill('SIGKILL'), delay);
				await ended;
				clearTimeout(timer);
				const found = state(copy.folder);
				expect([before, then]).toContainEqual(found);
				expect(copy.json(['verify'])).toMatchObject({sound: true});
			} finally {
				await copy.remove();
			}
		}
	},
);
