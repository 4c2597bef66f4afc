/** A set of minor releases that were published on one day to close flaws in the server. */
type SecurityRelease = {
	/** ISO day. */
	readonly on: string;
	/** The minor release of each major that closes them; majors that are not here were not affected or no longer looked after. */
	readonly closedBy: Readonly<Record<number, number>>;
	/** CVE numbers with the score that the project gave them (CVSS 3). Flaws of clients alone are left out. */
	readonly flaws: readonly (readonly [cve: string, score: number])[];
};

/**
 * What the PostgreSQL project published, newest first. The releases of 15 were compared with Debian's changelog of the package,
 * those of the other majors came out on the same days. The table ends with `knownUntil`: what was published later is not in it,
 * so that it can convict a server and never acquit one.
 */
export const knownUntil = '2026-05-14';
export const securityReleases: readonly SecurityRelease[] = [
	{
		on: '2026-05-14',
		closedBy: {14: 23, 15: 18, 16: 14, 17: 10, 18: 4},
		flaws: [
			['CVE-2026-6473', 8.8],
			['CVE-2026-6637', 8.8],
			['CVE-2026-6478', 6.5],
		],
	},
	{
		on: '2026-02-12',
		closedBy: {14: 21, 15: 16, 16: 12, 17: 8, 18: 2},
		flaws: [
			['CVE-2026-2004', 8.8],
			['CVE-2026-2005', 8.8],
			['CVE-2026-2006', 8.8],
		],
	},
	{
		on: '2025-11-13',
		closedBy: {13: 23, 14: 20, 15: 15, 16: 11, 17: 7, 18: 1},
		flaws: [['CVE-2025-12817', 3.1]],
	},
	{
		on: '2025-08-14',
		closedBy: {13: 22, 14: 19, 15: 14, 16: 10, 17: 6},
		flaws: [['CVE-2025-8713', 3.1]],
	},
	{
		on: '2025-05-08',
		closedBy: {13: 21, 14: 18, 15: 13, 16: 9, 17: 5},
		flaws: [['CVE-2025-4207', 5.9]],
	},
	{
		on: '2024-11-14',
		closedBy: {12: 21, 13: 17, 14: 14, 15: 9, 16: 5, 17: 1},
		flaws: [
			['CVE-2024-10979', 8.8],
			['CVE-2024-10976', 4.2],
			['CVE-2024-10978', 4.2],
		],
	},
	{
		on: '2024-05-09',
		closedBy: {14: 12, 15: 7, 16: 3},
		flaws: [['CVE-2024-4317', 3.1]],
	},
	{
		on: '2024-02-08',
		closedBy: {12: 18, 13: 14, 14: 11, 15: 6},
		flaws: [['CVE-2024-0985', 8]],
	},
	{
		on: '2023-11-09',
		closedBy: {11: 22, 12: 17, 13: 13, 14: 10, 15: 5, 16: 1},
		flaws: [
			['CVE-2023-5869', 8.8],
			['CVE-2023-5868', 4.3],
		],
	},
	{
		on: '2023-08-10',
		closedBy: {11: 21, 12: 16, 13: 12, 14: 9, 15: 4},
		flaws: [['CVE-2023-39417', 7.5]],
	},
	{
		on: '2023-05-11',
		closedBy: {11: 20, 12: 15, 13: 11, 14: 8, 15: 3},
		flaws: [
			['CVE-2023-2454', 7.2],
			['CVE-2023-2455', 4.2],
		],
	},
];
