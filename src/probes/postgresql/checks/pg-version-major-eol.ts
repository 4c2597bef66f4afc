import {daysBetween} from '../../../domain/day.js';
import {seen, unseen} from '../../engine/check.js';
import {blind, example, observer} from '../examples.js';
import {defineCheck, fail, pass, unknown, whenSeen} from '../judge/verdicts.js';
import {releases, splitVersion} from '../versions.js';
import {shownBy} from '../sources.js';

const expected = 'a major version with more than 180 days of community support left';
const on = (versionNum: number) => example({observer: seen({...observer, versionNum})});

export const pgVersionMajorEol = defineCheck({
	id: 'pg-version-major-eol',
	title: 'The major version is supported',
	question: 'Does the PostgreSQL community still mend this major version?',
	why: 'After the end of support no flaw is mended any more, however grave. A provider may sell extended support: that is a matter of the contract, not of this date.',
	severity: 'high',
	scope: 'node',
	source: shownBy('setting server_version'),
	needs: 'any login role',
	remediation: {
		all: 'Plan the upgrade to a supported major version and try it on a restored copy first.',
		'aws-rds':
			'Modify the instance to a supported engine version (a blue/green deployment keeps it short).',
		digitalocean:
			'Upgrade the cluster to a newer major version in the control panel or with doctl.',
		aiven: 'Raise pg_version of the service after a trial on a fork.',
	},
	judge: (facts, {now}) =>
		whenSeen(facts.observer, expected, ({versionNum, versionText}) => {
			const {major} = splitVersion(versionNum);
			const release = releases.majors[major];
			if (release === undefined)
				return [
					unknown(
						unseen('unsupported-version', {
							detail: `PostgreSQL ${versionText} is not in the release table of ${releases.checkedOn}`,
						}),
						expected,
					),
				];
			const left = daysBetween(now, release.endOfLife);
			const text = `PostgreSQL ${versionText}; community support of ${major} ends on ${release.endOfLife}`;
			if (left < 0) return [fail(text, expected)];
			return left <= 180 ? [fail(text, expected, {severity: 'medium'})] : [pass(text, expected)];
		}),
	examples: {
		healthy: [on(180_004)],
		defective: [on(120_022), on(130_023)],
		blind: [blind, on(190_001)],
	},
});
