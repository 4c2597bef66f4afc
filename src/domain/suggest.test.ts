import {expect, test} from 'vitest';
import {nearest} from './suggest.js';

test.each([
	['prob', 'probe'],
	['stauts', 'status'],
	['PROBE', 'probe'],
	['zzzzzz', undefined],
	['', undefined],
	['on', undefined],
	['ad', 'add'],
	['NO', 'no'],
	['vendor-iso', 'vendor-iso-27001'],
	['vendor-dpb', 'vendor-dpa'],
])('%j is meant as %j', (word, expected) => {
	const known = ['add', 'probe', 'status', 'no', 'render', 'vendor-dpa', 'vendor-iso-27001'];
	expect(nearest(word, known)).toBe(expected);
});
