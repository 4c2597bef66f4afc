import {expect, test} from 'vitest';
import {contentsOf} from './contents.js';
import {textOf} from './nodes.js';
import {parseDocument} from './parse.js';

const listed = (markdown: string): readonly (readonly string[])[] =>
	contentsOf(parseDocument(markdown, () => 'test')).map(c => [
		textOf(c.chapter.runs),
		...c.sections.map(s => textOf(s.runs)),
	]);

const contents = '```contents\n```\n';

test('lists chapters with their sections, and no deeper level', () => {
	expect(listed(`${contents}## A\n\n### B\n\n#### C\n\n## D\n`)).toEqual([['A', 'B'], ['D']]);
});

test('sections before the list, and on its own page, are not in it', () => {
	expect(listed(`## A\n\n### B\n\n${contents}\n### C\n\n## D\n\n### E\n`)).toEqual([
		['A'],
		['D', 'E'],
	]);
});

test('a chapter of many sections lists them itself', () => {
	const many = Array.from({length: 9}, (_, i) => `### S${i}\n`).join('\n');
	expect(listed(`${contents}## A\n\n${many}\n## B\n`)).toEqual([['A'], ['B']]);
});
