import {daysBetween} from '../../../domain/day.js';
import {seen, unseen} from '../../engine/check.js';
import {blind, example, observer} from '../examples.js';
import {defineCheck, fail, pass, unknown, whenAllSeen} from '../judge/verdicts.js';
import {releases, splitVersion} from '../versions.js';
import {shownBy} from '../sources.js';

const expected = 'the newest minor release of its major version';
/** Minor releases come each quarter: a table older than this may lack one. */
const tableDays = 120;
const on = (versionNum: number) => example({observer: seen({...observer, versionNum})});

export const pgVersionMinorOutdated = defineCheck({
	id: 'pg-version-minor-outdated',
	title: 'The newest minor release is installed',
	question: 'Is the server on the newest minor release of its major version?',
	why: 'Minor releases carry nothing but corrections, security corrections among them, and need no migration.',
	severity: 'medium',
	scope: 'node',
	source: shownBy('setting server_version'),
	needs: 'any login role',
	remediation: {
		all: 'Install the newest minor release and restart the server.',
		'aws-rds':
			'Turn on automatic minor version upgrades, or apply the pending one in the maintenance window.',
		digitalocean: 'Apply the pending maintenance of the cluster.',
		aiven: 'Start the pending maintenance of the service.',
	},
	judge: (facts, {now, platform}) =>
		whenAllSeen(facts.observer, facts.provider, expected, (who, provider) => {
			const {major, minor} = splitVersion(who.versionNum);
			const release = releases.majors[major];
			const own = [platform, provider.platform].find(p => p === 'aws-aurora' || p === 'neon');
			const cannotTell = (detail: string) =>
				unknown(unseen('unsupported-version', {detail}), expected);
			if (own !== undefined)
				return [
					cannotTell(`${own} numbers its own builds: ${who.versionText} says nothing of their age`),
				];
			if (release === undefined || major < 10)
				return [
					cannotTell(
						`PostgreSQL ${who.versionText} is not in the release table of ${releases.checkedOn}`,
					),
				];
			const {confirmed, expected: presumed = confirmed} = release;
			const text = `${major}.${minor}; newest release that was confirmed on ${releases.checkedOn} is ${major}.${confirmed}`;
			if (minor < confirmed) return [fail(text, expected)];
			if (minor < presumed)
				return [
					cannotTell(`${text}; ${major}.${presumed} is presumably out, but was not confirmed`),
				];
			if (daysBetween(releases.checkedOn, now) > tableDays)
				return [cannotTell(`${text}; that table is too old to tell`)];
			return [pass(text, expected)];
		}),
	examples: {
		healthy: [on(180_007), on(150_020)],
		defective: [on(160_009), on(180_004), on(150_018)],
		blind: [
			blind,
			on(190_001),
			on(180_006),
			example({provider: seen({platform: 'aws-aurora', candidates: ['aws-aurora'], signs: []})}),
		],
	},
});
