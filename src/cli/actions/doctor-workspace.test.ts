import {expect, test} from 'vitest';
import {spaceLine} from './doctor-workspace.js';

test.each([
	[0, 'wrong', '0 MB free'],
	[5_000_000, 'wrong', '4 MB free'],
	[20 * 1_048_576 - 1, 'wrong', '19 MB free'],
	[20 * 1_048_576, 'ok', '20 MB free'],
	[5e12, 'ok', 'MB free'],
])('of a disk with %d bytes left it is said that it is %s', (bytes, result, text) => {
	expect(spaceLine(bytes)).toEqual({result, text: expect.stringContaining(text) as string});
});
