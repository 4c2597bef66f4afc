import {expect, test} from 'vitest';
import {doubtfulNumber} from './doubtful-number.js';

test.each([
	['1.000', 'write 1000 or 1'],
	['1,000', 'write 1000 or 1'],
	['2.500 hours', 'write 2500 or 2.5'],
	['-1.250', 'write -1250 or -1.25'],
	['999.125', 'write 999125 or 999.1250'],
])('%s is refused with both readings', (text, expected) => {
	expect(doubtfulNumber(text)).toContain(expected);
});

test.each([
	'1',
	'1000',
	'1.0',
	'1.5',
	'0.125',
	'0.500',
	'1.0000',
	'1000.000',
	'1.000.000',
	'',
	'x',
])('%j is left to whoever reads numbers', text => {
	expect(doubtfulNumber(text)).toBeUndefined();
});
