import {expect, test} from 'vitest';
import {allOf, together} from './together.js';

const recording = (most: number) => {
	const bundles: string[][] = [];
	const ask = together(most, (items: readonly string[]) => {
		bundles.push([...items]);
		return items.includes('bad')
			? Promise.reject(new Error('refused'))
			: Promise.resolve(items.map(item => item.toUpperCase()));
	});
	return {ask, bundles};
};

test('what is asked in one breath is one piece of work, in its order and of a bounded size', async () => {
	const {ask, bundles} = recording(2);
	expect(await Promise.all(['a', 'b', 'c'].map(ask))).toEqual(['A', 'B', 'C']);
	expect(await ask('d')).toBe('D');
	expect(bundles).toEqual([['a', 'b'], ['c'], ['d']]);
});

test('one piece of work waits for the one before, and a failed one spoils no other', async () => {
	const {ask, bundles} = recording(1);
	const all = await Promise.allSettled(['a', 'bad', 'c'].map(ask));
	expect(all.map(({status}) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
	expect(bundles).toHaveLength(3);

	let running = 0;
	let most = 0;
	const slow = together(1, async (items: readonly number[]) => {
		running += 1;
		most = Math.max(most, running);
		await new Promise(resolve => setImmediate(resolve));
		running -= 1;
		return items;
	});
	await Promise.all([1, 2, 3].map(slow));
	expect(most).toBe(1);
});

test('too few results are told, not waited for', async () => {
	const ask = together(8, () => Promise.resolve([]));
	await expect(ask('a')).rejects.toThrow('0 of 1 results');
});

test('the members of an object come back by their names', async () => {
	expect(await allOf({one: Promise.resolve(1), two: 2})).toEqual({one: 1, two: 2});
});
