import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {Content} from '../domain/content.js';
import {UserError} from '../domain/errors.js';
import type {Evaluation} from '../domain/evaluation.js';
import {WorkspaceState} from '../domain/workspace.js';
import {withFolder, tinyFiles} from '../../test/helpers/content-root.js';
import {blankAnswers, compileContent, parseAnswers, readAnswers, type FileAnswer} from './index.js';

const content: Content = await withFolder(tinyFiles, root => compileContent(root));

const createdAt = '2026-11-01T00:00:00.000Z';
const database = {
	kind: 'database',
	engine: 'postgresql',
	endpoints: [{role: 'primary', host: '127.0.0.1', port: 5432}],
	identities: [],
	verification: {},
	createdAt,
};
const now = '2026-11-22T12:00:00.000Z';
const state = WorkspaceState.parse({
	settings: {organisation: 'Example', profiles: ['plain'], createdAt},
	targets: {
		't-0000000001': {...database, id: 't-0000000001', name: 'prod'},
		't-0000000002': {...database, id: 't-0000000002', name: '1.5'},
		't-0000000003': {...database, id: 't-0000000003', name: 'old', retiredAt: createdAt},
		't-0000000004': {kind: 'organisation', id: 't-0000000004', name: 'us', createdAt},
	},
	answers: {},
	evidence: {},
	waivers: {},
	resolutions: {},
	decisions: {},
	runs: {},
	marks: {},
});

const parse = (text: string): readonly FileAnswer[] =>
	parseAnswers(text, 'answers.yaml', {content, state, now});

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
			await expect(read('none.yaml')).rejects.toThrow('this file does not exist');
			await expect(read('latin.yaml')).rejects.toThrow('save it as UTF-8');
			await expect(read('.')).rejects.toThrow('this is a folder');
		});
	});
});

describe('blankAnswers', () => {
	const asked = {
		questionnaire: 'base',
		section: 'transit',
		dormant: false,
		claim: 'nothing',
		stale: false,
	};
	const evaluation = {
		organisation: 'Example',
		targets: Object.values(state.targets).map(target => ({target})),
		questions: [
			{...asked, target: 't-0000000001', question: 'tls-asked', asked: true, due: true},
			{...asked, target: 't-0000000001', question: 'tls-until', asked: false, due: false},
			{...asked, target: 't-0000000001', question: 'backup-place', asked: true, due: false},
			{
				...asked,
				target: 't-0000000002',
				question: 'backup-days',
				asked: true,
				due: true,
				isNew: true,
				answer: {value: 7},
			},
		],
	} as unknown as Evaluation;

	it('lists what is due, with why, how, what is allowed and what is answered', () => {
		expect(blankAnswers({content, evaluation})).toMatchInlineSnapshot(`
			"# Example: 1 question without an answer, about a minute.
			# Write each answer behind its colon, in one of the allowed forms. Leave empty what is not known yet.
			# With a note:  question-id: {value: partly, note: "the pooler is missing"}
			# Some answers bring further questions: read the file back, and ask for a new one.
			targets:
			  "prod":

			    # Is every connection encrypted?
			    #   Why: Otherwise everybody on the way can read along.
			    #   How: Look at the sessions.
			    #   Allowed: yes | no | partly | dont-know | not-applicable
			    tls-asked:
			  "1.5":

			    # For how many days are backups kept?
			    #   New since the questions were updated.
			    #   Why: Damage is often noticed late.
			    #   How: Look at the retention.
			    #   Allowed: a number from 0 to 3650 (days) | dont-know | not-applicable
			    #   Now: 7
			    backup-days:
			"
		`);
	});

	it('changes nothing when it is read back unchanged, and records what is filled in', () => {
		const blank = blankAnswers({content, evaluation});
		expect(parse(blank)).toEqual([]);
		expect(parse(blank.replace('backup-days:', 'backup-days: 30 days'))).toEqual([
			{target: 't-0000000002', question: 'backup-days', value: 30},
		]);
	});

	it('lists what is optional with --all alone, and takes it back', () => {
		expect(blankAnswers({content, evaluation})).not.toContain('backup-place:');
		const all = blankAnswers({content, evaluation, all: true});
		expect(all).toContain('#   Optional: the profile does not ask for it.');
		expect(parse(all.replace('backup-place:', 'backup-place: elsewhere'))).toMatchObject([
			{question: 'backup-place', value: 'elsewhere'},
		]);
	});

	it('lets no text of the content or the record out of its comment', () => {
		const nasty = 'a\n  "prod":\n    tls-asked: yes\u2028b\u0000c';
		const hostile = {
			...evaluation,
			organisation: nasty,
			questions: evaluation.questions.map(q => ({...q, answer: {value: nasty}})),
		} as unknown as Evaluation;
		expect(parse(blankAnswers({content, evaluation: hostile}))).toEqual([]);
	});

	it('is a valid file when nothing is asked', () => {
		const nothing = {...evaluation, questions: []};
		expect(parse(blankAnswers({content, evaluation: nothing}))).toEqual([]);
	});
});
