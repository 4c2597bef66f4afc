import {expect, test} from 'vitest';
import {fakeWorkbench} from '../../test/helpers/fake-workbench.js';
import {after, keysOf, press, startOn} from '../../test/helpers/tui-state.js';
import type {State} from './state.js';

const at = (state: State, columns: number, rows: number): State =>
	after(state, {kind: 'size', columns, rows}).state;

const question = press(startOn(fakeWorkbench()), 'j', 'enter').state;

test.each([
	['a question', question],
	['a question that asks whether to save all the same', press(question, 'enter').state],
	['a note', press(question, 'n', 'x').state],
	['home', startOn(fakeWorkbench())],
	['a form', press(startOn(fakeWorkbench()), 'f', 'a', 'x').state],
	['the search', press(startOn(fakeWorkbench()), '/', 't').state],
	['the probes', press(startOn(fakeWorkbench()), 'p').state],
])('while the window is too small nothing answers, starts or changes behind it: %s', (_, state) => {
	const small = at(state, 40, 10);
	const keys = ['down', 'down', 'enter', 'y', '3', 'space', 'x', 'esc', 'p', 'd', 'enter', '?'];
	const pressed = press(small, ...keys);
	expect(pressed.effects).toEqual([]);
	expect(pressed.state).toEqual(small);
	expect(after(small, {kind: 'paste', text: 'pasted'}).state).toEqual(small);
	expect(at(pressed.state, 80, 24)).toEqual(state);
	expect(press(small, 'ctrl+c').effects).toEqual([{kind: 'leave', reason: 'interrupted'}]);
});

test('q leaves while it is too small, but never with something that would be lost', () => {
	expect(press(at(question, 40, 10), 'q').effects).toEqual([{kind: 'leave', reason: 'quit'}]);
	const typed = at(press(question, 'n', ...keysOf('quick')).state, 59, 24);
	expect(press(typed, 'q').effects).toEqual([]);
	expect(press(typed, 'q').state).toEqual(typed);
});
