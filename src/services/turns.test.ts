import {expect, test} from 'vitest';
import {createTurns} from './turns.js';

test('no more than so many have a turn at once, and the first in line is the next', async () => {
	const take = createTurns(2);
	const begun: number[] = [];
	const backs: (() => void)[] = [];
	const all = [0, 1, 2, 3].map(async i => {
		const back = await take();
		begun.push(i);
		backs.push(back);
	});
	await Promise.all(all.slice(0, 2));
	expect(begun).toEqual([0, 1]);
	backs[0]?.();
	await all[2];
	expect(begun).toEqual([0, 1, 2]);
	backs[1]?.();
	await all[3];
	for (const back of backs.slice(2)) back();
	const again = await take();
	expect(begun).toEqual([0, 1, 2, 3]);
	again();
});
