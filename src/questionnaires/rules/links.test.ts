import {describe, it} from 'vitest';
import {expectFound, type Defect, base} from '../../../test/helpers/lint-tiny.js';

describe('lint of what belongs to what', () => {
	it.each<Defect>([
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
			'a day that cannot lie before what is no day',
			'answer: {kind: date}',
			'answer: {kind: date, notBefore: tls-asked}',
			base,
			[
				`error ${base} [tls-asked}] notBefore: this questionnaire asks no other day called "tls-asked"`,
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
			[`error ${base} [vendor] kind: a control of this questionnaire must be of kind database`],
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
			'a relation that leads elsewhere',
			'severity: medium\n',
			'severity: medium\n    derives: {relation: vendor, control: tls-on}\n',
			base,
			[
				`error ${base} [tls-on}] derives: "tls-on" is of kind database, and "vendor" leads to vendor targets`,
			],
		],
	])('finds %s', expectFound);
});
