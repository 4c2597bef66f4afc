import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {assessTiny, controlIn, databaseContent} from '../../test/helpers/assess-tiny.js';
import {tinyAnswer, tinyDatabase, tinyFinding, tinyRun} from '../../test/helpers/tiny-record.js';
import type {Evaluation} from '../domain/evaluation.js';

const prod = tinyDatabase();
const controls = ['one', 'two', 'three'] as const;
const questions = controls.flatMap(c => [`${c}-a`, `${c}-b`, `${c}-c`]);
const requirement = fc.constantFrom('mandatory', 'recommended', 'optional');
const profileOf = (id: string) =>
	fc
		.record({
			one: requirement,
			two: requirement,
			three: requirement,
			details: fc.constantFrom('none', 'mandatory', 'all'),
		})
		.map(({details, ...lists}) => ({
			id,
			details,
			mandatory: controls.filter(c => lists[c] === 'mandatory'),
			recommended: controls.filter(c => lists[c] === 'recommended'),
		}));

const record = fc
	.record({
		a: profileOf('a'),
		b: profileOf('b'),
		details: fc.array(fc.constantFrom(...questions), {maxLength: 9}),
		answers: fc.array(
			fc.tuple(
				fc.constantFrom(...questions),
				fc.constantFrom('yes', 'yes', 'yes', 'no', 'partly', 'dont-know', 'not-applicable'),
			),
			{maxLength: 12},
		),
		outcome: fc.constantFrom('pass', 'fail', 'unknown', undefined),
	} as const)
	.map(({a, b, details, answers, outcome}) => {
		const content = databaseContent({
			controls: controls.map(id => ({
				id,
				checks: id === 'three' ? [{check: 'wire', role: 'required'}] : [],
			})),
			questions: questions.map(id => ({
				id,
				control: id.slice(0, -2),
				depth: details.includes(id) ? 'detail' : 'core',
				...(id.endsWith('-c') ? {when: {answer: `${id.slice(0, -2)}-a`, is: 'yes'}} : {}),
			})),
			profiles: [a, b],
			risks: [
				{
					id: 'loss',
					treatments: [
						{lowers: 'likelihood', by: 3, controls: ['one'], why: 'It helps.'},
						{lowers: 'impact', by: 2, controls: ['two', 'three'], why: 'It helps.'},
					],
				},
			],
		});
		const run = (profiles: readonly string[]): Evaluation =>
			assessTiny({
				content,
				checks: ['wire'],
				targets: [prod],
				profiles,
				answers: answers.map(([q, v]) => tinyAnswer(prod, q, v)),
				runs: outcome === undefined ? [] : [tinyRun(prod, [tinyFinding({check: 'wire', outcome})])],
			});
		return {run};
	});
const often = {numRuns: Number(process.env.DBVET_FUZZ_RUNS ?? 120)};
const due = (e: Evaluation) => e.questions.filter(q => q.due).map(q => q.question);

describe('properties of what is due', () => {
	it('never asks less when a profile is added', () => {
		fc.assert(
			fc.property(record, ({run}) => {
				expect(due(run(['a', 'b']))).toEqual(expect.arrayContaining(due(run(['a']))));
			}),
			often,
		);
	});

	it('never hides a "not met", whether its question is due or not', () => {
		fc.assert(
			fc.property(record, ({run}) => {
				const e = run(['a']);
				for (const q of e.questions.filter(({claim}) => claim === 'not-met')) {
					const control = controlIn(e, q.control!);
					expect(control.claim).toBe('not-met');
					expect(control.state).toBe('not-met');
				}
			}),
			often,
		);
	});

	it('claims "met" only on answers, and never against one that says less', () => {
		fc.assert(
			fc.property(record, ({run}) => {
				for (const control of run(['a']).controls) {
					if (control.claim !== 'met') continue;
					const asked = control.questions.filter(q => q.asked);
					expect(asked.some(q => q.claim === 'met')).toBe(true);
					for (const q of asked.filter(({answer}) => answer !== undefined))
						expect(['met', 'not-applicable']).toContain(q.claim);
				}
			}),
			often,
		);
	});

	it('decides alike under every profile once all that is asked was answered', () => {
		fc.assert(
			fc.property(record, ({run}) => {
				const [less, more] = [run(['a']), run(['a', 'b'])];
				for (const [at, control] of less.controls.entries()) {
					if (control.questions.some(q => q.asked && q.answer === undefined)) continue;
					expect(more.controls[at]!.state).toBe(control.state);
				}
			}),
			often,
		);
	});

	it('never lowers a risk by what is unknown', () => {
		fc.assert(
			fc.property(record, ({run}) => {
				for (const {treatments} of run(['a']).risks)
					for (const t of treatments)
						if (t.controls.some(c => c.state === 'unknown')) expect(t.countsAsClaimed).toBe(false);
			}),
			often,
		);
	});
});
