import {cp, readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, test} from 'vitest';
import {freshBench} from '../helpers/program.js';

const example = fileURLToPath(new URL('../../evidence/example/', import.meta.url));
/** The day on which the story ends. */
const env = {DBVET_NOW: '2026-11-22T12:00:00Z'};

const bench = freshBench(({folder}) => cp(example, folder, {recursive: true}));

type Status = {
	readonly targets: readonly unknown[];
	readonly contradictions: readonly {readonly id: string}[];
	readonly risks: readonly unknown[];
};

describe('the worked workspace', () => {
	test('opens as it was recorded, whole and without a complaint', async () => {
		const {code, err} = bench.dbvet(['doctor'], env);
		expect(err).not.toMatch(/✖/);
		expect(code).toBe(0);
		expect(bench.dbvet(['evidence', 'verify'], env).code).toBe(0);
		expect(await readdir(join(bench.folder, 'documents')).catch(() => [])).toEqual([]);
	});

	test('shows contradictions, an accepted failure, two vendors and proof that has expired', () => {
		const {targets, contradictions, risks} = bench.json<Status>(['status'], env);
		expect(targets).toHaveLength(7);
		expect(contradictions.map(c => c.id)).toContain('prod-db/tls-required');
		expect(bench.dbvet(['status'], env).out).toContain('waiver of pg-log-connections');
		expect(risks.length).toBeGreaterThan(20);
		expect(bench.dbvet(['status'], env).out).toMatch(
			/Evidence that does not count[\s\S]+northstar-db[\s\S]+expired on 2026-11-01/,
		);
	});

	test('rules one vendor out and says why', () => {
		const {out} = bench.dbvet(['vendors', 'compare'], env);
		expect(out).toContain('northstar-db is out');
		expect(out).toMatch(/harbour-cloud is first/);
	});

	test('asks nothing that the questionnaires do not know any more', () => {
		const known = new Set(
			bench
				.json<{questions: readonly {id: string}[]}>(['questionnaire', 'list'], env)
				.questions.map(q => q.id),
		);
		const answered = bench
			.json<{entries: readonly {kind: string; key: string}[]}>(['history'], env)
			.entries.filter(e => e.kind === 'answer')
			.map(e => e.key.split('/')[1] ?? '');
		expect(answered.length).toBeGreaterThan(100);
		expect(answered.filter(id => !known.has(id))).toEqual([]);
	});

	test('gives the same documents each time', async () => {
		for (const out of ['one', 'two'])
			expect(bench.dbvet(['render', '--format', 'md', '--out', out], env).code).toBe(0);
		const names = await readdir(join(bench.folder, 'one'));
		expect(names).toContain('security-baseline-reporting-db.md');
		for (const name of names)
			expect(await readFile(join(bench.folder, 'two', name), 'utf8')).toBe(
				await readFile(join(bench.folder, 'one', name), 'utf8'),
			);
	});
});
