import {expect, test} from 'vitest';
import {shortened} from '../../scripts/demo/shorten.js';

const problem = (n: number): string =>
	`✖ high  prod/check-${n}\n    What was seen,\n    on two lines.`;
const printed = (count: number): string =>
	[
		...Array.from({length: count}, (_, n) => problem(n)),
		'',
		`Stopped at ${count} problems.`,
		'',
	].join('\n');

test('the first problems are shown, the others counted, and the verdict stays', () => {
	expect(shortened(printed(8), 5)).toBe(
		[
			...Array.from({length: 5}, (_, n) => problem(n)),
			'… and 3 more: dbvet check shows them all',
			'',
			'Stopped at 8 problems.',
			'',
		].join('\n'),
	);
});

test.each([[printed(5)], [printed(1)], ['Pass: 3 of 3 controls that apply are known.\n'], ['']])(
	'what is short already stays as it is',
	text => {
		expect(shortened(text, 5)).toBe(text);
	},
);
