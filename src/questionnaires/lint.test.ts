import {describe, expect, it} from 'vitest';
import {tinyFiles} from '../../test/helpers/content-root.js';
import {
	base,
	expectFound,
	lintFiles,
	profile,
	risks,
	type Defect,
} from '../../test/helpers/lint-tiny.js';

describe('lintContent', () => {
	it('finds nothing in sound content', async () => {
		expect(await lintFiles(tinyFiles)).toEqual([]);
	});

	it.each<Defect>([
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
			[`error ${base} [answr: tls-asked, is] unknown key "answr"; did you mean "answer"?`],
		],
	])('finds %s', expectFound);

	it('does not let a misspelt file name drop content silently', async () => {
		const {[risks]: text = '', ...rest} = tinyFiles;
		const found = await lintFiles({...rest, 'questionnaires/risk.yaml': text});
		expect(found[0]).toBe(
			'error questionnaires/risk.yaml [risks:] this file is not read: expected risks.yaml or partly.yaml or a folder for each questionnaire or profiles or frameworks; did you mean "risks.yaml"?',
		);
	});
});
