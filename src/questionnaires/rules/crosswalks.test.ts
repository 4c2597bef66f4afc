import {describe, it} from 'vitest';
import {expectFound, type Defect, base, law} from '../../../test/helpers/lint-tiny.js';

describe('lint of crosswalks and groups of a framework', () => {
	it.each<Defect>([
		[
			'a crosswalk of an unknown requirement',
			`'8.1': [backups-kept]`,
			`'8.2': [backups-kept]`,
			law,
			[
				`error ${law} ['8.2': [backups-kept] Some law has no requirement "8.2"; did you mean "8.1"?`,
			],
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
			'a group that begins at no requirement',
			`requirements:`,
			`groups: [{from: '8.2', title: Two}]\nrequirements:`,
			law,
			[`error ${law} ['8.2', title: Two}]] there is no requirement "8.2"; did you mean "8.1"?`],
		],
		[
			'groups that stand in another order than their requirements',
			`requirements:`,
			`groups: [{from: '8.1', title: One}, {from: '8.10', title: Ten}]\nrequirements:`,
			law,
			[
				`error ${law} ['8.10', title: Ten}]] groups stand in the order of the requirements that they begin with`,
			],
		],
		[
			'a crosswalk row without a control',
			`'8.1': [backups-kept]`,
			`'8.1': []`,
			law,
			[`error ${law} [[]] 8.1: expected at least 1 entries`],
		],
	])('finds %s', expectFound);
});
