import {describe, it} from 'vitest';
import {expectFound, type Defect, base, catalogue} from '../../../test/helpers/lint-tiny.js';

describe('lint of kinds of evidence', () => {
	it.each<Defect>([
		[
			'an unknown kind of evidence',
			'evidence: [scan]',
			'evidence: [scans]',
			base,
			[
				`warning ${catalogue} [scan] no control accepts the kind of evidence "scan"; name it in the evidence of one`,
				`error ${base} [scans]] there is no kind of evidence "scans"; did you mean "scan"?`,
			],
		],
		[
			'a kind of evidence that stands in for an unknown one',
			'redFlags: [No date.]',
			'redFlags: [No date.]\n    inPlaceOf: [scann, scan, scann]',
			catalogue,
			[
				`error ${catalogue} [scann, scan, scann]] there is no kind of evidence "scann"; did you mean "scan"?`,
				`error ${catalogue} [scan, scann]] inPlaceOf: a kind cannot stand in for itself`,
				`error ${catalogue} [scann]] "scann" stands here twice`,
			],
		],
		[
			'a kind of evidence without points to check',
			'check: [It has a date.]',
			'check: []',
			catalogue,
			[`error ${catalogue} [[]] check: expected at least 1 entries`],
		],
		[
			'a strength that is no word of an auditor',
			'strength: re-performed',
			'strength: strong',
			catalogue,
			[
				`error ${catalogue} [strong] strength: expected statement | screenshot | record | export | re-performed | attestation | agreement, found "strong"`,
			],
		],
		[
			'a kind of evidence that a control names twice',
			'evidence: [scan]',
			'evidence: [scan, scan]',
			base,
			[`error ${base} [scan]] "scan" stands here twice`],
		],
	])('finds %s', expectFound);
});
