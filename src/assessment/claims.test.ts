import {describe, expect, it} from 'vitest';
import {tinyQuestion} from '../../test/helpers/tiny-content.js';
import {canClaim, claimOf} from './claims.js';

const context = {
	thresholds: {'backup-retention-days': 35, 'soc2-age-days': 365, 'ca-days-left': 60},
	now: '2026-11-22T12:00:00.000Z',
};
const control = 'c';
const yesNo = tinyQuestion({id: 'q', control, meaning: {yes: 'It is so.'}});
const choice = tinyQuestion({
	id: 'q',
	control,
	answer: {
		kind: 'choice',
		options: [
			{id: 'all', label: 'Everyone', claim: 'met'},
			{id: 'some', label: 'Some', claim: 'partly'},
			{id: 'else', label: 'Something else'},
		],
	},
});
const days = tinyQuestion({
	id: 'q',
	control,
	answer: {
		kind: 'number',
		unit: 'days',
		max: 4000,
		met: {atLeast: 'backup-retention-days'},
		partly: {atLeast: 7},
	},
});
const hours = tinyQuestion({
	id: 'q',
	control,
	answer: {kind: 'number', unit: 'hours', max: 100, met: {atMost: 24}},
});
const past = tinyQuestion({
	id: 'q',
	control,
	answer: {kind: 'date', met: {within: 'soc2-age-days'}, partly: {within: 500}},
});
const ahead = tinyQuestion({
	id: 'q',
	control,
	answer: {kind: 'date', met: {ahead: 'ca-days-left'}, partly: {ahead: 7}},
});

const everDone = tinyQuestion({
	id: 'q',
	control,
	answer: {kind: 'date', never: 'Never tried', met: {within: 'soc2-age-days'}},
});

describe('claimOf', () => {
	it('takes "never" for a failure where the question offers it, and for nothing elsewhere', () => {
		expect(claimOf(everDone, 'never', context)).toEqual({
			claim: 'not-met',
			meaning: 'Never tried.',
		});
		expect(claimOf(past, 'never', context).claim).toBe('nothing');
		expect(claimOf(everDone, '2026-11-01', context).claim).toBe('met');
		expect(claimOf({...everDone, followUp: true}, 'never', context).claim).toBe('nothing');
	});

	it.each([
		[yesNo, 'yes', 'met'],
		[yesNo, 'no', 'not-met'],
		[yesNo, 'partly', 'partly'],
		[yesNo, 'dont-know', 'nothing'],
		[yesNo, 'not-applicable', 'not-applicable'],
		[yesNo, 'maybe', 'nothing'],
		[yesNo, 1, 'nothing'],
		[yesNo, '__proto__', 'nothing'],
		[choice, 'all', 'met'],
		[choice, 'some', 'partly'],
		[choice, 'else', 'nothing'],
		[choice, 'removed-option', 'nothing'],
		[days, 35, 'met'],
		[days, 34, 'partly'],
		[days, 7, 'partly'],
		[days, 6, 'not-met'],
		[days, -1, 'nothing'],
		[days, 4001, 'nothing'],
		[days, Number.NaN, 'nothing'],
		[days, 'many', 'nothing'],
		[hours, 24, 'met'],
		[hours, 25, 'not-met'],
		[past, '2026-11-22', 'met'],
		[past, '2026-11-23', 'met'],
		[past, '2026-11-24', 'nothing'],
		[past, '2025-11-22', 'met'],
		[past, '2025-11-21', 'partly'],
		[past, '2020-01-01', 'not-met'],
		[past, '2026-02-30', 'nothing'],
		[past, 'yesterday', 'nothing'],
		[ahead, '2027-01-21', 'met'],
		[ahead, '2027-01-20', 'partly'],
		[ahead, '2026-11-29', 'partly'],
		[ahead, '2026-11-28', 'not-met'],
		[ahead, '2020-01-01', 'not-met'],
	] as const)('case %#: an answer of %s', (question, value, claim) => {
		expect(claimOf(question, value, context).claim).toBe(claim);
	});

	it('says what the answer means, with the threshold it was held against', () => {
		expect(claimOf(yesNo, 'yes', context).meaning).toBe('It is so.');
		expect(claimOf(choice, 'some', context).meaning).toBe('Some');
		expect(claimOf(days, 7, context).meaning).toBe('7 days; wanted: at least 35 days.');
		expect(claimOf(past, '2026-11-12', context).meaning).toBe(
			'2026-11-12 is 10 days ago; wanted: at most 365 days ago.',
		);
	});

	it('claims nothing where no profile sets the threshold', () => {
		const result = claimOf(days, 3000, {...context, thresholds: {}});
		expect(result.claim).toBe('nothing');
		expect(result.meaning).toMatch(/threshold/);
	});

	it('does not take a threshold from the prototype of the table', () => {
		const odd = tinyQuestion({
			id: 'q',
			control,
			answer: {kind: 'number', unit: 'x', max: 10, met: {atLeast: 'constructor'}},
		});
		expect(claimOf(odd, 5, context).claim).toBe('nothing');
	});

	it('claims nothing for a follow-up, a scoping question, "not applicable" that is not offered, partly not offered', () => {
		expect(claimOf({...yesNo, followUp: true}, 'yes', context).claim).toBe('nothing');
		expect(claimOf(tinyQuestion({id: 'f', fact: 'f'}), 'yes', context).claim).toBe('nothing');
		expect(claimOf({...yesNo, notApplicable: false}, 'not-applicable', context).claim).toBe(
			'nothing',
		);
		const two = tinyQuestion({
			id: 'q',
			control,
			answer: {kind: 'yes-no', claims: {yes: 'met', no: 'not-met'}},
		});
		expect(claimOf(two, 'partly', context).claim).toBe('nothing');
	});

	it('waits only for questions that can claim', () => {
		expect(canClaim(yesNo)).toBe(true);
		expect(canClaim({...yesNo, followUp: true})).toBe(false);
		expect(canClaim(tinyQuestion({id: 't', control, answer: {kind: 'text'}}))).toBe(false);
		expect(canClaim(tinyQuestion({id: 'd', control, answer: {kind: 'date'}}))).toBe(false);
	});
});
