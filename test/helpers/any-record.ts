import fc from 'fast-check';
import {expect} from 'vitest';
import type {Answer} from '../../src/domain/answer.js';
import type {Evaluation} from '../../src/domain/evaluation.js';
import type {Finding} from '../../src/domain/finding.js';
import type {Assess} from '../../src/domain/ports.js';
import {databaseContent} from './assess-tiny.js';
import {tinyCheck} from './tiny-content.js';
import {
	tinyAnswer,
	tinyDatabase,
	tinyFinding,
	tinyNow,
	tinyOrganisation,
	tinyRun,
	tinyState,
} from './tiny-record.js';

/** Any record about one database, with what properties of assess() are said of. */
export type Input = Parameters<Assess>[0];

const why = 'It helps.';
const content = databaseContent({
	scoping: [{id: 'multi-tenant', fact: 'multi-tenant'}],
	controls: [
		{
			id: 'both',
			severity: 'critical',
			checks: [
				{check: 'a', role: 'required'},
				{check: 'b', role: 'required'},
			],
		},
		{
			id: 'refutable',
			checks: [
				{check: 'a', role: 'required'},
				{check: 'r', role: 'refutes'},
			],
		},
		{id: 'only-refuted', checks: [{check: 'r', role: 'refutes'}]},
		{
			id: 'half',
			severity: 'medium',
			failingMeans: 'partly',
			checks: [{check: 'c', role: 'required'}],
		},
		{id: 'retention', severity: 'low'},
		{
			id: 'tenants',
			appliesWhen: {fact: 'multi-tenant', is: 'yes'},
			checks: [{check: 'd', role: 'required'}],
		},
	],
	questions: [
		{id: 'q-both', control: 'both'},
		{id: 'q-refutable', control: 'refutable'},
		{id: 'q-refutable-two', control: 'refutable'},
		{id: 'q-only', control: 'only-refuted'},
		{id: 'q-half', control: 'half'},
		{id: 'q-tenants', control: 'tenants'},
		{
			id: 'q-follow',
			control: 'both',
			followUp: true,
			when: {answer: 'q-both', is: 'partly'},
		},
	],
	profiles: [{id: 'startup', mandatory: ['both', 'tenants']}],
	risks: [
		{
			id: 'one',
			impactRaisedWhen: [{fact: 'multi-tenant', is: 'yes'}],
			treatments: [
				{lowers: 'likelihood', by: 3, partlyBy: 1, controls: ['both'], why},
				{lowers: 'likelihood', by: 2, partlyBy: 1, controls: ['refutable', 'only-refuted'], why},
				{lowers: 'impact', by: 2, controls: ['half', 'refutable'], why},
				{lowers: 'impact', by: 1, controls: ['tenants', 'retention'], why},
				{lowers: 'impact', by: 1, controls: ['tenants', 'both'], why},
			],
		},
		{
			id: 'two',
			treatments: [{lowers: 'impact', by: 4, controls: ['half'], why}],
		},
	],
});
/** The checks that this dbvet knows. */
export const checks = [
	tinyCheck({id: 'a'}),
	tinyCheck({id: 'b', scope: 'server'}),
	tinyCheck({id: 'c'}),
	tinyCheck({id: 'd', scope: 'server'}),
	tinyCheck({id: 'r'}),
];
/** The database that all records are about; it has a primary and a replica. */
export const prod = tinyDatabase('prod', {
	endpoints: [
		{role: 'primary', host: 'prod.example', port: 5432},
		{role: 'replica', host: 'replica.example', port: 5432},
	],
});
const acme = tinyOrganisation();
/** The questions about it. */
export const dbQuestions = [
	'q-both',
	'q-refutable',
	'q-refutable-two',
	'q-only',
	'q-half',
	'q-tenants',
	'q-follow',
];
const outcomes = ['pass', 'pass', 'fail', 'not-applicable', 'unknown', 'error'] as const;

/** Any finding about it, also of endpoints and checks that nobody lists. */
export const finding: fc.Arbitrary<Finding> = fc
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

/** The record with these answers and runs. */
export const answered = (answers: readonly Answer[], runs: Input['runs']): Input => ({
	content,
	checks,
	now: tinyNow,
	state: tinyState({targets: [prod, acme], answers}),
	runs,
});

/** Any record: answers, and up to four probe runs. */
export const record: fc.Arbitrary<Input> = fc
	.record({
		answers: fc.array(answer, {maxLength: 9}),
		runs: fc.array(fc.tuple(day, fc.array(finding, {maxLength: 14})), {maxLength: 4}),
	})
	.map(({answers, runs}) =>
		answered(
			answers,
			runs.map(([d, findings], i) => tinyRun(prod, findings, `${d}T0${i}:00:00.000Z`)),
		),
	);

/** Expects every risk of the second evaluation to be at least as large as in the first, in both views and both factors. */
export const expectNoLower = (first: Evaluation, second: Evaluation): void => {
	for (const [i, risk] of first.risks.entries())
		for (const view of ['claimed', 'verified'] as const) {
			expect(second.risks[i]![view].likelihood).toBeGreaterThanOrEqual(risk[view].likelihood);
			expect(second.risks[i]![view].impact).toBeGreaterThanOrEqual(risk[view].impact);
		}
};
