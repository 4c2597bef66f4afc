/**
 * What is taken out of a connection string of libpq, as keywords or as a URL, on the server: whether it leads to another
 * machine, and its mode of TLS. The string itself may hold a password and is never read.
 */

/** Without quoted values of other keywords, which may hold anything, an `sslmode` too. */
const bare = (text: string): string =>
	`regexp_replace(${text}, '(^|\\s)(?!sslmode|host|service)[a-z_]+\\s*=\\s*''([^''\\\\]|\\\\.)*''', ' ', 'gi')`;
const values = (text: string, keyword: string): string =>
	`regexp_matches(${bare(text)}, '(?:^|[\\s?&])${keyword}\\s*=\\s*''?([^''\\s&]*)', 'gi') AS m`;
/** Hosts in a list are tried in turn; `hostaddr` is where it goes whatever `host` says, so that each of both counts. */
const hosts = (text: string): string =>
	`(SELECT h FROM ${values(text, 'host(?:addr)?')}, regexp_split_to_table(m[1], ',') h WHERE h <> ''
		UNION ALL SELECT regexp_replace(h, ':[0-9]*$', '') FROM regexp_split_to_table(substring(${text}
			FROM '^[a-z]+://(?:[^@/]*@)?([^/?]*)'), ',') h WHERE h <> '')`;
const local = `'^(/.*|%2F.*|@.*|localhost|127([.][0-9]+){3}|::1|\\[::1\\])$'`;

/** Another machine is among the hosts; true also where a string names none, because its environment may. */
export const leadsAway = (text: string): string =>
	`CASE WHEN EXISTS ${hosts(text)} THEN EXISTS (SELECT FROM ${hosts(text)} x WHERE x.h !~* ${local})
		ELSE ${text} !~ '^\\s*$' END`;

/** The last of several wins, so that several that differ are told as such; `(service)` stands for a file that is not seen. */
export const sslmodeOf = (text: string): string =>
	`(SELECT CASE count(DISTINCT lower(m[1])) WHEN 0 THEN
			CASE WHEN ${bare(text)} ~* '(^|[\\s?&])service\\s*=' THEN '(service)' END
		WHEN 1 THEN left(min(lower(m[1])), 20) ELSE '(several)' END FROM ${values(text, 'sslmode')})`;
