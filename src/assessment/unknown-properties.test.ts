import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {answered, expectNoLower, finding, prod, record} from '../../test/helpers/any-record.js';
import {tinyAnswer, tinyFinding, tinyRun} from '../../test/helpers/tiny-record.js';
import type {Finding} from '../domain/finding.js';
import {assess} from './assess.js';

const often = {numRuns: Number(process.env.DBVET_FUZZ_RUNS ?? 300)};

describe('properties of what could not be seen', () => {
	it('gains nothing from a later run that could not look', () => {
		fc.assert(
			fc.property(record, fc.array(finding, {minLength: 1, maxLength: 8}), (input, findings) => {
				const blind = findings.map(f =>
					tinyFinding({...f, outcome: 'unknown', reason: 'permission-denied'}),
				);
				const run = tinyRun(prod, blind, '2026-11-22T11:00:00.000Z');
				const before = assess(input);
				const after = assess({...input, runs: [...input.runs, run]});
				expectNoLower(before, after);
				expect(after.score.met).toBeLessThanOrEqual(before.score.met);
				for (const [i, control] of after.controls.entries())
					if (control.state === 'met') expect(before.controls[i]!.state).toBe('met');
				for (const f of before.findings.filter(x => x.outcome === 'fail'))
					expect(after.findings.map(x => x.id)).toContain(f.id);
			}),
			often,
		);
	});

	it('gains nothing from an unreachable run without findings', () => {
		fc.assert(
			fc.property(record, input => {
				const run = tinyRun(prod, [], '2026-11-22T11:00:00.000Z', {
					status: 'unreachable',
					reason: 'connection-timeout',
				});
				const before = assess(input);
				const after = assess({...input, runs: [...input.runs, run]});
				expectNoLower(before, after);
				for (const [i, control] of after.controls.entries())
					if (control.state === 'met') expect(before.controls[i]!.state).toBe('met');
			}),
			often,
		);
	});

	it('lowers the same by "partly" whether nothing was there to look at, or nobody could look', () => {
		const likelihood = (...runs: readonly (readonly Finding[])[]): number | undefined =>
			assess(
				answered(
					[tinyAnswer(prod, 'q-both', 'partly')],
					runs.map((findings, i) => tinyRun(prod, findings, `2026-08-0${i + 1}T00:00:00.000Z`)),
				),
			).risks.find(r => r.risk === 'one')?.claimed.likelihood;
		const nothingThere = ['a', 'b'].map(check =>
			tinyFinding({check, outcome: 'not-applicable', endpoint: 'prod.example:5432'}),
		);
		const blind = nothingThere.map(f => tinyFinding({...f, outcome: 'unknown'}));
		expect(likelihood(nothingThere)).toBe(3);
		expect(likelihood(nothingThere, blind)).toBe(3);
	});

	it('gains nothing from a pass that turns into unknown', () => {
		fc.assert(
			fc.property(fc.array(finding, {maxLength: 14}), fc.nat(), record, (findings, nth, input) => {
				const at = '2026-11-20T10:00:00.000Z';
				const i = findings.length === 0 ? 0 : nth % findings.length;
				const changed = findings.map((f, j) =>
					j === i && f.outcome !== 'fail' ? tinyFinding({...f, outcome: 'unknown'}) : f,
				);
				const before = assess({...input, runs: [tinyRun(prod, findings, at)]});
				const after = assess({...input, runs: [tinyRun(prod, changed, at)]});
				expectNoLower(before, after);
				expect(after.score.met).toBeLessThanOrEqual(before.score.met);
			}),
			often,
		);
	});

	it('turns nothing to met by adding an unknown finding to a run', () => {
		fc.assert(
			fc.property(record, finding, fc.nat(), (input, extra, nth) => {
				fc.pre(input.runs.length > 0);
				const at = nth % input.runs.length;
				const blind = tinyFinding({...extra, outcome: 'unknown'});
				const runs = input.runs.map((run, i) =>
					i === at ? tinyRun(prod, [...run.report.findings, blind], run.report.finishedAt) : run,
				);
				const before = assess(input);
				for (const [i, control] of assess({...input, runs}).controls.entries())
					if (control.state === 'met')
						expect(['met', 'not-applicable']).toContain(before.controls[i]!.state);
			}),
			often,
		);
	});
});
