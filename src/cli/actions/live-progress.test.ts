import {expect, test} from 'vitest';
import {timeLeft} from './live-progress.js';

test.each([
	[4, 1000, 4_000, undefined],
	[49, 1000, 10_000, undefined],
	[50, 1000, 5_000, 'about 2 min left'],
	[500, 1000, 60_000, 'about 60 s left'],
	[900, 1000, 9_000, 'about 1 s left'],
	[1000, 1000, 9_000, undefined],
])('%i of %i done after %i ms: %s', (done, all, elapsed, words) => {
	expect(timeLeft(done, all, elapsed)).toBe(words);
});
