import {describe, expect, it} from 'vitest';
import {gateCase, gateReportOf, hostileText} from '../../../test/helpers/gate-case.js';
import {readSarif} from '../../../test/helpers/sarif-rules.js';
import type {GateCase} from '../../domain/gate.js';
import {severities} from '../../domain/options.js';
import {sarif} from './sarif.js';

const read = (cases: readonly GateCase[], file?: string) =>
	readSarif(sarif({...gateReportOf(cases), ...(file !== undefined && {file})}));

const notes = (cases: readonly GateCase[]) =>
	read(cases).invocations[0]?.toolExecutionNotifications.map(({message}) => message.text);

describe('SARIF', () => {
	it('is a run without results where all passes', () => {
		const run = read([gateCase('a', 'pass'), gateCase('b', 'not-applicable')]);
		expect(run.results).toEqual([]);
		expect(run.tool.driver).toMatchObject({name: 'dbvet', version: '1.2.3', rules: []});
		expect(notes([gateCase('a', 'pass')])).toEqual([]);
	});

	it('says how much is not known and no result', () => {
		expect(notes([gateCase('a', 'unknown'), gateCase('b', 'unknown')])?.[0]).toMatch(/: 2\./);
	});

	it('lists what fails, the worst first, and what is accepted last and suppressed', () => {
		const {results} = read([
			gateCase('accepted', 'accepted', {severity: 'critical', reason: 'A lab.'}),
			gateCase('low', 'let-through', {severity: 'low'}),
			gateCase('high', 'stops'),
		]);
		expect(results.map(one => one.locations[0]?.logicalLocations[0]?.fullyQualifiedName)).toEqual([
			'prod/high',
			'prod/low',
			'prod/accepted',
		]);
		expect(results.map(one => one.suppressions)).toEqual([
			undefined,
			undefined,
			[{kind: 'external', status: 'accepted', justification: 'A lab.'}],
		]);
	});

	it('says beside a baseline what is new, as it was, worse and gone', () => {
		const fixed = [gateCase('gone', 'pass', {text: 'now refused'})];
		const baseline = {
			name: 'q4',
			approver: 'Grace [x](https://evil.example)',
			at: '2026-11-22T12:00:00.000Z',
			fixed,
			unseen: 2,
		};
		const cases = [
			gateCase('new', 'stops', {since: 'new'}),
			gateCase('held', 'in-baseline', {since: 'unchanged', reason: 'The baseline q4 holds it.'}),
			gateCase('worse', 'stops', {since: 'updated'}),
		];
		const run = readSarif(sarif({...gateReportOf(cases), baseline}));
		expect(run.results.map(one => [one.baselineState, one.kind, one.level])).toEqual([
			['new', 'fail', 'error'],
			['updated', 'fail', 'error'],
			['unchanged', 'fail', 'error'],
			['absent', 'pass', 'none'],
		]);
		expect(run.results[2]?.suppressions?.[0]?.justification).toBe('The baseline q4 holds it.');
		const said = run.invocations[0]?.toolExecutionNotifications[0]?.message.text;
		expect(said).toContain('approved by Grace [x] (https://evil.example) on 2026-11-22.');
		expect(said).toContain('cannot be now: 2.');
	});

	it('rates a rule by the worst of its results', () => {
		const rated = severities.map(severity => {
			const [rule] = read([gateCase('a', 'stops', {severity})]).tool.driver.rules;
			return [rule?.defaultConfiguration.level, rule?.properties['security-severity']];
		});
		expect(rated).toEqual([
			['error', '9.5'],
			['error', '8.0'],
			['warning', '5.5'],
			['note', '2.0'],
			['note', undefined],
		]);
		const {rules} = read([
			gateCase('a', 'stops', {severity: 'low'}),
			gateCase('b', 'accepted', {severity: 'critical'}),
		]).tool.driver;
		expect(rules.map(rule => rule.properties['security-severity'])).toEqual(['9.5']);
	});

	it('gives a case the same fingerprint whatever its target is called and says', () => {
		const print = (one: GateCase) => read([one]).results[0]?.partialFingerprints;
		const one = print(gateCase('a', 'stops'));
		expect(print(gateCase('a', 'stops', {target: 'new', id: 'new/a', text: 'other'}))).toEqual(one);
		expect(print(gateCase('b', 'stops'))).not.toEqual(one);
	});

	it('names the file as a relative address', () => {
		const uri = read([gateCase('a', 'stops')], 'my db/é#?%/assessment.json').results[0]
			?.locations[0]?.physicalLocation.artifactLocation.uri;
		expect(uri).toBe('my%20db/%C3%A9%23%3F%25/assessment.json');
	});

	it('lets no text become a link, a placeholder, or a command of a terminal', () => {
		const hostile = {text: hostileText, expected: hostileText, remedy: hostileText};
		const more = {id: hostileText, target: hostileText, endpoint: hostileText, reason: hostileText};
		const rule = {id: 'x', title: hostileText, why: hostileText, help: hostileText, tag: 'x'};
		const json = sarif(gateReportOf([gateCase('a', 'accepted', {...hostile, ...more, rule})]));
		expect(json).toMatch(/^[\n -~]*$/);
		// Names of places are no messages, so that nothing in them is a link.
		const {results, ...run} = readSarif(json);
		const said = JSON.stringify([run, results.map(one => ({...one, locations: []}))]);
		expect(said).not.toMatch(/\]\(|\{0\}|[\p{Cc}\p{Bidi_Control}\p{Surrogate}]/u);
		expect(said).toContain('é 漢 😀 end');
	});

	it('keeps to the limits of GitHub, and says what it cut', () => {
		const many = Array.from({length: 25_003}, (_, i) =>
			gateCase(String(i), i < 2 ? 'accepted' : 'stops', {text: i === 9 ? '😀'.repeat(2_000) : 'x'}),
		);
		const run = read(many);
		expect(run.results).toHaveLength(25_000);
		expect(run.results.some(one => one.suppressions !== undefined)).toBe(false);
		expect(Math.max(...run.results.map(one => one.message.text.length))).toBeLessThanOrEqual(2_000);
		expect(JSON.stringify(run)).not.toMatch(/\\ud83d/);
		expect(run.invocations[0]?.toolExecutionNotifications.map(n => n.message.text)).toEqual([
			expect.stringContaining('25000 results: 3,'),
			expect.stringContaining('cut after 2000 characters: 1.'),
		]);
	});
});
