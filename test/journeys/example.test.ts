import {appendFile, cp, readdir, readFile, rm} from 'node:fs/promises';
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
	readonly controls: readonly {readonly control: string; readonly assurance: string}[];
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
		expect(bench.dbvet(['status'], env).out).toMatch(/waiver of pg-pgaudit-loaded\s+12 d/);
		expect(risks.length).toBeGreaterThan(20);
		expect(bench.dbvet(['status'], env).out).toMatch(
			/Evidence that does not count[\s\S]+northstar-db[\s\S]+expired on 2026-11-01/,
		);
	});

	test('accepts one control as a whole, and of another only what was named', () => {
		const {controls} = bench.json<{
			controls: readonly {id: string; state: string; waived: boolean}[];
		}>(['status'], env);
		const of = (id: string) => controls.find(c => c.id === id);
		expect(of('prod-db/pgaudit')).toMatchObject({state: 'not-met', waived: true});
		expect(of('prod-db/connection-logging')).toMatchObject({state: 'not-met', waived: false});
		const {out} = bench.dbvet(['check', '--fail-on', 'low', '--max-unknown', '999'], env);
		expect(out).not.toMatch(/prod-db\/(?:pgaudit|pg-pgaudit-loaded|pg-log-connections)/);
		expect(out).toContain('prod-db/pg-log-line-prefix');
	});

	test('knows the plan that was last practised too long ago', () => {
		const {controls} = bench.json<{controls: readonly {id: string; because: string}[]}>(
			['status'],
			env,
		);
		expect(controls.find(c => c.id === 'organisation/ops-incident-plan')?.because).toContain(
			'Answered 2025-09-28',
		);
	});

	test.each(['gone', 'damaged'])(
		'goes on when the file of a probe run is %s, and says what that costs',
		async how => {
			const before = bench.json<Status>(['status'], env);
			const runs = join(bench.folder, 'runs');
			for (const file of await readdir(runs)) {
				if (how === 'gone') await rm(join(runs, file));
				else await appendFile(join(runs, file), ' ');
			}
			const lost = how === 'gone' ? /runs\/[0-9a-f]{64}\.json is missing/ : /json was altered/;
			const status = bench.dbvet(['status'], env);
			expect(status.out.replaceAll(/\s+/g, ' ')).toMatch(lost);
			expect(status.out).toContain('dbvet probe prod-db');
			expect(status.code).toBe(0);
			const after = bench.json<Status>(['status'], env);
			// Nothing is known of the servers any more, so that nothing may look better than before.
			const met = (one: Status): readonly string[] =>
				one.controls.filter(c => c.assurance === 'verified').map(c => c.control);
			expect(met(before).length).toBeGreaterThan(5);
			expect(met(after)).toEqual([]);

			const check = bench.dbvet(['check', '--max-unknown', '999'], env);
			expect(check.out).toMatch(/prod-db[^]+is lost/);
			expect(check.code).toBe(1);
			expect(
				bench
					.json<{problems: {kind: string}[]}>(['check', '--max-unknown', '999'], env)
					.problems.filter(p => p.kind === 'lost-run'),
			).toHaveLength(4);

			const render = bench.dbvet(['render', '--format', 'md'], env);
			expect(render.err).toMatch(lost);
			expect(render.code).toBe(0);
			const text = await readFile(join(bench.folder, 'documents/risk-assessment.md'), 'utf8');
			expect(text).toContain('The file of the probe run of prod-db of');
			expect(text).toContain('its file is lost');
			expect(text).not.toContain(bench.folder);
			const doctor = bench.dbvet(['doctor'], env);
			expect(doctor.out).toContain('4 of 4 cannot be used');
			expect(doctor.code).toBe(3);
		},
	);

	test('rules one vendor out and says why', () => {
		const {out} = bench.dbvet(['vendors', 'compare'], env);
		expect(out).toContain('northstar-db is out');
		expect(out).toMatch(/harbour-cloud is first/);
		// An id that is cut names nothing.
		expect(out).toContain('vendor-dpa-clauses');
	});

	test('says which answer decides, and minds no proof for its age alone', () => {
		const why = (id: string): string | undefined =>
			bench
				.json<{controls: readonly {target: string; control: string; because: string}[]}>(
					['status'],
					env,
				)
				.controls.find(c => `${c.target}/${c.control}` === id)?.because;
		expect(why('northstar-db/vendor-iso-27001')).toBe(
			'ISO/IEC 27001 certificate ran out on 2026-11-01.',
		);
		expect(why('harbour-cloud/vendor-soc2-type2')).toMatch(/^Answered no to “[^”]+\?”\.$/);
		const {out} = bench.dbvet(['evidence', 'list'], env);
		expect(out).toContain('expired on 2026-11-01');
		expect(out).not.toContain('the answer');
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
