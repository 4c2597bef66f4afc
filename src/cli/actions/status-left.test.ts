import {expect, test} from 'vitest';
import type {Evaluation} from '../../domain/evaluation.js';
import {leftSentence} from './status-left.js';

/** An evaluation of one target with so many questions of each sort. */
const counted = (n: number): Pick<Evaluation, 'left' | 'targets'> => ({
	left: {questions: n, seconds: 60 * n},
	targets: [{fresh: n, dormant: n, optional: n} as Evaluation['targets'][number]],
});

test('one thing is told in the singular, several in the plural, none not at all', () => {
	expect(leftSentence(counted(1))).toBe(
		'1 question is left, about a minute. 1 of them is new since the questions were updated. 1 more applies that the profile does not ask for. 1 answer is kept but dormant: what it was asked for no longer applies.',
	);
	expect(leftSentence(counted(2))).toBe(
		'2 questions are left, about 2 minutes. 2 of them are new since the questions were updated. 2 more apply that the profile does not ask for. 2 answers are kept but dormant: what they were asked for no longer applies.',
	);
	expect(leftSentence(counted(0))).toBe('Every question that the profile asks is answered.');
});
