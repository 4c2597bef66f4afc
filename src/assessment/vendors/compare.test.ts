import {describe, expect, it} from 'vitest';
import {
	allAnswered,
	compareAnswers,
	evaluateVendors,
	firstNames,
	resultOf,
} from '../../../test/helpers/vendor-answers.js';
import {compareVendors, type CompareOptions} from './compare.js';

describe('the comparison of vendors', () => {
	it('weighs met whole, partly half, and never counts the unknown as met', () => {
		const {score, possible, coverage} = resultOf(
			compareAnswers({alpha: {tls: 'yes', dpa: 'partly', soc2: 'no', iso: 'dont-know'}, beta: {}}),
			'alpha',
		);
		// 5 + 4/2 of 17; the unknown iso (3) and exit (2) would add five.
		expect(score).toBe(41.2);
		expect(possible).toBe(70.6);
		// What the profile asks about is tls and soc2, and both are known.
		expect(coverage).toBe(1);
	});

	it('leaves out on both sides what does not apply', () => {
		const alpha = resultOf(
			compareAnswers({alpha: {...allAnswered('yes'), exit: 'not-applicable', iso: 'no'}, beta: {}}),
			'alpha',
		);
		expect(alpha.score).toBe(80);
		expect(alpha.coverage).toBe(1);
	});

	it('takes the larger weight of the profiles, and a file above all', () => {
		const weight = (profiles: readonly string[], options?: CompareOptions) =>
			compareVendors(evaluateVendors({alpha: {}}, 'no', profiles), options).criteria.find(
				c => c.control === 'soc2',
			)?.weight;
		expect(weight(['startup'])).toBe(3);
		expect(weight(['regulated'])).toBe(5);
		expect(weight(['startup', 'regulated'])).toBe(5);
		expect(weight(['regulated'], {weights: new Map([['soc2', 1]])})).toBe(1);
	});

	it('shows only what is weighed or rules out, the heaviest first', () => {
		expect(compareAnswers({alpha: {}}).criteria.map(c => c.control)).toEqual([
			'tls',
			'dpa',
			'soc2',
			'iso',
			'exit',
		]);
	});

	it('rules out by a knock-out, and by a conditional one only where its condition holds', () => {
		const given = {alpha: {...allAnswered('yes'), dpa: 'no'}, beta: allAnswered('partly')} as const;
		expect(resultOf(compareAnswers(given, 'yes'), 'alpha')).toMatchObject({
			standing: 'knocked-out',
			knockedOutBy: ['dpa'],
		});
		expect(resultOf(compareAnswers(given, 'yes'), 'alpha').rank).toBeUndefined();
		expect(firstNames(compareAnswers(given, 'yes'))).toEqual(['beta']);
		expect(firstNames(compareAnswers(given, 'no'))).toEqual(['alpha']);
		expect(compareAnswers(given, 'yes').sentences).toContain(
			'alpha is out: not met is “dpa holds”.',
		);
	});

	it('counts a mandatory knock-out that is met in part, or not known, as open', () => {
		// Both tls, a knock-out, and soc2 are mandatory.
		const part = compareAnswers({alpha: {...allAnswered('yes'), tls: 'partly'}, beta: {}});
		expect(resultOf(part, 'alpha').openMustHaves).toEqual(['tls']);
		expect(part.sentences.join('\n')).toContain(
			'1 control that the profile makes mandatory is not met or not known yet; settle it before you sign.',
		);
		expect(resultOf(part, 'beta').openMustHaves).toEqual(['tls', 'soc2']);
		const out = compareAnswers({alpha: allAnswered('no'), beta: {}});
		expect(resultOf(out, 'alpha').openMustHaves).toEqual(['tls', 'soc2']);
	});

	it('puts nobody first while a fact that decides a knock-out is not known', () => {
		const unknown = compareVendors(
			evaluateVendors(
				{alpha: {...allAnswered('yes'), dpa: 'no'}, beta: allAnswered('partly')},
				'dont-know',
			),
		);
		expect(resultOf(unknown, 'alpha')).toMatchObject({
			standing: 'too-little-known',
			lacks: [{kind: 'knock-out-open', controls: ['dpa']}],
		});
		expect(firstNames(unknown)).toEqual(['beta']);
		expect(unknown.challengers).toEqual([resultOf(unknown, 'alpha').vendor]);
	});

	it('puts nobody first of whom too little is known, and says so', () => {
		const comparison = compareAnswers({
			alpha: {tls: 'yes', dpa: 'yes'},
			beta: allAnswered('dont-know'),
		});
		expect(comparison.first).toEqual([]);
		expect(comparison.sensitivity.verdict).toBe('undecided');
		expect(comparison.sentences[0]).toBe('No vendor is put first yet: too little is known.');
		expect(comparison.sentences.join('\n')).toContain(
			'alpha is not ranked: only 62 % of the weight that the profile asks about is known, and 67 % are wanted (the heaviest open: “soc2 holds”).',
		);
		expect(comparison.sentences.join('\n')).toContain(
			'not settled is “tls holds”, which can rule it out',
		);
	});

	it('ranks by what the profile asks, and says what else weighs and how to open it', () => {
		const asked = {tls: 'yes', soc2: 'yes'} as const;
		const comparison = compareAnswers({alpha: asked, beta: {...asked, iso: 'yes'}});
		expect(comparison.vendors.map(v => [v.name, v.rank, v.coverage])).toEqual([
			['beta', 1, 1],
			['alpha', 2, 1],
		]);
		expect(comparison.criteria.filter(c => c.asked).map(c => c.control)).toEqual(['tls', 'soc2']);
		expect(comparison.sentences.join('\n')).toMatch(
			/Optional under the profile, .*“dpa holds”, “iso holds”, “exit holds”\. .*dbvet assess --blank --all/,
		);
	});

	it('measures a vendor that is asked less by what is asked of the other', () => {
		const evaluation = evaluateVendors({alpha: {tls: 'yes'}, beta: {tls: 'yes', soc2: 'yes'}});
		const less: typeof evaluation = {
			...evaluation,
			controls: evaluation.controls.map(c =>
				c.targetName === 'alpha' && c.control === 'soc2' ? {...c, requirement: 'optional'} : c,
			),
		};
		expect(resultOf(compareVendors(less), 'alpha')).toMatchObject({
			standing: 'too-little-known',
			coverage: 5 / 8,
		});
	});

	it('does not let "not applicable" win', () => {
		const comparison = compareAnswers({
			alpha: {
				tls: 'yes',
				dpa: 'not-applicable',
				soc2: 'not-applicable',
				iso: 'not-applicable',
				exit: 'yes',
			},
			beta: allAnswered('partly'),
		});
		expect(resultOf(comparison, 'alpha')).toMatchObject({
			score: 100,
			standing: 'too-little-known',
			lacks: [{kind: 'not-applicable'}],
		});
		expect(firstNames(comparison)).toEqual(['beta']);
	});

	it('shows a claim without evidence as claimed', () => {
		const comparison = compareAnswers({alpha: allAnswered('yes'), beta: allAnswered('no')});
		expect(resultOf(comparison, 'alpha')).toMatchObject({onlyClaimed: 5, counting: 5});
		expect(resultOf(comparison, 'alpha').cells.map(c => c.assurance)).toEqual(
			Array(5).fill('claimed'),
		);
		expect(comparison.sentences.join('\n')).toContain(
			'alpha: 5 of the 5 controls that count for it are only claimed',
		);
	});

	it('says that nobody is left when all are knocked out', () => {
		const comparison = compareAnswers({
			alpha: {...allAnswered('yes'), tls: 'no'},
			beta: {...allAnswered('yes'), tls: 'no'},
		});
		expect(comparison.sentences[0]).toBe('No vendor is left: each of them is knocked out.');
		expect(comparison.first).toEqual([]);
	});

	it('lets no hostile name into a sentence', () => {
		const name = 'evil\u001b[2J\u202e\nname';
		expect(
			compareAnswers({[name]: allAnswered('yes'), beta: allAnswered('no')}).sentences.join(' '),
		).not.toMatch(
			// eslint-disable-next-line no-control-regex -- control characters are just what is looked for.
			/[\u0000-\u001f\u202e]/,
		);
	});
});
