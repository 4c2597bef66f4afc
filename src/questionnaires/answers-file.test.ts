import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {Content} from '../domain/content.js';
import {UserError} from '../domain/errors.js';
import {withFolder} from '../../test/helpers/content-root.js';
import {
	answersContent as content,
	answersNow as now,
	answersState as state,
	parseTiny as parse,
} from '../../test/helpers/tiny-answers.js';
import {parseAnswers, readAnswers, type FileAnswer} from './index.js';

const problems = (text: string): readonly string[] => {
	try {
		parse(text);
	} catch (thrown) {
		if (!(thrown instanceof UserError)) throw thrown;
		return thrown.message
			.split('\n')
			.slice(1)
			.map(line => line.trim());
	}
	return [];
};

describe('parseAnswers', () => {
	it('reads plain values, values with notes, names and ids of targets', () => {
		const text = `\ufefftargets:
  prod:
    tls-asked: yes
    backup-days: 35
    backup-place: {value: elsewhere, note: " In another account. "}
    tls-until:
  "1.5": {tls-asked: {value: not-applicable, note: No network.}, tls-until: 2027-01-31}
  t-0000000004: {holds-cards: dont-know}
`;
		expect(parse(text)).toEqual([
			{target: 't-0000000001', question: 'tls-asked', value: 'yes'},
			{target: 't-0000000001', question: 'backup-days', value: 35},
			{
				target: 't-0000000001',
				question: 'backup-place',
				value: 'elsewhere',
				note: 'In another account.',
			},
			{target: 't-0000000002', question: 'tls-asked', value: 'not-applicable', note: 'No network.'},
			{target: 't-0000000002', question: 'tls-until', value: '2027-01-31'},
			{target: 't-0000000004', question: 'holds-cards', value: 'dont-know'},
		]);
	});

	it('reports everything that is wrong, each at its place, and returns nothing', () => {
		const text = `version: 1
targets:
  prd:
    tls-asked: yes
  old:
    tls-asked: yes
  prod:
    tls-askd: yes
    holds-cards: yes
    tls-asked: true
    backup-days: 4000
    backup-place: {value: elswhere, nota: x}
    tls-until: {note: later}
  us:
    holds-cards: [yes, no]
`;
		expect(problems(text)).toEqual([
			'answers.yaml:1:1 unknown key "version"; allowed: targets',
			'answers.yaml:3:3 there is no target "prd"; targets: 1.5, prod, us; did you mean "prod"?',
			'answers.yaml:5:3 the target "old" is retired and takes no answers',
			'answers.yaml:8:5 there is no question "tls-askd"; did you mean "tls-asked"?',
			'answers.yaml:9:5 "holds-cards" is asked of organisation targets, and prod is of kind database',
			'answers.yaml:10:16 tls-asked: write yes or no; YAML takes true for something else',
			'answers.yaml:11:18 backup-days: 4000 is out of range; allowed: a number from 0 to 3650 (days) | dont-know | not-applicable',
			'answers.yaml:12:27 backup-place: "elswhere" is no answer here; allowed: elsewhere | beside | dont-know | not-applicable; did you mean "elsewhere"?',
			'answers.yaml:12:37 unknown key "nota"; allowed: value, note; did you mean "note"?',
			'answers.yaml:13:16 tls-until: there is a note but no value',
			'answers.yaml:15:18 holds-cards: expected one value, or a group of "value" and "note"',
		]);
	});

	it.each([
		[
			'a missing reason',
			'targets: {prod: {tls-asked: not-applicable}}',
			'needs a note that says why',
		],
		[
			'a blank reason',
			'targets: {prod: {tls-asked: {value: not-applicable, note: "  "}}}',
			'needs a note',
		],
		[
			'not-applicable where it is not offered',
			'targets: {us: {holds-cards: {value: not-applicable, note: x}}}',
			'is not offered here',
		],
		[
			'the same target by name and id',
			'targets: {prod: {tls-asked: yes}, t-0000000001: {tls-asked: no}}',
			'the target prod stands here twice',
		],
		['no targets', 'targets:', 'targets: expected the name of each target'],
		['a list', '- prod', 'expected the key "targets"'],
		['an empty file', '', 'this file is empty'],
		[
			'answers that are no group',
			'targets: {prod: yes}',
			'prod: expected question ids with their answers',
		],
		[
			'a target that stands twice',
			'targets:\n  prod: {}\n  prod: {}',
			'this key stands here twice',
		],
		[
			'a key of the prototype',
			'targets: {__proto__: {tls-asked: yes}}',
			'there is no target "__proto__"',
		],
		[
			'a note that is a number',
			'targets: {prod: {tls-asked: {value: yes, note: 5}}}',
			'note: expected a text',
		],
	])('refuses %s', (_name, text, expected) => {
		expect(problems(text).join('\n')).toContain(expected);
	});

	it.each(['1.000', '"1.000"', '{value: 1.000}'])('refuses the number %s at its place', written => {
		const column = written.startsWith('{') ? 26 : 18;
		expect(problems(`targets:\n  prod:\n    backup-days: ${written}\n`)).toEqual([
			`answers.yaml:3:${column} backup-days: "1.000" can be read as 1000 and as 1; write 1000 or 1`,
		]);
	});

	it('refuses a note that is too long instead of dropping it', () => {
		const text = `targets: {prod: {tls-asked: {value: yes, note: ${'x'.repeat(20_001)}}}}`;
		expect(problems(text).join()).toContain('expected at most 20000 characters');
	});
});

describe('a day that has not come yet', () => {
	const about = (rule: 'within' | 'ahead'): Content => ({
		...content,
		questionnaires: content.questionnaires.map(part => ({
			...part,
			questions: part.questions.map(question =>
				question.id === 'tls-until'
					? {...question, answer: {kind: 'date', met: {[rule]: 30} as {within: number}}}
					: question,
			),
		})),
	});
	const answers = (rule: 'within' | 'ahead', day: string): readonly FileAnswer[] =>
		parseAnswers(`targets:\n  prod: {tls-until: ${day}}\n`, 'a.yaml', {
			content: about(rule),
			state,
			now,
		});

	it('is refused with its place where the question asks about the past', () => {
		expect(() => answers('within', '2026-11-24')).toThrow(
			'a.yaml:2:21 tls-until: 2026-11-24 has not come yet (today is 2026-11-22)',
		);
		expect(() => answers('within', '2030-01-01')).toThrow('has not come yet');
	});

	it('is taken where the question asks about the future, and today always', () => {
		expect(answers('ahead', '2030-01-01')).toHaveLength(1);
		for (const day of ['2026-11-23', '2026-11-22', '2020-01-01'])
			expect(answers('within', day)).toHaveLength(1);
	});
});

describe('readAnswers', () => {
	it('reads a file, and explains one that is missing or no text', async () => {
		const files = {
			'good.yaml': 'targets: {prod: {tls-asked: yes}}',
			'latin.yaml': new Uint8Array([0xe4, 0x0a]),
		};
		await withFolder(files, async root => {
			const read = (name: string): Promise<readonly FileAnswer[]> =>
				readAnswers(join(root, name), {content, state, now});
			expect(await read('good.yaml')).toHaveLength(1);
			await expect(read('none.yaml')).rejects.toThrow(/none\.yaml: this file does not exist/);
			await expect(read('latin.yaml')).rejects.toThrow('save it as UTF-8');
			await expect(read('.')).rejects.toThrow('this is a folder');
		});
	});
});
