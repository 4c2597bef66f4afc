import {describe, expect, it} from 'vitest';
import {complaint} from '../../test/helpers/complaint.js';
import {compileTiny} from '../../test/helpers/compile-tiny.js';
import {tinyFiles} from '../../test/helpers/content-root.js';
import {partlyFiles} from '../../test/helpers/partly-files.js';
import {tinyDatabase, tinyNow, tinyState} from '../../test/helpers/tiny-record.js';
import type {Content} from '../domain/content.js';
import {parseAnswers} from '../questionnaires/index.js';
import {answerChange, findQuestion} from './answer-question.js';

const content = await compileTiny({...tinyFiles, ...partlyFiles});
const prod = tinyDatabase();

describe('a question that no file holds', () => {
	const left = (...files: readonly string[]): Content => ({
		...content,
		leftOut: files.map(file => ({file, faults: [], follows: false})),
	});
	const told = (from: Content): Promise<string> =>
		complaint(Promise.resolve().then(() => findQuestion(from, 'own-one')));

	it('may stand in a questionnaire that is left out, and in no other sort of file', async () => {
		const found = await told(
			left('questionnaires/own/questionnaire.yaml', 'questionnaires/profiles/regulated.yaml'),
		);
		expect(found).toContain(
			'It may stand in a file that is left out: questionnaires/own/questionnaire.yaml.',
		);
		for (const file of ['profiles', 'profiles/x.yaml', 'frameworks/x.yaml', 'risks.yaml'])
			expect(await told(left(`questionnaires/${file}`))).not.toContain('left out');
		expect(await told(left('evidence/catalog.yaml'))).not.toContain('left out');
		expect(await told(left('questionnaires'))).toContain('left out: questionnaires.');
	});
});

describe('the derived question until when a part may be missing', () => {
	const until = 'tls-asked-until';
	const meta = {by: 'Ada', at: tinyNow};
	const {question} = findQuestion(content, until);
	const recorded = (day: string) => answerChange(question, prod, day, undefined, meta);
	const fromFile = (day: string) =>
		parseAnswers(`targets:\n  ${prod.name}: {${until}: ${day}}\n`, 'a.yaml', {
			content,
			state: tinyState({targets: [prod]}),
			now: tinyNow,
		});

	it.each(['2027-11-23', '2026-11-22', '2020-01-01'])('takes %s', day => {
		expect(recorded(day).after).toMatchObject({value: day});
		expect(fromFile(day)).toHaveLength(1);
	});

	it.each(['2027-11-24', '2030-01-01'])('refuses %s, and says why', async day => {
		const why = `${until}: ${day} is more than a year ahead (today is 2026-11-22), and an exception holds for a year at most`;
		const said = await complaint(Promise.resolve().then(() => recorded(day)));
		expect(said).toContain(why);
		expect(said).toContain('somebody will look again');
		expect(() => fromFile(day)).toThrow(`a.yaml:2:${prod.name.length + 23} ${why}`);
	});
});
