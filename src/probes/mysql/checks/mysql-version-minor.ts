import {daysBetween} from '../../../domain/day.js';
import {seen, unseen} from '../../engine/check.js';
import {fail, pass, unknown, whenSeen} from '../../engine/verdicts.js';
import {blind, example, mariadb, observer} from '../examples.js';
import {platformOf} from '../judge/accounts.js';
import {defineCheck} from '../judge/verdicts.js';
import {checkedOn, isOtherProduct, productTitles, seriesOf} from '../../engine/mysql-releases.js';
import {shownBy} from '../sources.js';

const expected = 'the newest patch release of its series';
/** Patch releases come each quarter: a table older than this may lack one. */
const tableDays = 120;
const on = (patch: number) =>
	example({observer: seen({...observer, release: {major: 8, minor: 4, patch}})});
const mariadbOn = (minor: number, patch: number) =>
	example({observer: seen({...mariadb, release: {major: minor < 10 ? 11 : 10, minor, patch}})});

export const mysqlVersionMinor = defineCheck({
	id: 'mysql-version-minor',
	title: 'The newest patch release is installed',
	question: 'Is the server on the newest patch release of its series?',
	why: 'Patch releases of a long-term series carry corrections, security corrections among them.',
	severity: 'medium',
	scope: 'node',
	...shownBy('observer'),
	needs: 'any account',
	remediation: {
		all: 'Install the newest patch release and restart the server.',
		'aws-rds':
			'Turn on automatic minor version upgrades, or apply the pending one in the maintenance window.',
		digitalocean: 'Apply the pending maintenance of the cluster.',
		aiven: 'Start the pending maintenance of the service.',
	},
	judge: (facts, context) =>
		whenSeen(facts.observer, expected, ({product, version, comment, release}) => {
			const cannotTell = (detail: string) => [
				unknown(unseen('unsupported-version', {detail}), expected),
			];
			if (platformOf(facts, context) === 'aws-aurora' || isOtherProduct(`${version} ${comment}`))
				return cannotTell(
					`this product numbers its own builds: ${version} says nothing of their age`,
				);
			const series = release === undefined ? undefined : seriesOf(product, release);
			const {newest, seen: known = newest} = series ?? {};
			const name = `${productTitles[product]} ${version}`;
			if (release === undefined || known === undefined)
				return cannotTell(`the newest release of the series of ${name} is not known`);
			const text = `${name}; ${release.major}.${release.minor}.${known} was out on ${checkedOn}`;
			if (release.patch < known) return [fail(text, expected)];
			if (newest === undefined) return cannotTell(`${text}, and perhaps a newer one`);
			if (daysBetween(checkedOn, context.now) > tableDays)
				return cannotTell(`${text}; that table is too old to tell`);
			return [pass(text, expected)];
		}),
	examples: {
		healthy: [on(13), on(14), mariadbOn(11, 19)],
		defective: [on(6), mariadbOn(11, 14), mariadbOn(4, 3)],
		blind: [
			blind,
			mariadbOn(4, 12),
			example({provider: seen({platform: 'aws-aurora', signs: ['variable aurora_version']})}),
			example({observer: seen({...observer, release: {major: 26, minor: 10, patch: 0}})}),
		],
	},
});
