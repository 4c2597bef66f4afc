import {afterAll, beforeAll, expect, test} from 'vitest';
import {openBench, type Bench} from '../helpers/program.js';

let bench: Bench;

const steps = [
	['2026-10-31', 'Ada', 'init', '.', '--yes', '--organisation', 'Example Ltd'],
	['2026-11-01', 'Ada', 'target', 'add', 'acme', '--kind', 'vendor'],
	['2026-11-02', 'Ada', 'answer', 'vendor-iso-scope', 'no', '--target', 'acme'],
	['2026-11-03', 'Ben', 'answer', 'vendor-iso-scope', 'yes', '--target', 'acme', '--note', 'Asked'],
	['2026-11-04', 'Ben', 'target', 'rename', 'acme', 'beta'],
	['2026-11-05', 'Ada', 'target', 'retire', 'beta'],
] as const;

// Nothing here changes the record, so that all tests look at one.
beforeAll(async () => {
	bench = await openBench();
	for (const [day, by, ...args] of steps) {
		const {code, err} = bench.dbvet([...args, '--by', by], {DBVET_NOW: `${day}T12:00:00Z`});
		expect(code, err).toBe(0);
	}
});
afterAll(() => bench.remove());

const rows = (...args: readonly string[]): readonly string[] => {
	const {code, out, err} = bench.dbvet(['history', ...args]);
	expect(code, err).toBe(0);
	return out.split('\n').slice(0, -2);
};

test('the newest change comes first, with what was and what is in words', () => {
	const all = rows('-n', '4');
	expect(all).toHaveLength(4);
	expect(all[0]).toMatch(/^2026-11-05 12:00 {2}[0-9a-f]{8} {2}Ada .*target beta: retired – → 2026/);
	expect(all[1]).toMatch(/Ben .*target beta: name acme → beta$/);
	expect(all[2]).toMatch(/beta: vendor-iso-scope no → yes {2}Asked$/);
	expect(bench.dbvet(['history']).out).not.toMatch(/[{}[\]"]/);
});

test('each filter keeps what it names, and several keep what fits all of them', () => {
	expect(rows('--target', 'beta')).toHaveLength(5);
	expect(rows('--target', 'acme')).toHaveLength(5);
	expect(rows('--question', 'vendor-iso-scope')).toHaveLength(2);
	expect(rows('--key', 'beta/vendor-iso-scope', '--by', 'ada')).toHaveLength(1);
	expect(rows('--kind', 'target', '--since', '2026-11-04')).toHaveLength(2);
	expect(rows('--since', '2026-11-02', '--until', '2026-11-03 12:00')).toHaveLength(2);
	expect(rows('--kind', 'waiver')).toEqual([]);
});

test('JSON has all entries in their order with unchanged keys, or as many as are asked for', () => {
	type Out = {entries: readonly {at: string}[]};
	const {entries} = bench.json<Out>(['history', '--target', 'beta']);
	expect(entries.map(({at}) => at)).toEqual(entries.map(({at}) => at).toSorted());
	expect(Object.keys(entries[0] ?? {}).sort()).toEqual([
		'after',
		'at',
		'before',
		'by',
		'id',
		'key',
		'kind',
		'parents',
	]);
	expect(bench.json<Out>(['history', '-n', '1']).entries).toEqual(entries.slice(-1));
});

test.each([
	[['--target', 'acne'], 'Did you mean acme?'],
	[['--question', 'vendor-iso-scop'], 'Did you mean vendor-iso-scope?'],
	[['--key', 'beta/vendor-iso-scop'], 'Did you mean beta/vendor-iso-scope?'],
	[['--kind', 'anser'], 'Did you mean answer?'],
	[['--by', 'Bem'], 'Did you mean Ben?'],
	[['--by', 'Charlotte'], 'People: '],
	[['--since', 'monday'], 'Write 2026-11-22'],
	[['--since', '2026-11-05', '--until', '2026-11-04'], 'lies after'],
	[['--limit', 'all'], '--limit'],
])('history %j is refused with a step that helps', (args, words) => {
	const {code, err} = bench.dbvet(['history', ...args]);
	expect(code).toBe(2);
	expect(err).toContain(words);
});
