import {expect, test} from 'vitest';
import {fakeWorkbench} from '../../../../test/helpers/fake-workbench.js';
import {startOn} from '../../../../test/helpers/tui-state.js';
import type {TargetEvaluation} from '../../../domain/target-evaluation.js';
import {columnsFor} from './columns.js';

const state = startOn(fakeWorkbench());
const [base] = state.snapshot.evaluation.targets;

/** What a column of a wide terminal says of a target. */
const told = (head: string, more: Partial<TargetEvaluation>): string =>
	columnsFor(180, 10)
		.find(column => column.head === head)!
		.text({...base!, ...more}, state);

test('the last probe is the last one that saw something', () => {
	const at = '2026-11-22T11:59:30.000Z';
	const blind = {at, status: 'unreachable', reason: 'offline'} as const;
	expect(told('last probe', {lastRun: {...blind, seenAt: '2026-10-01T12:00:00.000Z'}})).toBe(
		'52 days ago',
	);
	expect(told('last probe', {lastRun: blind})).toBe('nothing seen');
	const {lastRun: _, ...never} = base!;
	expect(columnsFor(180, 10).at(-1)?.text(never, state)).toBe('never');
});

test('what has expired comes before what will', () => {
	const iso = {what: 'ISO certificate', on: '2026-11-21', inDays: -1};
	const soc = {...iso, what: 'SOC 2 report'};
	expect(told('expires', {expired: [iso]})).toBe('expired: ISO certificate');
	expect(told('expires', {expired: [iso, soc]})).toBe('2 expired: ISO certificate');
	const narrow = columnsFor(76, 10).find(column => column.head === 'expires')!;
	expect(narrow.text({...base!, expired: [{...iso, what: 'x'.repeat(40)}]}, state)).toBe('expired');
	expect(narrow.tone?.({...base!, expired: [iso]})).toBe('bad');
	expect(told('expires', {})).toBe('41 d CA');
});
