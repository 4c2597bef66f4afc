import {expect, test} from 'vitest';
import {conflictOf} from '../../test/helpers/in-conflict.js';
import {evaluateOne, prod, yes} from '../../test/helpers/one-control.js';
import {tinyAnswer} from '../../test/helpers/tiny-record.js';
import type {Conflict} from '../domain/conflict.js';
import {checkGate} from './check-gate.js';
import {gateReport} from './gate-report.js';

const options = {failOn: 'critical', maxUnknown: 9} as const;
const disputed = conflictOf('answer', `${prod.id}/q-tls`, tinyAnswer(prod, 'q-tls', 'no'), yes);
const noted = conflictOf('answer', `${prod.id}/q-tls`, {...yes, note: 'a'}, yes);
const marked = conflictOf('mark', `${prod.id}/q-tls`, {assignee: 'Ada'}, null);

const evaluated = (conflicts: readonly Conflict[]) => evaluateOne({answers: [yes], conflicts});
const problems = (conflicts: readonly Conflict[]) => checkGate(evaluated(conflicts), options);

test('a conflict stops the gate whatever the threshold, also where only the note differs', () => {
	expect(problems([])).toEqual([]);
	for (const conflict of [disputed, noted])
		expect(problems([conflict])).toMatchObject([
			{kind: 'conflict', id: 'answer/prod/q-tls', severity: 'high'},
		]);
	expect(problems([disputed])[0]?.text).toContain('Choose with: dbvet resolve');
});

test('who was asked or reminded stops nothing, and is told all the same', () => {
	expect(problems([marked])).toEqual([]);
	expect(evaluated([marked]).conflicts).toMatchObject([{id: 'mark/prod/q-tls', severity: 'low'}]);
	expect(evaluated([marked]).next.filter(step => step.kind === 'conflict')).toEqual([]);
});

test('the formats that list rules have one for it', () => {
	const evaluation = evaluated([disputed]);
	const {cases} = gateReport(
		{evaluation, problems: checkGate(evaluation, options), checks: []},
		{dbvet: '1.0.0', file: 'assessment.json'},
	);
	expect(cases[0]).toMatchObject({
		verdict: 'stops',
		rule: {id: 'gate/conflict', title: 'People agree on what is recorded'},
	});
});
