import {describe, expect, it} from 'vitest';
import {tinyFiles, withFolder} from '../../../test/helpers/content-root.js';
import {partlyFiles} from '../../../test/helpers/partly-files.js';
import {
	base,
	catalogue,
	law,
	lintFiles,
	profile,
	risks,
	scoping,
} from '../../../test/helpers/lint-tiny.js';
import {lintContent, problemLine} from '../index.js';

type Files = Readonly<Record<string, string>>;

/** With follow-ups derived for "partly", which must not repeat what is wrong with their question. */
const sound: Files = {...tinyFiles, ...partlyFiles};

const other = 'questionnaires/profiles/other.yaml';
const extending: Files = {...sound, [other]: 'id: other\nextends: plain\n'};

const spoilt = (file: string, find: string, replace: string, files: Files = sound): Files => {
	const text = files[file] ?? '';
	if (!text.includes(find)) throw new Error(`${file} does not hold ${find}`);
	return {...files, [file]: text.replace(find, replace)};
};

const errors = async (files: Files): Promise<readonly string[]> =>
	(await lintFiles(files)).filter(line => line.startsWith('error'));

/** The choice has an option that means "partly", and so follow-ups of its own. */
const choosing = spoilt(
	base,
	'claim: not-met}',
	'claim: not-met}\n        - {id: near, label: Near the data, claim: partly}',
);

/** Nothing depends on the fact of the scoping question. */
const withoutFact = spoilt(
	base,
	"{fact: card-data, is: 'yes'}",
	'{target: engine, is: mysql}',
	spoilt(risks, "    impactRaisedWhen: [{fact: card-data, is: 'yes'}]\n", ''),
);

describe('one mistake is one error', () => {
	it.each<readonly [string, Files, string]>([
		[
			'a profile that others extend cannot be read',
			spoilt(profile, 'summary: The only one.', 'sumary: The only one.', extending),
			`${profile} [sumary: The only one] unknown key "sumary"; did you mean "summary"?`,
		],
		[
			'a profile that others extend names an unknown control',
			spoilt(profile, 'mandatory: [tls-on]', 'mandatory: [tls-of]', extending),
			`${profile} [tls-of]] there is no control "tls-of"; did you mean "tls-on"?`,
		],
		[
			'a limit whose name does not say which way is stricter',
			spoilt(profile, 'thresholds: {', 'thresholds: {cats: 3, ', extending),
			`${profile} [cats: 3, backup-rete] "cats" does not say which way is stricter.`,
		],
		[
			'a risk stands twice under one id that others refer to',
			spoilt(risks, 'risks:\n', `risks:\n${(tinyFiles[risks] ?? '').split('risks:\n')[1] ?? ''}`),
			`${risks} [listening] the risk "listening" stands already at`,
		],
		[
			'an option takes the id of another one that others refer to',
			spoilt(base, 'id: elsewhere', 'id: beside'),
			`${base} [beside, label: Besid] the option "beside" stands already at`,
		],
		[
			'a required key is misspelt',
			spoilt(base, '    why: A day turns', '    whi: A day turns'),
			`${base} [whi: A day turns the] unknown key "whi"; did you mean "why"?`,
		],
		[
			'a control stands among those of another kind',
			spoilt(
				base,
				'kind: database\n    title: Connections',
				'kind: vendor\n    title: Connections',
			),
			`${base} [vendor] kind: a control of this questionnaire must be of kind database`,
		],
		[
			'a questionnaire says another kind than all of its controls',
			spoilt(base, 'kind: database\n', 'kind: vendor\n'),
			`${base} [vendor] kind: all controls of this questionnaire are of kind database`,
		],
		[
			'a question that can be answered "partly" names a control that is written otherwise',
			spoilt(base, 'control: tls-on\n    text', 'control: tls-onn\n    text'),
			`${base} [tls-onn] control: there is no control "tls-onn"; did you mean "tls-on"?`,
		],
		[
			'such a question stands in a section that does not exist',
			spoilt(
				base,
				'section: transit\n    control: tls-on\n    text',
				'section: transfer\n    control: tls-on\n    text',
			),
			`${base} [transfer] section: this questionnaire has no section "transfer"`,
		],
		[
			'such a question names a control of another kind',
			spoilt(
				scoping,
				'    fact: card-data\n',
				'    control: tls-on\n',
				spoilt(scoping, ", claims: {'yes': nothing, 'no': nothing}", '', withoutFact),
			),
			`${scoping} [tls-on] control: "tls-on" belongs to database targets, and this questionnaire asks about organisation targets`,
		],
		[
			'such a question stands twice',
			spoilt(base, 'id: backup-place', 'id: tls-asked', choosing),
			`${base} [tls-asked] the question "tls-asked" stands already at`,
		],
		[
			'such a question asks what another one asks',
			spoilt(
				base,
				'text: Where do the backups lie?',
				'text: Is every connection encrypted?',
				choosing,
			),
			`${base} [Is every connection] text: the question "tls-asked" asks the same`,
		],
		[
			'such a question does not end with a question mark',
			spoilt(base, 'text: Is every connection encrypted?', 'text: Is every connection encrypted'),
			`${base} [Is every connection] text: a question ends with "?"`,
		],
		[
			'two such questions wait for each other',
			spoilt(
				base,
				'text: Where do',
				"when: {answer: tls-asked, is: 'no'}\n    text: Where do",
				spoilt(
					base,
					'text: Is every',
					'when: {answer: backup-place, is: near}\n    text: Is every',
					choosing,
				),
			),
			`${base} [when: {answer: backu] these questions wait for each other: tls-asked -> backup-place -> tls-asked`,
		],
	])('%s', async (_, files, expected) => {
		expect(await lintFiles(files)).toEqual([expect.stringContaining(`error ${expected}`)]);
	});

	it('a misspelt check is not a check that no control uses', async () => {
		const files = spoilt(base, 'check: tls-offered', 'check: tls-ofered');
		const found = await withFolder(files, root =>
			lintContent(root, {checks: ['tls-offered'], planned: []}),
		);
		expect(found.map(problemLine)).toEqual([
			expect.stringContaining('the catalogue has no check "tls-ofered"'),
		]);
	});
});

describe('an id that YAML reads as something else', () => {
	it.each([
		[
			base,
			'id: tls-until',
			'id: 8.10',
			'found the number 8.10 (YAML reads it as 8.1); write "8.10"',
		],
		[base, 'id: elsewhere', 'id: 007', 'found the number 007 (YAML reads it as 7); write "007"'],
		[
			base,
			'id: tls-until',
			'id: 0x1F',
			'found the number 0x1F (YAML reads it as 31); write "0x1F"',
		],
		[base, 'id: tls-until', 'id: .inf', 'expected a text, found'],
		[base, 'id: tls-until', 'id: true', 'expected a text, found the YAML value true'],
		[base, 'id: tls-until', 'id: null', 'expected a text, found nothing'],
		[base, 'id: tls-until', 'id:', 'expected a text, found nothing'],
		[base, 'id: tls-until', 'id: [a]', 'expected a text, found a list'],
		[
			risks,
			'id: listening',
			'id: 1e3',
			'found the number 1e3 (YAML reads it as 1000); write "1e3"',
		],
		[profile, 'id: plain', 'id: 2024', 'found the number 2024; write "2024"'],
		[catalogue, 'id: scan', 'id: 27001', 'found the number 27001; write "27001"'],
		[law, `id: '8.10'`, 'id: 8.10', 'found the number 8.10 (YAML reads it as 8.1); write "8.10"'],
		[law, 'id: some-law', 'id: 2016', 'found the number 2016; write "2016"'],
		[profile, 'mandatory: [tls-on]', 'mandatory: [8.10]', 'found the number 8.10'],
	])('%s: %s as %s', async (file, find, replace, expected) => {
		const found = await errors(spoilt(file, find, replace));
		expect(found).toHaveLength(1);
		expect(found[0]).toContain(`error ${file} [`);
		expect(found[0]).toContain(expected);
	});

	it.each([
		['answers: 365', 'answers: .inf', 'answers: expected a number, found .inf'],
		['answers: 365', 'answers: .NaN', 'answers: expected a number, found .NaN'],
		['answers: 365', 'answers: 2.5', 'answers: expected a whole number, found 2.5'],
	])(
		'a number that is none, %s as %s, is told as it is written',
		async (find, replace, expected) => {
			expect(await errors(spoilt(profile, find, replace))).toEqual([
				expect.stringContaining(expected),
			]);
		},
	);

	it('a day stays the text that it is', async () => {
		expect(await errors(spoilt(law, `version: '1'`, 'version: 2026-11-22'))).toEqual([]);
	});
});
