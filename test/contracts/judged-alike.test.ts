import {join} from 'node:path';
import {expect, it} from 'vitest';
import {allFamilies} from '../../src/probes/all-families.js';
import {compileContent} from '../../src/questionnaires/index.js';

it('a number or a day that a probe judges too is judged alike: what it calls a failure is no "partly"', async () => {
	const content = await compileContent(join(import.meta.dirname, '../..'));
	const judging = new Map(
		allFamilies.flatMap(f => f.checks).map(({id, thresholds = []}) => [id, thresholds]),
	);
	const both = content.questionnaires.flatMap(({controls, questions}) =>
		questions.flatMap(({id, control: of, answer}) => {
			const control = controls.find(c => c.id === of);
			if (control === undefined || (answer.kind !== 'number' && answer.kind !== 'date')) return [];
			const limit = answer.met === undefined ? undefined : Object.values(answer.met)[0];
			const judged = control.checks
				.filter(({role}) => role !== 'informs')
				.flatMap(({check}) => judging.get(check) ?? []);
			return judged.some(name => name === limit) && control.failingMeans === 'not-met'
				? [{id, partly: answer.partly}]
				: [];
		}),
	);
	expect(both.map(({id}) => id).toSorted()).toEqual([
		'ca-expiry',
		'server-certificate-expiry',
		'session-hours-max',
	]);
	expect(both.filter(({partly}) => partly !== undefined)).toEqual([]);
});
