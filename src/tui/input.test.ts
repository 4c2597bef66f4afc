import type {Key} from 'ink';
import {expect, test} from 'vitest';
import {createInputReader, type Typed} from './input.js';

const none: Key = {
	upArrow: false,
	downArrow: false,
	leftArrow: false,
	rightArrow: false,
	pageDown: false,
	pageUp: false,
	home: false,
	end: false,
	return: false,
	escape: false,
	ctrl: false,
	shift: false,
	tab: false,
	backspace: false,
	delete: false,
	meta: false,
	super: false,
	hyper: false,
	capsLock: false,
	numLock: false,
};

const names = (typed: readonly Typed[]): readonly string[] =>
	typed.map(t => (t.kind === 'key' ? t.key : `paste:${t.text}`));

const read = (input: string, key: Partial<Key> = {}): readonly string[] =>
	names(createInputReader()(input, {...none, ...key}));

test('keys have names', () => {
	expect(read('', {upArrow: true})).toEqual(['up']);
	expect(read('\r', {return: true})).toEqual(['enter']);
	expect(read('', {escape: true, meta: true})).toEqual(['esc']);
	expect(read('c', {ctrl: true})).toEqual(['ctrl+c']);
	expect(read('', {tab: true, shift: true})).toEqual(['shift+tab']);
	expect(read(' ')).toEqual(['space']);
	expect(read('G', {shift: true})).toEqual(['G']);
	expect(read('é')).toEqual(['é']);
});

test('Alt and a letter is not the letter', () => {
	expect(read('q', {meta: true})).toEqual([]);
});

test('keys pressed quickly arrive as one text and are taken apart', () => {
	expect(read('jj\r')).toEqual(['j', 'j', 'enter']);
	expect(read('a b\u007f')).toEqual(['a', 'space', 'b', 'backspace']);
	expect(read('jj\u0003')).toEqual(['j', 'j', 'ctrl+c']);
});

test('a long unmarked text is pasted', () => {
	expect(read('y\rq\r and so on and on')).toEqual(['paste:y\rq\r and so on and on']);
});

test('a long text with one Enter behind it is pasted, and Enter pressed', () => {
	const text = 'a long text from elsewhere';
	expect(read(`${text}\r`)).toEqual([`paste:${text}`, 'enter']);
	expect(read(`${text}\n`)).toEqual([`paste:${text}\n`]);
	expect(read(`${text}\r${text}\r`)).toEqual([`paste:${text}\r${text}\r`]);
});

test('between the marks of a paste nothing is a key, however it is cut into chunks', () => {
	const reader = createInputReader();
	expect(names(reader('[200~', none))).toEqual([]);
	expect(names(reader('q', none))).toEqual([]);
	expect(names(reader('\r', {...none, return: true}))).toEqual([]);
	expect(names(reader('y', none))).toEqual([]);
	expect(names(reader('[201~', none))).toEqual(['paste:q\ny']);
	expect(names(reader('q', none))).toEqual(['q']);
});

test('Ctrl+C leaves even when a paste never ends', () => {
	const reader = createInputReader();
	reader('[200~', none);
	expect(names(reader('c', {...none, ctrl: true}))).toEqual(['ctrl+c']);
});
