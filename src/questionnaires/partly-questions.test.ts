import {describe, expect, it} from 'vitest';
import {compileTiny, lintOver, loadOver} from '../../test/helpers/compile-tiny.js';
import {plantedIn, tinyFiles, withFolder} from '../../test/helpers/content-root.js';
import {base, lintFiles} from '../../test/helpers/lint-tiny.js';
import {partly, partlyFiles} from '../../test/helpers/partly-files.js';
import type {Content} from '../domain/content.js';
import {questionsOf} from '../domain/content-parts.js';

const texts = partlyFiles[partly] ?? '';
const tiny: Readonly<Record<string, string>> = {...tinyFiles, ...partlyFiles};
const changed = (find: string, replace: string) => ({
	...tiny,
	[base]: plantedIn(tiny[base] ?? '', find, replace),
});
const ids = (content: Content): readonly string[] => questionsOf(content).map(q => q.id);

const overlaid = (yaml: string): Promise<Content> =>
	withFolder(tiny, async () => {
		const shipped = await compileTiny(tiny);
		return withFolder({[base]: yaml}, root => loadOver(shipped, root));
	});

describe('the follow-ups to "partly"', () => {
	it('are made for each question that can be answered so, and stand behind it', async () => {
		expect(ids(await compileTiny(tiny)).slice(0, 7)).toEqual([
			'tls-asked',
			'tls-asked-instead',
			'tls-asked-owner',
			'tls-asked-until',
			'tls-until',
			'backup-days',
			'backup-place',
		]);
		const until = questionsOf(await compileTiny(tiny)).find(q => q.id === 'tls-asked-until');
		expect(until).toMatchObject({
			text: 'Until when: Is every connection encrypted?',
			control: 'tls-on',
			followUp: true,
			gap: 'until',
			when: {answer: 'tls-asked', is: ['partly']},
			answer: {kind: 'date'},
		});
	});

	it('are made for the options of a choice that mean it, and for nothing else', async () => {
		const content = await compileTiny(
			changed('label: Beside the data, claim: not-met}', 'label: Beside, claim: partly}'),
		);
		expect(questionsOf(content).find(q => q.id === 'backup-place-owner')?.when).toEqual({
			answer: 'backup-place',
			is: ['beside'],
		});
	});

	it('stay away where somebody wrote one for the part, or under the same id', async () => {
		const until = 'followUp: true\n    text: Until';
		const own = await compileTiny(
			changed(until, `followUp: true\n    gap: until\n    text: Until`),
		);
		expect(ids(own).slice(0, 4)).toEqual([
			'tls-asked',
			'tls-until',
			'tls-asked-instead',
			'tls-asked-owner',
		]);
		const named = await compileTiny(changed('id: tls-until', 'id: tls-asked-owner'));
		const owner = questionsOf(named).filter(q => q.id === 'tls-asked-owner');
		expect(owner).toMatchObject([{text: 'Until when will the gap be closed?'}]);
	});

	it('take the words of a question as they are', async () => {
		const content = await compileTiny(
			changed('text: Is every connection encrypted?', "text: 'Is $& or {question} safe?'"),
		);
		expect(questionsOf(content).find(q => q.id === 'tls-asked-owner')?.text).toBe(
			'Who answers for it: Is $& or {question} safe?',
		);
	});

	it('follow what a workspace changes: its own questions, and answers that are gone', async () => {
		const question = (id: string, answer: string) => `id: base
questions:
  - id: ${id}
    section: transit
    control: tls-on
    text: Does ${id} hold?
    why: A reason that is long enough.
    how: {all: Look.}
    answer: ${answer}
`;
		const added = await overlaid(question('own-one', '{kind: yes-no}'));
		expect(added.leftOut).toBeUndefined();
		expect(ids(added)).toContain('own-one-until');
		const plain = question('tls-asked', "{kind: yes-no, claims: {'yes': met, 'no': not-met}}");
		const until = question('tls-until', '{kind: date}').replace(/^id: base\nquestions:\n/, '');
		const gone = await overlaid(`${plain}${until}`);
		expect(gone.leftOut).toBeUndefined();
		expect(ids(gone).filter(id => id.startsWith('tls-asked'))).toEqual(['tls-asked']);
	});

	it('can be worded by a workspace', async () => {
		const shipped = await compileTiny(tiny);
		const own = texts.replace('Who answers for it', 'Whose is it');
		const content = await withFolder({[partly]: own}, root => loadOver(shipped, root));
		expect(questionsOf(content).find(q => q.id === 'tls-asked-owner')?.text).toBe(
			'Whose is it: Is every connection encrypted?',
		);
	});
});

describe('lint', () => {
	it('knows them, and finds nothing wrong with them', async () => {
		expect(await lintFiles(tiny)).toEqual([]);
		const when = 'when: {answer: tls-asked-owner, is: nobody}';
		const found = await lintFiles(changed('when: {answer: tls-asked, is: partly}', when));
		expect(found).toEqual([]);
	});

	it.each([
		["'Who answers for it: {question}'", "'Who answers for it?'", 'ends with {question}'],
		['how: {all: Ask.}', 'hwo: {all: Ask.}', 'unknown key "hwo"'],
	])('finds %s written as %s', async (find, replace, expected) => {
		const found = await lintFiles({...tiny, [partly]: plantedIn(texts, find, replace)});
		expect(found.join()).toContain(`error ${partly}`);
		expect(found.join()).toContain(expected);
	});

	it('finds a gap on a question that is no follow-up, and an end that is no day', async () => {
		const plain = await lintFiles(
			changed('control: tls-on\n    text', 'control: tls-on\n    gap: owner\n    text'),
		);
		expect(plain.join()).toContain('only a follow-up asks about the missing part');
		const followUp = 'followUp: true\n    text: Until';
		const text = changed(followUp, 'followUp: true\n    gap: until\n    text: Until');
		const worded = plantedIn(text[base], 'answer: {kind: date}', 'answer: {kind: text}');
		expect((await lintFiles({...text, [base]: worded})).join()).toContain('has to be a date');
	});

	it('tells what is wrong with one at the question that it comes from', async () => {
		const shipped = await compileTiny(tiny);
		const bad = `id: base\nquestions:\n  - {id: own, section: nowhere, control: tls-on, text: 'Is it so here?', why: A reason that is long enough., how: {all: Look.}, answer: {kind: yes-no}}\n`;
		const found = await withFolder({[base]: bad}, root => lintOver(shipped, root));
		expect(found.map(p => p.file)).toEqual(found.map(() => base));
	});
});
