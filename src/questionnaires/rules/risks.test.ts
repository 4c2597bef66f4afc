import {describe, it} from 'vitest';
import {expectFound, type Defect, risks} from '../../../test/helpers/lint-tiny.js';

describe('lint of treatments of risks', () => {
	it.each<Defect>([
		[
			'a treatment that names an unknown control',
			'controls: [tls-on]',
			'controls: [tls-on, tls-in]',
			risks,
			[
				`error ${risks} [tls-in], why: Nothin] there is no control "tls-in"; did you mean "tls-on"?`,
			],
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
	])('finds %s', expectFound);
});
