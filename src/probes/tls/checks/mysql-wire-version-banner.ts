import {daysBetween} from '../../../domain/day.js';
import {seen} from '../../engine/check.js';
import {
	checkedOn,
	isOtherProduct,
	productOf,
	productTitles,
	releaseOf,
	seriesOf,
} from '../../engine/mysql-releases.js';
import {blind, but, healthy} from '../examples.js';
import type {TlsFacts} from '../facts.js';
import {mysqlCheck, verdicts} from '../kit.js';

const {pass, fail, unknown} = verdicts('A release series that its maker still mends');

const greeted = (version: string): TlsFacts =>
	but({engine: 'mysql', greeting: seen({version, plugin: 'caching_sha2_password'})});

/** Told to anybody who connects, so that it needs no account. A proxy in between may greet with a number of its own. */
export const mysqlWireVersionBanner = mysqlCheck({
	id: 'mysql-wire-version-banner',
	title: 'The greeting names a supported release',
	question: 'Is the release that the server greets everybody with still mended by its maker?',
	why: 'The first thing a server says to a stranger is its version. One whose series has ended tells which flaws will never be mended.',
	severity: 'high',
	source: 'The greeting of the server (nc HOST PORT)',
	remediation: {
		all: 'Upgrade to a supported series (MySQL 8.4 or 9.7, MariaDB 10.11, 11.4, 11.8 or 12.3). Behind a proxy, set the version that the proxy greets with to that of the server.',
	},
	judge: ({greeting}, {now}) => {
		if (!greeting.seen) return [unknown(greeting)];
		const {version} = greeting.value;
		const product = productOf(version);
		const release = releaseOf(version);
		const series = release === undefined ? undefined : seriesOf(product, release);
		if (isOtherProduct(version) || release === undefined || series === undefined)
			return [
				unknown({
					seen: false,
					reason: 'unsupported-version',
					detail: `"${version}" is not in the release table of ${checkedOn}`,
				}),
			];
		const text = `It greets as ${productTitles[product]} ${version}; support of ${release.major}.${release.minor} ends on ${series.endOfLife}`;
		return [daysBetween(now, series.endOfLife) < 0 ? fail(text) : pass(text)];
	},
	examples: {
		healthy: [{...healthy, engine: 'mysql'}, greeted('8.4.13'), greeted('10.11.19-MariaDB-deb12')],
		defective: [
			greeted('5.7.44-log'),
			greeted('8.0.46-0ubuntu0.22.04.1'),
			greeted('5.5.5-10.5.29-MariaDB'),
		],
		blind: [
			{...blind, engine: 'mysql'},
			greeted('8.0.11-TiDB-v7.5.1'),
			greeted('8.0.30-Vitess'),
			greeted('8.0.mysql_aurora.3.05.2'),
			greeted('26.10.0'),
			greeted(''),
		],
	},
});
