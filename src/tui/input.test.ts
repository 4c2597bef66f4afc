import {describe, expect, test} from 'vitest';
import {createInputReader, type Typed} from './input.js';

const names = (typed: readonly Typed[]): readonly string[] =>
	typed.map(t => (t.kind === 'key' ? t.key : `paste:${t.text}`));

/** What chunks mean when nothing comes after them. */
const read = (...chunks: readonly string[]): readonly string[] => {
	const reader = createInputReader();
	return names([...chunks.flatMap(c => reader.read(c)), ...reader.giveUp()]);
};

describe('keys', () => {
	test.each([
		['\u001B[A', 'up'],
		['\u001BOB', 'down'],
		['\u001B[1;5C', 'right'],
		['\u001B\u001B[D', 'left'],
		['\u001B[a', 'up'],
		['\u001B[5~', 'pageup'],
		['\u001B[[6~', 'pagedown'],
		['\u001B[1~', 'home'],
		['\u001BOF', 'end'],
		['\u001B[3;5~', 'delete'],
		['\u001B[Z', 'shift+tab'],
		['\u001BOM', 'enter'],
		['\u001B', 'esc'],
		['\r', 'enter'],
		['\n', 'enter'],
		['\u001B\r', 'enter'],
		['\t', 'tab'],
		[' ', 'space'],
		['\u007F', 'backspace'],
		['\u001B\u007F', 'backspace'],
		['\u0003', 'ctrl+c'],
		['G', 'G'],
		['é', 'é'],
		['\u001B[99;5u', 'ctrl+c'],
		['\u001B[27;5;119~', 'ctrl+w'],
		['\u001B[97;2u', 'A'],
		['\u001B[13u', 'enter'],
		['\u001B[9;2u', 'shift+tab'],
	])('%j is %s', (sent, key) => {
		expect(read(sent)).toEqual([key]);
		// However a slow line cuts it.
		expect(read(...Array.from(sent))).toEqual([key]);
	});

	test.each([
		['Ctrl+F1', '\u001B[1;5P'],
		['Ctrl+Shift+F1', '\u001B[1;6P'],
		['Ctrl+Alt+F4', '\u001B[1;7S'],
		['Shift+F1', '\u001B[1;2P'],
		['F1', '\u001BOP'],
		['F5', '\u001B[15~'],
		['F1 of a console', '\u001B[[A'],
		['Ctrl+F1 of an old terminal', '\u001BO5P'],
		['colours', '\u001B[1;31m'],
		['a colour reset', '\u001B(B\u001B[m'],
		['a place on the screen', '\u001B[12;40H'],
		['a window that is in front', '\u001B[I'],
		['what a terminal is', '\u001B[?65;1;9c'],
		['its background', '\u001B]11;rgb:0000/0000/0000\u001B\\'],
		['a title', '\u001B]0;qqq\u0007'],
		['Alt+q', '\u001Bq'],
		['Alt+é', '\u001Bé'],
		['a key let go', '\u001B[113;1:3u'],
		['an arrow let go', '\u001B[1;1:3A'],
		['a character that is none', '\u001B[55555;1u\u001B[999999999u'],
	])('%s is nobody’s key, and no part of it is one', (_name, sent) => {
		expect(read(`j${sent}k`)).toEqual(['j', 'k']);
	});

	test('pressed quickly arrive as one text and are taken apart', () => {
		expect(read('jj\r')).toEqual(['j', 'j', 'enter']);
		expect(read('a b\u007F')).toEqual(['a', 'space', 'b', 'backspace']);
		expect(read('jj\u0003')).toEqual(['j', 'j', 'ctrl+c']);
		expect(read('j\u001B[1;5Pj\u001B[Bk')).toEqual(['j', 'j', 'down', 'k']);
		expect(read('\u001B\u001B')).toEqual(['esc', 'esc']);
	});

	test('behind what began and never ended are keys', () => {
		expect(read('\u001B]', 'q')).toEqual(['q']);
		expect(read('\u001B[1;5')).toEqual([]);
		expect(read('\u001B[1;5', '\u0003')).toEqual(['ctrl+c']);
		expect(read(`\u001B]${'x'.repeat(5_000)}`)).toEqual([`paste:${'x'.repeat(5_000)}`]);
	});
});

describe('pasted text', () => {
	test('without marks is what is too long to be typed', () => {
		const text = 'y\rq\r and so on and on';
		expect(read(text)).toEqual([`paste:${text}`]);
	});

	test('without marks and one Enter behind it is pasted, and Enter pressed', () => {
		const text = 'a long text from elsewhere';
		expect(read(`${text}\r`)).toEqual([`paste:${text}`, 'enter']);
		expect(read(`${text}\n`)).toEqual([`paste:${text}\n`]);
		expect(read(`${text}\r${text}\r`)).toEqual([`paste:${text}\r${text}\r`]);
	});

	test('between its marks nothing is a key, however it is cut into chunks', () => {
		const sent = '\u001B[200~q\ry\u001B[A\u001B[31m\u001Bx\u001B[201~q';
		expect(read(sent)).toEqual(['paste:q\nyx', 'q']);
		expect(read(...Array.from(sent))).toEqual(['paste:q\nyx', 'q']);
	});

	test('whose end never comes is text all the same, and Ctrl+C leaves', () => {
		const reader = createInputReader();
		expect(names(reader.read('\u001B[200~some words'))).toEqual([]);
		expect(names(reader.read('\u0003'))).toEqual(['ctrl+c']);
		expect(reader.patience()).toBeGreaterThan(100);
		expect(names(reader.giveUp())).toEqual(['paste:some words']);
		expect(reader.patience()).toBeUndefined();
		expect(names(reader.read('q'))).toEqual(['q']);
	});

	test('that begins twice loses nothing', () => {
		expect(read('\u001B[200~one \u001B[200~two\u001B[201~\u001B[201~')).toEqual(['paste:one two']);
	});
});
