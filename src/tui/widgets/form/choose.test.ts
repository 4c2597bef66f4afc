import {expect, test} from 'vitest';
import type {OpenConflict} from '../../../domain/open-conflict.js';
import {changeField, openForm, partsOf, updateForm, type FormState} from './state.js';
import {insert} from '../text-field/state.js';

const conflict: OpenConflict = {
	id: 'answer/prod/tls',
	kind: 'answer',
	key: 't-0123456789/tls',
	entries: ['a', 'b', 'c'],
	severity: 'high',
	title: '“Is it so?”',
	meanwhile: '',
	text: '',
	versions: ['yes', 'no', 'partly'].map((text, i) => ({
		number: i + 1,
		entry: text,
		after: null,
		by: ['Ada'],
		at: '2026-11-22T08:00:00.000Z',
		text,
	})),
};

const now = '2026-11-22T12:00:00.000Z';
const press = (form: FormState, ...commands: readonly Parameters<typeof updateForm>[1][]) =>
	commands.reduce<ReturnType<typeof updateForm>>(
		(step, command) => updateForm(step.form, command, now),
		{form},
	);

test('no version is marked for the person, and nothing is saved until one is', () => {
	const form = openForm({kind: 'choose', conflict});
	expect(partsOf(form)).toEqual(['decision', 'reason']);
	const pressed = press(form, 'submit', 'submit', 'next-field', 'submit');
	expect(pressed.effect).toBeUndefined();
	expect(pressed.form).toMatchObject({version: -1, focus: 'decision', saving: false});
});

test('arrows go round the versions, and the reason may stay empty', () => {
	const form = openForm({kind: 'choose', conflict});
	const at = (...keys: readonly ('up' | 'down' | 'other-choice')[]) =>
		press(form, ...keys).form.version;
	expect([at('down'), at('up'), at('down', 'down'), at('down', 'up')]).toEqual([0, 2, 1, 2]);
	expect(at('other-choice', 'down', 'other-choice', 'down')).toBe(0);
	const {effect} = press(form, 'down', 'down', 'submit', 'submit');
	expect(effect).toEqual({
		kind: 'choose',
		input: {conflict: 'answer/prod/tls', take: 2, entries: ['a', 'b', 'c']},
	});
});

test('a reason goes along', () => {
	const {form} = press(openForm({kind: 'choose', conflict}), 'up', 'submit');
	const typed = changeField(form, text => insert(text, ' asked Bob '));
	expect(press(typed, 'submit').effect).toMatchObject({input: {take: 3, reason: 'asked Bob'}});
});
