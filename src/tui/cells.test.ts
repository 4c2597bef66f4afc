import fc from 'fast-check';
import {expect, test} from 'vitest';
import {cells, clip, cut, fit, wrap, wrapAtMost} from './cells.js';

test('wide characters take two cells and marks none', () => {
	expect(cells('prod-db')).toBe(7);
	expect(cells('資料庫')).toBe(6);
	expect(cells('e\u0301')).toBe(1);
	expect(cells('✔ ✖ ▸ ░')).toBe(7);
	expect(cells('🔒')).toBe(2);
});

test('a cut text never takes more than its room, and wide characters are not halved', () => {
	expect(cut('資料庫', 3)).toBe('資');
	expect(fit('資料庫', 4)).toBe('資… ');
	expect(fit('abc', 5, 'right')).toBe('  abc');
});

test('fit gives exactly the width, whatever the text', () => {
	fc.assert(
		fc.property(
			fc.string({unit: 'grapheme', maxLength: 60}),
			fc.integer({min: 1, max: 40}),
			(text, width) => {
				const flat = text.replace(/\p{Cc}/gu, '');
				expect(cells(fit(flat, width))).toBe(width);
			},
		),
	);
});

test('wrapped lines keep every word in order and never exceed the width', () => {
	fc.assert(
		fc.property(
			fc.array(fc.stringMatching(/^[a-z資]{1,30}$/), {maxLength: 20}),
			fc.integer({min: 2, max: 50}),
			(words, width) => {
				const lines = wrap(words.join(' '), width);
				for (const l of lines) expect(cells(l)).toBeLessThanOrEqual(width);
				expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
			},
		),
	);
});

test('a word longer than the line is broken, and an empty text is one line', () => {
	expect(wrap('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh', 'ij']);
	expect(wrap('', 10)).toEqual(['']);
	expect(wrap('one\ntwo', 10)).toEqual(['one', 'two']);
});

test('what does not fit into so many lines is seen to go on', () => {
	expect(wrapAtMost('one two', 10, 2)).toEqual(['one two']);
	expect(wrapAtMost('one two six ten', 8, 2)).toEqual(['one two', 'six ten']);
	expect(wrapAtMost('one two six ten more', 8, 2)).toEqual(['one two', 'six ten…']);
	expect(wrapAtMost('one two six more ten', 10, 2)).toEqual(['one two', 'six more …']);
	expect(clip('signed', 6)).toBe('signed');
	expect(clip('not signed', 6)).toBe('not s…');
});
