import {describe, expect, it} from 'vitest';
import {evaluateOne, prod} from '../../test/helpers/one-control.js';
import {tinyAnswer} from '../../test/helpers/tiny-record.js';
import type {Answer} from '../domain/answer.js';

const questions = [
	{id: 'q-tls', control: 'tls-required'},
	{
		id: 'q-tls-until',
		control: 'tls-required',
		followUp: true,
		gap: 'until' as const,
		answer: {kind: 'date' as const},
		when: {answer: 'q-tls', is: 'partly'},
	},
];

/** The record of an answer and the day until which it may stay so; the clock stands at 2026-11-22. */
const until = (day: Answer['value'] | undefined, answer: Answer['value'] = 'partly') =>
	evaluateOne({
		questions,
		answers: [
			tinyAnswer(prod, 'q-tls', answer),
			...(day === undefined ? [] : [tinyAnswer(prod, 'q-tls-until', day)]),
		],
	});

describe('the day until which an answer may stay "partly"', () => {
	it('makes the control not met when it has passed, and says since when', () => {
		const {controls, targets, next} = until('2026-10-01');
		expect(controls[0]).toMatchObject({state: 'not-met', claim: 'not-met'});
		expect(controls[0]?.because).toBe('Answered partly, which was to hold until 2026-10-01.');
		expect(controls[0]?.questions[0]).toMatchObject({claim: 'not-met', lapsed: '2026-10-01'});
		expect(targets[1]?.expired ?? targets[0]?.expired).toEqual([
			{what: 'exception to tls-required', on: '2026-10-01', inDays: -52},
		]);
		expect(next.map(s => s.text)).toContain(
			'prod: exception to tls-required ran out on 2026-10-01.',
		);
	});

	it.each(['2026-11-22', '2027-06-30'])('still counts on %s', day => {
		const {controls, targets} = until(day);
		expect(controls[0]?.state).toBe('partly');
		expect(targets.flatMap(t => t.expires?.on ?? [])).toEqual([day]);
	});

	it.each([undefined, 'dont-know', 'soon', 20_261_001])('changes nothing as %s', day => {
		expect(until(day).controls[0]?.state).toBe('partly');
	});

	it('says nothing once the answer is another one', () => {
		const {controls, targets, next} = until('2026-10-01', 'yes');
		expect(controls[0]?.state).toBe('met');
		expect(targets.flatMap(t => t.expired ?? [])).toEqual([]);
		expect(next.map(s => s.text).join()).not.toContain('ran out');
	});
});
