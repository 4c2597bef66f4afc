import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	tinyContent,
	tinyControl,
	tinyProfile,
	tinyQuestion,
	tinyQuestionnaire,
} from '../../../test/helpers/tiny-content.js';
import {
	tinyAnswer,
	tinyNow,
	tinyOrganisation,
	tinyState,
	tinyVendor,
} from '../../../test/helpers/tiny-record.js';
import type {Comparison, VendorResult} from '../../domain/comparison.js';
import type {Evaluation} from '../../domain/evaluation.js';
import {assess} from '../assess.js';
import {compareVendors, type CompareOptions} from './compare.js';

const questions = ['tls', 'dpa', 'soc2', 'iso', 'exit'] as const;
type Question = (typeof questions)[number];
type Value = 'yes' | 'partly' | 'no' | 'dont-know' | 'not-applicable' | undefined;
type Answers = Partial<Readonly<Record<Question, Value>>>;

const fact = tinyQuestion({
	id: 'in-the-eu',
	fact: 'eu-customers',
	answer: {kind: 'yes-no', claims: {yes: 'nothing', no: 'nothing'}},
});

const content = tinyContent({
	profiles: [
		tinyProfile({id: 'startup', mandatory: ['tls', 'soc2']}),
		tinyProfile({id: 'regulated', mandatory: ['tls']}),
	],
	questionnaires: [
		tinyQuestionnaire({id: 'scoping', kind: 'organisation', questions: [fact]}),
		tinyQuestionnaire({
			id: 'vendors',
			kind: 'vendor',
			controls: [
				tinyControl({id: 'tls', kind: 'vendor', weight: 5, knockOut: true}),
				tinyControl({
					id: 'dpa',
					kind: 'vendor',
					weight: 4,
					knockOut: {when: {fact: 'eu-customers', is: 'yes'}},
				}),
				tinyControl({id: 'soc2', kind: 'vendor', weight: 3, weightIn: {regulated: 5}}),
				tinyControl({id: 'iso', kind: 'vendor', weight: 3}),
				tinyControl({id: 'exit', kind: 'vendor', weight: 2}),
				tinyControl({id: 'logo', kind: 'vendor'}),
			],
			questions: [...questions, 'logo'].map(id => tinyQuestion({id, control: id})),
		}),
	],
});

const us = tinyOrganisation();
const names = ['alpha', 'beta', 'gamma', 'delta'] as const;

const evaluate = (
	given: Readonly<Partial<Record<string, Answers>>>,
	eu: 'yes' | 'no' | 'dont-know' = 'no',
	profiles: readonly string[] = ['startup'],
	turned = false,
): Evaluation => {
	const vendors = Object.keys(given).map(name => tinyVendor(name));
	const answers = vendors.flatMap(vendor =>
		Object.entries(given[vendor.name] ?? {}).flatMap(([question, value]) =>
			value === undefined ? [] : [tinyAnswer(vendor, question, value)],
		),
	);
	return assess({
		content,
		state: tinyState({
			targets: turned ? [us, ...vendors].reverse() : [us, ...vendors],
			profiles,
			answers: [...answers, tinyAnswer(us, 'in-the-eu', eu)],
		}),
		runs: [],
		checks: [],
		now: tinyNow,
	});
};

const compare = (
	given: Readonly<Partial<Record<string, Answers>>>,
	eu?: 'yes' | 'no',
	options: CompareOptions = {},
): Comparison => compareVendors(evaluate(given, eu ?? 'no'), options);

const of = (comparison: Comparison, name: string): VendorResult => {
	const found = comparison.vendors.find(v => v.name === name);
	if (found === undefined) throw new Error(`no ${name}`);
	return found;
};
const firstNames = (c: Comparison): readonly string[] =>
	c.vendors.filter(v => c.first.includes(v.vendor)).map(v => v.name);

const all = (value: Value): Answers => Object.fromEntries(questions.map(q => [q, value]));

describe('the comparison of vendors', () => {
	it('weighs met whole, partly half, and never counts the unknown as met', () => {
		const {score, possible, coverage} = of(
			compare({alpha: {tls: 'yes', dpa: 'partly', soc2: 'no', iso: 'dont-know'}, beta: {}}),
			'alpha',
		);
		// 5 + 4/2 of 17; the unknown iso (3) and exit (2) would add five.
		expect(score).toBe(41.2);
		expect(possible).toBe(70.6);
		expect(coverage).toBeCloseTo(12 / 17);
	});

	it('leaves out on both sides what does not apply', () => {
		const alpha = of(
			compare({alpha: {...all('yes'), exit: 'not-applicable', iso: 'no'}, beta: {}}),
			'alpha',
		);
		expect(alpha.score).toBe(80);
		expect(alpha.coverage).toBe(1);
	});

	it('takes the larger weight of the profiles, and a file above all', () => {
		const weight = (profiles: readonly string[], options?: CompareOptions) =>
			compareVendors(evaluate({alpha: {}}, 'no', profiles), options).criteria.find(
				c => c.control === 'soc2',
			)?.weight;
		expect(weight(['startup'])).toBe(3);
		expect(weight(['regulated'])).toBe(5);
		expect(weight(['startup', 'regulated'])).toBe(5);
		expect(weight(['regulated'], {weights: new Map([['soc2', 1]])})).toBe(1);
	});

	it('shows only what is weighed or rules out, the heaviest first', () => {
		expect(compare({alpha: {}}).criteria.map(c => c.control)).toEqual([
			'tls',
			'dpa',
			'soc2',
			'iso',
			'exit',
		]);
	});

	it('rules out by a knock-out, and by a conditional one only where its condition holds', () => {
		const given = {alpha: {...all('yes'), dpa: 'no'}, beta: all('partly')} as const;
		expect(of(compare(given, 'yes'), 'alpha')).toMatchObject({
			standing: 'knocked-out',
			knockedOutBy: ['dpa'],
		});
		expect(of(compare(given, 'yes'), 'alpha').rank).toBeUndefined();
		expect(firstNames(compare(given, 'yes'))).toEqual(['beta']);
		expect(firstNames(compare(given, 'no'))).toEqual(['alpha']);
		expect(compare(given, 'yes').sentences).toContain('alpha is out: not met is “dpa holds”.');
	});

	it('puts nobody first while a fact that decides a knock-out is not known', () => {
		const unknown = compareVendors(
			evaluate({alpha: {...all('yes'), dpa: 'no'}, beta: all('partly')}, 'dont-know'),
		);
		expect(of(unknown, 'alpha')).toMatchObject({
			standing: 'too-little-known',
			lacks: [{kind: 'knock-out-open', controls: ['dpa']}],
		});
		expect(firstNames(unknown)).toEqual(['beta']);
		expect(unknown.challengers).toEqual([of(unknown, 'alpha').vendor]);
	});

	it('puts nobody first of whom too little is known, and says so', () => {
		const comparison = compare({alpha: {tls: 'yes', dpa: 'yes'}, beta: all('dont-know')});
		expect(comparison.first).toEqual([]);
		expect(comparison.sensitivity.verdict).toBe('undecided');
		expect(comparison.sentences[0]).toBe('No vendor is put first yet: too little is known.');
		expect(comparison.sentences.join('\n')).toContain(
			'alpha is not ranked: only 52 % of the weight is known, and 67 % are wanted.',
		);
		expect(comparison.sentences.join('\n')).toContain(
			'not settled is “tls holds”, which can rule it out',
		);
	});

	it('does not let "not applicable" win', () => {
		const comparison = compare({
			alpha: {
				tls: 'yes',
				dpa: 'not-applicable',
				soc2: 'not-applicable',
				iso: 'not-applicable',
				exit: 'yes',
			},
			beta: all('partly'),
		});
		expect(of(comparison, 'alpha')).toMatchObject({
			score: 100,
			standing: 'too-little-known',
			lacks: [{kind: 'not-applicable'}],
		});
		expect(firstNames(comparison)).toEqual(['beta']);
	});

	it('says who could still overtake the first', () => {
		const comparison = compare({
			alpha: {...all('yes'), exit: 'no'},
			beta: {...all('yes'), exit: 'dont-know', iso: 'partly'},
		});
		expect(firstNames(comparison)).toEqual(['alpha']);
		expect(comparison.challengers).toEqual([of(comparison, 'beta').vendor]);
		expect(comparison.sentences).toContain(
			'beta could still reach the first: up to 91.2 when its open answers are good.',
		);
	});

	it('says that a tie is one, and what would break it', () => {
		const comparison = compare({
			alpha: {...all('yes'), soc2: 'no'},
			beta: {...all('yes'), iso: 'no'},
		});
		expect(firstNames(comparison)).toEqual(['alpha', 'beta']);
		expect(comparison.vendors.map(v => v.rank)).toEqual([1, 1]);
		expect(comparison.sensitivity.verdict).toBe('tie');
		expect(comparison.sentences[0]).toMatch(/^A tie: alpha and beta are equal with 82\.4 of 100/);
		expect(comparison.sentences.join('\n')).toMatch(
			/The tie hangs on the weights: with “soc2 holds” at 2 instead of 3, alpha is first/,
		);
	});

	it('finds the weight on which the first place depends, and the smallest change', () => {
		const {sensitivity, vendors, sentences} = compare({
			alpha: {...all('yes'), exit: 'no'},
			beta: {...all('yes'), iso: 'no'},
		});
		const beta = vendors.find(v => v.name === 'beta')?.vendor;
		expect(sensitivity.verdict).toBe('depends');
		expect(sensitivity.shifts).toContainEqual({
			control: 'exit',
			title: 'exit holds',
			from: 2,
			to: 4,
			first: [beta],
		});
		expect(sensitivity.smallest).toMatchObject({control: 'iso', from: 3, to: 2});
		expect(sentences.join('\n')).toContain(
			'Depends on the weights: with “iso holds” at 0 instead of 3, beta is first',
		);
	});

	it('says robust only when neither dropping nor doubling any weight helps', () => {
		const {sensitivity, sentences} = compare({
			alpha: all('yes'),
			beta: {...all('yes'), tls: 'partly'},
		});
		// Without tls both would be equal, so that the first place does depend on it.
		expect(sensitivity.verdict).toBe('depends');
		const robust = compare({alpha: all('yes'), beta: all('partly')});
		expect(robust.sensitivity).toMatchObject({verdict: 'robust', shifts: []});
		expect(robust.sentences.join('\n')).toContain(
			'Robust: no single weight changes who is first, whether set to 0, doubled, or anything up to 10.',
		);
		expect(sentences.join('\n')).not.toContain('Robust');
	});

	it('shows a claim without evidence as claimed', () => {
		const comparison = compare({alpha: all('yes'), beta: all('no')});
		expect(of(comparison, 'alpha')).toMatchObject({onlyClaimed: 5, counting: 5});
		expect(of(comparison, 'alpha').cells.map(c => c.assurance)).toEqual(Array(5).fill('claimed'));
		expect(comparison.sentences.join('\n')).toContain(
			'alpha: 5 of the 5 controls that count for it are only claimed',
		);
	});

	it('says that nobody is left when all are knocked out', () => {
		const comparison = compare({
			alpha: {...all('yes'), tls: 'no'},
			beta: {...all('yes'), tls: 'no'},
		});
		expect(comparison.sentences[0]).toBe('No vendor is left: each of them is knocked out.');
		expect(comparison.first).toEqual([]);
	});

	it('lets no hostile name into a sentence', () => {
		const name = 'evil\u001b[2J\u202e\nname';
		expect(compare({[name]: all('yes'), beta: all('no')}).sentences.join(' ')).not.toMatch(
			// eslint-disable-next-line no-control-regex -- control characters are just what is looked for.
			/[\u0000-\u001f\u202e]/,
		);
	});
});

const value = fc.constantFrom<Value>(
	'yes',
	'partly',
	'no',
	'dont-know',
	'not-applicable',
	undefined,
);
const answers = fc.record(
	Object.fromEntries(questions.map(q => [q, value])) as Record<Question, fc.Arbitrary<Value>>,
);
const several = fc
	.array(answers, {minLength: 2, maxLength: 4})
	.map(list => Object.fromEntries(list.map((a, i) => [names[i] ?? '', a])));
const eus = fc.constantFrom('yes', 'no', 'dont-know');

/** A place to compare by: lower is better. */
const placeIn = ({vendors}: Comparison, name: string): number => {
	const found = vendors.find(v => v.name === name);
	if (found?.standing === 'ranked') return found.rank ?? 0;
	return found?.standing === 'too-little-known' ? 100 : 200;
};

describe('properties of the comparison', () => {
	it('never lowers the rank of a vendor whose answer rises', () => {
		fc.assert(
			fc.property(
				several,
				fc.constantFrom(...names.slice(0, 2)),
				fc.constantFrom(...questions),
				fc.constantFrom<readonly [Value, Value]>(
					['no', 'partly'],
					['no', 'yes'],
					['partly', 'yes'],
					['dont-know', 'partly'],
					['dont-know', 'yes'],
					[undefined, 'yes'],
				),
				eus,
				(given, name, question, [worse, better], eu) => {
					const at = (v: Value) =>
						compareVendors(evaluate({...given, [name]: {...given[name], [question]: v}}, eu));
					expect(placeIn(at(better), name)).toBeLessThanOrEqual(placeIn(at(worse), name));
				},
			),
			{numRuns: 120},
		);
	});

	it('gives the same in whatever order the vendors come', () => {
		fc.assert(
			fc.property(several, eus, (given, eu) => {
				const turned = Object.fromEntries(Object.entries(given).reverse());
				expect(compareVendors(evaluate(turned, eu, ['startup'], true))).toEqual(
					compareVendors(evaluate(given, eu)),
				);
				const evaluation = evaluate(given, eu);
				expect(
					compareVendors({
						...evaluation,
						targets: evaluation.targets.toReversed(),
					}),
				).toEqual(compareVendors(evaluation));
			}),
			{numRuns: 60},
		);
	});

	it('never puts first who is knocked out or hardly known, under no weights', () => {
		const weights = fc.record(
			Object.fromEntries(questions.map(q => [q, fc.integer({min: 0, max: 10})])) as Record<
				Question,
				fc.Arbitrary<number>
			>,
		);
		fc.assert(
			fc.property(several, eus, weights, (given, eu, chosen) => {
				const comparison = compareVendors(evaluate(given, eu), {
					weights: new Map(Object.entries(chosen)),
				});
				const {first, vendors, sensitivity} = comparison;
				const named = [...first, ...sensitivity.shifts.flatMap(s => s.first)];
				for (const v of vendors) {
					if (v.standing !== 'ranked') expect(named).not.toContain(v.vendor);
					if (v.knockedOutBy.length > 0) expect(v.standing).toBe('knocked-out');
					expect(v.score).toBeLessThanOrEqual(v.possible);
				}
				// Equal scores share the place, and the first of them are all named.
				expect(
					vendors
						.filter(v => v.rank === 1)
						.map(v => v.vendor)
						.toSorted(),
				).toEqual([...first].toSorted());
				expect(JSON.parse(JSON.stringify(comparison))).toStrictEqual(comparison);
			}),
			{numRuns: 120},
		);
	});
});
