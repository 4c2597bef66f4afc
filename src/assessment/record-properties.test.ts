import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Failure, Waiver} from '../domain/answer.js';
import type {Evaluation} from '../domain/evaluation.js';
import {checks, prod, record, type Input} from '../../test/helpers/any-record.js';
import {assess} from './assess.js';

const statesOf = (e: Evaluation) => e.controls.map(c => [c.id, c.state, c.assurance, c.askAgain]);
/** What a waiver names, told apart here in another way than by the code that is tested. */
const nameOf = ({check, endpoint, object}: Failure): string =>
	[check, endpoint, object ?? '(the check as a whole)'].join(' | ');
const often = {numRuns: Number(process.env.DBVET_FUZZ_RUNS ?? 300)};

describe('properties of the record', () => {
	it('verifies only what every required check passed on every endpoint that it must hold on', () => {
		fc.assert(
			fc.property(record, input => {
				for (const control of assess(input).controls) {
					if (control.state !== 'met' || control.assurance !== 'verified') continue;
					for (const {check: id} of control.definition.checks.filter(c => c.role === 'required')) {
						const seen = control.findings.filter(f => f.check === id);
						const everywhere = checks.find(c => c.id === id)?.scope === 'endpoint';
						const places = new Set(seen.map(f => f.endpoint));
						expect(places.size).toBeGreaterThanOrEqual(everywhere ? 2 : 1);
						// A failure of severity info beside a pass is a remark about one object; it is never all there is.
						expect(seen.every(f => f.outcome !== 'fail' || f.severity === 'info')).toBe(true);
						for (const place of places) {
							expect(seen.some(f => f.endpoint === place && f.outcome !== 'fail')).toBe(true);
						}
						if (everywhere) {
							expect(seen.every(f => ['pass', 'not-applicable', 'fail'].includes(f.outcome))).toBe(
								true,
							);
						}
					}
				}
			}),
			often,
		);
	});

	it('changes no state, score or risk by a waiver, and waives only what it names', () => {
		fc.assert(
			fc.property(record, fc.array(fc.nat(), {maxLength: 3}), (input, picks) => {
				const before = assess(input);
				const failing = before.findings.filter(f => f.outcome === 'fail');
				fc.pre(failing.length > 0);
				const named = picks.map(n => failing[n % failing.length]!);
				const waiver = (f: (typeof named)[number], i: number): Waiver => ({
					id: `w-000000000${i}`,
					target: prod.id,
					failures: [
						{
							check: f.check,
							endpoint: f.endpoint,
							...(f.object === undefined ? {} : {object: f.object}),
						},
					],
					reason: 'It stays for now.',
					approver: 'Grace',
					until: '2026-12-31',
					by: 'Ada',
					at: '2026-11-01T00:00:00.000Z',
				});
				const waivers = Object.fromEntries(named.map((f, i) => [`w-000000000${i}`, waiver(f, i)]));
				const after = assess({...input, state: {...input.state, waivers}});
				expect(statesOf(after)).toEqual(statesOf(before));
				expect(after.score).toEqual(before.score);
				expect(after.risks.map(r => [r.claimed, r.verified])).toEqual(
					before.risks.map(r => [r.claimed, r.verified]),
				);
				const keys = new Set(named.map(nameOf));
				for (const f of after.findings)
					expect(f.waiver !== undefined).toBe(f.outcome === 'fail' && keys.has(nameOf(f)));
				for (const c of after.controls.filter(x => x.waived))
					expect(
						c.findings
							.filter(f => f.role !== 'informs' && f.outcome === 'fail' && f.severity !== 'info')
							.every(f => keys.has(nameOf(f))),
					).toBe(true);
			}),
			often,
		);
	});

	it('gives the same bytes for the same input in any order', () => {
		const turned = <T>(values: readonly T[]): readonly T[] => [...values].reverse();
		const turnedTable = <T>(table: Readonly<Record<string, T>>) =>
			Object.fromEntries(Object.entries(table).reverse());
		fc.assert(
			fc.property(record, input => {
				const {state} = input;
				const shuffled: Input = {
					...input,
					checks: turned(checks),
					runs: turned(input.runs).map(run => ({
						...run,
						report: {...run.report, findings: turned(run.report.findings)},
					})),
					state: {
						...state,
						targets: turnedTable(state.targets),
						answers: turnedTable(state.answers),
					},
				};
				const first = JSON.stringify(assess(input));
				expect(JSON.stringify(assess(input))).toBe(first);
				expect(JSON.stringify(assess(shuffled))).toBe(first);
			}),
			often,
		);
	});

	it('holds nothing that JSON loses', () => {
		fc.assert(
			fc.property(record, input => {
				const e = assess(input);
				expect(JSON.parse(JSON.stringify(e))).toStrictEqual(e);
			}),
			often,
		);
	});
});
