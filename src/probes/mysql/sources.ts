import type {Check} from '../engine/check.js';
import type {MysqlFacts} from './facts.js';

type Fact = Exclude<keyof MysqlFacts, 'identities' | 'variables'>;
/** One statement for both products, or one for each; a product that has no such thing has none. */
type Shown = string | {readonly mysql: string; readonly mariadb?: string};

const definers = (columns: string, from: string, more: string): string =>
	`SELECT ${columns}, DEFINER, ${more} FROM information_schema.${from}`;

/** Of each fact the statement that shows it, for the client mysql. The collector's own ask the same, for less. */
export const factSources: Readonly<Record<Fact, Shown>> = {
	observer:
		'SELECT VERSION(), @@version_comment, CURRENT_USER(), @@hostname, @@global.secure_file_priv',
	provider:
		"SHOW GLOBAL VARIABLES WHERE Variable_name = 'basedir' OR Variable_name LIKE 'aurora%' OR Variable_name LIKE 'cloudsql%' OR Variable_name LIKE 'azure%'",
	readOnly:
		'START TRANSACTION READ ONLY /* its answer carries the flag SERVER_STATUS_IN_TRANS_READONLY */',
	ownSession: "SHOW SESSION STATUS WHERE Variable_name IN ('Ssl_cipher', 'Ssl_version')",
	ownPrivileges:
		'SHOW GRANTS; SELECT GRANTEE, PRIVILEGE_TYPE FROM information_schema.USER_PRIVILEGES',
	plugins: 'SELECT PLUGIN_NAME, PLUGIN_STATUS, PLUGIN_TYPE FROM information_schema.PLUGINS',
	sessions:
		"SELECT PROCESSLIST_USER, PROCESSLIST_HOST, CONNECTION_TYPE FROM performance_schema.threads WHERE (TYPE = 'FOREGROUND' OR CONNECTION_TYPE IS NOT NULL) AND PROCESSLIST_USER IS NOT NULL",
	replication: {
		mysql: 'SHOW REPLICA STATUS /* SHOW SLAVE STATUS before 8.0.22 */',
		mariadb: 'SHOW ALL SLAVES STATUS',
	},
	binlogFilters: {
		mysql: 'SHOW BINARY LOG STATUS /* SHOW MASTER STATUS before 8.2 */',
		mariadb: 'SHOW MASTER STATUS',
	},
	accounts: {
		mysql:
			"SELECT User, Host, plugin, authentication_string = '' AS no_password, account_locked, ssl_type, password_lifetime, max_user_connections, Super_priv, Create_user_priv, File_priv, Grant_priv, User_attributes FROM mysql.user",
		mariadb: 'SELECT User, Host, Priv FROM mysql.global_priv',
	},
	roleGrants: {
		mysql: 'SELECT TO_USER, TO_HOST, FROM_USER, FROM_HOST, WITH_ADMIN_OPTION FROM mysql.role_edges',
		mariadb: 'SELECT User, Host, Role, Admin_option FROM mysql.roles_mapping',
	},
	dynamicGrants: {mysql: 'SELECT USER, HOST, PRIV FROM mysql.global_grants'},
	scopedGrants:
		'SELECT * FROM mysql.db; SELECT User, Host, Db, Table_name, Table_priv FROM mysql.tables_priv; SELECT User, Host, Db, Table_name, Column_name, Column_priv FROM mysql.columns_priv; SELECT User, Host, Db, Routine_name, Proc_priv FROM mysql.procs_priv',
	proxyGrants: 'SELECT User, Host, Proxied_user, Proxied_host, With_grant FROM mysql.proxies_priv',
	schemas: 'SELECT SCHEMA_NAME FROM information_schema.SCHEMATA',
	routines: {
		mysql: definers(
			'ROUTINE_SCHEMA, ROUTINE_NAME',
			'ROUTINES',
			'SECURITY_TYPE, ROUTINE_DEFINITION',
		),
		mariadb: 'SELECT db, name, definer, security_type, body_utf8 FROM mysql.proc',
	},
	views: definers('TABLE_SCHEMA, TABLE_NAME', 'VIEWS', 'SECURITY_TYPE'),
	events: {
		mysql: definers('EVENT_SCHEMA, EVENT_NAME', 'EVENTS', 'STATUS, EVENT_DEFINITION'),
		mariadb: 'SELECT db, name, definer, status, body_utf8 FROM mysql.event',
	},
	triggers: definers('TRIGGER_SCHEMA, TRIGGER_NAME', 'TRIGGERS', 'ACTION_STATEMENT'),
	udfs: 'SELECT name, dl FROM mysql.func',
	foreignServers: "SELECT Server_name, Host, Password <> '' FROM mysql.servers",
};

/** Kept among the variables, and shown by the server among its counters only. */
const redoLogStatus = 'innodb_redo_log_enabled';

/** The statement that shows variables by their names; one that the server does not have is just not shown. */
export const variableSource = (...names: readonly string[]): string => {
	const show = (what: string, some: readonly string[]): readonly string[] => {
		const quoted = some.map(name => `'${name}'`).join(', ');
		const [, second] = some;
		return some.length === 0
			? []
			: [
					`SHOW GLOBAL ${what} WHERE Variable_name ${second === undefined ? `= ${quoted}` : `IN (${quoted})`}`,
				];
	};
	return [
		...show(
			'VARIABLES',
			names.filter(name => name !== redoLogStatus),
		),
		...show(
			'STATUS',
			names.filter(name => name === redoLogStatus),
		),
	].join('; ');
};

const prefix = 'variable ';

/** For a server that nobody was let into. */
const forBoth = (shown: Shown): string => {
	if (typeof shown === 'string') return shown;
	const {mysql, mariadb} = shown;
	return mariadb === undefined ? `${mysql} (MySQL only)` : `${mysql} (MariaDB: ${mariadb})`;
};

/**
 * The statements, for the client mysql, that show what a check judges by, what matters most first; and those of the product
 * that was met.
 * @param what facts by their names, and variables as `variable local_infile`
 */
export const shownBy = (
	...what: readonly (Fact | `variable ${string}`)[]
): Required<Pick<Check<MysqlFacts>, 'source' | 'sourceIn'>> => {
	const names = what.flatMap(one => (one.startsWith(prefix) ? [one.slice(prefix.length)] : []));
	const shown = what.map(one =>
		Object.hasOwn(factSources, one) ? factSources[one as Fact] : variableSource(...names),
	);
	const joined = (word: (one: Shown) => string | undefined): string =>
		[...new Set(shown.flatMap(one => word(one) ?? []))].join('; ');
	return {
		source: joined(forBoth),
		sourceIn: ({observer}) =>
			observer.seen
				? joined(one => (typeof one === 'string' ? one : one[observer.value.product]))
				: undefined,
	};
};
