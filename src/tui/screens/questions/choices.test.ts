import {expect, test} from 'vitest';
import {fakeWorkbench} from '../../../../test/helpers/fake-workbench.js';
import {press, startOn} from '../../../../test/helpers/tui-state.js';
import {askedOf} from '../../model/questions.js';
import {choiceLines} from './choices.js';

test('a number is asked for with the limit that is in force', () => {
	const {state} = press(startOn(fakeWorkbench()), 'j', 'enter');
	const asked = askedOf(state.snapshot, state.questions.target).find(
		q => q.question.answer.kind === 'number',
	)!;
	const shown = (limit?: string): string =>
		choiceLines(
			state.questions,
			{...asked, evaluation: {...asked.evaluation, ...(limit === undefined ? {} : {limit})}},
			40,
		)
			.map(line => line.map(({text}) => text.trim()).join(' '))
			.join(' ');
	expect(shown('met: at most 26 hours; partly: at most 72 hours')).toContain(
		'Counts as met: at most 26 hours; partly: at most 72 hours'.slice(0, 25),
	);
	expect(shown()).not.toContain('Counts as');
});
