import {daysBetween} from '../../../domain/day.js';
import {seen, unseen} from '../../engine/check.js';
import {fail, pass, unknown, whenSeen} from '../../engine/verdicts.js';
import {blind, example, mariadb, observer} from '../examples.js';
import {defineCheck} from '../judge/verdicts.js';
import {platformOf} from '../judge/accounts.js';
import {checkedOn, isOtherProduct, productTitles, seriesOf} from '../../engine/mysql-releases.js';
import {shownBy} from '../sources.js';

const expected = 'a release series with more than 180 days of support left';
const mysqlOn = (major: number, minor: number, patch: number) =>
	example({
		observer: seen({
			...observer,
			version: `${major}.${minor}.${patch}`,
			release: {major, minor, patch},
		}),
	});
const mariadbOn = (major: number, minor: number) =>
	example({
		observer: seen({...mariadb, version: `${major}.${minor}.2`, release: {major, minor, patch: 2}}),
	});

export const mysqlVersionEol = defineCheck({
	id: 'mysql-version-eol',
	title: 'The release series is supported',
	question: 'Does the maker still mend this release series?',
	why: 'After the end of support no flaw is mended any more, however grave. A provider may sell extended support: that is a matter of the contract, not of this date.',
	severity: 'high',
	scope: 'node',
	...shownBy('observer'),
	needs: 'any account',
	remediation: {
		all: 'Plan the upgrade to a supported series (MySQL 8.4 or 9.7, MariaDB 10.11, 11.4, 11.8 or 12.3) and try it on a restored copy first.',
		'aws-rds':
			'Modify the instance to a supported engine version (a blue/green deployment keeps it short). Extended support is charged for.',
		digitalocean: 'Upgrade the cluster to a newer version in the control panel or with doctl.',
	},
	judge: (facts, context) =>
		whenSeen(facts.observer, expected, ({product, version, comment, release}) => {
			const foreign =
				isOtherProduct(`${version} ${comment}`) || platformOf(facts, context) === 'aws-aurora';
			const series = release === undefined || foreign ? undefined : seriesOf(product, release);
			const name = `${productTitles[product]} ${version}`;
			if (release === undefined || series === undefined)
				return [
					unknown(
						unseen('unsupported-version', {
							detail: foreign
								? `${name}: this product has releases of its own, whatever number it shows`
								: `${name} is not in the release table of ${checkedOn}`,
						}),
						expected,
					),
				];
			const left = daysBetween(context.now, series.endOfLife);
			const text = `${name}; support of ${release.major}.${release.minor} ends on ${series.endOfLife}`;
			if (left < 0) return [fail(text, expected)];
			return left <= 180 ? [fail(text, expected, {severity: 'medium'})] : [pass(text, expected)];
		}),
	examples: {
		healthy: [mysqlOn(8, 4, 13), mariadbOn(10, 11)],
		defective: [
			mysqlOn(5, 7, 44),
			mysqlOn(8, 0, 46),
			mysqlOn(9, 1, 0),
			mariadbOn(10, 5),
			mariadbOn(11, 2),
		],
		blind: [
			example({observer: seen({...observer, version: '8.4.6-Vitess'})}),
			example({observer: seen({...observer, comment: 'SingleStoreDB source distribution'})}),
			example({provider: seen({platform: 'aws-aurora', signs: ['variable aurora_version']})}),
			blind,
			mysqlOn(26, 10, 0),
			mariadbOn(99, 1),
		],
	},
});
