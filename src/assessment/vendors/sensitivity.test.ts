import {describe, expect, it} from 'vitest';
import {
	allAnswered,
	compareAnswers,
	firstNames,
	resultOf,
} from '../../../test/helpers/vendor-answers.js';

describe('what the first place depends on', () => {
	it('says who could still overtake the first', () => {
		const comparison = compareAnswers({
			alpha: {...allAnswered('yes'), exit: 'no'},
			beta: {...allAnswered('yes'), exit: 'dont-know', iso: 'partly'},
		});
		expect(firstNames(comparison)).toEqual(['alpha']);
		expect(comparison.challengers).toEqual([resultOf(comparison, 'beta').vendor]);
		expect(comparison.sentences).toContain(
			'beta could still reach the first: up to 91.2 when its open answers are good.',
		);
	});

	it('says that a tie is one, and what would break it', () => {
		const comparison = compareAnswers({
			alpha: {...allAnswered('yes'), soc2: 'no'},
			beta: {...allAnswered('yes'), iso: 'no'},
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
		const {sensitivity, vendors, sentences} = compareAnswers({
			alpha: {...allAnswered('yes'), exit: 'no'},
			beta: {...allAnswered('yes'), iso: 'no'},
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
		expect(sentences).toContain(
			'The smallest change is “iso holds” at 2 instead of 3: then alpha and beta are equal.',
		);
	});

	it('says a change once that is named already and the smallest as well', () => {
		const {sensitivity, sentences} = compareAnswers(
			{
				alpha: {...allAnswered('yes'), exit: 'no'},
				beta: {...allAnswered('yes'), iso: 'no'},
			},
			'no',
			{
				weights: new Map([
					['iso', 1],
					['exit', 0],
				]),
			},
		);
		expect(sensitivity.shifts).toContainEqual(sensitivity.smallest);
		const text = sentences.join('\n');
		expect(text).toContain('Depends on the weights: with “iso holds” at 0 instead of 1');
		expect(text).not.toContain('The smallest change');
	});

	it('says robust only when neither dropping nor doubling any weight helps', () => {
		const {sensitivity, sentences} = compareAnswers({
			alpha: allAnswered('yes'),
			beta: {...allAnswered('yes'), tls: 'partly'},
		});
		// Without tls both would be equal, so that the first place does depend on it.
		expect(sensitivity.verdict).toBe('depends');
		const robust = compareAnswers({alpha: allAnswered('yes'), beta: allAnswered('partly')});
		expect(robust.sensitivity).toMatchObject({verdict: 'robust', shifts: []});
		expect(robust.sentences.join('\n')).toContain(
			'Robust: no single weight changes who is first, whether set to 0, doubled, or anything up to 10.',
		);
		expect(sentences.join('\n')).not.toContain('Robust');
	});
});
