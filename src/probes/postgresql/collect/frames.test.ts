import fc from 'fast-check';
import {expect, test} from 'vitest';
import {createFrames, frameLimits} from './frames.js';

const message = (type: string, body: string): Buffer => {
	const bytes = Buffer.from(body, 'latin1');
	const head = Buffer.alloc(5);
	head.write(type, 0, 'latin1');
	head.writeInt32BE(bytes.length + 4, 1);
	return Buffer.concat([head, bytes]);
};

test.each(['E', 'N'])('a message %s whose fields have no end is refused', type => {
	for (const body of ['', 'SERROR', 'SERROR\0', 'SERROR\0C28000\0']) {
		expect(createFrames()(message(type, body))).toBe('unexpected-reply');
	}
	const good = message(type, 'SERROR\0C28000\0\0');
	expect(createFrames()(good)).toEqual(good);
});

test('a length below four is no message', () => {
	expect(createFrames()(Buffer.from([0x5a, 0, 0, 0, 3]))).toBe('unexpected-reply');
});

test('whole messages come out as they were, however they were cut', () => {
	const all = Buffer.concat([message('S', 'a\0b\0'), message('E', 'Sx\0\0'), message('Z', 'I')]);
	fc.assert(
		fc.property(fc.array(fc.integer({min: 0, max: all.length})), cuts => {
			const places = [0, ...cuts.toSorted((a, b) => a - b), all.length];
			const frames = createFrames();
			const out = places
				.slice(1)
				.map((end, i) => frames(all.subarray(places[i], end)))
				.map(whole => (typeof whole === 'string' ? Buffer.from(whole) : whole));
			expect(Buffer.concat(out)).toEqual(all);
		}),
	);
});

const head = (type: string, length: number): Buffer => {
	const bytes = message(type, '');
	bytes.writeInt32BE(length, 1);
	return bytes;
};

test.each([
	['R', 0x7fff_ffff, 'limit-exceeded'],
	['S', 65_541, 'limit-exceeded'],
	['D', frameLimits.row + 5, 'limit-exceeded'],
	['D', -1, 'unexpected-reply'],
	['H', 1_414_549_551, 'unexpected-reply'],
	['\u0001', 8, 'unexpected-reply'],
])('a header %s with a length of %d is refused before its body comes', (type, length, fault) => {
	expect(createFrames()(head(type, length))).toBe(fault);
});

test('a row of the largest size is taken, one byte at a time, in time that grows with its bytes alone', () => {
	const row = message('D', 'x'.repeat(frameLimits.row));
	const frames = createFrames();
	const started = performance.now();
	let came = 0;
	for (let at = 0; at < row.length; at += 1) came += frames(row.subarray(at, at + 1)).length;
	expect(came).toBe(row.length);
	expect(performance.now() - started).toBeLessThan(20_000);
});

test('what is no row, cells of one answer and everything together have limits', () => {
	const limits = {...frameLimits, besideRows: 40, cells: 3, all: 100};
	const beside = createFrames(limits);
	expect(beside(message('S', 'x'.repeat(25)))).toHaveLength(30);
	expect(beside(message('S', 'x'.repeat(25)))).toBe('limit-exceeded');
	const rows = createFrames(limits);
	const three = Buffer.concat(Array.from({length: 3}, () => message('D', '')));
	expect(rows(Buffer.concat([three, message('Z', 'I'), three]))).toHaveLength(36);
	expect(rows(message('D', ''))).toBe('limit-exceeded');
	expect(createFrames(limits)(Buffer.alloc(101, 0x44))).toBe('limit-exceeded');
});

test('an answer of more columns than dbvet asks for is refused', () => {
	expect(createFrames()(message('T', '\0\u0065'))).toBe('limit-exceeded');
	expect(createFrames()(message('D', '\uffff\u00ff'))).toHaveLength(7);
});

test('any bytes in any portions give whole messages or a fault, and nothing is thrown', () => {
	fc.assert(
		fc.property(fc.array(fc.uint8Array({maxLength: 40}), {maxLength: 20}), portions => {
			const frames = createFrames();
			const all = Buffer.concat(portions);
			let at = 0;
			for (const portion of portions) {
				const whole = frames(Buffer.from(portion));
				if (typeof whole === 'string') return;
				expect(whole).toEqual(all.subarray(at, at + whole.length));
				at += whole.length;
			}
		}),
	);
});
