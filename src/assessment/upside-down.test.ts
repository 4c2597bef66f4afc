import {describe, expect, it} from 'vitest';
import {controlOne, prod} from '../../test/helpers/one-control.js';
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
