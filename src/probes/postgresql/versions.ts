/**
 * Releases of community PostgreSQL: the last day of support of each major (postgresql.org/support/versioning), and its
 * newest minor releases as far as they were known on `checkedOn`.
 *
 * `confirmed` was seen with own eyes: in the announcements of 13 August 2026 (18.6, 17.11, 16.15, 14.24; 18.5 was never
 * published), in Debian's security archive on `checkedOn` (15.20), or as the last release of a branch that has ended.
 * `expected` is concluded and was not seen: all branches are released on one day, so that 15.20 speaks for its siblings
 * of November 2026. Between the two a judge says that it cannot tell.
 */
type Release = {
	readonly endOfLife: string;
	readonly confirmed: number;
	readonly expected?: number;
};

export const releases: {
	readonly checkedOn: string;
	readonly majors: Readonly<Record<number, Release>>;
} = {
	checkedOn: '2026-11-22',
	majors: {
		9: {endOfLife: '2021-11-11', confirmed: 0},
		10: {endOfLife: '2022-11-10', confirmed: 23},
		11: {endOfLife: '2023-11-09', confirmed: 22},
		12: {endOfLife: '2024-11-21', confirmed: 22},
		13: {endOfLife: '2025-11-13', confirmed: 23},
		14: {endOfLife: '2026-11-12', confirmed: 24, expected: 25},
		15: {endOfLife: '2027-11-11', confirmed: 20},
		16: {endOfLife: '2028-11-09', confirmed: 15, expected: 16},
		17: {endOfLife: '2029-11-08', confirmed: 11, expected: 12},
		18: {endOfLife: '2030-11-14', confirmed: 6, expected: 7},
	},
};

/** Major and minor of `server_version_num`: 150018 is 15 and 18. Only from PostgreSQL 10 on does that hold for the minor. */
export const splitVersion = (
	versionNum: number,
): {readonly major: number; readonly minor: number} => ({
	major: Math.floor(versionNum / 10_000),
	minor: versionNum % 10_000,
});
