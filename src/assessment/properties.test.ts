import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Answer, Waiver} from '../domain/answer.js';
import type {Evaluation, RiskScore} from '../domain/evaluation.js';
import type {Finding} from '../domain/finding.js';
import type {Assess} from '../domain/ports.js';
import {
	tinyCheck,
	tinyContent,
	tinyControl,
	tinyProfile,
	tinyQuestion,
	tinyQuestionnaire,
	tinyRisk,
} from '../../test/helpers/tiny-content.js';
import {
	tinyAnswer,
	tinyDatabase,
	tinyFinding,
	tinyNow,
	tinyOrganisation,
	tinyRun,
	tinyState,
} from '../../test/helpers/tiny-record.js';
import {assess} from './assess.js';
import {failureKey} from './waivers.js';

type Input = Parameters<Assess>[0];

const why = 'It helps.';
const content = tinyContent({
	questionnaires: [
		tinyQuestionnaire({
			id: 'scoping',
			kind: 'organisation',
			questions: [tinyQuestion({id: 'multi-tenant', fact: 'multi-tenant'})],
		}),
		tinyQuestionnaire({
			id: 'hardening',
			controls: [
				tinyControl({
					id: 'both',
					severity: 'critical',
					checks: [
						{check: 'a', role: 'required'},
						{check: 'b', role: 'required'},
					],
				}),
				tinyControl({
					id: 'refutable',
					checks: [
						{check: 'a', role: 'required'},
						{check: 'r', role: 'refutes'},
					],
				}),
				tinyControl({id: 'only-refuted', checks: [{check: 'r', role: 'refutes'}]}),
				tinyControl({
					id: 'half',
					severity: 'medium',
					failingMeans: 'partly',
					checks: [{check: 'c', role: 'required'}],
				}),
				tinyControl({id: 'retention', severity: 'low'}),
				tinyControl({
					id: 'tenants',
					appliesWhen: {fact: 'multi-tenant', is: 'yes'},
					checks: [{check: 'd', role: 'required'}],
				}),
			],
			questions: [
				tinyQuestion({id: 'q-both', control: 'both'}),
				tinyQuestion({id: 'q-refutable', control: 'refutable'}),
				tinyQuestion({id: 'q-refutable-two', control: 'refutable'}),
				tinyQuestion({id: 'q-only', control: 'only-refuted'}),
				tinyQuestion({id: 'q-half', control: 'half'}),
				tinyQuestion({id: 'q-tenants', control: 'tenants'}),
				tinyQuestion({
					id: 'q-follow',
					control: 'both',
					followUp: true,
					when: {answer: 'q-both', is: 'partly'},
				}),
			],
		}),
	],
	profiles: [tinyProfile({id: 'startup', mandatory: ['both', 'tenants']})],
	risks: [
		tinyRisk({
			id: 'one',
			impactRaisedWhen: [{fact: 'multi-tenant', is: 'yes'}],
			treatments: [
				{lowers: 'likelihood', by: 3, partlyBy: 1, controls: ['both'], why},
				{lowers: 'likelihood', by: 2, partlyBy: 1, controls: ['refutable', 'only-refuted'], why},
				{lowers: 'impact', by: 2, controls: ['half', 'refutable'], why},
				{lowers: 'impact', by: 1, controls: ['tenants', 'retention'], why},
				{lowers: 'impact', by: 1, controls: ['tenants', 'both'], why},
			],
		}),
		tinyRisk({
			id: 'two',
			treatments: [{lowers: 'impact', by: 4, controls: ['half'], why}],
		}),
	],
});
const checks = [
	tinyCheck({id: 'a'}),
	tinyCheck({id: 'b', scope: 'server'}),
	tinyCheck({id: 'c'}),
	tinyCheck({id: 'd', scope: 'server'}),
	tinyCheck({id: 'r'}),
];
const prod = tinyDatabase('prod', {
	endpoints: [
		{role: 'primary', host: 'prod.example', port: 5432},
		{role: 'replica', host: 'replica.example', port: 5432},
	],
});
const acme = tinyOrganisation();
const dbQuestions = [
	'q-both',
	'q-refutable',
	'q-refutable-two',
	'q-only',
	'q-half',
	'q-tenants',
	'q-follow',
];
const outcomes = ['pass', 'pass', 'fail', 'not-applicable', 'unknown', 'error'] as const;

const finding: fc.Arbitrary<Finding> = fc
	.record({
		check: fc.constantFrom('a', 'b', 'c', 'd', 'r', 'unlisted'),
		endpoint: fc.constantFrom('prod.example:5432', 'replica.example:5432', 'gone.example:5432'),
		object: fc.constantFrom(undefined, undefined, 'app', 'admin'),
		outcome: fc.constantFrom(...outcomes),
		severity: fc.constantFrom('high', 'low', 'info', 'critical'),
	} as const)
	.map(({object, ...rest}) => tinyFinding(object === undefined ? rest : {...rest, object}));

const answer: fc.Arbitrary<Answer> = fc
	.tuple(
		fc.constantFrom('multi-tenant', ...dbQuestions),
		fc.constantFrom('yes', 'yes', 'no', 'partly', 'dont-know', 'not-applicable', 'nonsense'),
	)
	.map(([question, value]) =>
		tinyAnswer(question === 'multi-tenant' ? acme : prod, question, value),
	);

const day = fc.constantFrom('2026-08-01', '2026-10-30', '2026-11-18', '2026-11-20');

const record: fc.Arbitrary<Input> = fc
	.record({
		answers: fc.array(answer, {maxLength: 9}),
		runs: fc.array(fc.tuple(day, fc.array(finding, {maxLength: 14})), {maxLength: 4}),
	})
	.map(({answers, runs}) => ({
		content,
		checks,
		now: tinyNow,
		state: tinyState({targets: [prod, acme], answers}),
		runs: runs.map(([d, findings], i) => tinyRun(prod, findings, `${d}T0${i}:00:00.000Z`)),
	}));

const size = ({likelihood, impact}: RiskScore): number => likelihood * impact;

/** Every risk of the second is at least as large as that of the first, in both views and both factors. */
const expectNoLower = (first: Evaluation, second: Evaluation): void => {
	for (const [i, risk] of first.risks.entries())
		for (const view of ['claimed', 'verified'] as const) {
			expect(second.risks[i]![view].likelihood).toBeGreaterThanOrEqual(risk[view].likelihood);
			expect(second.risks[i]![view].impact).toBeGreaterThanOrEqual(risk[view].impact);
		}
};

const statesOf = (e: Evaluation) => e.controls.map(c => [c.id, c.state, c.assurance, c.askAgain]);
const withAnswer = (
	input: Input,
	target: typeof prod | typeof acme,
	q: string,
	v: string,
): Input => {
	const {state} = input;
	return {
		...input,
		state: {
			...state,
			answers: {...state.answers, [`${target.id}/${q}`]: tinyAnswer(target, q, v)},
		},
	};
};
const often = {numRuns: 300};

describe('properties of the record', () => {
	it('keeps claimed <= verified <= inherent, and counts met only what is met', () => {
		fc.assert(
			fc.property(record, input => {
				const e = assess(input);
				for (const risk of e.risks) {
					expect(size(risk.claimed)).toBeLessThanOrEqual(size(risk.verified));
					expect(size(risk.verified)).toBeLessThanOrEqual(size(risk.inherent));
					for (const t of risk.treatments)
						if (t.controls.some(c => c.state === 'contradicted')) {
							expect(t.countsAsClaimed).toBe(false);
							expect(t.countsAsVerified).toBe(false);
						}
				}
				expect(e.score.met).toBe(e.controls.filter(c => c.state === 'met').length);
			}),
			often,
		);
	});

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
						expect(seen.every(f => f.outcome !== 'fail')).toBe(true);
						if (everywhere)
							expect(seen.every(f => ['pass', 'not-applicable'].includes(f.outcome))).toBe(true);
					}
				}
			}),
			often,
		);
	});

	it('never raises a risk for a better answer', () => {
		fc.assert(
			fc.property(
				record,
				fc.constantFrom(...dbQuestions),
				fc.constantFrom(['no', 'partly'], ['partly', 'yes'], ['no', 'yes'], ['dont-know', 'yes']),
				(input, question, [worse, better]) => {
					// Only `half` can be seen as partly, and no treatment lets that count: else an answer that contradicts it would raise a risk, as the rule wants.
					const before = assess(withAnswer(input, prod, question, worse));
					expectNoLower(assess(withAnswer(input, prod, question, better)), before);
				},
			),
			often,
		);
	});

	it('never raises a risk for a newly passing check', () => {
		fc.assert(
			fc.property(
				record,
				fc.constantFrom('a', 'b', 'c', 'd', 'r'),
				fc.constantFrom('prod.example:5432', 'replica.example:5432'),
				(input, id, endpoint) => {
					const run = tinyRun(
						prod,
						[tinyFinding({check: id, endpoint})],
						'2026-11-22T11:00:00.000Z',
					);
					const passing = assess({...input, runs: [...input.runs, run]});
					expectNoLower(passing, assess(input));
				},
			),
			often,
		);
	});

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
				const keys = new Set(named.map(failureKey));
				for (const f of after.findings)
					expect(f.waiver !== undefined).toBe(f.outcome === 'fail' && keys.has(failureKey(f)));
				for (const c of after.controls.filter(x => x.waived))
					expect(
						c.findings
							.filter(f => f.role !== 'informs' && f.outcome === 'fail' && f.severity !== 'info')
							.every(f => keys.has(failureKey(f))),
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
