import {cp, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import {freshBench, program} from '../helpers/program.js';
import {startInTerminal} from '../helpers/terminal.js';

const example = fileURLToPath(new URL('../../evidence/example/', import.meta.url));
const today = {DBVET_NOW: '2026-11-22T12:00:00Z'};
const later = {DBVET_NOW: '2027-08-01T12:00:00Z'};

const bench = freshBench(({folder}) => cp(example, folder, {recursive: true}));

type Status = {
	readonly score: {readonly known: number; readonly stale: number};
	readonly targets: readonly {readonly stale: number}[];
};
type Check = {readonly stale: number; readonly problems: readonly {readonly kind: string}[]};

test('status, check and documents say how much rests on what is too old', async () => {
	const {score, targets} = bench.json<Status>(['status'], later);
	expect(score.stale).toBeGreaterThan(50);
	expect(targets.reduce((sum, t) => sum + t.stale, 0)).toBe(score.stale);
	const said = `${score.stale} known controls rest on answers or probe runs that are older`;
	expect(bench.dbvet(['status'], later).out).toContain(said);
	expect(bench.dbvet(['check'], later).out).toContain(said);
	const {stale, problems} = bench.json<Check>(['check'], later);
	expect(stale).toBe(score.stale);
	expect(problems.filter(({kind}) => kind === 'stale').length).toBeGreaterThan(10);
	bench.dbvet(['render', '--format', 'md'], later);
	const read = (name: string) => readFile(join(bench.folder, 'documents', `${name}.md`), 'utf8');
	const risk = await read('risk-assessment');
	expect(risk.replaceAll('\n', ' ')).toContain(said);
	expect(await read('security-baseline-prod-db')).toMatch(/\d+ known controls? rests? on answers/);
});

test('nothing of the sort is said while all is recent', () => {
	const {score} = bench.json<Status>(['status'], today);
	const {problems} = bench.json<Check>(['check'], today);
	expect(problems.filter(({kind}) => kind === 'stale')).toEqual([]);
	if (score.stale === 0) expect(bench.dbvet(['status'], today).out).not.toContain('older than');
});

test.each([
	[80, 24],
	[120, 40],
])('the home screen says it at %d x %d', async (columns, rows) => {
	const terminal = startInTerminal({
		program,
		args: ['--workspace', bench.folder],
		columns,
		rows,
		env: {DBVET_USER: 'Test Author', ...later},
	});
	try {
		const slow = {timeout: 15_000, interval: 20};
		await expect.poll(terminal.text, slow).toMatch(/\d+ known controls rest on answers or probe/);
		expect(terminal.text()).toContain('offsite');
		terminal.type('q');
		expect(await terminal.exit).toBe(0);
	} finally {
		await terminal.close();
	}
});
