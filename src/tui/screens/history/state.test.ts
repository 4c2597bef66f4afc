import {expect, test} from 'vitest';
import {ids} from '../../../../test/helpers/fake-record.js';
import {fakeWorkbench} from '../../../../test/helpers/fake-workbench.js';
import {after, press, startOn} from '../../../../test/helpers/tui-state.js';
import {changeWords} from '../../model/changes.js';
import type {State} from '../../state.js';
import {changesOf} from './state.js';

const filled = async () => {
	let at = Date.parse('2026-11-22T11:00:00.000Z');
	const workbench = fakeWorkbench({clock: () => new Date((at += 1_000))});
	await workbench.answer({target: ids.prod, question: 'tls-version', value: 'yes'});
	await workbench.answer({target: ids.vendor, question: 'soc2-report', value: 'no'});
	const note = 'asked Grace';
	await workbench.answer({target: ids.prod, question: 'tls-version', value: 'yes', note});
	workbench.elsewhere({target: ids.prod, question: 'backup-retention', value: 35});
	await workbench.setProfiles(['startup']);
	return workbench;
};
const open = async (workbench: Awaited<ReturnType<typeof filled>>, ...keys: readonly string[]) => {
	const there = press(startOn(workbench), ...keys, 'H');
	expect(there.effects).toContainEqual({kind: 'load-history'});
	return after(there.state, {kind: 'history', entries: await workbench.history()}).state;
};
const told = (state: State): readonly string[] =>
	changesOf(state.history).changes.map(e => {
		const {target, what, before, after: now} = changeWords(e, state.snapshot);
		return `${e.by}: ${target} ${what.slice(0, 20)}: ${before} → ${now}`;
	});

test('the newest change stands first, in words, from before to after', async () => {
	expect(told(await open(await filled()))).toEqual([
		'Test Author:  settings: profiles regulated → profiles startup',
		'Bob: prod-db For how many days ar: nothing → 35 days',
		'Test Author: prod-db Are TLS 1.0 and 1.1 : Yes → Yes (asked Grace)',
		'Test Author: aiven Is there a SOC 2 Typ: nothing → No',
		'Test Author: prod-db Are TLS 1.0 and 1.1 : nothing → Yes',
	]);
});

test('it is narrowed to a target, a person, and the answer in front', async () => {
	const workbench = await filled();
	const all = await open(workbench);
	const size = (state: State): number => changesOf(state.history).changes.length;
	expect(size(press(all, 't').state)).toBe(3);
	expect(size(press(all, 'w').state)).toBe(4);
	expect(size(press(all, 'w', 'w').state)).toBe(1);
	expect(size(press(all, 'w', 'w', 'w').state)).toBe(5);
	expect(size(press(all, 't', 'w', 'w', 'O').state)).toBe(5);
	// From a question: the history of this answer; o leaves it for its target, then for everything.
	const answer = await open(workbench, 'j', 'enter', 's', 's');
	expect(answer.history).toMatchObject({target: ids.prod, question: 'superuser'});
	expect(size(answer)).toBe(0);
	expect(size(press(answer, 'o').state)).toBe(3);
	expect(size(press(answer, 'o', 'o').state)).toBe(5);
	const one = press(all, 'j', 'j', 'o').state;
	expect(size(one)).toBe(2);
});

test('Enter leads to the question, and Esc back to the same line', async () => {
	const all = await open(await filled());
	const there = press(all, 'j', 'j', 'enter').state;
	expect(there).toMatchObject({screen: 'questions', questions: {question: 'tls-version'}});
	const back = press(there, 'esc').state;
	expect(back.screen).toBe('history');
	expect(changesOf(back.history).at).toBe(2);
	expect(press(all, 'enter').state.notice?.text).toContain('No question');
});

test('a record that changes under it is read again', async () => {
	const workbench = await filled();
	const state = await open(workbench);
	const changed = {kind: 'changed', snapshot: {...workbench.snapshot()}} as const;
	expect(after(state, changed).effects).toEqual([{kind: 'load-history'}]);
	expect(after({...state, screen: 'home'}, changed).effects).toEqual([]);
});
