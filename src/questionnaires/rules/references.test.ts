import {describe, expect, it} from 'vitest';
import {tinyFiles} from '../../../test/helpers/content-root.js';
import {
	lintFiles,
	profile,
	expectFound,
	type Defect,
	base,
	risks,
} from '../../../test/helpers/lint-tiny.js';

describe('lint of references to frameworks, risks and thresholds', () => {
	it.each<Defect>([
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
			'an unknown threshold',
			'atLeast: backup-retention-days',
			'atLeast: backup-retention-day',
			base,
			[
				`error ${base} [backup-retention-day] no profile has a threshold "backup-retention-day"; did you mean "backup-retention-days"?`,
			],
		],
	])('finds %s', expectFound);

	it('finds a threshold that one of two profiles lacks', async () => {
		const other = 'questionnaires/profiles/other.yaml';
		const text = (tinyFiles[profile] ?? '')
			.replace('id: plain', 'id: other')
			.replace('backup-retention-days: 7', 'session-hours: 24');
		expect(await lintFiles({...tinyFiles, [other]: text})).toEqual([
			`error ${base} [backup-retention-day] the threshold "backup-retention-days" is missing in the profile other`,
		]);
	});
});
