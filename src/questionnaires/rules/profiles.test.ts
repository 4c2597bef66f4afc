import {describe, it} from 'vitest';
import {expectFound, type Defect, profile} from '../../../test/helpers/lint-tiny.js';

describe('lint of profiles', () => {
	it.each<Defect>([
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
	])('finds %s', expectFound);
});
