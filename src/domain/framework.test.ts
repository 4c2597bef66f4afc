import {expect, test} from 'vitest';
import {standingIds} from './framework.js';
import {nearest} from './suggest.js';

test('a requirement that was withdrawn is never suggested', () => {
	const requirements = [
		{id: 'SC-8', withdrawn: false},
		{id: 'SC-9', withdrawn: true},
	];
	expect(standingIds({requirements})).toEqual(['SC-8']);
	expect(nearest('SC-99', standingIds({requirements}))).not.toBe('SC-9');
});
