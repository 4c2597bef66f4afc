import {describe, expect, it} from 'vitest';
import {namesNobody, samePerson} from './person.js';

describe('persons', () => {
	it.each([
		['two blanks', 'Ann  Walker'],
		['a no-break space', 'Ann\u00a0Walker'],
		['a tab', 'Ann\tWalker'],
		['a line break', 'Ann\nWalker'],
		['a thin space', 'Ann\u2009Walker'],
		['an ideographic space', 'Ann\u3000Walker'],
		['a space of no width', 'Ann \u200bWalker'],
		['a space of no width instead of the blank', 'Ann\u200bWalker'],
		['a joiner within', 'An\u200dn Walker'],
		['a soft hyphen', 'Ann Wal\u00adker'],
		['a byte order mark', '\ufeffAnn Walker'],
		['an embedding that changes nothing', '\u202aAnn Walker\u202c'],
		['a selector of variants', 'Ann\ufe0f Walker'],
		['a tag', 'Ann Walker\u{e0041}'],
		['a Hangul filler for the blank', 'Ann\u3164Walker'],
		['a blank of Braille for the blank', 'Ann\u2800Walker'],
		['a control character', 'Ann\u0007 Walker'],
		['letters of full width', 'Ａｎｎ Ｗａｌｋｅｒ'],
		['another case', ' ann WALKER '],
	])('are the same with %s', (_, name) => {
		expect(samePerson(name, 'Ann Walker')).toBe(true);
		expect(samePerson('Ann Walker', name)).toBe(true);
	});

	it.each([
		['Jos\u00e9', 'Jose\u0301'],
		['Strauß', 'STRAUSS'],
		['Νίκος', 'ΝΊΚΟΣ'],
		['ﬁona', 'Fiona'],
	])('are the same as %s and as %s', (a, b) => {
		expect(samePerson(a, b)).toBe(true);
	});

	it.each([
		['Ann Walker', 'Anna Walker'],
		['Ann Walker', 'Bob Walker'],
		['Jose', 'José'],
		['Walker, Ann', 'Ann Walker'],
		['漢字', '漢'],
	])('are two as %s and as %s', (a, b) => {
		expect(samePerson(a, b)).toBe(false);
	});

	it('are nobody where there is nothing to see', () => {
		expect(['', ' ', '\u200b', '\u3164\u00a0', '\u2800', '\u00ad'].every(namesNobody)).toBe(true);
		expect(['A', '漢', ' .'].some(namesNobody)).toBe(false);
	});
});
