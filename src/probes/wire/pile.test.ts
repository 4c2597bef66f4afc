import fc from 'fast-check';
import {expect, test} from 'vitest';
import {createPile} from './pile.js';

test('what comes out is what went in, in its order, and stays as it was taken', () => {
	const step = fc.oneof(
		fc.record({add: fc.uint8Array({maxLength: 50})}),
		fc.record({take: fc.nat({max: 60})}),
	);
	fc.assert(
		fc.property(fc.array(step, {maxLength: 60}), steps => {
			const pile = createPile();
			let expected: Buffer = Buffer.alloc(0);
			const taken: (readonly [Buffer, Buffer])[] = [];
			for (const one of steps) {
				if ('add' in one) {
					pile.add(Buffer.from(one.add));
					expected = Buffer.concat([expected, one.add]);
				} else {
					taken.push([pile.take(one.take), expected.subarray(0, one.take)]);
					expected = expected.subarray(one.take);
				}
				expect(pile.held()).toBe(expected.length);
				expect(pile.look()).toEqual(expected);
			}
			for (const [got, wanted] of taken) expect(got).toEqual(wanted);
		}),
	);
});

test('two million portions of a byte cost no object each', () => {
	const pile = createPile();
	const byte = Buffer.from('x');
	const before = process.memoryUsage();
	for (let at = 0; at < 2_000_000; at += 1) pile.add(byte);
	const after = process.memoryUsage();
	expect(pile.held()).toBe(2_000_000);
	expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(16 * 1024 * 1024);
});
