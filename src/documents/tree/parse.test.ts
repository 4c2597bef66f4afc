import {expect, test} from 'vitest';
import {UserError} from '../../domain/errors.js';
import {parseDocument} from './parse.js';
import {placeIn} from '../template/compile.js';

const parse = (markdown: string) => parseDocument(markdown, placeIn(markdown, 'template.md.hbs'));

test('drops raw HTML and keeps the text around it', () => {
	expect(parse('<div onclick="x">\n\nA <b>word</b><script>alert(1)</script>.\n')).toEqual([
		{type: 'paragraph', runs: [{type: 'text', text: 'A wordalert(1).'}]},
	]);
});

test('a line break is the one tag that is kept', () => {
	expect(parse('a<br>b<br/>c<br onclick="x">d')).toEqual([
		{
			type: 'paragraph',
			runs: [
				{type: 'text', text: 'a'},
				{type: 'break'},
				{type: 'text', text: 'b'},
				{type: 'break'},
				{type: 'text', text: 'cd'},
			],
		},
	]);
});

test.each([
	'javascript:alert(1)',
	'data:text/html,x',
	'vbscript:x',
	'file:///etc/passwd',
	' java\tscript:x',
	'//x.test',
])('a link to %s keeps its text only', href => {
	const [block] = parse(`[text](<${href}>)`);
	expect(block).toMatchObject({type: 'paragraph'});
	expect(JSON.stringify(block)).not.toContain('href');
	expect(JSON.stringify(block)).toContain('text');
});

test('keeps links that are safe, and makes none by itself', () => {
	expect(parse('[a](https://x.test/) [b](#risks) https://y.test')).toEqual([
		{
			type: 'paragraph',
			runs: [
				{type: 'text', text: 'a', href: 'https://x.test/'},
				{type: 'text', text: ' '},
				{type: 'text', text: 'b', href: '#risks'},
				{type: 'text', text: ' https://y.test'},
			],
		},
	]);
});

test('a strong text of sign and word is a chip, any other is strong', () => {
	expect(parse('**✖ not met** **fine**')).toEqual([
		{
			type: 'paragraph',
			runs: [
				{type: 'chip', chip: 'not-met'},
				{type: 'text', text: ' '},
				{type: 'text', text: 'fine', strong: true},
			],
		},
	]);
});

test('headings get ids of their own', () => {
	const ids = parse('## A b\n\n## A b\n\n### A-b\n\n### ✔\n\n### ✖').map(b =>
		b.type === 'heading' ? b.id : '',
	);
	expect(ids).toEqual(['a-b', 'a-b--2', 'a-b--3', 'section', 'section--2']);
});

test('a table without names above its columns is a table of fields', () => {
	const [fields, table] = parse(
		'| | |\n|---|---|\n| a | b |\n\n| x | y |\n|---|---:|\n| a | 1 |\n',
	);
	expect(fields).toMatchObject({type: 'table', head: []});
	expect(table).toMatchObject({type: 'table', align: ['left', 'right']});
});

test.each([
	[
		'```heatmap\n{"maps":[{"title":"x","cells":[{"likelihood":6,"impact":1,"count":1}]}]}\n```',
		'template.md.hbs:3: the data of the block "heatmap"',
	],
	['```heatmap\n{nonsense\n```', 'template.md.hbs:3: the block "heatmap" does not hold JSON'],
	['```approval\n[]\n```', 'template.md.hbs:3: the data of the block "approval"'],
])('names the line of a block whose data is wrong', (block, message) => {
	const broken = () => parse(`# T\n\n${block}\n`);
	expect(broken).toThrow(UserError);
	expect(broken).toThrow(message);
});

test('a block with another word is code', () => {
	expect(parse('```sql\nSELECT 1;\n```')).toEqual([{type: 'code', text: 'SELECT 1;'}]);
});
