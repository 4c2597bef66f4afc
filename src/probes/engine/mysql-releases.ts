/** A release of MySQL or MariaDB. */
export type Release = {readonly major: number; readonly minor: number; readonly patch: number};

/**
 * Releases by series: the last day of community support, and the newest patch release that was seen.
 *
 * Dates: Oracle Lifetime Support Policy (end of extended support) and the release notes of MySQL 8.0 for its end; the
 * maintenance policy of the MariaDB Foundation; both as endoflife.date lists them. An innovation or rolling release
 * ends when the next one comes out. `newest` is the newest on `checkedOn`: the MySQL releases of October 2026, and
 * MariaDB 10.11.19 in Debian's security archive. `seen` exists, and there may be newer ones that we did not see.
 */
type Series = {
	readonly endOfLife: string;
	readonly newest?: number;
	readonly seen?: number;
};

export const checkedOn = '2026-11-22';

const mysql: Readonly<Record<string, Series>> = {
	'5.5': {endOfLife: '2018-12-31'},
	'5.6': {endOfLife: '2021-02-28'},
	'5.7': {endOfLife: '2023-10-31', newest: 44},
	'8.0': {endOfLife: '2026-04-30', seen: 46},
	'8.1': {endOfLife: '2023-10-25'},
	'8.2': {endOfLife: '2024-01-16'},
	'8.3': {endOfLife: '2024-04-30'},
	'8.4': {endOfLife: '2032-04-30', newest: 13},
	'9.0': {endOfLife: '2024-10-15'},
	'9.1': {endOfLife: '2025-01-21'},
	'9.2': {endOfLife: '2025-04-15'},
	'9.3': {endOfLife: '2025-07-22'},
	'9.4': {endOfLife: '2025-10-21'},
	'9.5': {endOfLife: '2026-01-20'},
	'9.6': {endOfLife: '2026-04-21'},
	'9.7': {endOfLife: '2034-04-21', newest: 4},
};

const mariadb: Readonly<Record<string, Series>> = {
	'5.5': {endOfLife: '2020-04-11'},
	'10.0': {endOfLife: '2019-03-31'},
	'10.1': {endOfLife: '2020-10-17'},
	'10.2': {endOfLife: '2022-05-23'},
	'10.3': {endOfLife: '2023-05-25', newest: 39},
	'10.4': {endOfLife: '2024-06-18', newest: 34},
	'10.5': {endOfLife: '2025-06-24', seen: 29},
	'10.6': {endOfLife: '2026-07-06', seen: 22},
	'10.7': {endOfLife: '2023-02-09'},
	'10.8': {endOfLife: '2023-05-20'},
	'10.9': {endOfLife: '2023-08-22'},
	'10.10': {endOfLife: '2023-11-17'},
	'10.11': {endOfLife: '2028-02-16', newest: 19},
	'11.0': {endOfLife: '2024-06-06'},
	'11.1': {endOfLife: '2024-08-21'},
	'11.2': {endOfLife: '2024-11-21'},
	'11.3': {endOfLife: '2024-05-29'},
	'11.4': {endOfLife: '2029-05-29', seen: 10},
	'11.5': {endOfLife: '2024-11-21'},
	'11.6': {endOfLife: '2025-02-13'},
	'11.7': {endOfLife: '2025-05-12'},
	'11.8': {endOfLife: '2028-06-04', seen: 9},
	'12.0': {endOfLife: '2025-11-18'},
	'12.1': {endOfLife: '2026-02-13'},
	'12.2': {endOfLife: '2026-05-13'},
	'12.3': {endOfLife: '2029-06-30'},
};

export const productTitles = {mysql: 'MySQL', mariadb: 'MariaDB'} as const;

/** What is known of a release's series; undefined for one that is not in the table. */
export const seriesOf = (
	product: 'mysql' | 'mariadb',
	{major, minor}: Release,
): Series | undefined => (product === 'mysql' ? mysql : mariadb)[`${major}.${minor}`];

export const productOf = (version: string): 'mysql' | 'mariadb' =>
	/mariadb/i.test(version) ? 'mariadb' : 'mysql';

/** Products that speak MySQL's protocol under one of its numbers, which says nothing of their own releases. */
export const isOtherProduct = (version: string): boolean =>
	/tidb|vitess|planetscale|proxysql|oceanbase|starrocks|doris|aurora|singlestore|memsql|dolt/i.test(
		version,
	);

/** Major, minor and patch of a version text; MariaDB may put 5.5.5- before it for the sake of old replicas. */
export const releaseOf = (version: string): Release | undefined => {
	const match = /^(?:5\.5\.5-(?=\d))?(\d{1,3})\.(\d{1,3})\.(\d{1,3})/.exec(version);
	return match === null
		? undefined
		: {major: Number(match[1]), minor: Number(match[2]), patch: Number(match[3])};
};
