import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {freshBench} from '../helpers/program.js';

const bench = freshBench();

const init = (): void => {
	bench.init();
	const added = bench.dbvet(['target', 'add', 'prod', 'postgres://dbvet@127.0.0.1:1/shop']);
	expect(added.code, added.err).toBe(0);
};

const coverage = ['questionnaire', 'coverage'];
const cite = ['questionnaire', 'cite'];

/** A framework whose texts try to reach the terminal and the documents. */
const hostile = `id: ours
title: "Our \\e[31mpolicy <script>alert(1)</script> | **bold**"
version: "1\\r\\n# Heading"
publisher: "=HYPERLINK(1)"
published: "\\u202Eyesterday"
note: "Note \\e]0;owned\\a"
groups: [{from: '1.10', title: "Group \\e[2J"}]
requirements:
  - {id: '1.10', title: "Encrypt \\e[5m <img src=x onerror=alert(1)>"}
  - {id: '1.11', title: Nothing}
crosswalk:
  '1.10': [{control: tls-required, strength: partial, why: "Because \\e[7m"}]
`;

describe('dbvet questionnaire coverage', () => {
	test('lists all frameworks anywhere, and the controls of one, without a workspace', () => {
		const {frameworks} = bench.json<{
			frameworks: {id: string; requirements: number; supported: number; checked: string}[];
		}>(coverage);
		expect(frameworks).toHaveLength(18);
		for (const f of frameworks) expect(f.supported, f.id).toBeGreaterThan(0);
		const {code, out} = bench.dbvet([...coverage, '--framework', 'cis-postgresql-17']);
		expect(code).toBe(0);
		expect(out).toContain('1.0.0');
		expect(out).toContain('tls-required: Every connection is encrypted');
		expect(out).toContain('What dbvet does not cover');
		expect(out).toContain('no statement of compliance');
		expect(out).not.toMatch(/%|\bcompliant\b/);
	});

	test('shows how each supporting control stands in the workspace', () => {
		init();
		expect(bench.dbvet(['answer', 'plaintext-refused', 'nonsense']).code).toBe(2);
		const {out} = bench.dbvet([...coverage, '--framework', 'iso-27001-2022']);
		expect(out).toContain('- tls-required: prod unknown');
		expect(out).toContain('- vendor-iso-27001: no such target');
		const {groups} = bench.json<{
			groups: {supported: {id: string; supporters: {control: string; states: unknown[]}[]}[]}[];
		}>([...coverage, '--framework', 'iso-27001-2022']);
		const crypto = groups.flatMap(g => g.supported).find(r => r.id === 'A.8.24');
		expect(crypto?.supporters.find(s => s.control === 'tls-required')?.states).toEqual([
			{target: 'prod', state: 'unknown', assurance: 'none', stale: false, waived: false},
		]);
	});

	test.each([
		['soc2', 'Did you mean soc2-tsc-2017?'],
		['iso-27001-2013', 'Did you mean iso-27001-2022?'],
		['nonsense-framework', 'dbvet questionnaire coverage'],
		['', 'dbvet questionnaire coverage'],
		['\u001b[31mx', 'dbvet questionnaire coverage'],
	])('an unknown framework %j ends with exit code 2', (id, expected) => {
		const {code, err, out} = bench.dbvet([...coverage, '--framework', id]);
		expect(code).toBe(2);
		expect(err).toContain(expected);
		expect(err).not.toContain('\u001b');
		expect(out).toBe('');
	});

	test('a framework of the workspace takes part, and nothing hostile in it gets through', async () => {
		init();
		await mkdir(join(bench.folder, 'questionnaires/frameworks'), {recursive: true});
		await writeFile(join(bench.folder, 'questionnaires/frameworks/ours.yaml'), hostile);
		expect(bench.dbvet(['questionnaire', 'lint']).code).toBe(0);
		for (const args of [coverage, [...coverage, '--framework', 'ours']]) {
			const {code, out} = bench.dbvet(args);
			expect(code).toBe(0);
			expect(out).toContain('Our');
			// eslint-disable-next-line no-control-regex -- what must not reach a terminal.
			expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
			expect(out).not.toMatch(/^# Heading/m);
		}
		expect(bench.dbvet([...cite, 'ours']).code).toBe(0);
		const rendered = bench.dbvet([
			'render',
			'risk-assessment',
			'--format',
			'md,html',
			'--out',
			'o',
		]);
		expect(rendered.code, rendered.err).toBe(0);
		const html = await readFile(join(bench.folder, 'o/risk-assessment.html'), 'utf8');
		expect(html).not.toMatch(/<script>alert|<img src=x/);
		const markdown = await readFile(join(bench.folder, 'o/risk-assessment.md'), 'utf8');
		expect(markdown).not.toMatch(/(?<!\\)<(script|img)|\*\*bold\*\*|^# Heading/m);
		expect(markdown).toContain('1.10');
		expect(markdown).not.toContain('A.8.24');
	});

	test('a broken crosswalk in a workspace says where, and changes nothing', async () => {
		init();
		await mkdir(join(bench.folder, 'questionnaires/frameworks'), {recursive: true});
		await writeFile(
			join(bench.folder, 'questionnaires/frameworks/ours.yaml'),
			hostile.replace("'1.10': [{", '1.10: [{'),
		);
		const {code, err} = bench.dbvet([...coverage, '--framework', 'ours']);
		expect(code).toBe(2);
		expect(err).toContain('questionnaires/frameworks/ours.yaml:12:3');
		expect(err).toContain('write "1.10"');
	});
});

describe('dbvet questionnaire cite', () => {
	test('chooses the frameworks of the documents, and goes back', async () => {
		init();
		const appendix = async (): Promise<string> => {
			const {code, err} = bench.dbvet([
				'render',
				'risk-assessment',
				'--format',
				'md',
				'--out',
				'o',
			]);
			expect(code, err).toBe(0);
			const text = await readFile(join(bench.folder, 'o/risk-assessment.md'), 'utf8');
			return text.slice(text.lastIndexOf('## Appendix C'), text.lastIndexOf('## Appendix D'));
		};
		const usual = await appendix();
		expect(usual).toContain('### PCI DSS');
		expect(usual).not.toContain('### NIST SP 800-53');
		expect(bench.json([...cite, 'nist-800-53-r5', 'dora', 'dora'])).toEqual({
			cited: ['dora', 'nist-800-53-r5'],
		});
		const chosen = await appendix();
		expect(chosen).toContain('### NIST SP 800-53');
		expect(chosen).toContain('SC-8(1)');
		expect(chosen).toContain('checked on');
		expect(chosen).not.toContain('### PCI DSS');
		expect(bench.dbvet([...cite, '--default']).code).toBe(0);
		expect(await appendix()).toBe(usual);
	});

	test.each([
		[[], 'No framework was named'],
		[['gdrp'], 'Did you mean gdpr?'],
		[['gdpr', 'iso-27001-2013'], 'Did you mean iso-27001-2022?'],
	])('refuses %j and changes nothing', (ids, expected) => {
		init();
		const before = bench.json<{entries: unknown[]}>(['history']).entries.length;
		const {code, err} = bench.dbvet([...cite, ...ids]);
		expect(code).toBe(2);
		expect(err).toContain(expected);
		expect(bench.json<{entries: unknown[]}>(['history']).entries).toHaveLength(before);
	});

	test('wants a workspace', () => {
		const {code, err} = bench.dbvet([...cite, 'gdpr']);
		expect(code).toBe(2);
		expect(err).toContain('dbvet init');
	});
});
