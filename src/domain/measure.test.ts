import {expect, test} from 'vitest';
import {measure} from './measure.js';

test.each([
	[1, 'days', '1 day'],
	['1', 'hours', '1 hour'],
	[0, 'days', '0 days'],
	[35, 'days', '35 days'],
])('%j %s is said as %s', (value, unit, said) => {
	expect(measure(value, unit)).toBe(said);
});
