import * as z from 'zod';
import {seen, type Observed} from '../../engine/check.js';
import type {Listing} from '../../engine/verdicts.js';
import type {Account, AccountTls, Login} from '../facts/accounts.js';
import {fromBits, fromLetters, privilegeColumns} from '../facts/privileges.js';
import type {Release} from '../../engine/mysql-releases.js';
import {flag, wholeOrNull} from '../facts/values.js';
import type {Product, Query, Session} from './session.js';

/** More accounts than this are cut; the powerful come first. */
export const mostAccounts = 5_000;
/** Ways to log in of one MariaDB account that are read; nobody was seen to have more than two. */
const mostLogins = 4;

const native = 'mysql_native_password';
const slots = Array.from({length: mostLogins}, (_, index) => index);

const Stored = z.enum(['0', '1', '2']);

const MariadbRow = z.object({
	user: z.string(),
	host: z.string(),
	access: z.string().regex(/^\d{1,20}$/),
	role: flag,
	locked: flag,
	plugin: z.string().nullable(),
	empty: Stored,
	dead: flag,
	ways: wholeOrNull,
	tls: z.string(),
	lifetime: z.string().nullable(),
	connections: z.string().nullable(),
	/** `plugin:empty:dead` with blanks between; without a plugin the account's own is meant. */
	others: z.string(),
});

const json = (path: string): string => `JSON_VALUE(Priv, '$.${path}')`;
/**
 * What ed25519 of MariaDB 11.8 stores where no password was given, without salt: the empty password then lets in (tried on 11.8.9;
 * 10.11 stores nothing and lets nobody in).
 */
const ofEmptyPassword = '4LH+dBF+G5W2CKTyId8xR3SyDqZoQjUNUVNxx8aWbG4';
/** 1 where nothing is stored, 2 where it is what becomes of the empty password, else 0. */
const isEmpty = (path: string): string =>
	`CASE BINARY IFNULL(${json(path)}, '') WHEN '' THEN 1 WHEN '${ofEmptyPassword}' THEN 2 ELSE 0 END`;
/** No password fits: what MariaDB stores for `invalid`, and what has the length of a hash without being one. */
const isDead = (path: string): string => {
	const way = path.replace(/authentication_string$/, 'plugin');
	const stored = `IFNULL(${json(path)}, '')`;
	return `(IFNULL(${json(way)}, '${native}') = '${native}' AND (BINARY ${stored} = 'invalid'
			OR (CHAR_LENGTH(${stored}) = 41 AND SUBSTR(${stored}, 2) NOT REGEXP '^[0-9A-Fa-f]{40}$')))`;
};

/** REQUIRE CIPHER alone is stored as what demands a certificate is, and demands none (MySQL and MariaDB, sql_acl.cc). */
const tlsOfMariadb = `IF(${json('ssl_type')} = 3 AND IFNULL(${json('x509_issuer')}, '') = '' AND IFNULL(${json('x509_subject')}, '') = '',
		'1', IFNULL(${json('ssl_type')}, '0'))`;
const tlsOfMysql = `IF(ssl_type = 'SPECIFIED' AND IFNULL(LENGTH(x509_issuer), 0) = 0 AND IFNULL(LENGTH(x509_subject), 0) = 0, 'ANY', ssl_type)`;

/**
 * The truth is in `global_priv`: the view `mysql.user` shows neither locks nor second ways to log in. The stored passwords
 * stay on the server, which tells only whether there is one.
 */
const mariadbQuery: Query<z.infer<typeof MariadbRow>> = {
	row: MariadbRow,
	limit: mostAccounts,
	grant: 'GRANT SELECT ON mysql.global_priv TO',
	sql: `SELECT User AS \`user\`, Host AS \`host\`, IFNULL(${json('access')}, '0') AS \`access\`,
		IFNULL(${json('is_role')}, 0) = 1 AS \`role\`, IFNULL(${json('account_locked')}, 0) = 1 AS \`locked\`,
		${json('plugin')} AS \`plugin\`, ${isEmpty('authentication_string')} AS \`empty\`,
		${isDead('authentication_string')} AS \`dead\`, JSON_LENGTH(Priv, '$.auth_or') AS \`ways\`, ${tlsOfMariadb} AS \`tls\`,
		${json('password_lifetime')} AS \`lifetime\`, ${json('max_user_connections')} AS \`connections\`,
		CONCAT_WS(' ', ${slots
			.map(
				slot =>
					`IF(JSON_EXISTS(Priv, '$.auth_or[${slot}]'), CONCAT(IFNULL(${json(`auth_or[${slot}].plugin`)}, ''), ':', ${isEmpty(`auth_or[${slot}].authentication_string`)}, ':', ${isDead(`auth_or[${slot}].authentication_string`)}), NULL)`,
			)
			.join(', ')}) AS \`others\`
		FROM mysql.global_priv
		ORDER BY CAST(IFNULL(${json('access')}, 0) AS UNSIGNED) & 33588736 <> 0 DESC, User, Host`,
};

const tlsKinds: readonly AccountTls[] = ['none', 'any', 'certificate', 'certificate'];
const wholeOf = (text: string | null): number | null =>
	text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;

const loginOf = (plugin: string, stored: string | undefined): Login => ({
	plugin,
	empty: stored === '1',
	...(stored === '2' ? {ofEmpty: true} : {}),
});

/** The ways to log in that somebody could use. */
const loginsOf = (row: z.infer<typeof MariadbRow>): readonly Login[] => {
	const own: readonly Login[] = row.dead ? [] : [loginOf(row.plugin ?? native, row.empty)];
	if (row.ways === null) return own;
	return row.others.split(' ').flatMap(entry => {
		const [plugin = '', empty, dead] = entry.split(':');
		if (plugin === '') return own;
		return dead === '1' ? [] : [loginOf(plugin, empty)];
	});
};

const fromMariadb = (row: z.infer<typeof MariadbRow>): Account => ({
	user: row.user,
	host: row.host,
	role: row.role,
	// Without a way that somebody could use it is as good as locked.
	locked: row.locked || ((row.ways ?? 0) <= mostLogins && loginsOf(row).length === 0),
	logins: row.role ? [] : loginsOf(row),
	allLogins: (row.ways ?? 0) <= mostLogins,
	tls: tlsKinds[Number(row.tls)] ?? 'none',
	privileges: fromBits(row.access),
	lifetimeDays: wholeOf(row.lifetime),
	reuseHistory: null,
	reuseDays: null,
	lockAfter: null,
	maxConnections: wholeOf(row.connections),
	withheld: [],
	restricted: false,
});

const MysqlRow = z.strictObject({
	user: z.string(),
	host: z.string(),
	plugin: z.string(),
	empty: flag,
	locked: flag,
	tls: z.string(),
	letters: z.string().regex(/^[YN]{29}$/),
	lifetime: z.string().nullable(),
	connections: z.string().nullable(),
	reuseHistory: z.string().nullable(),
	reuseDays: z.string().nullable(),
	lockAfter: z.string().nullable(),
	restrictions: z.string().nullable(),
});

/**
 * The column of attributes came with 8.0.14, the locks in it with 8.0.19. A number of failed logins locks nobody while the time of
 * the lock is 0 (MySQL manual, CREATE USER, Password-Management Options).
 */
const mysqlQuery = (attributes: boolean): Query<z.infer<typeof MysqlRow>> => ({
	row: MysqlRow,
	limit: mostAccounts,
	grant: 'GRANT SELECT ON mysql.user TO',
	sql: `SELECT User AS \`user\`, Host AS \`host\`, plugin AS \`plugin\`, IFNULL(authentication_string, '') = '' AS \`empty\`,
		account_locked = 'Y' AS \`locked\`, ${tlsOfMysql} AS \`tls\`, CONCAT(${privilegeColumns.join(', ')}) AS \`letters\`,
		CAST(password_lifetime AS CHAR) AS \`lifetime\`, CAST(max_user_connections AS CHAR) AS \`connections\`,
		${attributes ? 'CAST(Password_reuse_history AS CHAR)' : 'NULL'} AS \`reuseHistory\`, ${attributes ? 'CAST(Password_reuse_time AS CHAR)' : 'NULL'} AS \`reuseDays\`,
		${attributes ? `IF(JSON_EXTRACT(User_attributes, '$.Password_locking.password_lock_time_days') <> 0, JSON_UNQUOTE(JSON_EXTRACT(User_attributes, '$.Password_locking.failed_login_attempts')), '0')` : 'NULL'} AS \`lockAfter\`,
		${attributes ? `JSON_EXTRACT(User_attributes, '$.Restrictions')` : 'NULL'} AS \`restrictions\`
		FROM mysql.user ORDER BY Super_priv = 'Y' OR Create_user_priv = 'Y' OR File_priv = 'Y' DESC, User, Host`,
});

const mysqlTls: Readonly<Record<string, AccountTls>> = {
	ANY: 'any',
	X509: 'certificate',
	SPECIFIED: 'certificate',
};

const Restrictions = z.array(
	z.looseObject({Database: z.string(), Privileges: z.array(z.string())}),
);

/** What partial revokes withhold in the schema mysql; nothing where the text is none of their form. */
const withheldOf = (text: string | null): readonly string[] => {
	if (text === null) return [];
	try {
		return Restrictions.parse(JSON.parse(text))
			.filter(({Database}) => Database === 'mysql')
			.flatMap(({Privileges}) => Privileges.map(name => name.toUpperCase()));
	} catch {
		// Not believing a restriction only makes the verdict stricter.
		return [];
	}
};

/**
 * Nobody logs in with these, whatever is stored: MySQL 9 has no mysql_native_password any more and answers error 1524, and
 * mysql_no_login refuses everybody.
 */
const isDeadPlugin = (plugin: string, release: Release | undefined): boolean =>
	plugin === 'mysql_no_login' ||
	((plugin === native || plugin === '') && release !== undefined && release.major >= 9);

const fromMysql =
	(attributes: boolean, release: Release | undefined) =>
	(row: z.infer<typeof MysqlRow>): Account => ({
		user: row.user,
		host: row.host,
		role: false,
		locked: row.locked || isDeadPlugin(row.plugin, release),
		logins: isDeadPlugin(row.plugin, release)
			? []
			: [{plugin: row.plugin === '' ? native : row.plugin, empty: row.empty}],
		allLogins: true,
		tls: mysqlTls[row.tls] ?? 'none',
		privileges: fromLetters(row.letters),
		lifetimeDays: wholeOf(row.lifetime),
		reuseHistory: wholeOf(row.reuseHistory),
		reuseDays: wholeOf(row.reuseDays),
		lockAfter: attributes ? (wholeOf(row.lockAfter) ?? 0) : null,
		maxConnections: wholeOf(row.connections),
		withheld: withheldOf(row.restrictions),
		restricted: row.restrictions !== null,
	});

/** As one number: 8.0.19 is 8000019. */
const numbered = ({major, minor, patch}: Release): number => major * 1e6 + minor * 1e3 + patch;
const attributesSince = numbered({major: 8, minor: 0, patch: 19});

export const mapped = <A, B>(
	rows: Observed<Listing<A>>,
	map: (row: A) => B,
): Observed<Listing<B>> =>
	rows.seen ? seen({items: rows.value.items.map(map), complete: rows.value.complete}) : rows;

export const readAccounts = async (
	session: Session,
	product: Product,
	release: Release | undefined,
): Promise<Observed<Listing<Account>>> => {
	if (product === 'mariadb') return mapped(await session.list(mariadbQuery), fromMariadb);
	const attributes = release !== undefined && numbered(release) >= attributesSince;
	return mapped(await session.list(mysqlQuery(attributes)), fromMysql(attributes, release));
};
