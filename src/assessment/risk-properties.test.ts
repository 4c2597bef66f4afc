import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {RiskScore} from '../domain/evaluation.js';
import {
	answered,
	dbQuestions,
	expectNoLower,
	prod,
	record,
	type Input,
} from '../../test/helpers/any-record.js';
import {tinyAnswer, tinyFinding, tinyRun} from '../../test/helpers/tiny-record.js';
import {assess} from './assess.js';

const size = ({likelihood, impact}: RiskScore): number => likelihood * impact;

const withAnswer = (input: Input, q: string, v: string): Input => {
	const {state} = input;
	return {
		...input,
		state: {
			...state,
			answers: {...state.answers, [`${prod.id}/${q}`]: tinyAnswer(prod, q, v)},
		},
	};
};
const often = {numRuns: Number(process.env.DBVET_FUZZ_RUNS ?? 300)};

describe('properties of risks', () => {
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

	it('never raises a risk for a better answer', () => {
		fc.assert(
			fc.property(
				record,
				fc.constantFrom(...dbQuestions),
				fc.constantFrom(['no', 'partly'], ['partly', 'yes'], ['no', 'yes'], ['dont-know', 'yes']),
				(input, question, [worse, better]) => {
					// Only `half` can be seen as partly, and no treatment lets that count: else an answer that contradicts it would raise a risk, as the rule wants.
					const before = assess(withAnswer(input, question, worse));
					expectNoLower(assess(withAnswer(input, question, better)), before);
				},
			),
			often,
		);
	});

	it('does not raise a risk from partly to yes where another answer is open and nothing applied to the check', () => {
		const nothingApplies = tinyRun(
			prod,
			['prod.example:5432', 'replica.example:5432'].map(endpoint =>
				tinyFinding({check: 'a', endpoint, outcome: 'not-applicable'}),
			),
			'2026-11-20T00:00:00.000Z',
		);
		const partly = answered([tinyAnswer(prod, 'q-refutable', 'partly')], [nothingApplies]);
		const yes = withAnswer(partly, 'q-refutable', 'yes');
		const [before, after] = [partly, yes].map(input =>
			assess(withAnswer(input, 'q-only', 'not-applicable')),
		);
		expectNoLower(after!, before!);
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
});
