import {describe, expect, it} from 'vitest';
import {parseYaml} from './yaml-source.js';

const told = (text: string): readonly string[] => {
	const parsed = parseYaml(text, 'x.yaml');
	return parsed.ok
		? []
		: parsed.problems.map(({line, column, message}) => `${line}:${column} ${message}`);
};

describe('a bracket that is not closed', () => {
	it.each([
		['id: [\ntitle: x\n', '1:5 this "[" is not closed: a "]" is missing'],
		['id: [', '1:5 this "[" is not closed: a "]" is missing'],
		['a: 1\nb: {c: 2\nd: 3\n', '2:4 this "{" is not closed: a "}" is missing'],
		['x:\n  - {id: a, b: 1\n  - {id: c}\n', '2:5 this "{" is not closed: a "}" is missing'],
		[
			'x:\n  checks: [{check: a, role: r}\n  kind: b\ny: [c]\n',
			'2:11 this "[" is not closed: a "]" is missing',
		],
		['a: ["]", b # ]\nc: 1\n', '1:4 this "[" is not closed: a "]" is missing'],
	])('%j', (text, expected) => {
		expect(told(text)).toEqual([expected]);
	});

	it('is not blamed for a line that is not indented enough', () => {
		expect(told('a: [b,\nc]\nd: 1\n')).toEqual([
			'2:1 this line is indented differently from the one before',
		]);
	});
});
