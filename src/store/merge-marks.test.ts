import {expect, test} from 'vitest';
import {isMergeMark, sidesOf} from './merge-marks.js';

const text = (...lines: readonly string[]): string => lines.join('\n');

test('both sides are read, in either style and with either end of line', () => {
	const plain = text('{', '<<<<<<< HEAD', '"a":1', '=======', '"a":2', '>>>>>>> x', '}');
	const base = plain.replace('=======', '||||||| 12ab\n"a":0\n=======');
	for (const marked of [plain, base, plain.replaceAll('\n', '\r\n')])
		expect(sidesOf(marked)).toEqual(['{\n"a":1\n}', '{\n"a":2\n}']);
});

test.each([
	['no mark', text('{', '}')],
	['an end without a begin', text('{', '>>>>>>> x', '}')],
	['a begin without an end', text('{', '<<<<<<< HEAD', '=======', '}')],
	['one begin in another', text('<<<<<<< a', '<<<<<<< b', '=======', '>>>>>>> b')],
	['an end before the middle', text('<<<<<<< a', '>>>>>>> b')],
])('%s is no merge that git left', (_, marked) => {
	expect(sidesOf(marked)).toBeUndefined();
});

test('a text that only looks similar is no mark', () => {
	for (const line of ['<<<<<<<', '<<<<<<<<< x', '======= x', '{"a":"<<<<<<< HEAD"}'])
		expect([line, isMergeMark(line)]).toEqual([line, false]);
});
