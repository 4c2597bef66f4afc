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

// The lock holds until the password is set: a policy on passwords refuses an account without one.
const limits = 'REQUIRE SSL WITH MAX_USER_CONNECTIONS 8 ACCOUNT LOCK';

const comment = (words: string): string => `-- ${words}`;
// Comments that one of the products executes: the manuals call them executable and version comments.
const onMariadb = (statement: string): string => `/*M!100400 ${statement} */;`;
const onNewMariadb = (statement: string): string => `/*M!100509 ${statement} */;`;
const onMysql = (statement: string): string => `/*!80000 ${statement} */;`;

/**
 * The SQL that makes the scanner's account with the least rights that show everything, the same for MySQL from 8.0 and
 * MariaDB from 10.4; one statement a line.
 */
export const mysqlGrants = ({platform, user, from = '%'}: GrantRequest): string => {
	const account = mysqlAccount(user, from);
	const read = (table: string): string => `GRANT SELECT ON mysql.${table} TO ${account}`;
	return [
		comment(
			'Makes the account that dbvet looks with. It changes nothing and reads no rows of your tables.',
		),
		comment(
			`Run it once, as ${administrator[platform] ?? 'root'}, on MySQL from 8.0 or MariaDB from 10.4: what stands in`,
		),
		comment('/*! … */ is for MySQL alone, what stands in /*M! … */ for MariaDB alone.'),
		comment(
			'Where a managed service refuses a line, leave that line out: what needs it is unknown then.',
		),
		comment('The account is locked, behind a random password that nobody needs.'),
		onMysql(`CREATE USER ${account} IDENTIFIED BY RANDOM PASSWORD ${limits}`),
		onMariadb(
			`EXECUTE IMMEDIATE CONCAT(${text(`CREATE USER ${account} IDENTIFIED BY '`)}, 'Aa1!', ` +
				`SHA2(CONCAT(UUID(), RAND(), NOW(6)), 256), ${text(`' ${limits}`)})`,
		),
		`GRANT PROCESS, SHOW DATABASES, SHOW VIEW, REPLICATION CLIENT ON *.* TO ${account};`,
		onNewMariadb(`GRANT SLAVE MONITOR ON *.* TO ${account}`),
		`GRANT SELECT ON performance_schema.* TO ${account};`,
		comment(
			'Who may do what. Hashes of passwords lie in the same tables: dbvet does not ask for them.',
		),
		...shared.map(table => `${read(table)};`),
		...mariadb.map(table => onMariadb(read(table))),
		...mysql.map(table => onMysql(read(table))),
		'',
		comment('Then give it a password of 32 random characters, and let it in:'),
		comment(`  ALTER USER ${account} IDENTIFIED BY 'PASSWORD' ACCOUNT UNLOCK;`),
		'',
	].join('\n');
};

/** The SQL that takes the scanner's account away again, and with it what it was granted. */
export const mysqlRevocation = ({platform, user, from = '%'}: GrantRequest): string =>
	[
		comment(
			'Takes away the account that dbvet looked with, and its rights. Nothing else is touched: it owns nothing.',
		),
		comment(`Run it once, as ${administrator[platform] ?? 'root'}.`),
		`DROP USER ${mysqlAccount(user, from)};`,
		'',
	].join('\n');
