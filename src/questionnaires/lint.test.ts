import {describe, expect, it} from 'vitest';
import {planted, tinyFiles, withFolder} from '../../test/helpers/content-root.js';
import {lintContent} from './index.js';

/** What stands at the place of a problem, up to the end of its line, so that no test counts lines by hand. */
const pointedAt = (text: string, line: number, column: number): string =>
	(text.split('\n')[line - 1] ?? '').slice(column - 1, column + 19).trim();

const lint = (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
	withFolder(files, async root =>
		(await lintContent(root, {checks: ['tls-offered', 'tls-versions']})).map(
			({severity, file, line, column, message}) =>
				`${severity} ${file} [${pointedAt(files[file] ?? '', line, column)}] ${message.replace(/:\d+; ids/, '; ids')}`,
		),
	);

const base = 'questionnaires/base/questionnaire.yaml';
const scoping = 'questionnaires/scoping/questionnaire.yaml';
const profile = 'questionnaires/profiles/plain.yaml';
const law = 'questionnaires/frameworks/some-law.yaml';
const risks = 'questionnaires/risks.yaml';

type Defect = readonly [
	name: string,
	find: string,
	replace: string,
	file: string,
	expected: readonly string[],
];

const defects: readonly Defect[] = [
	[
		'a question id that stands twice',
		'id: backup-place',
		'id: backup-days',
		base,
		[
			`error ${base} [backup-days] the question "backup-days" stands already at ${base}; ids are unique`,
		],
	],
	[
		'an option that stands twice',
		'id: beside',
		'id: elsewhere',
		base,
		[
			`error ${base} [elsewhere, label: Be] the option "elsewhere" stands already at ${base}; ids are unique`,
		],
	],
	[
		'an option that collides with a reserved answer',
		'id: beside',
		'id: dont-know',
		base,
		[
			`error ${base} [dont-know, label: Be] the option "dont-know" collides with an answer that every question has; choose another id`,
		],
	],
	[
		'an unknown section',
		'section: transit\n    control: backups-kept\n    text: Where',
		'section: transfer\n    control: backups-kept\n    text: Where',
		base,
		[`error ${base} [transfer] section: this questionnaire has no section "transfer"`],
	],
	[
		'a misspelt control',
		'control: backups-kept\n    text: Where',
		'control: backup-kept\n    text: Where',
		base,
		[
			`error ${base} [backup-kept] control: there is no control "backup-kept"; did you mean "backups-kept"?`,
		],
	],
	[
		'a question without control or fact',
		'    control: backups-kept\n    text: Where',
		'    text: Where',
		base,
		[
			`error ${base} [backup-place] the question "backup-place" names neither a control nor a fact: its answer would change nothing`,
		],
	],
	[
		'a question with both control and fact',
		'control: backups-kept\n    text: Where',
		'control: backups-kept\n    fact: a-place\n    text: Where',
		base,
		[
			`error ${base} [fact: a-place] a question settles a fact or speaks about a control, not both`,
			`warning ${base} [a-place] nothing depends on the fact "a-place"`,
		],
	],
	[
		'a control without a question',
		'control: tls-on\n    text: Is',
		'control: backups-kept\n    text: Is',
		base,
		[
			`error ${base} [tls-on] no question asks about the control "tls-on" (follow-ups do not count)`,
		],
	],
	[
		'a control of another kind',
		'kind: database\n    title: Backups',
		'kind: vendor\n    title: Backups',
		base,
		[
			`error ${base} [vendor] kind: a control of this questionnaire must be of kind database`,
			`error ${base} [backups-kept] control: "backups-kept" belongs to vendor targets, and this questionnaire asks about database targets`,
			`error ${base} [backups-kept] control: "backups-kept" belongs to vendor targets, and this questionnaire asks about database targets`,
		],
	],
	[
		'a meaning of an answer that does not exist',
		'meaning: {elsewhere: Good.}',
		'meaning: {elswhere: Good.}',
		base,
		[
			`error ${base} [elswhere: Good.}] meaning: "elswhere" is no answer to this question (elsewhere, beside, dont-know, not-applicable); did you mean "elsewhere"?`,
		],
	],
	[
		'a question without question mark',
		'Is every connection encrypted?',
		'Every connection is encrypted.',
		base,
		[`error ${base} [Every connection is] text: a question ends with "?"`],
	],
	[
		'two questions with the same words',
		'Where do the backups lie?',
		'Is every connection  ENCRYPTED ?',
		base,
		[`error ${base} [Is every connection] text: the question "tls-asked" asks the same`],
	],
	[
		'a text that begs',
		'Look at the bucket.',
		'Please look at the bucket.',
		base,
		[`warning ${base} [Please look at the b] how.all: say what to do, without "please"`],
	],
	[
		'an unknown risk',
		'risks: [listening]',
		'risks: [listenin]',
		base,
		[
			`error ${base} [listenin]] there is no risk "listenin"; did you mean "listening"?`,
			`warning ${risks} [tls-on], why: Nothin] the control "tls-on" does not list the risk "listening"`,
		],
	],
	[
		'an unknown kind of evidence',
		'evidence: [scan]',
		'evidence: [scans]',
		base,
		[`error ${base} [scans]] there is no kind of evidence "scans"; did you mean "scan"?`],
	],
	[
		'an unknown framework',
		'framework: some-law',
		'framework: some-lore',
		base,
		[
			`error ${base} [some-lore, id: '8.10] there is no framework "some-lore"; did you mean "some-law"?`,
		],
	],
	[
		'an unknown requirement',
		`id: '8.10'`,
		`id: '8.11'`,
		base,
		[`error ${base} ['8.11'}] Some law has no requirement "8.11"; did you mean "8.10"?`],
	],
	[
		'a requirement that YAML reads as a number',
		`id: '8.10'`,
		`id: 8.10`,
		base,
		[
			`error ${base} [8.10}] id: expected a text, found the number 8.10 (YAML reads it as 8.1); write "8.10"`,
		],
	],
	[
		'a withdrawn requirement',
		`id: '8.10'`,
		`id: '9'`,
		base,
		[`error ${base} ['9'}] "9" was withdrawn from Some law`],
	],
	[
		'a strong reference without a reason',
		`id: '8.10'}`,
		`id: '8.10', strength: direct}`,
		base,
		[
			`warning ${base} [direct}] a direct reference needs "why"; without a reason it is only related`,
		],
	],
	[
		'a crosswalk of an unknown requirement',
		`'8.1': [backups-kept]`,
		`'8.2': [backups-kept]`,
		law,
		[`error ${law} ['8.2': [backups-kept] Some law has no requirement "8.2"; did you mean "8.1"?`],
	],
	[
		'a crosswalk of a withdrawn requirement',
		`'8.1': [backups-kept]`,
		`'9': [backups-kept]`,
		law,
		[`error ${law} ['9': [backups-kept]] "9" was withdrawn from Some law`],
	],
	[
		'a crosswalk id that YAML reads as another one',
		`'8.1': [backups-kept]`,
		`8.10: [backups-kept]`,
		law,
		[`error ${law} [8.10: [backups-kept]] expected an id, found the number 8.10; write "8.10"`],
	],
	[
		'a crosswalk to an unknown control',
		`'8.1': [backups-kept]`,
		`'8.1': [backups-kept, {control: tls-of}]`,
		law,
		[`error ${law} [tls-of}]] there is no control "tls-of"; did you mean "tls-on"?`],
	],
	[
		'a control that stands twice at a requirement',
		`'8.1': [backups-kept]`,
		`'8.1': [backups-kept, {control: backups-kept}]`,
		law,
		[`error ${law} [backups-kept}]] the control "backups-kept" stands here twice`],
	],
	[
		'a reference that stands in the control and in the crosswalk',
		`'8.1': [backups-kept]`,
		`'8.10': [tls-on]`,
		law,
		[`error ${law} [tls-on]] the control "tls-on" names this requirement itself at ${base}:17`],
	],
	[
		'a strong row of a crosswalk without a reason',
		`'8.1': [backups-kept]`,
		`'8.1': [{control: backups-kept, strength: partial}]`,
		law,
		[
			`error ${law} [partial}]] a partial reference needs "why"; without a reason it is only related`,
		],
	],
	[
		'a crosswalk row without a control',
		`'8.1': [backups-kept]`,
		`'8.1': []`,
		law,
		[`error ${law} [[]] 8.1: expected at least 1 entries`],
	],
	[
		'a requirement that stands twice',
		`id: '9'`,
		`id: '8.10'`,
		law,
		[
			`error ${law} ['8.10', title: Gone,] the requirement "8.10" stands already at ${law}; ids are unique`,
		],
	],
	[
		'an unknown threshold',
		'atLeast: backup-retention-days',
		'atLeast: backup-retention-day',
		base,
		[
			`error ${base} [backup-retention-day] no profile has a threshold "backup-retention-day"; did you mean "backup-retention-days"?`,
		],
	],
	[
		'an unknown fact',
		'{fact: card-data',
		'{fact: card-date',
		base,
		[
			`error ${base} [card-date, is: 'yes'] fact: no question settles the fact "card-date"; did you mean "card-data"?`,
		],
	],
	[
		'a value that a fact never has',
		`{fact: card-data, is: 'yes'}`,
		`{fact: card-data, is: partly}`,
		base,
		[`error ${base} [partly}] is: "partly" can never be; possible are yes, no, dont-know`],
	],
	[
		'an answer in a condition of a control',
		`{fact: card-data, is: 'yes'}`,
		`{answer: tls-asked, is: 'yes'}`,
		base,
		[
			`error ${base} [tls-asked, is: 'yes'] answer: only facts and attributes of the target may decide here`,
			`error ${base} [id: tls-asked] these questions wait for each other: tls-asked -> tls-asked`,
		],
	],
	[
		'an unknown question in a condition',
		'{answer: tls-asked',
		'{answer: tls-aske',
		base,
		[
			`error ${base} [tls-aske, is: partly] answer: there is no question "tls-aske"; did you mean "tls-asked"?`,
		],
	],
	[
		'a question of another kind of target in a condition',
		'{answer: tls-asked, is: partly}',
		`{answer: holds-cards, is: 'yes'}`,
		base,
		[
			`error ${base} [holds-cards, is: 'ye] answer: "holds-cards" is asked of organisation targets, never of the same target as this`,
		],
	],
	[
		'an attribute that no target has',
		'{answer: tls-asked, is: partly}',
		'{not: {any: [{target: engine, is: [postgres]}]}}',
		base,
		[
			`error ${base} [[postgres]}]}}] is: "postgres" can never be; possible are postgresql, mysql, mariadb, redis, valkey; did you mean "postgresql"?`,
		],
	],
	[
		'a number out of range in a condition',
		'{answer: tls-asked, is: partly}',
		'{answer: backup-days, is: [7, 9999, many]}',
		base,
		[
			`warning ${base} [backup-days, is: [7,] answer: "backup-days" is asked later than this; ask it first`,
			`error ${base} [[7, 9999, many]}] is: "9999" can never be; possible are numbers from 0 to 3650`,
			`error ${base} [[7, 9999, many]}] is: "many" can never be; possible are numbers from 0 to 3650`,
		],
	],
	[
		'questions that wait for each other',
		'answer: {kind: yes-no}\n',
		'answer: {kind: yes-no}\n    when: {answer: tls-until, is: dont-know}\n',
		base,
		[
			`error ${base} [when: {answer: tls-u] these questions wait for each other: tls-asked -> tls-until -> tls-asked`,
			`warning ${base} [tls-until, is: dont-] answer: "tls-until" is asked later than this; ask it first`,
		],
	],
	[
		'a control that another answer leaves open for good',
		'answer: {kind: yes-no}\n',
		'answer: {kind: yes-no}\n    when: {answer: backup-place, is: beside}\n',
		base,
		[
			`warning ${base} [tls-on] the control "tls-on" stays open when the answers that its questions wait for are others; ask one of them always`,
			`warning ${base} [backup-place, is: be] answer: "backup-place" is asked later than this; ask it first`,
		],
	],
	[
		'a question that waits for a later one',
		'{answer: tls-asked, is: partly}',
		'{answer: backup-place, is: beside}',
		base,
		[
			`warning ${base} [backup-place, is: be] answer: "backup-place" is asked later than this; ask it first`,
		],
	],
	[
		'a follow-up that nothing brings up',
		'    when: {answer: tls-asked, is: partly}\n',
		'',
		base,
		[
			`error ${base} [tls-until] the follow-up "tls-until" needs "when": the answer that brings it up`,
		],
	],
	[
		'a control that may not apply, without the reason',
		'    notApplicableReason: You hold no card numbers.\n',
		'',
		base,
		[
			`error ${base} [appliesWhen: {fact:] "tls-on" has appliesWhen and needs notApplicableReason: what people read when it does not apply`,
		],
	],
	[
		'a question that cannot fail',
		'claim: not-met}',
		'claim: partly}',
		base,
		[
			`warning ${base} [backup-place] no answer to "backup-place" can say that its control is not-met; make it a follow-up, or give its answers claims`,
		],
	],
	[
		'a relation that leads elsewhere',
		'severity: medium\n',
		'severity: medium\n    derives: {relation: vendor, control: tls-on}\n',
		base,
		[
			`error ${base} [tls-on}] derives: "tls-on" is of kind database, and "vendor" leads to vendor targets`,
		],
	],
	[
		'a check id without a family',
		'check: tls-offered',
		'check: tls',
		base,
		[
			`error ${base} [tls, role: required}] check: "tls" is not the id of a check: a family and a name joined by a hyphen`,
		],
	],
	[
		'a check id with another separator than the real one',
		'check: tls-offered',
		'check: tls.offered',
		base,
		[`error ${base} [tls.offered, role: r] check: "tls.offered" is written "tls-offered"`],
	],
	[
		'a profile that names an unknown control',
		'mandatory: [tls-on]',
		'mandatory: [tls-of]',
		profile,
		[`error ${profile} [tls-of]] there is no control "tls-of"; did you mean "tls-on"?`],
	],
	[
		'a profile that names a control twice',
		'recommended: [backups-kept]',
		'recommended: [backups-kept, tls-on]',
		profile,
		[`error ${profile} [tls-on]] "tls-on" is mandatory already; it cannot be recommended too`],
	],
	[
		'a treatment that names an unknown control',
		'controls: [tls-on]',
		'controls: [tls-on, tls-in]',
		risks,
		[`error ${risks} [tls-in], why: Nothin] there is no control "tls-in"; did you mean "tls-on"?`],
	],
	[
		'a treatment of another kind of target',
		'kind: database',
		'kind: vendor',
		risks,
		[
			`error ${risks} [tls-on], why: Nothin] "tls-on" is a control of database targets and cannot treat a risk of vendor targets`,
		],
	],
	[
		'a fact that nothing uses',
		'fact: card-data',
		'fact: card-numbers',
		scoping,
		[
			`error ${base} [card-data, is: 'yes'] fact: no question settles the fact "card-data"`,
			`error ${risks} [card-data, is: 'yes'] fact: no question settles the fact "card-data"`,
			`warning ${scoping} [card-numbers] nothing depends on the fact "card-numbers"`,
		],
	],
	[
		'a file whose id is not its name',
		'id: plain',
		'id: fancy',
		profile,
		[`error ${profile} [fancy] id: "fancy" is not the name of its file, "plain"`],
	],
	[
		'an unknown key',
		'followUp: true',
		'folowUp: true',
		base,
		[`error ${base} [folowUp: true] unknown key "folowUp"; did you mean "followUp"?`],
	],
	[
		'a missing key',
		'    why: A day turns the gap into a task.\n',
		'',
		base,
		[`error ${base} [id: tls-until] the key "why" is missing here`],
	],
	[
		'an answer kind that does not exist',
		'answer: {kind: date}',
		'answer: {kind: day}',
		base,
		[`error ${base} [day}] kind: expected yes-no | choice | number | date | text, found "day"`],
	],
	[
		'a title that is too long',
		'title: Connections are encrypted',
		`title: ${'x'.repeat(111)}`,
		base,
		[`error ${base} [xxxxxxxxxxxxxxxxxxxx] title: expected at most 110 characters`],
	],
	[
		'a condition that is none',
		'{answer: tls-asked, is: partly}',
		'{answr: tls-asked, is: partly}',
		base,
		[
			`error ${base} [{answr: tls-asked, i] the key "answer" is missing here`,
			`error ${base} [answr: tls-asked, is] unknown key "answr"; did you mean "answer"?`,
		],
	],
];

describe('lintContent', () => {
	it('finds nothing in sound content', async () => {
		expect(await lint(tinyFiles)).toEqual([]);
	});

	it.each(defects)('finds %s', async (_name, find, replace, file, expected) => {
		expect(await lint(planted(find, replace, file))).toEqual(expected);
	});

	it('finds a threshold that one of two profiles lacks', async () => {
		const other = 'questionnaires/profiles/other.yaml';
		const text = (tinyFiles[profile] ?? '')
			.replace('id: plain', 'id: other')
			.replace('backup-retention-days: 7', 'session-hours: 24');
		expect(await lint({...tinyFiles, [other]: text})).toEqual([
			`error ${base} [backup-retention-day] the threshold "backup-retention-days" is missing in the profile other`,
		]);
	});

	it('takes planned checks, which no probe runs yet', async () => {
		expect(await lint(planted('check: tls-offered', 'check: pg-not-built-yet'))).toEqual([]);
	});

	it('does not let a misspelt file name drop content silently', async () => {
		const {[risks]: text = '', ...rest} = tinyFiles;
		const found = await lint({...rest, 'questionnaires/risk.yaml': text});
		expect(found[0]).toBe(
			'error questionnaires/risk.yaml [risks:] this file is not read: expected risks.yaml or a folder for each questionnaire or profiles or frameworks; did you mean "risks.yaml"?',
		);
	});
});
