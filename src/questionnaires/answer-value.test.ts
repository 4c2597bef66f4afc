import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {UserError} from '../domain/errors.js';
import {Question} from '../domain/question.js';
import {allowedAnswers, parseAnswerValue, readAnswerValue} from './index.js';

const question = (answer: unknown, more: Readonly<Record<string, unknown>> = {}): Question =>
	Question.parse({
		id: 'some-question',
		section: 'one',
		control: 'some-control',
		text: 'Is it as it should be?',
		why: 'Because otherwise it is not.',
		how: {all: 'Look.'},
		answer,
		...more,
	});

const yesNo = question({kind: 'yes-no'});
const strict = question(
	{kind: 'yes-no', claims: {yes: 'met', no: 'not-met'}},
	{notApplicable: false},
);
const choice = question({
	kind: 'choice',
	options: [
		{id: 'both', label: 'Both'},
		{id: 'snapshots', label: 'Snapshots'},
	],
});
const days = question({kind: 'number', unit: 'days', min: 0, max: 3650});
const date = question({kind: 'date'});
const ever = question({kind: 'date', never: 'Never tried', met: {within: 30}});
const text = question({kind: 'text'});

describe('parseAnswerValue', () => {
	it.each([
		[yesNo, 'yes', 'yes'],
		[yesNo, ' Partly ', 'partly'],
		[yesNo, 'DONT-KNOW', 'dont-know'],
		[yesNo, 'not-applicable', 'not-applicable'],
		[choice, 'Snapshots', 'snapshots'],
		[days, '35', 35],
		[days, '35 days', 35],
		[days, '35days', 35],
		[days, '0.5', 0.5],
		[days, '+7', 7],
		[days, 'dont-know', 'dont-know'],
		[date, '2028-02-29', '2028-02-29'],
		[ever, ' Never', 'never'],
		[ever, '2028-02-29', '2028-02-29'],
		[text, '  two lines\nof text ', 'two lines\nof text'],
		[text, 'dont-know', 'dont-know'],
	] as const)('takes %#', (q, typed, value) => {
		expect(parseAnswerValue(q, typed)).toBe(value);
	});

	it.each([
		[
			yesNo,
			'maybe',
			'"maybe" is no answer here; allowed: yes | no | partly | dont-know | not-applicable',
		],
		[yesNo, 'parlty', 'did you mean "partly"?'],
		[yesNo, 'true', 'is no answer here'],
		[strict, 'partly', 'allowed: yes | no | dont-know'],
		[
			strict,
			'not-applicable',
			'"not-applicable" is not offered here; allowed: yes | no | dont-know',
		],
		[choice, 'snapshot', 'did you mean "snapshots"?'],
		[choice, 'yes', 'allowed: both | snapshots'],
		[days, '-1', '-1 is out of range; allowed: a number from 0 to 3650 (days)'],
		[days, '3651', '3651 is out of range'],
		[days, '35 hours', '"35 hours" is no number'],
		[days, '1e3', 'is no number'],
		[days, '0x23', 'is no number'],
		[days, 'NaN', 'is no number'],
		[days, 'Infinity', 'is no number'],
		[days, '1,5', 'is no number'],
		[days, '1.000', '"1.000" can be read as 1000 and as 1; write 1000 or 1'],
		[days, '1,000', 'write 1000 or 1'],
		[days, '2.500 days', 'write 2500 or 2.5'],
		[days, '9'.repeat(400), 'is no number'],
		[date, '2027-02-29', '"2027-02-29" is not a day of the calendar; allowed: a day as YYYY-MM-DD'],
		[date, 'never', '"never" is no day; allowed: a day as YYYY-MM-DD | dont-know'],
		[ever, 'nie', '"nie" is no day; allowed: a day as YYYY-MM-DD | never | dont-know'],
		[date, '2027-13-01', 'is not a day of the calendar'],
		[date, '22.11.2026', '"22.11.2026" is no day'],
		[date, '2026-11-22T00:00:00Z', 'is no day'],
		[text, '   ', 'nothing was given'],
		[text, 'x'.repeat(10_001), 'this text has 10001 characters'],
	] as const)('refuses %# and says what is allowed', (q, typed, message) => {
		expect(() => parseAnswerValue(q, typed)).toThrow(UserError);
		expect(() => parseAnswerValue(q, typed)).toThrow(message);
		expect(() => parseAnswerValue(q, typed)).toThrow(/^some-question: /);
	});

	it('never gives a number out of range, a negative zero or anything but a number or a reserved word', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String)),
				typed => {
					const result = readAnswerValue(days, typed);
					if (!result.ok || result.value === 'dont-know' || result.value === 'not-applicable')
						return;
					expect(typeof result.value).toBe('number');
					expect(Object.is(result.value, -0)).toBe(false);
					expect(result.value).toBeGreaterThanOrEqual(0);
					expect(result.value).toBeLessThanOrEqual(3650);
				},
			),
		);
	});

	it('takes exactly the days that exist', () => {
		fc.assert(
			fc.property(
				fc.integer({min: 1, max: 9999}),
				fc.integer({min: 0, max: 14}),
				fc.integer({min: 0, max: 33}),
				(year, month, day) => {
					const two = (n: number): string => String(n).padStart(2, '0');
					const typed = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
					const real = new Date(0);
					real.setUTCFullYear(year, month - 1, day);
					const exists = real.toISOString().startsWith(typed);
					expect(readAnswerValue(date, typed).ok).toBe(exists);
				},
			),
		);
	});

	it('takes every word that it says is allowed', () => {
		for (const q of [yesNo, strict, choice]) {
			for (const word of allowedAnswers(q).split(' | ')) {
				expect(readAnswerValue(q, word)).toEqual({ok: true, value: word});
			}
		}
	});
});
