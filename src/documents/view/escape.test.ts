import fc from 'fast-check';
import {expect, test} from 'vitest';
import {parseDocument} from '../tree/parse.js';
import {textOf, type Block, type Run} from '../tree/nodes.js';
import {escapeMarkdown, flatText} from './escape.js';
import {chart, chip, code, escapeView, line} from './markup.js';

const parse = (markdown: string): readonly Block[] => parseDocument(markdown, () => 'test');

/** Characters that mean something to Markdown or HTML, and some that mean trouble. */
const hostile = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				...Array.from('\\`*_{}[]()#+-.!|<>~&:;=@"\'$^%/?'),
				...[
					'\n',
					'\t',
					'\u0000',
					'\u001b',
					'\u202e',
					'\u200b',
					'\ud800',
					'😀',
					'ש',
					'  ',
					'```',
					'<script>',
					'<br>',
				],
				...[
					'javascript:',
					'https://x.test',
					'www.x.test',
					'a@b.test',
					'1. ',
					'![x](y)',
					'<!--',
					'&lt;',
					'**✔ met**',
				],
			),
			fc.string({maxLength: 6}),
		),
		{maxLength: 14},
	)
	.map(parts => parts.join(''));

const onlyRun = (runs: readonly Run[]): void => {
	for (const run of runs) {
		expect(run).toEqual({type: 'text', text: (run as {text: string}).text});
	}
};

test('escaped text is nothing but itself: as a paragraph', () => {
	fc.assert(
		fc.property(hostile, text => {
			const blocks = parse(escapeMarkdown(text));
			if (flatText(text) === '') return;
			expect(blocks).toHaveLength(1);
			const [block] = blocks;
			if (block?.type !== 'paragraph') throw new Error(`became ${block?.type ?? 'nothing'}`);
			onlyRun(block.runs);
			expect(textOf(block.runs)).toBe(flatText(text));
		}),
		{numRuns: 1500},
	);
});

test('escaped text is nothing but itself: in a cell of a table', () => {
	fc.assert(
		fc.property(hostile, hostile, (a, b) => {
			const blocks = parse(
				`| x | y |\n|---|---|\n| ${escapeMarkdown(a)} | ${escapeMarkdown(b)} |\n`,
			);
			const [table] = blocks;
			if (table?.type !== 'table') throw new Error('no table');
			expect(blocks).toHaveLength(1);
			expect(table.rows.map(r => r.map(textOf))).toEqual([[flatText(a), flatText(b)]]);
			for (const cell of table.rows[0] ?? []) onlyRun(cell);
		}),
		{numRuns: 1500},
	);
});

test('code keeps its text, also in a table and with backticks and pipes', () => {
	fc.assert(
		fc.property(hostile, text => {
			const flat = flatText(text);
			if (flat === '') return;
			const [table] = parse(`| x |\n|---|\n| ${code(text).toString()} |\n`);
			if (table?.type !== 'table') throw new Error('no table');
			expect(textOf(table.rows[0]?.[0] ?? [])).toBe(flat);
		}),
		{numRuns: 800},
	);
});

test('the data of a chart cannot end its block', () => {
	const made = chart({kind: 'approval', roles: ['```\n# x', '\u001b[31m red', '<b>']}).toString();
	const blocks = parse(made);
	expect(blocks).toEqual([
		{type: 'chart', data: {kind: 'approval', roles: ['``` # x', '\\u{1b}[31m red', '<b>']}},
	]);
});

test('a context holds no string that was not escaped, and markup stays markup', () => {
	expect(
		escapeView({
			a: '*x*',
			list: ['<b>'],
			chip: chip('not-met'),
			line: line('a_b ', chip('met'), ' *'),
		}),
	).toEqual({a: '\\*x\\*', list: ['\\<b\\>'], chip: '**✖ not met**', line: 'a_b **✔ met** \\*'});
});

test('a number that cannot be printed is refused', () => {
	expect(() => escapeView({a: Number.NaN})).toThrow('not finite');
});
