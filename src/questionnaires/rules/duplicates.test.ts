import {describe, it} from 'vitest';
import {expectFound, type Defect, base, law} from '../../../test/helpers/lint-tiny.js';

describe('lint of ids that stand twice', () => {
	it.each<Defect>([
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
			'a requirement that stands twice',
			`id: '9'`,
			`id: '8.10'`,
			law,
			[
				`error ${law} ['8.10', title: Gone,] the requirement "8.10" stands already at ${law}; ids are unique`,
			],
		],
	])('finds %s', expectFound);
});
