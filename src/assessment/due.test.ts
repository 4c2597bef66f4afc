import {describe, expect, it} from 'vitest';
import {answersOf, assessTiny, controlIn, databaseContent} from '../../test/helpers/assess-tiny.js';
import {
	tinyDatabase,
	tinyFinding,
	tinyRun,
	type TinyLists,
} from '../../test/helpers/tiny-record.js';
import type {Evaluation} from '../domain/evaluation.js';

const prod = tinyDatabase();
const content = databaseContent({
	controls: [
		{id: 'wanted'},
		{id: 'nice', checks: [{check: 'wire', role: 'refutes'}]},
		{id: 'proven', checks: [{check: 'wire', role: 'required'}]},
	],
	questions: [
		{id: 'q-wanted', control: 'wanted'},
		{id: 'q-detail', control: 'wanted', depth: 'detail'},
		{
			id: 'q-until',
			control: 'wanted',
			followUp: true,
			depth: 'detail',
			answer: {kind: 'date'},
			when: {answer: 'q-wanted', is: 'partly'},
		},
		{id: 'q-nice', control: 'nice'},
		{id: 'q-proven', control: 'proven', depth: 'detail'},
	],
	profiles: [
		{id: 'startup', details: 'none', mandatory: ['wanted'], recommended: ['proven']},
		{
			id: 'middle',
			details: 'mandatory',
			mandatory: ['wanted'],
			recommended: ['proven'],
		},
		{id: 'careful', details: 'none', mandatory: ['wanted'], recommended: ['nice']},
		{id: 'regulated', mandatory: ['wanted', 'nice', 'proven']},
	],
});

const run = (
	answers: Readonly<Record<string, string>>,
	profiles: readonly string[] = ['startup'],
	outcome?: 'pass' | 'fail',
	more: Partial<TinyLists> = {},
): Evaluation =>
	assessTiny({
		content,
		checks: ['wire'],
		targets: [prod],
		profiles,
		answers: answersOf(prod, answers),
		...more,
		runs: outcome === undefined ? [] : [tinyRun(prod, [tinyFinding({check: 'wire', outcome})])],
	});
const due = (e: Evaluation) => e.questions.filter(q => q.due).map(q => q.question);

describe('which questions are due', () => {
	it('leaves out questions on optional controls, and details where the profile asks none', () => {
		expect(due(run({}))).toEqual(['q-wanted']);
		expect(due(run({}, ['middle']))).toEqual(['q-wanted', 'q-detail']);
		expect(due(run({}, ['regulated']))).toEqual(['q-wanted', 'q-detail', 'q-nice', 'q-proven']);
	});

	it('asks what is recommended as well', () => {
		expect(due(run({}, ['careful']))).toEqual(['q-wanted', 'q-nice']);
	});

	it('asks what any of several profiles asks', () => {
		expect(due(run({}, ['startup', 'middle']))).toEqual(['q-wanted', 'q-detail']);
	});

	it('counts progress, time and coverage by what is due', () => {
		const e = run({'q-nice': 'yes'});
		expect(e.targets[0]).toMatchObject({
			asked: 1,
			answered: 0,
			left: {questions: 1, seconds: 30},
			optional: 3,
			unknown: 2,
			// The optional control was answered: it is known and counts.
			score: {met: 1, known: 1, applicable: 3},
		});
		expect(e.left).toEqual({questions: 1, seconds: 30});
		expect(run({}).targets[0]!.score).toMatchObject({known: 0, applicable: 2, coverage: 0});
		expect(e.next.filter(n => n.kind === 'question').map(n => n.question)).toEqual(['q-wanted']);
	});
});

describe('what a claim rests on when details are left out', () => {
	it('rests on the deciding question, and says so', () => {
		const met = controlIn(run({'q-wanted': 'yes'}), 'wanted');
		expect(met.state).toBe('met');
		expect(met.because).toBe(
			'Answered yes (1 detail left out by the profile), and nothing has confirmed it yet.',
		);
	});

	it('waits for the detail where the profile asks it', () => {
		expect(controlIn(run({'q-wanted': 'yes'}, ['middle']), 'wanted').state).toBe('unknown');
	});

	it('lets an answered detail count as ever: not met, "don\'t know", and met', () => {
		const state = (detail: string) =>
			controlIn(run({'q-wanted': 'yes', 'q-detail': detail}), 'wanted').state;
		expect(state('no')).toBe('not-met');
		expect(state('dont-know')).toBe('unknown');
		expect(state('yes')).toBe('met');
	});

	it('claims nothing from silence: a control with details alone waits for the probe', () => {
		expect(controlIn(run({}), 'proven').state).toBe('unknown');
		expect(controlIn(run({}, ['startup'], 'pass'), 'proven').state).toBe('met');
		expect(controlIn(run({}, ['startup'], 'fail'), 'proven').state).toBe('not-met');
		expect(controlIn(run({'q-proven': 'yes'}, ['startup'], 'fail'), 'proven').state).toBe(
			'contradicted',
		);
	});

	it('shows a failure on an optional control, by answer and by probe', () => {
		expect(controlIn(run({'q-nice': 'no'}), 'nice').state).toBe('not-met');
		expect(controlIn(run({}, ['startup'], 'fail'), 'nice').state).toBe('not-met');
		expect(run({'q-nice': 'no'}).targets[0]!.failing).toBe(1);
	});
});

describe('questions that are new since an upgrade', () => {
	const note = (first: boolean, on: string, questions: readonly string[]) => {
		const version = (first ? 'a' : 'b').repeat(64);
		return {[version]: {version, on, first, questions}};
	};
	const fresh = (e: Evaluation) => e.questions.filter(q => q.isNew).map(q => q.question);
	const begun = note(true, '2025-12-01', ['q-wanted', 'q-nice', 'q-proven']);

	it('are those that the record did not know, until they are answered', () => {
		expect(fresh(run({}, ['regulated'], undefined, {contents: begun}))).toEqual(['q-detail']);
		expect(fresh(run({'q-detail': 'yes'}, ['regulated'], undefined, {contents: begun}))).toEqual(
			[],
		);
		const e = run({}, ['regulated'], undefined, {contents: begun});
		expect(e.targets[0]!.fresh).toBe(1);
	});

	it('stay new after the upgrade was noted, except on targets that came after it', () => {
		const later = {...begun, ...note(false, '2026-10-01', ['q-detail'])};
		expect(fresh(run({}, ['regulated'], undefined, {contents: later}))).toEqual(['q-detail']);
		const earlier = {...begun, ...note(false, '2025-12-31', ['q-detail'])};
		expect(fresh(run({}, ['regulated'], undefined, {contents: earlier}))).toEqual([]);
	});

	it('are none where they are not due, and none in a record that never noted its content', () => {
		expect(fresh(run({}, ['startup'], undefined, {contents: begun}))).toEqual([]);
		expect(fresh(run({}, ['regulated']))).toEqual([]);
	});
});
