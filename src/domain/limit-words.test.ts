import {describe, expect, it} from 'vitest';
import {limitWords} from './limit-words.js';
import {AnswerKind} from './question.js';

const words = (answer: unknown, thresholds = {}) =>
	limitWords({answer: AnswerKind.parse(answer), followUp: false}, thresholds);
const hours = {
	kind: 'number',
	unit: 'hours',
	max: 999,
	met: {atMost: 'hours'},
	partly: {atMost: 72},
};

describe('limitWords', () => {
	it('tells both limits, and one alone where they are the same', () => {
		expect(words(hours, {hours: 24})).toBe('met: at most 24 hours; partly: at most 72 hours');
		expect(words(hours, {hours: 72})).toBe('met: at most 72 hours');
	});

	it('tells how long the period before a day must have been', () => {
		expect(
			words({kind: 'date', met: {within: 365}, notBefore: 'start', period: {met: 180, partly: 89}}),
		).toBe(
			'met: at most 365 days ago; the period that ends on it has at least 180 days, for partly at least 89',
		);
	});

	it('says nothing where there is no limit', () => {
		expect(words({kind: 'text'})).toBeUndefined();
	});
});
