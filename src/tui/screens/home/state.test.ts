import {expect, test} from 'vitest';
import {ids} from '../../../../test/helpers/fake-record.js';
import {fakeWorkbench} from '../../../../test/helpers/fake-workbench.js';
import {press, startOn} from '../../../../test/helpers/tui-state.js';
import type {OpenConflict} from '../../../domain/open-conflict.js';
import {placeOf} from './state.js';

test('Enter does the next step: probing what nobody has looked at', () => {
	const {state} = press(startOn(fakeWorkbench()), 'enter');
	expect(state.screen).toBe('probes');
	expect(state.probes.chosen).toEqual([ids.reporting]);
});

test('a target opens its questions, and Esc leads back to where the mark was', () => {
	const opened = press(startOn(fakeWorkbench()), 'j', 'j', 'enter').state;
	expect(opened.screen).toBe('questions');
	expect(opened.questions.target).toBe(ids.reporting);
	const back = press(opened, 'esc').state;
	expect(back.screen).toBe('home');
	expect(back.home.cursor).toBe(2);
});

test('the mark stays in the list however often it is moved', () => {
	expect(press(startOn(fakeWorkbench()), 'k', 'k').state.home.cursor).toBe(0);
	const many = Array.from({length: 50}, () => 'down');
	expect(press(startOn(fakeWorkbench()), ...many).state.home.cursor).toBe(4);
});

test('f on a target that no probe looks at shows the findings of all targets', () => {
	const start = startOn(fakeWorkbench());
	expect(press(start, 'G', 'f').state.findings.target).toBeUndefined();
	expect(press(start, 'j', 'f').state.findings.target).toBe(ids.prod);
	expect(press(start, 'j', 'j', 'f').state.findings.target).toBe(ids.reporting);
});

test('an empty workspace has nothing to open and says so without failing', () => {
	const empty = startOn(fakeWorkbench({targets: [], findings: []}));
	const {state, effects} = press(
		empty,
		'enter',
		'j',
		'G',
		'p',
		'enter',
		'esc',
		'f',
		'enter',
		'r',
		'a',
	);
	expect(state.screen).toBe('findings');
	expect(effects).toEqual([]);
});

test('a contradiction leads to its line among the findings', async () => {
	const workbench = fakeWorkbench();
	await workbench.answer({target: ids.prod, question: 'plaintext-refused', value: 'all'});
	const {state} = press(startOn(workbench), 'enter');
	expect(state.screen).toBe('findings');
	expect(state.findings.marked).toBe('c prod-db/tls-required');
});

test('a conflict opens the form that chooses between its versions', () => {
	const start = startOn(fakeWorkbench());
	const conflict: OpenConflict = {
		id: 'answer/prod-db/tls-version',
		kind: 'answer',
		key: `${ids.prod}/tls-version`,
		entries: ['a', 'b'],
		target: ids.prod,
		severity: 'high',
		title: 'x',
		meanwhile: '',
		text: '',
		versions: [],
	};
	const {evaluation} = start.snapshot;
	const step = {kind: 'conflict', conflict: conflict.id, severity: 'high', text: 'x'} as const;
	const disputed = {...evaluation, conflicts: [conflict], next: [step, ...evaluation.next]};
	const world = {...start, snapshot: {...start.snapshot, evaluation: disputed}};
	expect(press(world, 'enter').state.overlay).toMatchObject({
		kind: 'form',
		form: {purpose: {kind: 'choose', conflict}},
	});
});

test('every kind of next step leads somewhere, but adding a target does not', () => {
	const world = startOn(fakeWorkbench());
	const base = {severity: 'high', text: 'x', target: ids.prod} as const;
	expect(placeOf({...base, kind: 'failure'}, world)?.screen).toBe('findings');
	expect(placeOf({...base, kind: 'stale', control: 'tls-modern'}, world)).toEqual({
		screen: 'questions',
		target: ids.prod,
		question: 'tls-version',
	});
	expect(placeOf({...base, kind: 'expiry'}, world)?.screen).toBe('questions');
	expect(placeOf({severity: 'high', text: 'x', kind: 'target'}, world)).toBeUndefined();
});

test('a failure leads to the first failure of its own control, one that only an answer knows to its question', () => {
	const world = startOn(fakeWorkbench());
	const base = {severity: 'high', text: 'x', target: ids.prod, kind: 'failure'} as const;
	const {controls, findings} = world.snapshot.evaluation;
	const failing = findings.filter(f => f.target === ids.prod && f.outcome === 'fail' && !f.waiver);
	expect(failing.length).toBeGreaterThan(1);
	for (const {id, controls: its, endpoint} of failing) {
		const select = `f ${id} ${endpoint}`;
		expect(placeOf({...base, finding: id}, world)).toMatchObject({select, show: 'failing'});
		const lead = placeOf({...base, control: its[0]!}, world);
		const marked = failing.find(f => lead?.screen === 'findings' && lead.select?.includes(f.id));
		expect(marked?.controls).toEqual(its);
	}
	const answered = controls.find(
		c => c.target === ids.prod && c.findings.every(f => f.outcome !== 'fail') && c.questions.length,
	);
	expect(placeOf({...base, control: answered!.control}, world)).toMatchObject({
		screen: 'questions',
		question: answered!.questions[0]!.question,
	});
});
