import {expect, test} from 'vitest';
import {
	tinyContent,
	tinyControl,
	tinyQuestion,
	tinyQuestionnaire,
} from '../../../test/helpers/tiny-content.js';
import type {Evaluation} from '../../domain/evaluation.js';
import {leftSentence, newLines} from './status-left.js';

/** An evaluation of one target with so many questions of each sort. */
const counted = (n: number): Pick<Evaluation, 'left' | 'targets' | 'questions'> => ({
	questions: [],
	left: {questions: n, seconds: 60 * n},
	targets: [
		{
			target: {id: 't', name: 'prod'},
			fresh: n,
			dormant: n,
			optional: n,
		} as Evaluation['targets'][number],
	],
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

test('dormant answers are named with their target, five at most, and nothing gets through to the terminal', () => {
	const dormant = (n: number): readonly Evaluation['questions'][number][] =>
		Array.from(
			{length: n},
			(_, i) =>
				({target: 't', question: `q-${i}`, dormant: true}) as Evaluation['questions'][number],
		);
	const evaluation = (n: number) => ({
		left: {questions: 0, seconds: 0},
		questions: dormant(n),
		targets: [{target: {id: 't', name: 'prod\u001b'}, dormant: n} as Evaluation['targets'][number]],
	});
	expect(leftSentence(evaluation(1))).toContain('no longer applies (prod\\u{1b}/q-0).');
	expect(leftSentence(evaluation(7))).toMatch(/q-4 and 2 more\)\.$/);
});

test('new questions are named with their target, five at most, and nothing gets through to the terminal', () => {
	const fresh = (n: number): Pick<Evaluation, 'questions' | 'targets'> => ({
		targets: [{target: {id: 't', name: 'prod\u001b[2J'}} as Evaluation['targets'][number]],
		questions: Array.from(
			{length: n},
			(_, at) =>
				({target: 't', question: `q${at}`, isNew: at > 0}) as Evaluation['questions'][number],
		),
	});
	const content = tinyContent({
		questionnaires: [
			tinyQuestionnaire({
				id: 'base',
				kind: 'database',
				controls: [tinyControl({id: 'tls'})],
				questions: [tinyQuestion({id: 'q1', control: 'tls', text: 'Is it encrypted?'})],
			}),
		],
	});
	expect(newLines(fresh(1), content)).toEqual([]);
	expect(newLines(fresh(2), content)).toEqual(['new: prod\\u{1b}[2J: Is it encrypted? (q1)']);
	expect(newLines(fresh(6), content)).toHaveLength(5);
	const many = newLines(fresh(8), content);
	expect(many).toHaveLength(6);
	expect(many.at(-1)).toMatch(/^and 2 more/);
});
