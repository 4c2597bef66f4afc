import {expect, test} from 'vitest';
import {controlOne, prod} from '../../test/helpers/one-control.js';
import {tinyAnswer} from '../../test/helpers/tiny-record.js';

const question = (id: string, more: object = {}) => ({
	id,
	control: 'tls-required',
	text: `Is ${id} as it should be?`,
	...more,
});
const expiry = question('expiry', {
	text: 'Until which day is the certificate valid?',
	answer: {kind: 'date', met: {ahead: 0}, expires: 'Certificate of the vendor'},
});

/** Why the one control is in its state, with these answers to these questions. */
const because = (
	questions: readonly ReturnType<typeof question>[],
	answers: Readonly<Record<string, string>>,
): string =>
	controlOne({
		questions,
		answers: Object.entries(answers).map(([id, value]) => tinyAnswer(prod, id, value)),
	}).because;

test('names the day that ran out, and not the answers that are as wanted', () => {
	expect(because([question('one'), expiry], {one: 'yes', expiry: '2026-11-01'})).toBe(
		'Certificate of the vendor ran out on 2026-11-01.',
	);
	expect(because([expiry], {expiry: '2026-11-01'})).toBe(
		'Certificate of the vendor ran out on 2026-11-01.',
	);
	expect(because([question('one'), expiry], {one: 'yes', expiry: '2027-11-01'})).toBe(
		'Answered yes and 2027-11-01, and nothing has confirmed it yet.',
	);
});

test('names the question whose answer decides, among others', () => {
	const three = [question('one'), question('two'), question('three')];
	expect(because(three, {one: 'yes', two: 'no', three: 'yes'})).toBe(
		'Answered no to “Is two as it should be?”.',
	);
	expect(because(three, {one: 'partly', two: 'no'})).toBe(
		'Answered no to “Is two as it should be?”.',
	);
	expect(because(three, {one: 'yes', two: 'partly', three: 'yes'})).toBe(
		'Answered partly to “Is two as it should be?”, and nothing has confirmed it yet.',
	);
	expect(because([question('one')], {one: 'no'})).toBe('Answered no.');
});

test('names two of many and says how many more there are, after what ran out', () => {
	const all = [question('one'), question('two'), question('three'), expiry];
	expect(because(all, {one: 'no', two: 'no', three: 'no', expiry: '2026-11-01'})).toBe(
		'Certificate of the vendor ran out on 2026-11-01, and answered no to “Is one as it should be?”, no to “Is two as it should be?” and 1 more.',
	);
});

test('lets no hostile text of a question or an option through', () => {
	const evil = question('one', {text: 'Is \u001b[2J\u202e this as it should be?'});
	const words = because([evil, question('two')], {one: 'no', two: 'yes'});
	expect(words).toContain('this as it should be');
	// eslint-disable-next-line no-control-regex -- control characters are just what is looked for.
	expect(words).not.toMatch(/[\u0000-\u001f\u202e]/);
});
