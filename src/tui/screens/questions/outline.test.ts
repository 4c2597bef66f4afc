import {expect, test} from 'vitest';
import {fakeWorkbench} from '../../../../test/helpers/fake-workbench.js';
import {askedOf, type Asked} from '../../model/questions.js';
import {lineCells} from '../../widgets/lines/lines.js';
import {outlineLines} from './outline.js';

const snapshot = fakeWorkbench().snapshot();
const database = snapshot.evaluation.targets.find(t => t.target.kind === 'database');
const all = askedOf(snapshot, database?.target.id);
const listOf = (list: readonly Asked[], width: number): readonly string[] =>
	outlineLines(list, list, undefined, width, 60, true).map(spans => {
		expect(lineCells(spans)).toBeLessThanOrEqual(width);
		return spans.map(s => s.text).join('');
	});

test.each([24, 38, 60])('the list marks what is new, and nothing else, at %d columns', width => {
	const [, second] = all;
	const fresh = all.map(one =>
		one === second ? {...one, evaluation: {...one.evaluation, isNew: true}} : one,
	);
	expect(listOf(all, width).join('\n')).not.toMatch(/. new /);
	const marked = listOf(fresh, width).filter(l => /^ {2}. new /.test(l));
	expect(marked).toHaveLength(1);
	expect(marked[0]).toContain(`new ${second!.question.text.slice(0, width - 9)}`);
});
