import {describe, expect, it} from 'vitest';
import {leftOutOfTiny, loadTiny} from '../../test/helpers/compile-tiny.js';
import {base} from '../../test/helpers/lint-tiny.js';

const question = (id: string, section: string): string => `  - id: ${id}
    section: ${section}
    control: tls-on
    text: Does ${id} hold here?
    why: A reason that is long enough.
    how: {all: Look.}
    answer: {kind: yes-no}
`;

const sections = `id: base
sections:
  - {id: rest, title: At rest}
questions:
`;

describe('questions that a workspace adds', () => {
	it('stand in their section, behind its other questions, and begin none a second time', async () => {
		const content = await loadTiny({
			[base]: `${sections}${question('own-rest', 'rest')}${question('own-transit', 'transit')}${question('own-more', 'rest')}`,
		});
		expect(content.leftOut).toBeUndefined();
		const {questions} = content.questionnaires.find(q => q.id === 'base')!;
		expect(questions.map(q => `${q.section} ${q.id}`)).toEqual([
			'transit tls-asked',
			'transit tls-until',
			'transit backup-days',
			'transit backup-place',
			'transit own-transit',
			'rest own-rest',
			'rest own-more',
		]);
	});
});

describe('a questionnaire whose id is not the name of its folder', () => {
	it.each([
		['in the folder of a shipped one', base, 'basis', 'base'],
		['in a misspelt folder', 'questionnaires/bas/questionnaire.yaml', 'base', 'bas'],
	])('%s is that one mistake', async (_, file, id, folder) => {
		const text = `id: ${id}\nquestions:\n${question('own', 'transit')}`;
		expect(await leftOutOfTiny({[file]: text})).toEqual([
			`${file}:1:5 id: "${id}" is not the name of its folder, "${folder}"`,
		]);
	});
});
