import {expect, test} from 'vitest';
import {nearest} from './suggest.js';

test.each([
	['prob', 'probe'],
	['stauts', 'status'],
	['PROBE', 'probe'],
	['zzzzzz', undefined],
	['', undefined],
])('%j is meant as %j', (word, expected) => {
	expect(nearest(word, ['probe', 'status', 'render'])).toBe(expected);
});
