import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	evaluateVendors,
	vendorNames,
	vendorQuestions,
	type VendorAnswer,
	type VendorQuestion,
} from '../../../test/helpers/vendor-answers.js';
import type {Comparison} from '../../domain/comparison.js';
import {compareVendors} from './compare.js';

const value = fc.constantFrom<VendorAnswer>(
	'yes',
	'partly',
	'no',
	'dont-know',
	'not-applicable',
	undefined,
);
const answers = fc.record(
	Object.fromEntries(vendorQuestions.map(q => [q, value])) as Record<
		VendorQuestion,
		fc.Arbitrary<VendorAnswer>
	>,
);
const several = fc
	.array(answers, {minLength: 2, maxLength: 4})
	.map(list => Object.fromEntries(list.map((a, i) => [vendorNames[i] ?? '', a])));
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
				fc.constantFrom(...vendorNames.slice(0, 2)),
				fc.constantFrom(...vendorQuestions),
				fc.constantFrom<readonly [VendorAnswer, VendorAnswer]>(
					['no', 'partly'],
					['no', 'yes'],
					['partly', 'yes'],
					['dont-know', 'partly'],
					['dont-know', 'yes'],
					[undefined, 'yes'],
				),
				eus,
				(given, name, question, [worse, better], eu) => {
					const at = (v: VendorAnswer) =>
						compareVendors(
							evaluateVendors({...given, [name]: {...given[name], [question]: v}}, eu),
						);
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
				expect(compareVendors(evaluateVendors(turned, eu, ['startup'], true))).toEqual(
					compareVendors(evaluateVendors(given, eu)),
				);
				const evaluation = evaluateVendors(given, eu);
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
			Object.fromEntries(vendorQuestions.map(q => [q, fc.integer({min: 0, max: 10})])) as Record<
				VendorQuestion,
				fc.Arbitrary<number>
			>,
		);
		fc.assert(
			fc.property(several, eus, weights, (given, eu, chosen) => {
				const comparison = compareVendors(evaluateVendors(given, eu), {
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
