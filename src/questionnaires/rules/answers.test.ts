import {describe, it} from 'vitest';
import {expectFound, type Defect, base} from '../../../test/helpers/lint-tiny.js';

describe('lint of answers and what they say', () => {
	it.each<Defect>([
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
			'a meaning of an answer that does not exist',
			'meaning: {elsewhere: Good.}',
			'meaning: {elswhere: Good.}',
			base,
			[
				`error ${base} [elswhere: Good.}] meaning: "elswhere" is no answer to this question (elsewhere, beside, dont-know, not-applicable); did you mean "elsewhere"?`,
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
			'"never" for a day that is to come',
			'answer: {kind: date}',
			'answer: {kind: date, never: No such day, met: {ahead: 30}}',
			base,
			[
				`error ${base} [never: No such day,] answer: "never" needs "met: {within: …}" beside it, a rule about the past`,
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
	])('finds %s', expectFound);
});
