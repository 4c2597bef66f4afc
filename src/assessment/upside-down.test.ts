import {describe, expect, it} from 'vitest';
import {controlOne, prod} from '../../test/helpers/one-control.js';
import {refusedDay} from '../domain/future-day.js';
import {tinyAnswer} from '../../test/helpers/tiny-record.js';

describe('a period that ends before it begins', () => {
	const questions = [
		{id: 'begin', control: 'tls-required', followUp: true, answer: {kind: 'date' as const}},
		{
			id: 'end',
			control: 'tls-required',
			answer: {kind: 'date' as const, met: {within: 4000}, notBefore: 'begin'},
		},
	];
	const given = (begin: string, end: string) =>
		controlOne({
			questions,
			answers: [tinyAnswer(prod, 'begin', begin), tinyAnswer(prod, 'end', end)],
		});

	it('does not count, and says which days do not fit', () => {
		const control = given('2026-10-01', '2025-12-20');
		expect(control.state).toBe('not-met');
		expect(control.because).toContain('2025-12-20 lies before 2026-10-01, the answer to begin');
		expect(control.questions.find(q => q.question === 'end')).toMatchObject({
			claim: 'not-met',
			meaning:
				'2025-12-20 lies before 2026-10-01, the answer to begin. One of the two days is wrong; correct it.',
		});
	});

	it.each([
		['2025-01-01', '2025-12-20'],
		['2025-12-20', '2025-12-20'],
		['dont-know', '2025-12-20'],
	])('from %s to %s counts', (begin, end) => {
		expect(given(begin, end).state).toBe('met');
	});
});

describe('a period that is too short, whatever was answered about its length', () => {
	const questions = [
		{id: 'begin', control: 'tls-required', followUp: true, answer: {kind: 'date' as const}},
		{
			id: 'end',
			control: 'tls-required',
			answer: {
				kind: 'date' as const,
				met: {within: 365},
				notBefore: 'begin',
				period: {met: 180, partly: 89},
			},
		},
		{
			id: 'length',
			control: 'tls-required',
			answer: {
				kind: 'choice' as const,
				options: [
					{id: 'long', label: 'Six months or more', claim: 'met' as const},
					{id: 'short', label: 'Less', claim: 'not-met' as const},
				],
			},
		},
	];
	const given = (begin: string, end: string) =>
		controlOne({
			questions,
			answers: [
				tinyAnswer(prod, 'begin', begin),
				tinyAnswer(prod, 'end', end),
				tinyAnswer(prod, 'length', 'long'),
			],
		});

	it.each([
		['2026-10-31', '2026-11-01', 'not-met', 'From 2026-10-31 to 2026-11-01 it is 2 days, and 180'],
		['2026-07-01', '2026-09-26', 'not-met', 'it is 88 days'],
		['2026-07-01', '2026-09-27', 'partly', 'it is 89 days'],
		['2026-04-01', '2026-09-26', 'partly', 'it is 179 days'],
		['2026-04-01', '2026-09-27', 'met', ''],
		['2025-01-01', '2025-07-31', 'not-met', 'days ago'],
		['dont-know', '2026-09-27', 'met', ''],
	])('from %s to %s is %s', (begin, end, state, because) => {
		const control = given(begin, end);
		expect(control.state).toBe(state);
		expect(
			`${control.because} ${control.questions.find(q => q.question === 'end')?.meaning}`,
		).toContain(because);
	});

	it('stands in the reason of the state', () => {
		expect(given('2026-10-31', '2026-11-01').because).toContain(
			'From 2026-10-31 to 2026-11-01 it is 2 days, and 180 are wanted',
		);
	});
});

describe('a day further ahead than anything lasts', () => {
	const until = {kind: 'date' as const, met: {ahead: 0}, furthest: 1185, expires: 'certificate'};
	const control = (day: string) =>
		controlOne({
			questions: [{id: 'until', control: 'tls-required', answer: until}],
			answers: [tinyAnswer(prod, 'until', day)],
		});

	it('is not believed where it was recorded', () => {
		expect(control('2040-01-01').state).toBe('unknown');
		expect(control('2029-11-22').state).toBe('met');
	});

	it('is refused, with the reason', () => {
		expect(refusedDay({answer: until}, '2040-01-01', '2026-11-22T12:00:00.000Z')).toEqual({
			what: '2040-01-01 is more than 1185 days ahead (today is 2026-11-22), and no certificate lasts so long',
			next: 'Look at the day again: a wrong year is the usual slip.',
		});
		expect(refusedDay({answer: until}, '2029-11-22', '2026-11-22T12:00:00.000Z')).toBeUndefined();
	});
});
