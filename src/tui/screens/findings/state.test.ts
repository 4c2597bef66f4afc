import {expect, test} from 'vitest';
import {ids} from '../../../../test/helpers/fake-record.js';
import {fakeWorkbench} from '../../../../test/helpers/fake-workbench.js';
import {after, keysOf, press, startOn} from '../../../../test/helpers/tui-state.js';
import type {SaveEffect} from '../../messages.js';
import {showOrder} from '../../model/entries.js';
import {linesOf} from './state.js';

const contradicted = async () => {
	const workbench = fakeWorkbench();
	await workbench.answer({target: ids.prod, question: 'plaintext-refused', value: 'all'});
	return workbench;
};

const open = (workbench = fakeWorkbench()) => press(startOn(workbench), 'f').state;
const outcomes = (state: ReturnType<typeof open>): readonly string[] =>
	linesOf(state.findings, state).entries.map(e =>
		e.kind === 'finding' ? `${e.finding.outcome} ${e.finding.severity}` : 'contradiction',
	);

test('what needs attention comes first, the worst first, and nothing that passed', async () => {
	expect(outcomes(open(await contradicted()))).toEqual([
		'contradiction',
		'fail critical',
		'fail medium',
		'unknown critical',
		'unknown critical',
	]);
});

test('filters walk round and come back', () => {
	const state = open();
	expect(outcomes(press(state, 'o').state).every(o => o.startsWith('fail'))).toBe(true);
	expect(outcomes(press(state, 'o', 'o', 'o').state).every(o => o.startsWith('unknown'))).toBe(
		true,
	);
	expect(
		press(state, ...Array.from({length: showOrder.length}, () => 'o')).state.findings.show,
	).toBe('attention');
	expect(press(state, 't', 't').state.findings.target).toBe(ids.reporting);
	expect(press(state, 't', 't', 't', 't', 't').state.findings.target).toBeUndefined();
	expect(outcomes(press(state, 's', 's', 's').state)).not.toContain('fail medium');
});

test('a contradiction is resolved by taking the observation, or by keeping the answer with reason and day', async () => {
	const workbench = await contradicted();
	const form = press(open(workbench), 'r').state;
	expect(press(form, 'enter').effects).toMatchObject([
		{kind: 'resolve', input: {contradiction: 'prod-db/tls-required', decision: 'take-observation'}},
	]);
	const keep = press(form, 'space', 'enter').state;
	const late = press(keep, ...keysOf('test network'), 'enter', ...keysOf('2026-11-21'), 'enter');
	expect(late.effects).toEqual([]);
	expect(late.state.overlay).toMatchObject({form: {problem: {field: 'until'}}});
	const never = press(keep, ...keysOf('test network'), 'enter', ...keysOf('2027-02-30'), 'enter');
	expect(never.state.overlay).toMatchObject({
		form: {problem: {text: expect.stringContaining('not a day of the calendar') as string}},
	});
	const today = press(keep, ...keysOf('test network'), 'enter', ...keysOf('2026-11-22'), 'enter');
	expect(today.effects).toMatchObject([{input: {until: '2026-11-22'}}]);
	const done = press(keep, ...keysOf('test network'), 'enter', ...keysOf('2027-01-31'), 'enter');
	expect(done.effects).toMatchObject([
		{input: {decision: 'keep-answer', reason: 'test network', until: '2027-01-31'}},
	]);
	const noReason = press(keep, 'enter', ...keysOf('2027-01-31'), 'enter');
	expect(noReason.state.overlay).toMatchObject({
		form: {focus: 'reason', problem: {field: 'reason'}},
	});
});

test.each([
	['down', 'up'],
	['j', 'k'],
	['space', 'space'],
	['right', 'left'],
])('%s and %s choose how a contradiction is resolved', async (there, back) => {
	const form = press(open(await contradicted()), 'r').state;
	// Enter asks why the answer stays, and changes nothing.
	const kept = press(form, there, 'enter');
	expect(kept.effects).toEqual([]);
	expect(kept.state.overlay).toMatchObject({form: {decision: 'keep-answer', focus: 'reason'}});
	expect(press(form, there, back, 'enter').effects).toMatchObject([
		{input: {decision: 'take-observation'}},
	]);
	const again = press(kept.state, ...keysOf('lab jk'), 'up', 'down', 'tab').state;
	expect(again.overlay).toMatchObject({form: {decision: 'keep-answer', focus: 'reason'}});
	expect(again.overlay).toMatchObject({form: {fields: {reason: {text: 'lab jk'}}}});
});

test('r on a failure leads to the contradiction that it is a part of, whatever is listed', async () => {
	const workbench = await contradicted();
	const state = open(workbench);
	for (const keys of [['j'], ['o'], ['s', 's', 's', 's', 'j'], ['j', 'enter']]) {
		const led = press(state, ...keys, 'r').state;
		expect(led.overlay).toMatchObject({form: {purpose: {contradiction: 'prod-db/tls-required'}}});
		const closed = press(led, 'esc').state;
		expect(linesOf(closed.findings, closed).marked?.id).toBe('c prod-db/tls-required');
	}
	const other = press(state, 'j', 'j', 'r').state;
	expect(other.overlay).toBeUndefined();
	expect(other.notice?.text).toContain('nothing to resolve');
});

test('only a failure is accepted: not an unknown, not a pass, not a contradiction', async () => {
	const workbench = await contradicted();
	const state = open(workbench);
	for (const keys of [['a'], ['j', 'j', 'j', 'a'], ['o', 'o', 'o', 'o', 'o', 'a']]) {
		const tried = press(state, ...keys).state;
		expect(tried.overlay).toBeUndefined();
		expect(tried.notice?.tone).toBe('warn');
	}
	const filled = press(
		press(state, 'j', 'a').state,
		...keysOf('old client'),
		'enter',
		...keysOf('Grace'),
		'enter',
		...keysOf('2027-03-31'),
		'enter',
	);
	expect(filled.effects).toEqual([
		{
			kind: 'waive',
			input: {
				target: ids.prod,
				check: 'tls.plaintext-refused',
				object: 'user app, database shop',
				reason: 'old client',
				approver: 'Grace',
				until: '2027-03-31',
			},
		},
	]);
	const effect = filled.effects[0] as SaveEffect;
	const trouble = {message: 'No.', next: []};
	const failed = after(filled.state, {kind: 'save-failed', effect, trouble}).state;
	expect(failed.overlay).toMatchObject({
		form: {saving: false, trouble, fields: {reason: {text: 'old client'}}},
	});
	expect(press(failed, 'enter').effects).toHaveLength(1);
});

test('an opened line leads to its question', () => {
	const state = press(open(), 'enter', 'enter').state;
	expect(state.screen).toBe('questions');
	expect(state.questions.question).toBe('plaintext-refused');
	expect(press(state, 'esc').state.screen).toBe('findings');
});

test('a mark on a line that is gone falls back to the first', () => {
	const state = open();
	const lost = {...state, findings: {...state.findings, marked: 'f gone'}};
	expect(linesOf(lost.findings, lost).at).toBe(0);
});
