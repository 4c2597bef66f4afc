import {describe, expect, it} from 'vitest';
import {planted, tinyFiles, withFolder} from '../../../test/helpers/content-root.js';
import {lintFiles, expectFound, type Defect, base} from '../../../test/helpers/lint-tiny.js';
import {lintContent} from '../index.js';

const other = `id: a
title: Others
kind: application
intro: About others.
sections:
  - {id: main, title: Main}
controls:
  - {id: a-rule, kind: application, title: A rule, severity: low, requirements: [C1]}
questions:
  - id: a-question
    section: main
    control: a-rule
    text: Does the rule hold?
    why: A reason that is long enough.
    how: {all: Look.}
    answer: {kind: yes-no}
`;

describe('lint of the checks that a control names', () => {
	it.each<Defect>([
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
	])('finds %s', expectFound);

	it('takes planned checks, which no probe runs yet', async () => {
		expect(await lintFiles(planted('check: tls-offered', 'check: pg-not-built-yet'))).toEqual([]);
	});

	it('refuses an id that the catalogue does not hold, and a check that no control uses', async () => {
		const mistyped = planted('check: tls-offered', 'check: tls-ofered');
		const problems = await withFolder(mistyped, root =>
			lintContent(root, {checks: ['tls-offered', 'tls-versions'], planned: ['tls-later']}),
		);
		expect(problems.map(({message}) => message)).toEqual(
			expect.arrayContaining([
				'check: the catalogue has no check "tls-ofered"; did you mean "tls-offered"?',
				'no control uses the check "tls-versions"; name it in the checks of the control that it bears on',
			]),
		);
	});

	it('tells an unused check beside the controls of those who use its like, whatever questionnaire comes first', async () => {
		const first = {'questionnaires/a/questionnaire.yaml': other};
		const problems = await withFolder({...tinyFiles, ...first}, root =>
			lintContent(root, {checks: ['tls-offered', 'tls-versions'], planned: []}),
		);
		expect(problems).toEqual([
			expect.objectContaining({
				file: base,
				line: (tinyFiles[base] ?? '').split('\n').indexOf('controls:') + 1,
				column: 1,
			}),
		]);
	});
});
