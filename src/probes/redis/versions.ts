/**
 * Release lines of Redis and Valkey. Valkey publishes the end of each line ahead (valkey.io/topics/releases, maintenance
 * support); Redis publishes only which lines are mended now (github.com/redis/redis/security), so that a line that was
 * mended when this table was made has no end here. Both as collected by endoflife.date in February 2026 (Redis) and
 * December 2025 (Valkey).
 *
 * `scriptFix` is the first release of the line that is not open to CVE-2025-49844 (use after free in Lua scripts, CVSS 10;
 * advisory GHSA-4789-qfc9-5f9q and the release notes of both products); a line without one was never mended.
 */
type Line = {readonly endOfLife?: string; readonly scriptFix?: string};

/** The day up to which the table is true. */
export const checkedOn = '2026-02-23';

/** A line that came after the flaw was mended has the correction from its first release on. */
const lines: Readonly<Record<'redis' | 'valkey', Readonly<Record<string, Line>>>> = {
	redis: {
		'5.0': {endOfLife: '2022-04-27'},
		'6.0': {endOfLife: '2022-05-31'},
		'6.2': {scriptFix: '6.2.20'},
		'7.0': {endOfLife: '2024-07-29'},
		'7.2': {scriptFix: '7.2.11'},
		'7.4': {scriptFix: '7.4.6'},
		'8.0': {endOfLife: '2026-02-11', scriptFix: '8.0.4'},
		'8.2': {scriptFix: '8.2.2'},
		'8.4': {scriptFix: '8.4.0'},
		'8.6': {scriptFix: '8.6.0'},
	},
	valkey: {
		'7.2': {endOfLife: '2027-04-16', scriptFix: '7.2.11'},
		'8.0': {endOfLife: '2027-09-15', scriptFix: '8.0.6'},
		'8.1': {endOfLife: '2028-03-31', scriptFix: '8.1.4'},
		'9.0': {endOfLife: '2028-10-21', scriptFix: '9.0.0'},
		// Newer than the sources above: 9.1.2 was seen, and not when its line ends.
		'9.1': {scriptFix: '9.1.0'},
	},
};

/** The release line of a version, by its first two numbers; undefined for one that is not in the table. */
export const lineOf = (
	product: 'redis' | 'valkey',
	version: string,
): (Line & {readonly name: string}) | undefined => {
	const name = version.split('.').slice(0, 2).join('.');
	const line = Object.hasOwn(lines[product], name) ? lines[product][name] : undefined;
	// All before Redis 5 have ended with it.
	if (line === undefined && product === 'redis' && Number.parseInt(name, 10) < 5)
		return {name, endOfLife: '2022-04-27'};
	return line === undefined ? undefined : {name, ...line};
};
