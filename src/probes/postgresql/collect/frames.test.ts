import fc from 'fast-check';
import {expect, test} from 'vitest';
import {createFrames} from './frames.js';

const message = (type: string, body: string): Buffer => {
	const bytes = Buffer.from(body, 'latin1');
	const head = Buffer.alloc(5);
	head.write(type, 0, 'latin1');
	head.writeInt32BE(bytes.length + 4, 1);
	return Buffer.concat([head, bytes]);
};

test.each(['E', 'N'])('a message %s whose fields have no end is refused', type => {
	for (const body of ['', 'SERROR', 'SERROR\0', 'SERROR\0C28000\0']) {
		expect(createFrames()(message(type, body))).toBeUndefined();
	}
	const good = message(type, 'SERROR\0C28000\0\0');
	expect(createFrames()(good)).toEqual(good);
});

test('a length below four is no message', () => {
	expect(createFrames()(Buffer.from([0x5a, 0, 0, 0, 3]))).toBeUndefined();
});

test('whole messages come out as they were, however they were cut', () => {
	const all = Buffer.concat([message('S', 'a\0b\0'), message('E', 'Sx\0\0'), message('Z', 'I')]);
	fc.assert(
		fc.property(fc.array(fc.integer({min: 0, max: all.length})), cuts => {
			const places = [0, ...cuts.toSorted((a, b) => a - b), all.length];
			const frames = createFrames();
			const out = places
				.slice(1)
				.map((end, i) => frames(all.subarray(places[i], end)) ?? Buffer.from('broken'));
			expect(Buffer.concat(out)).toEqual(all);
		}),
	);
});
