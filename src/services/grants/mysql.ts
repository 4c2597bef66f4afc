import type {Platform} from '../../domain/platform.js';
import type {GrantRequest} from './grant-request.js';

/** Who may hand out these rights, by platform; the others run neither MySQL nor MariaDB. */
const administrator: Partial<Record<Platform, string>> = {
	'aws-rds': 'the master user',
	'aws-aurora': 'the master user',
	'google-cloud-sql': 'root',
	'azure-flexible-server': 'the administrator',
	digitalocean: 'doadmin',
	aiven: 'avnadmin',
	'self-managed': 'root',
};

/** Tables that both products have. */
const shared = [
	'db',
	'tables_priv',
	'columns_priv',
	'procs_priv',
	'proxies_priv',
	'func',
	'servers',
];
/** Tables of MariaDB alone; `event` and `proc` went into a dictionary that nobody reads with MySQL 8. */
const mariadb = ['global_priv', 'roles_mapping', 'event', 'proc'];
const mysql = ['user', 'role_edges', 'global_grants'];

/** Whether the platform runs MySQL or MariaDB. */
export const runsMysql = (platform: Platform): boolean => administrator[platform] !== undefined;

const text = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** An account as both products take it, whatever is in the name. */
export const mysqlAccount = (user: string, from: string): string => `${text(user)}@${text(from)}`;

/** An account as the lists of rights name it: in quotes that nothing in the name is doubled for. */
const mysqlGrantee = (user: string, from: string): string => `'${user}'@'${from}'`;

// The lock holds until the password is set: a policy on passwords refuses an account without one.
const limits = 'REQUIRE SSL WITH MAX_USER_CONNECTIONS 8 ACCOUNT LOCK';

const comment = (words: string): string => `-- ${words}`;

/**
 * One statement that is run where `flags` hold, and else does nothing, whatever a client does after an error. It stands in
 * a text, because neither product has blocks that both understand.
 */
const onlyIf = (flags: string, statement: string): string =>
	`SET @dbvet = IF(${flags}, ${text(statement)}, 'DO 0'); PREPARE dbvet FROM @dbvet; EXECUTE dbvet;`;

/** Ends a script that is not for this account: a refused statement stops the client, and the refusal repeats these words. */
const stopUnless = (flag: string, why: string): string =>
	`SET @dbvet = IF(${flag}, 'DO 0', ${text(why)}); PREPARE dbvet FROM @dbvet; EXECUTE dbvet;`;

// The manuals call them executable comments: each product reads its own.
const products =
	'SET @dbvet_mysql = 0 /*!80000 + 1 */, @dbvet_mariadb = 0 /*M!100400 + 1 */, @dbvet_monitor = 0 /*M!100509 + 1 */;';
const onMysql = '@dbvet_new AND @dbvet_mysql';
const onMariadb = '@dbvet_new AND @dbvet_mariadb';

const isAccount = (user: string, from: string): string =>
	`User = ${text(user)} AND LOWER(Host) = LOWER(${text(from)})`;

/**
 * The SQL that makes the scanner's account with the least rights that show everything but triggers, the right for which makes
 * them too; the same for MySQL from 8.0 and MariaDB from 10.4. An account that is there already stays as it is.
 */
export const mysqlGrants = ({platform, user, from = '%'}: GrantRequest): string => {
	const account = mysqlAccount(user, from);
	const read = (table: string): string => `GRANT SELECT ON mysql.${table} TO ${account}`;
	return [
		comment(
			'Makes the account that dbvet looks with. It changes nothing and reads no rows of your tables.',
		),
		comment(
			`Run it once, as ${administrator[platform] ?? 'root'}, on MySQL from 8.0 or MariaDB from 10.4. An account of this name`,
		),
		comment('that is there already is not touched: then every line of this does nothing.'),
		comment(
			'Where a managed service refuses a line, leave that line out: what needs it is unknown then.',
		),
		comment('The account is locked, behind a random password that nobody needs.'),
		products,
		`SET @dbvet_new = NOT EXISTS (SELECT 1 FROM mysql.user WHERE ${isAccount(user, from)});`,
		stopUnless('@dbvet_new', 'NOTHING WAS CHANGED: this account is there already'),
		`/*!80000 CREATE USER ${account} IDENTIFIED BY RANDOM PASSWORD ${limits} */;`,
		`/*M!100400 EXECUTE IMMEDIATE CONCAT(${text(`CREATE USER ${account} IDENTIFIED BY '`)}, 'Aa1!', ` +
			`SHA2(CONCAT(UUID(), RAND(), NOW(6)), 256), ${text(`' ${limits}`)}) */;`,
		onlyIf(
			'@dbvet_new',
			`GRANT PROCESS, SHOW DATABASES, SHOW VIEW, REPLICATION CLIENT ON *.* TO ${account}`,
		),
		onlyIf('@dbvet_new AND @dbvet_monitor', `GRANT SLAVE MONITOR ON *.* TO ${account}`),
		onlyIf('@dbvet_new', `GRANT SELECT ON performance_schema.* TO ${account}`),
		comment(
			'Who may do what. Hashes of passwords lie in the same tables: dbvet does not ask for them.',
		),
		...shared.map(table => onlyIf('@dbvet_new', read(table))),
		...mariadb.map(table => onlyIf(onMariadb, read(table))),
		...mysql.map(table => onlyIf(onMysql, read(table))),
		'',
		comment('Then give it a password of 32 random characters, and let it in:'),
		comment(`  ALTER USER ${account} IDENTIFIED BY 'PASSWORD' ACCOUNT UNLOCK;`),
		'',
	].join('\n');
};

/** How the products call the rights on everything that the script gives. */
const given = [
	'USAGE',
	'PROCESS',
	'SHOW DATABASES',
	'SHOW VIEW',
	'REPLICATION CLIENT',
	'BINLOG MONITOR',
	'SLAVE MONITOR',
	'REPLICA MONITOR',
];

/** True in SQL for an account that has what the other script gives, and nothing besides. */
const isOurs = (user: string, from: string): readonly string[] => {
	const grantee = `GRANTEE = ${text(mysqlGrantee(user, from))}`;
	const account = isAccount(user, from);
	return [
		`EXISTS (SELECT 1 FROM mysql.user WHERE ${account} AND max_user_connections = 8 AND ssl_type = 'ANY')`,
		`NOT EXISTS (SELECT 1 FROM information_schema.USER_PRIVILEGES WHERE ${grantee} AND (IS_GRANTABLE = 'YES' OR PRIVILEGE_TYPE NOT IN (${given.map(text).join(', ')})))`,
		`NOT EXISTS (SELECT 1 FROM information_schema.SCHEMA_PRIVILEGES WHERE ${grantee} AND (TABLE_SCHEMA <> 'performance_schema' OR PRIVILEGE_TYPE <> 'SELECT'))`,
		`NOT EXISTS (SELECT 1 FROM information_schema.TABLE_PRIVILEGES WHERE ${grantee} AND (TABLE_SCHEMA <> 'mysql' OR PRIVILEGE_TYPE <> 'SELECT'))`,
		`EXISTS (SELECT 1 FROM information_schema.TABLE_PRIVILEGES WHERE ${grantee})`,
		`NOT EXISTS (SELECT 1 FROM information_schema.COLUMN_PRIVILEGES WHERE ${grantee})`,
		`NOT EXISTS (SELECT 1 FROM mysql.procs_priv WHERE ${account})`,
		...['VIEWS', 'ROUTINES', 'TRIGGERS', 'EVENTS'].map(
			view =>
				`NOT EXISTS (SELECT 1 FROM information_schema.${view} WHERE DEFINER = ${text(`${user}@${from}`)})`,
		),
	];
};

/** The SQL that takes the scanner's account away again, and with it what it was granted; no account with other rights. */
export const mysqlRevocation = ({platform, user, from = '%'}: GrantRequest): string => {
	const account = mysqlAccount(user, from);
	return [
		comment(
			'Takes away the account that dbvet looked with, if it has the rights that the script of dbvet gave and no others.',
		),
		comment(`Run it once, as ${administrator[platform] ?? 'root'}.`),
		'SET @dbvet_ours =',
		`  ${isOurs(user, from).join('\n  AND ')};`,
		stopUnless('@dbvet_ours', 'NOTHING WAS CHANGED: no account as the script of dbvet makes it'),
		onlyIf('@dbvet_ours', `DROP USER ${account}`),
		'',
	].join('\n');
};
