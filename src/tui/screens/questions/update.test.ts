import {expect, test} from 'vitest';
import type {Effect, SaveEffect} from '../../messages.js';
import {ids} from '../../../../test/helpers/fake-record.js';
import {fakeWorkbench, type FakeWorkbench} from '../../../../test/helpers/fake-workbench.js';
import {after, keysOf, press, startOn} from '../../../../test/helpers/tui-state.js';
import type {State} from '../../state.js';

const open = (workbench: FakeWorkbench = fakeWorkbench(), question?: string): State => {
	const opened = press(startOn(workbench), 'j', 'enter').state;
	return question === undefined ? opened : {...opened, questions: {...opened.questions, question}};
};

const saves = (effects: readonly Effect[]): readonly unknown[] =>
	effects.map(e => (e.kind === 'answer' ? e.input : e));

const finish = async (workbench: FakeWorkbench, state: State, effects: readonly Effect[]) => {
	const effect = effects.find((e): e is SaveEffect => e.kind === 'answer' || e.kind === 'clear')!;
	if (effect.kind === 'answer') await workbench.answer(effect.input);
	if (effect.kind === 'clear') await workbench.clearAnswer(effect.target, effect.question);
	return after(state, {kind: 'saved', effect, snapshot: workbench.snapshot()}).state;
};

test('Enter saves the marked choice, and the next question comes only after it is on disk', async () => {
	const workbench = fakeWorkbench();
	const {state, effects} = press(open(workbench), 'j', 'j', 'enter');
	expect(saves(effects)).toEqual([
		{target: ids.prod, question: 'plaintext-refused', value: 'none'},
	]);
	expect(state.questions.question).toBe('plaintext-refused');
	expect(state.saving).toHaveLength(1);
	const next = await finish(workbench, state, effects);
	expect(next.questions.question).toBe('plaintext-who');
	expect(next.saving).toEqual([]);
});

test('an answer that a probe disproves is asked about before it is saved', () => {
	const asked = press(open(), 'enter');
	expect(asked.effects).toEqual([]);
	expect(asked.state.questions.focus).toBe('asking');
	expect(press(asked.state, 'esc').state.questions.focus).toBe('choices');
	expect(saves(press(asked.state, 'y').effects)).toEqual([
		{target: ids.prod, question: 'plaintext-refused', value: 'all'},
	]);
});

test('not applicable wants a reason, and against a failure it is asked about as well', () => {
	const state = press(open(fakeWorkbench(), 'tls-version'), '5', 'enter').state;
	expect(state.questions.focus).toBe('note');
	const empty = press(state, 'enter');
	expect(empty.effects).toEqual([]);
	expect(empty.state.questions.problem).toBeTruthy();
	const {effects} = press(state, ...keysOf('No TCP here'), 'enter');
	expect(saves(effects)).toEqual([
		{target: ids.prod, question: 'tls-version', value: 'not-applicable', note: 'No TCP here'},
	]);
	const against = press(open(), '5', 'enter', ...keysOf('x'), 'enter');
	expect(against.effects).toEqual([]);
	expect(against.state.questions.focus).toBe('asking');
});

test('letters are text while a note is typed, also q, ? and /', () => {
	const {state, effects} = press(open(), 'n', ...keysOf('quit? a/b j'));
	expect(effects).toEqual([]);
	expect(Object.values(state.questions.drafts)[0]?.note.text).toBe('quit? a/b j');
});

test('a note waits for its answer, and is saved at once beside an answer that is on disk', async () => {
	const workbench = fakeWorkbench();
	const waits = press(open(workbench, 'tls-version'), 'n', ...keysOf('later'), 'enter');
	expect(waits.effects).toEqual([]);
	expect(waits.state.notice?.tone).toBe('warn');
	const both = press(waits.state, 'enter');
	expect(saves(both.effects)).toMatchObject([{value: 'yes', note: 'later'}]);
	const saved = await finish(workbench, both.state, both.effects);
	const back = {...saved, questions: {...saved.questions, question: 'tls-version'}};
	const noted = press(back, 'n', ...keysOf('!'), 'enter');
	expect(saves(noted.effects)).toMatchObject([{value: 'yes', note: 'later!'}]);
	const stays = await finish(workbench, noted.state, noted.effects);
	expect(stays.questions.question).toBe('tls-version');
});

test('Esc leaves a note as it was', () => {
	const {state} = press(open(), 'n', ...keysOf('abc'), 'esc');
	expect(Object.values(state.questions.drafts)[0]?.note.text).toBe('');
});

test.each([
	['backup-retention', '12', 12],
	['backup-retention', '2,5', 2.5],
	['restore-drill', '2026-10-01', '2026-10-01'],
])('%s takes %s, typed without opening a field', (question, typed, value) => {
	const {effects} = press(open(fakeWorkbench(), question), ...keysOf(typed), 'enter');
	expect(saves(effects)).toEqual([{target: ids.prod, question, value}]);
});

test.each([
	['backup-retention', '-1'],
	['backup-retention', '1e9'],
	['backup-retention', '9999999'],
	['backup-retention', '0x10'],
	['restore-drill', '2026-02-30'],
	['restore-drill', '01.10.2026'],
])('%s does not take %s, says what it wants, and keeps what was typed', (question, typed) => {
	const {state, effects} = press(open(fakeWorkbench(), question), ...keysOf(typed), 'enter');
	expect(effects).toEqual([]);
	expect(state.questions.problem).toBeTruthy();
	expect(Object.values(state.questions.drafts)[0]?.field.text).toBe(typed);
});

test('words are typed at once where they are wanted, and no letter of them is a command', async () => {
	const workbench = fakeWorkbench();
	const {state, effects} = press(open(workbench), '3', 'enter');
	const followUp = await finish(workbench, state, effects);
	expect(followUp.questions).toMatchObject({question: 'plaintext-who', focus: 'field'});
	const typed = press(followUp, ...keysOf('batch? s/x: q'), 'enter');
	expect(saves(typed.effects)).toEqual([
		{target: ids.prod, question: 'plaintext-who', value: 'batch? s/x: q'},
	]);
	expect(typed.state.questions.question).toBe('plaintext-who');
	const unknown = press(followUp, 'down', 'enter');
	expect(saves(unknown.effects)).toMatchObject([{value: 'dont-know'}]);
	expect(press(followUp, 'esc', 'b').state.questions.question).toBe('plaintext-refused');
	expect(press(followUp, 'esc', 'l', 'l').state.questions.focus).toBe('field');
	const kept = await finish(workbench, typed.state, typed.effects);
	const back = press(kept, 'b').state;
	expect(back.questions).toMatchObject({question: 'plaintext-who', focus: 'choices'});
});

test('a text is typed after Enter, and an empty one is not saved', () => {
	const state = open(fakeWorkbench(), 'who-owns');
	expect(press(state, 'enter', 'enter').effects).toEqual([]);
	expect(
		saves(press(state, 'enter', ...keysOf('Ada and 2 others'), 'enter').effects),
	).toMatchObject([{value: 'Ada and 2 others'}]);
});

test('a failed save says so and keeps what was typed', () => {
	const {state, effects} = press(
		open(fakeWorkbench(), 'who-owns'),
		'enter',
		...keysOf('Ada'),
		'enter',
	);
	const effect = effects[0] as SaveEffect;
	const trouble = {message: 'The disk is full.', next: ['Make room.']};
	const failed = after(state, {kind: 'save-failed', effect, trouble}).state;
	expect(failed.notice).toEqual({tone: 'bad', text: 'Not saved. The disk is full. Make room.'});
	expect(failed.saveFailed).toBe(true);
	expect(failed.questions.question).toBe('who-owns');
	expect(saves(press(failed, 'enter').effects)).toMatchObject([{value: 'Ada'}]);
	const quit = press(failed, 'q');
	expect(quit.effects).toEqual([]);
	expect(quit.state.overlay?.kind).toBe('confirm');
});

test('a secret that was typed is not kept, and the screen says so without repeating it', () => {
	const workbench = fakeWorkbench();
	const typed = 'password: Zq9-hunter2';
	const {state, effects} = press(open(workbench, 'who-owns'), 'enter', ...keysOf(typed), 'enter');
	const effect = effects[0] as SaveEffect;
	const saved = after(state, {kind: 'saved', effect, snapshot: workbench.snapshot()}).state;
	expect(saved.notice?.tone).toBe('warn');
	expect(saved.notice?.text).toContain('Not kept: password or key.');
	expect(saved.notice?.text).not.toContain('hunter2');
	const harmless = press(open(workbench, 'who-owns'), 'enter', ...keysOf('Ada'), 'enter');
	const clean = {kind: 'saved', effect: harmless.effects[0] as SaveEffect} as const;
	expect(after(state, {...clean, snapshot: workbench.snapshot()}).state.notice).toBeUndefined();
});

test('an answer is taken away only after a yes', async () => {
	const workbench = fakeWorkbench();
	await workbench.answer({target: ids.prod, question: 'tls-version', value: 'yes'});
	const state = open(workbench, 'tls-version');
	expect(press(state, 'x', 'n').effects).toEqual([]);
	expect(press(state, 'x', 'y').effects).toMatchObject([{kind: 'clear', question: 'tls-version'}]);
	expect(press(open(fakeWorkbench(), 'tls-version'), 'x', 'y').effects).toEqual([]);
});

test('skip goes to the end and stops there; back leads to the last question', () => {
	const keys = Array.from({length: 20}, () => ['tab', 's']).flat();
	const end = press(open(), ...keys).state;
	expect(end.questions.atEnd).toBe(true);
	expect(press(end, 'b').state.questions.question).toBe('who-owns');
	const start = press(end, ...Array.from({length: 20}, () => ['tab', 'b']).flat()).state;
	expect(start.questions.question).toBe('plaintext-refused');
	expect(press(end, 'enter').state.screen).toBe('home');
});

test('only what is open is listed, and the question just answered stays until it is left', async () => {
	const workbench = fakeWorkbench();
	await workbench.answer({target: ids.prod, question: 'tls-version', value: 'yes'});
	const state = press(open(workbench), 'o', 's').state;
	expect(state.questions.question).toBe('superuser');
	const {state: outline} = press(state, 'l');
	expect(outline.questions.focus).toBe('outline');
	expect(press(outline, 'G', 'enter').state.questions.question).toBe('who-owns');
});

test('a target whose questions are all answered opens at its first', async () => {
	const workbench = fakeWorkbench();
	await workbench.answer({target: ids.vendor, question: 'soc2-report', value: 'yes'});
	const state = press(startOn(workbench), 'j', 'j', 'j', 'enter').state;
	expect(state.questions.question).toBe('soc2-report');
});

test('a question that is no longer asked leaves no trap behind', async () => {
	const workbench = fakeWorkbench();
	await workbench.answer({target: ids.prod, question: 'plaintext-refused', value: 'none'});
	const state = open(workbench, 'plaintext-who');
	await workbench.answer({target: ids.prod, question: 'plaintext-refused', value: 'all'});
	const changed = after(state, {kind: 'changed', snapshot: workbench.snapshot()}).state;
	expect(changed.questions.question).toBe('plaintext-refused');
	const without = {
		...workbench.snapshot(),
		evaluation: {...workbench.snapshot().evaluation, questions: []},
	};
	const emptied = after(state, {kind: 'changed', snapshot: without}).state;
	const {state: last, effects} = press(
		emptied,
		'enter',
		'j',
		'n',
		'x',
		'l',
		'enter',
		'esc',
		's',
		'b',
	);
	expect(effects).toEqual([]);
	expect(last.questions.question).toBeUndefined();
});
