/**
 * Releases of community PostgreSQL: the last day of support of each major (postgresql.org/support/versioning) and the
 * newest minor release known on `checkedOn`. A newer minor may exist after that day; the judges say so.
 */
export const releases: {
	readonly checkedOn: string;
	readonly majors: Readonly<Record<number, {readonly endOfLife: string; readonly minor: number}>>;
} = {
	checkedOn: '2026-11-22',
	majors: {
		9: {endOfLife: '2021-11-11', minor: 0},
		10: {endOfLife: '2022-11-10', minor: 23},
		11: {endOfLife: '2023-11-09', minor: 22},
		12: {endOfLife: '2024-11-21', minor: 22},
		13: {endOfLife: '2025-11-13', minor: 23},
		14: {endOfLife: '2026-11-12', minor: 25},
		15: {endOfLife: '2027-11-11', minor: 20},
		16: {endOfLife: '2028-11-09', minor: 16},
		17: {endOfLife: '2029-11-08', minor: 12},
		18: {endOfLife: '2030-11-14', minor: 7},
	},
};

/** Major and minor of `server_version_num`: 150018 is 15 and 18. Only from PostgreSQL 10 on does that hold for the minor. */
export const splitVersion = (
	versionNum: number,
): {readonly major: number; readonly minor: number} => ({
	major: Math.floor(versionNum / 10_000),
	minor: versionNum % 10_000,
});
