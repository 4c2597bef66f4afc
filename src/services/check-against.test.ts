import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {record} from '../../test/helpers/any-record.js';
import {approved} from '../../test/helpers/approved.js';
import {evaluateOne, failing, prod, yes} from '../../test/helpers/one-control.js';
import {tinyFinding, tinyRun} from '../../test/helpers/tiny-record.js';
import {assess, freeze} from '../assessment/index.js';
import type {Evaluation} from '../domain/evaluation.js';
import {severities} from '../domain/options.js';
import {checkAgainst} from './check-against.js';
import {checkGate, type GateOptions} from './check-gate.js';
import {compareBaseline} from './compare-baseline.js';
import {gateReport} from './gate-report.js';

const often = {numRuns: Number(process.env.DBVET_FUZZ_RUNS ?? 150)};
const strict: GateOptions = {failOn: 'high', maxUnknown: 0};

type Record = Parameters<typeof evaluateOne>[0];

const verdict = (then: Evaluation, now: Evaluation, options: GateOptions = strict) =>
	checkAgainst(now, options, compareBaseline(approved(freeze(then)), now), false);

const stops = (then: Record, now: Record, options?: GateOptions) =>
	verdict(evaluateOne(then), evaluateOne(now), options).problems.map(({kind, deviation}) =>
		deviation === undefined ? kind : `${kind} ${deviation}`,
	);

const mandatory = ['tls-required'];
const soon = '2026-11-22T10:00:00.000Z';
const before = tinyRun(prod, [failing()]);
const waiver = {
	id: 'w-0123456789',
	target: prod.id,
	failures: [{check: 'tls', endpoint: 'prod.example:5432'}],
	reason: 'A lab without data.',
	approver: 'Bob',
	until: '2026-12-01',
	by: 'Ada',
	at: '2026-11-20T11:00:00.000Z',
};

describe('the gate beside a baseline', () => {
	it('lets through what somebody approved as it was, and counts it', () => {
		const given = {runs: [before], mandatory};
		expect(stops(given, given)).toEqual([]);
		expect(verdict(evaluateOne(given), evaluateOne(given)).held).toMatchObject([{kind: 'failure'}]);
	});

	it('stops at what is new, also beside an approved failure of the same check', () => {
		const now = [before, tinyRun(prod, [failing(), failing('tls', 'app')], soon)];
		expect(stops({runs: [before]}, {runs: now})).toEqual(['failure new']);
		expect(stops({runs: []}, {runs: [before]})).toEqual(['failure new']);
	});

	it('stops where a waiver that was in force ended, and not before', () => {
		const given = {runs: [before], mandatory, waivers: [waiver]};
		expect(stops(given, given)).toEqual([]);
		expect(stops(given, {...given, now: '2026-12-02T12:00:00.000Z'})).toEqual(['failure expired']);
		// Where the failure is below the threshold, the control behind it still is not met.
		const low = {...given, runs: [tinyRun(prod, [{...failing(), severity: 'medium'}])]};
		expect(stops(low, {...low, now: '2026-12-02T12:00:00.000Z'})).toEqual(['not-met expired']);
	});

	it('stops at a new contradiction, although the failure was approved', () => {
		expect(stops({runs: [before]}, {runs: [before], answers: [yes]})).toEqual([
			'contradiction worse',
		]);
	});

	it('stops at a mandatory control that was known, and lets one through that never was', () => {
		expect(stops({answers: [yes], mandatory}, {answers: [yes], mandatory})).toEqual([]);
		const known = evaluateOne({answers: [yes], mandatory});
		const blank = evaluateOne({mandatory});
		expect(verdict(known, blank).problems.map(({kind}) => kind)).toEqual(['empty', 'unknown']);
		expect(verdict(blank, blank).problems.map(({kind}) => kind)).toEqual(['empty']);
		const old = {answers: [yes], mandatory, now: '2027-03-01T00:00:00.000Z'};
		expect(stops({answers: [yes], mandatory}, old)).toEqual(['stale expired']);
		expect(stops(old, old)).toEqual([]);
	});

	it('stops at what became mandatory after it was approved', () => {
		const controls = [
			{id: 'tls-required', checks: [{check: 'tls', role: 'required' as const}]},
			{id: 'known', checks: [{check: 'other', role: 'required' as const}]},
		];
		const base = {controls, findings: [tinyFinding({check: 'other'})]};
		expect(stops(base, {...base, mandatory})).toEqual(['unknown worse']);
	});

	it('accepts nothing of targets that a baseline of others does not hold', () => {
		const now = evaluateOne({runs: [before]});
		const compared = compareBaseline(approved({}, {partial: true}), now);
		expect(checkAgainst(now, strict, compared, false).problems).toEqual(checkGate(now, strict));
	});

	it('does not hold where its approver wrote what it holds', () => {
		const now = evaluateOne({runs: [before]});
		const compared = compareBaseline(approved(freeze(now)), now);
		expect(checkAgainst(now, strict, compared, true).problems).toMatchObject([
			{kind: 'baseline', severity: 'high', id: 'baseline q4'},
		]);
	});

	it.each(severities)(
		'loses no problem of the gate alone, and tells each once, from %s',
		failOn => {
			fc.assert(
				fc.property(record, record, fc.nat(2), (then, now, maxUnknown) => {
					const options = {failOn, maxUnknown};
					const evaluation = assess(now);
					const given = verdict(assess(then), evaluation, options);
					const all = checkGate(evaluation, options);
					const known = new Set(
						[...given.problems, ...given.held].map(({kind, key}) => `${kind} ${key}`),
					);
					const unknown = given.problems.some(({kind}) => kind === 'unknown' || kind === 'stale');
					for (const {kind, key} of all)
						if (unknown || (kind !== 'unknown' && kind !== 'stale'))
							expect(known).toContain(`${kind} ${key}`);
					for (const {key, deviation} of given.problems)
						if (key !== undefined) expect(deviation).toBeDefined();
					expect(
						verdict(evaluation, evaluation, options).problems.filter(p => p.key !== undefined),
					).toEqual([]);

					const {cases} = gateReport(
						{evaluation, problems: given.problems, checks: [], against: given},
						{dbvet: '1.2.3', file: 'assessment.json'},
					);
					expect(cases.filter(c => c.verdict === 'stops')).toHaveLength(given.problems.length);
					expect(cases.every(c => c.since !== undefined)).toBe(true);
				}),
				{numRuns: Math.ceil(often.numRuns / 3)},
			);
		},
	);
});
