import fc from 'fast-check';
import {expect, test} from 'vitest';
import {jsonFault} from './json-fault.js';

const isJson = (text: string): boolean => {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
};

test('names the first place at which a text stops being JSON', () => {
	const places: readonly (readonly [string, string])[] = [
		['', '1:1'],
		['  ', '1:3'],
		['{', '1:2'],
		['{"a": 1,\n "b" 2}', '2:6'],
		['{"a": 1,\n}', '2:1'],
		['[1, 2,]', '1:7'],
		['[1 2]', '1:4'],
		['[}', '1:2'],
		['{"a": "x\ny"}', '1:7'],
		['{"a": "\\x"}', '1:7'],
		['{"a": 01}', '1:7'],
		['{a: 1}', '1:2'],
		['nulll', '1:1'],
		['1 1', '1:3'],
		['{"a": [1, {"b": tru}]}', '1:17'],
		['"' + 'x'.repeat(100_000), '1:1'],
	];
	for (const [text, place] of places) expect([text, jsonFault(text)]).toEqual([text, place]);
});

test('agrees with JSON.parse on whether there is a fault, however a text was hurt', () => {
	fc.assert(
		fc.property(
			fc.json(),
			fc.nat(),
			fc.constantFrom('', '"', '{', ',', ']', '\\', '0', '\n', 'é'),
			(text, at, put) => {
				const place = at % (text.length + 1);
				for (const hurt of [
					text,
					text.slice(0, place),
					text.slice(0, place) + put + text.slice(place + 1),
				])
					expect([hurt, jsonFault(hurt) === undefined]).toEqual([hurt, isJson(hurt)]);
			},
		),
		{numRuns: 500},
	);
});

test('copes with deep nesting and with a long run of blanks', () => {
	expect(jsonFault('['.repeat(200_000))).toBe('1:200001');
	expect(jsonFault(`{"a":${' '.repeat(5000)}x}`)).toBe('1:5006');
});

test('a string of ten megabytes that never ends is a fault, and not the end of the program', () => {
	expect(jsonFault(`{"id":"${'x'.repeat(10_000_000)}`)).toBe('1:7');
	expect(jsonFault(`{"id":"${'x'.repeat(10_000_000)}"}`)).toBeUndefined();
});
