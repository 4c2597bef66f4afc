import {expect, test} from 'vitest';
import {ids} from '../../../test/helpers/fake-record.js';
import {fakeWorkbench} from '../../../test/helpers/fake-workbench.js';
import {press, startOn} from '../../../test/helpers/tui-state.js';
import type {Snapshot} from '../../services/workbench.js';
import {listOf} from '../screens/questions/state.js';
import {linesOf} from '../screens/findings/state.js';
import type {State} from '../state.js';
import {entriesOf} from './entries.js';
import {questionFilters} from './question-filter.js';

const mark = (question: string, assignee: string) => ({
	[`${ids.prod}/${question}`]: {target: ids.prod, question, later: false, assignee},
});

/** A record in which each filter has something of its own. */
const record = async (): Promise<State> => {
	const workbench = fakeWorkbench({
		answers: {
			[`${ids.prod}/superuser`]: {
				target: ids.prod,
				question: 'superuser',
				value: 'yes',
				by: 'test author',
				at: '2026-11-01T09:00:00.000Z',
			},
		},
	});
	await workbench.answer({target: ids.prod, question: 'plaintext-refused', value: 'all'});
	await workbench.answer({target: ids.prod, question: 'backup-retention', value: 3});
	const shown = workbench.snapshot();
	const {evaluation, state} = shown;
	const snapshot: Snapshot = {
		...shown,
		state: {
			...state,
			answers: state.answers,
			marks: {...mark('tls-version', 'Bob'), ...mark('who-owns', 'TEST AUTHOR')},
		},
		evaluation: {
			...evaluation,
			findings: evaluation.findings.map((f, at) => (at === 3 ? {...f, stale: true} : f)),
			questions: evaluation.questions.map(q =>
				q.target !== ids.prod
					? q
					: {
							...q,
							stale: q.question === 'superuser',
							isNew: q.question === 'who-owns',
							...(q.answer === undefined || q.question === 'superuser'
								? {}
								: {answer: {...q.answer, by: 'Carol'}}),
						},
			),
		},
	};
	return {...startOn({...workbench, snapshot: () => snapshot}), me: 'Test Author'};
};

test('each filter lists what it says, and walking round comes back', async () => {
	let state = press(await record(), 'j', 'enter').state;
	const listed: Record<string, readonly string[]> = {};
	for (const filter of questionFilters) {
		expect(state.questions.filter).toBe(filter);
		listed[filter] = listOf({...state.questions, question: undefined}, state).map(
			q => q.question.id,
		);
		state = press(state, 'o').state;
	}
	expect(state.questions.filter).toBe('all');
	expect(listed).toEqual({
		all: [
			'plaintext-refused',
			'tls-version',
			'superuser',
			'backup-retention',
			'restore-drill',
			'who-owns',
		],
		open: ['plaintext-refused', 'tls-version', 'superuser', 'restore-drill', 'who-owns'],
		mine: ['superuser', 'who-owns'],
		failing: ['plaintext-refused', 'backup-retention'],
		contradicted: ['plaintext-refused'],
		stale: ['superuser'],
		new: ['who-owns'],
		assigned: ['tls-version', 'who-owns'],
	});
	expect(press(state, 'o', 'o', 'o', 'O').state.questions.filter).toBe('all');
});

test('as long as nobody knows who this is, nothing is theirs', async () => {
	const state = {...(await record()), me: undefined};
	const mine = press(state, 'j', 'enter', 'o', 'o').state;
	expect(listOf({...mine.questions, question: undefined}, mine)).toEqual([]);
});

test('findings are filtered by age and by whom their question was given to', async () => {
	const state = await record();
	const under = (...keys: readonly string[]): readonly string[] => {
		const there = press(state, 'f', ...keys).state;
		return linesOf(there.findings, there).entries.map(e =>
			e.kind === 'finding' ? e.finding.check : e.contradiction.control,
		);
	};
	const round = entriesOf(state.snapshot, {
		show: 'stale',
		target: undefined,
		severity: undefined,
	});
	expect(round).toHaveLength(1);
	const o = (n: number) => Array.from({length: n}, () => 'o');
	expect(under(...o(7))).toEqual(['tls.min-version']);
	expect(under(...o(9))).toEqual([]);
	expect(under(...o(9), 'O')).toHaveLength(7);
});
