import fc from 'fast-check';
import {expect, test} from 'vitest';
import {plainText, wholeText} from './text.js';

test('nothing that steers a terminal, a line or the reading direction gets through', () => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), text => {
			expect(plainText(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\ufeff]/u);
		}),
	);
});

test('escapes are shown, line breaks become spaces, long texts are cut on whole characters', () => {
	expect(plainText('a\u001b[31mred\nb')).toBe('a\\u{1b}[31mred b');
	expect(plainText('😀😀😀😀', 3)).toBe('😀😀…');
	expect(plainText('שלום ✔')).toBe('שלום ✔');
});

test('a whole text is safe in one line and keeps its end', () => {
	expect(wholeText(`${'x'.repeat(5_000)}\n\u001b[31mend`)).toBe(
		`${'x'.repeat(5_000)} \\u{1b}[31mend`,
	);
});
