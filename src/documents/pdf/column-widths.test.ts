import {expect, test} from 'vitest';
import type {Cell, Table} from '../tree/nodes.js';
import {columnWidths} from './column-widths.js';
import type {Typesetter} from './fonts.js';
import {styles} from './theme.js';
import {wrap} from './wrap.js';

/** Every letter is half as wide as it is high. */
const set: Typesetter = {
	missing: new Set(),
	split: (text, face) => (text === '' ? [] : [{text, font: face}]),
	width: (text, _font, size) => text.length * size * 0.5,
};
const text = (words: string): Cell => [{type: 'text', text: words}];
const scored = (figure: string): Cell => [
	{type: 'chip', chip: 'critical'},
	{type: 'text', text: ` ${figure}`},
];
const titles = ['', 'Risk', 'Target', 'Before controls', 'If the answers hold', 'As verified'];
const register = (figure: string, long: string): Table => ({
	type: 'table',
	head: titles.map(text),
	align: titles.map(() => 'left'),
	rows: [
		[text('R1'), text(long), text('organisation'), scored(figure), scored(figure), scored(figure)],
	],
});

test.each(['5', '16', '25'])('keeps figure %s in the line of its level', figure => {
	const table = register(
		figure,
		'somebody logs in with a stolen password, token or key '.repeat(8),
	);
	const widths = columnWidths(table, 455, 10, styles.cell, set);
	const lines = (table.rows[0] ?? []).map((c, i) => wrap(c, styles.cell, widths[i] ?? 0, set));
	expect(lines.slice(3).map(l => l.length)).toEqual([1, 1, 1]);
});

test('fills the width of the table exactly', () => {
	const widths = columnWidths(register('16', 'short'), 455, 10, styles.cell, set);
	expect(widths.reduce((a, b) => a + b, 5 * 10)).toBeCloseTo(455);
});

test('a phrase between talkative columns is not broken after each word', () => {
	const long = 'some words that take a good deal of room in their column '.repeat(6);
	const table: Table = {
		type: 'table',
		head: ['Checks', 'Target', 'Not seen, because', 'Right'].map(text),
		align: ['left', 'left', 'left', 'left'],
		rows: [1, 2, 3].map(() => [
			text(long),
			text('prod-db'),
			text('the scanner account lacks a right'),
			text(long),
		]),
	};
	const widths = columnWidths(table, 455, 11, styles.smallCell, set);
	const lines = wrap(table.rows[0]?.[2] ?? [], styles.smallCell, widths[2] ?? 0, set);
	expect(lines.length).toBeLessThanOrEqual(2);
	expect(widths.reduce((a, b) => a + b, 3 * 11)).toBeCloseTo(455);
});

test('in a narrow table no word is broken for the sake of a phrase', () => {
	const cells = ['four words of prose', 'uninterruptedly', 'incomprehensible', 'characteristics'];
	const table: Table = {
		type: 'table',
		head: cells.map(() => text('')),
		align: cells.map(() => 'left'),
		rows: [cells.map(text)],
	};
	const widths = columnWidths(table, 230, 5, styles.cell, set);
	expect(widths[1]).toBeGreaterThanOrEqual(Math.min(15 * 8.7 * 0.5, (230 - 15) / 4) - 0.01);
	expect(widths.reduce((a, b) => a + b, 3 * 5)).toBeCloseTo(230);
});
