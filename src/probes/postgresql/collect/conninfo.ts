/**
 * What is taken out of a connection string of libpq, as keywords or as a URL, on the server: whether it leads to another
 * machine, and its mode of TLS. The string itself may hold a password and is never read.
 */

/** As libpq tells one. What stands before its `@` may hold any sign but a slash, a question mark too. */
const url = '^postgres(?:ql)?://(?:[^@/]*@|(?![^@/]*@))';

/**
 * The keywords `k` of a string and their values `v` (conninfo_parse of libpq): in quotes, or up to a blank, and a backslash takes
 * the sign behind it as it is, in quotes or not. Behind a quoted value another keyword may follow at once.
 */
const pairs = (text: string): string =>
	`(SELECT lower(m[1]) AS k, regexp_replace(coalesce(m[2], m[3], ''), '\\\\(.)', '\\1', 'g') AS v
			FROM regexp_matches(CASE WHEN ${text} !~ '${url}' THEN ${text} END,
				'([^\\s=]+)\\s*=\\s*(?:''((?:[^''\\\\]|\\\\.)*)''|((?:[^\\s''\\\\]|\\\\.)(?:[^\\s\\\\]|\\\\.)*)?)', 'g') m
		UNION ALL SELECT lower(split_part(p, '=', 1)), substr(p, strpos(p, '=') + 1)
			FROM regexp_split_to_table(substring(${text} FROM '${url}[^?]*[?](.*)$'), '&') p)`;
/** Hosts in a list are tried in turn; `hostaddr` is where it goes whatever `host` says, so that each of both counts. */
const hosts = (text: string): string =>
	`(SELECT h FROM ${pairs(text)} q, regexp_split_to_table(q.v, ',') h WHERE (q.k IN ('host', 'hostaddr') OR q.k ~ '%') AND h <> ''
		UNION ALL SELECT regexp_replace(h, ':[0-9]*$', '')
			FROM regexp_split_to_table(substring(${text} FROM '${url}([^/?]*)'), ',') h WHERE h <> '')`;
const local = `'^(/.*|%2F.*|@.*|localhost|127([.][0-9]+){3}|::1|\\[::1\\])$'`;

/** Another machine is among the hosts; true also where a string names none, because its environment may. */
export const leadsAway = (text: string): string =>
	`CASE WHEN EXISTS ${hosts(text)} THEN EXISTS (SELECT FROM ${hosts(text)} x WHERE x.h !~* ${local})
		ELSE ${text} !~ '^\\s*$' END`;

/**
 * The last of several wins, so that several that differ are told as such, and so is a keyword whose letters are written as
 * `%73`, which may be any; `(service)` stands for a file that is not seen.
 */
export const sslmodeOf = (text: string): string =>
	`(SELECT CASE WHEN bool_or(k ~ '%') THEN '(several)' ELSE CASE count(DISTINCT lower(v)) FILTER (WHERE k = 'sslmode') WHEN 0 THEN
			CASE WHEN bool_or(k = 'service') THEN '(service)' END
		WHEN 1 THEN left(min(lower(v)) FILTER (WHERE k = 'sslmode'), 20) ELSE '(several)' END END FROM ${pairs(text)} q)`;
