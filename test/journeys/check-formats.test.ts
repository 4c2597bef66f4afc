import {cp, mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import {freshBench} from '../helpers/program.js';
import {elements, readXml} from '../helpers/read-xml.js';
import {readSarif} from '../helpers/sarif-rules.js';

const example = fileURLToPath(new URL('../../evidence/example/', import.meta.url));
const env = {DBVET_NOW: '2026-11-22T12:00:00Z', LC_ALL: 'C'};
const bench = freshBench(async ({folder}) => {
	await cp(example, join(folder, 'security', 'db'), {recursive: true});
	await mkdir(join(folder, 'elsewhere'));
});

const check = (...args: readonly string[]) =>
	bench.dbvet(['--workspace', 'security/db', 'check', ...args], env);

type Gate = {readonly problems: readonly {readonly id: string}[]};

test('all formats stop at the same, and leave the same exit code', () => {
	const text = check();
	const json = check('--json');
	expect(check('--format', 'text').out).toBe(text.out);
	expect(check('--format', 'json').out).toBe(json.out);
	const {problems} = JSON.parse(json.out) as Gate;
	const sarif = check('--format', 'sarif');
	const junit = check('--format', 'junit');
	expect([text, json, sarif, junit].map(({code}) => code)).toEqual([1, 1, 1, 1]);
	expect(sarif.err + junit.err).toBe('');

	const ids = new Set(problems.map(({id}) => id));
	const {results} = readSarif(sarif.out);
	const named = results.map(one => one.locations[0]?.logicalLocations[0]?.fullyQualifiedName);
	expect([...ids].filter(id => !named.includes(id))).toEqual([]);
	const files = results.map(one => one.locations[0]?.physicalLocation.artifactLocation.uri);
	expect(new Set(files)).toEqual(new Set(['security/db/assessment.json']));

	const root = readXml(junit.out);
	expect(elements(root, 'failure')).toHaveLength(problems.length);
	expect(root.attributes.failures).toBe(String(problems.length));
	const names = elements(root, 'testcase').map(({attributes}) => attributes.name);
	expect(new Set(names).size).toBe(names.length);
});

test('what is let through and what is accepted is no failure, and no pass', () => {
	const open = ['--fail-on', 'critical', '--max-unknown', '999', '--format', 'junit'];
	const before = elements(readXml(check(...open).out), 'failure').length;
	const waive = ['waive', 'reporting-db', 'tls-cert-expiry', '--reason', 'Replaced on <Monday>'];
	const signed = ['--approver', 'Bob', '--until', '2026-12-24', '--by', 'Ada'];
	const {code, err} = bench.dbvet(['--workspace', 'security/db', ...waive, ...signed], env);
	expect(code, err).toBe(0);
	const root = readXml(check(...open).out);
	expect(elements(root, 'failure').length).toBeLessThan(before);
	expect(elements(root, 'skipped').map(({attributes}) => attributes.message)).toContain(
		'Fails, and is accepted: Replaced on <Monday>',
	);
	const accepted = readSarif(check('--format', 'sarif').out).results.flatMap(
		one => one.suppressions?.map(({justification}) => [one.ruleId, justification]) ?? [],
	);
	expect(accepted).toContainEqual(['tls-cert-expiry', 'Replaced on <Monday>']);
});

test('a workspace that knows nothing is a failure in every format', () => {
	bench.init();
	for (const format of ['text', 'json', 'sarif', 'junit'])
		expect(bench.dbvet(['check', '--format', format, '--max-unknown', '999999']).code).toBe(1);
	const {out} = bench.dbvet(['check', '--format', 'junit', '--max-unknown', '999999']);
	expect(elements(readXml(out), 'failure')).toHaveLength(1);
});

test('two formats, a format that is none, and no workspace are told on stderr alone', () => {
	const wrong = [
		check('--json', '--format', 'sarif'),
		check('--format', 'xml'),
		bench.dbvet(['--workspace', 'elsewhere', 'check', '--format', 'sarif']),
	];
	for (const {code, out, err} of wrong) {
		expect(code).toBe(2);
		expect(out).toBe('');
		expect(err).not.toBe('');
	}
});

test('beside a baseline all formats stop at what is new, worse or expired, and say what it holds', () => {
	const workspace = ['--workspace', 'security/db'];
	const none = check('--baseline');
	expect([none.code, none.out]).toEqual([2, '']);
	expect(none.err).toContain('No baseline was approved yet');
	const {code, err} = bench.dbvet(
		[...workspace, 'baseline', 'approve', 'q4', '--approver', 'Grace <b>', '--by', 'Ada'],
		env,
	);
	expect(code, err).toBe(0);
	expect(check('--baseline', 'q5')).toMatchObject({code: 2, out: ''});
	const pass = check('--baseline');
	expect(pass.code, pass.out).toBe(0);
	expect(pass.out).toContain('Beside the baseline q4, approved by Grace <b> on 2026-11-22: 0 new');
	expect(pass.out).toMatch(/lets through what would stop the gate otherwise: [1-9]/);
	const same = readSarif(check('--baseline', '--format', 'sarif').out).results;
	expect(new Set(same.map(one => one.baselineState))).toEqual(new Set(['unchanged']));
	expect(readXml(check('--baseline', '--format', 'junit').out).attributes.failures).toBe('0');

	// A waiver ends on 2026-12-03, and what was probed grows too old.
	const later = {...env, DBVET_NOW: '2026-12-24T12:00:00Z'};
	const then = (...args: readonly string[]) =>
		bench.dbvet([...workspace, 'check', '--baseline', 'q4', '--fail-on', 'medium', ...args], later);
	const json = then('--json');
	type Said = {
		readonly pass: boolean;
		readonly baseline: {
			readonly name: string;
			readonly deviations: Readonly<Record<string, number>>;
			readonly held: {readonly failures: number};
		};
		readonly problems: readonly {readonly deviation?: string}[];
	};
	const {problems, baseline, pass: passes} = JSON.parse(json.out) as Said;
	expect([json.code, passes, baseline.name]).toEqual([1, false, 'q4']);
	expect(new Set(problems.map(({deviation}) => deviation))).toEqual(new Set(['expired']));
	expect(baseline.deviations.expired).toBeGreaterThanOrEqual(problems.length);
	expect(baseline.held.failures).toBeGreaterThan(0);
	const updated = readSarif(then('--format', 'sarif').out).results.filter(
		one => one.baselineState === 'updated',
	);
	expect(updated.length).toBeGreaterThanOrEqual(problems.length);
	expect(readXml(then('--format', 'junit').out).attributes.failures).toBe(String(problems.length));
	expect(then().code).toBe(1);
});
