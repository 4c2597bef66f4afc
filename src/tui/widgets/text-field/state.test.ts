import fc from 'fast-check';
import {expect, test} from 'vitest';
import {keyTable} from '../../keys.js';
import {edit, insert, textState} from './state.js';
import {fieldLines} from './text-field.js';

test('text goes in at the cursor; escape codes and direction marks do not', () => {
	const typed = edit(insert(textState('ab'), 'c'), 'cursor-start');
	expect(insert(typed, 'x\u001B[31m\u202Ey\nz')).toEqual({text: 'x[31my zabc', cursor: 8});
});

test('words and lines are erased before the cursor only', () => {
	expect(edit(textState('one two '), 'erase-word').text).toBe('one ');
	const middle = {text: 'one two', cursor: 3};
	expect(edit(middle, 'erase-line')).toEqual({text: ' two', cursor: 0});
	expect(edit({text: '', cursor: 0}, 'erase')).toEqual({text: '', cursor: 0});
});

test('a character outside the basic plane is one character', () => {
	expect(edit(insert(textState(), 'a🔒'), 'erase').text).toBe('a');
});

test('a text has an end', () => {
	expect(insert(textState(), 'x'.repeat(5_000), 100).text).toHaveLength(100);
});

test('whatever is pressed, the cursor stays inside the text', () => {
	const commands = keyTable.editing.map(b => b.command);
	fc.assert(
		fc.property(
			fc.array(
				fc.oneof(
					fc.constantFrom(...commands),
					fc.string().map(text => ({text})),
				),
				{maxLength: 40},
			),
			steps => {
				let state = textState();
				for (const s of steps) {
					state = typeof s === 'string' ? edit(state, s) : insert(state, s.text);
					expect(state.cursor).toBeGreaterThanOrEqual(0);
					expect(state.cursor).toBeLessThanOrEqual(Array.from(state.text).length);
				}
			},
		),
	);
});

test('of a long text the lines around the caret are shown', () => {
	const long = textState('abcdefghij'.repeat(5));
	const shown = fieldLines(long, 10, true, 2).map(l => l.map(s => s.text).join(''));
	expect(shown).toHaveLength(2);
	expect(shown.at(-1)).toContain('▏');
});
