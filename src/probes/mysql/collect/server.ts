import * as z from 'zod';
import {seen, unseen, type Observed} from '../../engine/check.js';
import type {Release} from '../../engine/mysql-releases.js';
import type {Listing} from '../../engine/verdicts.js';
import {
	ForeignServer,
	Observer,
	Plugin,
	SessionGroup,
	Variable,
	type BinlogFilters,
	type OwnSession,
	type Replication,
	type Variables,
} from '../facts/server.js';
import type {Product, Query, Session} from './session.js';
import {ownGrantee} from './sql.js';
import {variableNames} from './variables.js';

export const observerQuery: Query<z.infer<typeof Observer>> = {
	row: Observer,
	sql: `SELECT VERSION() AS \`version\`, @@version_comment AS \`comment\`, CURRENT_USER() AS \`account\`,
		@@hostname AS \`hostname\`, @@global.secure_file_priv AS \`secureFilePriv\``,
};

const inList = (names: readonly string[]): string => names.map(name => `'${name}'`).join(', ');

/** No variable shows it: `ALTER INSTANCE DISABLE INNODB REDO_LOG` (MySQL 8.0.21 and newer). */
const redoLog: Query<z.infer<typeof Variable>> = {
	row: Variable,
	sql: `SHOW GLOBAL STATUS WHERE Variable_name = 'Innodb_redo_log_enabled'`,
};

/**
 * Values of variables by their names in lower case, and whether there is a redo log. Without `version` among them the list is not
 * believed.
 */
export const readVariables = async (session: Session): Promise<Observed<Variables>> => {
	const rows = await session.list({
		row: Variable,
		sql: `SHOW GLOBAL VARIABLES WHERE Variable_name IN (${inList(variableNames)}) OR Variable_name LIKE 'aurora%' OR Variable_name LIKE 'cloudsql%' OR Variable_name LIKE 'azure%'`,
	});
	if (!rows.seen) return rows;
	const redo = await session.list(redoLog);
	const variables = Object.fromEntries(
		[...rows.value.items, ...(redo.seen ? redo.value.items : [])].map(
			({Variable_name: name, Value}) => [name.toLowerCase(), Value ?? ''],
		),
	);
	return variables.version === undefined
		? unseen('unexpected-reply', {detail: 'SHOW GLOBAL VARIABLES does not even show the version'})
		: seen(variables);
};

export const readOwnSession = async (session: Session): Promise<Observed<OwnSession>> => {
	const rows = await session.list({
		row: Variable,
		sql: `SHOW SESSION STATUS WHERE Variable_name IN ('Ssl_cipher', 'Ssl_version')`,
	});
	if (!rows.seen) return rows;
	const of = (wanted: string): string | undefined =>
		rows.value.items.find(({Variable_name: name}) => name === wanted)?.Value ?? undefined;
	const cipher = of('Ssl_cipher');
	const version = of('Ssl_version');
	return cipher === undefined || version === undefined
		? unseen('unexpected-reply', {detail: 'the server does not show Ssl_cipher and Ssl_version'})
		: seen({cipher, version});
};

/** Only the account's own: what comes through a role is not counted, so that less is believed rather than more. */
export const readOwnPrivileges = async (session: Session): Promise<Observed<readonly string[]>> => {
	const rows = await session.list({
		row: z.strictObject({privilege: z.string()}),
		sql: `SELECT PRIVILEGE_TYPE AS \`privilege\` FROM information_schema.USER_PRIVILEGES WHERE GRANTEE = ${ownGrantee}`,
	});
	if (!rows.seen) return rows;
	return seen(rows.value.items.map(({privilege}) => privilege.toUpperCase()));
};

export const pluginsQuery: Query<Plugin> = {
	row: Plugin,
	limit: 1_000,
	sql: `SELECT PLUGIN_NAME AS \`name\`, PLUGIN_STATUS AS \`status\`, PLUGIN_TYPE AS \`type\`
		FROM information_schema.PLUGINS ORDER BY PLUGIN_NAME`,
};

/**
 * Sessions of the X protocol are background threads (tried on MySQL 9.7): what they share with the others is that they have a
 * transport. `Connect` is who has not logged in yet, as dbvet's own test in clear while connection_control delays its refusal.
 */
const sessionsQuery: Query<SessionGroup> = {
	row: SessionGroup,
	grant: 'GRANT SELECT ON performance_schema.threads TO',
	sql: `SELECT PROCESSLIST_USER AS \`user\`, IFNULL(PROCESSLIST_HOST, '') AS \`address\`,
		CONNECTION_TYPE AS \`transport\`, COUNT(*) AS \`sessions\` FROM performance_schema.threads
		WHERE (TYPE = 'FOREGROUND' OR CONNECTION_TYPE IS NOT NULL) AND IFNULL(PROCESSLIST_COMMAND, '') <> 'Connect' AND PROCESSLIST_USER IS NOT NULL AND PROCESSLIST_ID <> CONNECTION_ID()
		GROUP BY PROCESSLIST_USER, PROCESSLIST_HOST, CONNECTION_TYPE
		ORDER BY CONNECTION_TYPE = 'TCP/IP' DESC, sessions DESC`,
};

/** An empty performance_schema proves nothing: it is empty when it is switched off, and short when its memory was too small. */
export const readSessions = async (
	session: Session,
	variables: Observed<Variables>,
): Promise<Observed<Listing<SessionGroup>>> => {
	if (!variables.seen) return variables;
	if (variables.value.performance_schema !== 'ON')
		return unseen('unsupported-version', {
			detail: 'performance_schema is off, and nothing else tells how sessions are encrypted',
		});
	const lost = await session.list({
		row: Variable,
		sql: `SHOW GLOBAL STATUS WHERE Variable_name = 'Performance_schema_thread_instances_lost'`,
	});
	if (!lost.seen) return lost;
	const groups = await session.list(sessionsQuery);
	if (!groups.seen) return groups;
	const whole = lost.value.items[0]?.Value === '0';
	return seen({items: groups.value.items, complete: groups.value.complete && whole});
};

const Row = z.record(z.string(), z.string().nullable());

/**
 * Columns that say what a replica leaves out or renames (MySQL manual, SHOW REPLICA STATUS; MariaDB Knowledge Base, SHOW REPLICA
 * STATUS). Servers whose changes are ignored are none: in a ring everybody leaves out its own.
 */
const filterColumn = /^Replicate_(?!Ignore_Server_Ids$)/;

const filtersOf = (row: z.infer<typeof Row>): Replication['filters'] => {
	if (row.Replicate_Do_DB === undefined || row.Replicate_Ignore_DB === undefined) return null;
	const filled = Object.entries(row).flatMap(([name, value]) =>
		filterColumn.test(name) && value !== null && value !== '' ? [[name, value] as const] : [],
	);
	return Object.fromEntries(filled);
};

const channelOf = (row: z.infer<typeof Row>): Replication => {
	const of = (...names: readonly string[]): string =>
		names.flatMap(name => row[name] ?? [])[0] ?? '';
	const behind = of('Seconds_Behind_Source', 'Seconds_Behind_Master');
	return {
		channel: of('Channel_Name', 'Connection_name'),
		source: of('Source_Host', 'Master_Host'),
		tls: of('Source_SSL_Allowed', 'Master_SSL_Allowed') === 'Yes',
		verifies: of('Source_SSL_Verify_Server_Cert', 'Master_SSL_Verify_Server_Cert') === 'Yes',
		receiver: of('Replica_IO_Running', 'Slave_IO_Running'),
		applier: of('Replica_SQL_Running', 'Slave_SQL_Running'),
		behind: /^\d+$/.test(behind) ? Number(behind) : null,
		filters: filtersOf(row),
	};
};

/** The statement that shows replication has another name in each product and age. */
const replicationStatement = (product: Product, release: Release | undefined): string => {
	if (product === 'mariadb') return 'SHOW ALL SLAVES STATUS';
	const {major = 0, minor = 0, patch = 0} = release ?? {};
	const renamed = major > 8 || (major === 8 && (minor > 0 || patch >= 22));
	return renamed ? 'SHOW REPLICA STATUS' : 'SHOW SLAVE STATUS';
};

export const readReplication = async (
	session: Session,
	product: Product,
	release: Release | undefined,
): Promise<Observed<Listing<Replication>>> => {
	const rows = await session.list({
		row: Row,
		sql: replicationStatement(product, release),
		grant: `GRANT ${product === 'mariadb' ? 'SLAVE MONITOR' : 'REPLICATION CLIENT'} ON *.* TO`,
	});
	if (!rows.seen) return rows;
	return seen({items: rows.value.items.map(channelOf), complete: rows.value.complete});
};

/** No variable shows these options of the command line; a server without a binary log gives no row. */
export const readBinlogFilters = async (
	session: Session,
	product: Product,
	release: Release | undefined,
): Promise<Observed<BinlogFilters>> => {
	const {major = 0, minor = 0} = release ?? {};
	const renamed = product === 'mysql' && (major > 8 || (major === 8 && minor >= 2));
	const rows = await session.list({
		row: Row,
		sql: renamed ? 'SHOW BINARY LOG STATUS' : 'SHOW MASTER STATUS',
		grant: `GRANT ${product === 'mariadb' ? 'BINLOG MONITOR' : 'REPLICATION CLIENT'} ON *.* TO`,
	});
	if (!rows.seen) return rows;
	const row = rows.value.items[0] ?? {Binlog_Do_DB: '', Binlog_Ignore_DB: ''};
	const {Binlog_Do_DB: only, Binlog_Ignore_DB: ignored} = row;
	return only === undefined || ignored === undefined
		? unseen('unexpected-reply', {
				detail: 'the server does not show what its binary log leaves out',
			})
		: seen({only: only ?? '', ignored: ignored ?? ''});
};

export const foreignServersQuery: Query<ForeignServer> = {
	row: ForeignServer,
	grant: 'GRANT SELECT ON mysql.servers TO',
	sql: `SELECT Server_name AS \`name\`, Host AS \`host\`, Password <> '' AS \`hasPassword\`
		FROM mysql.servers ORDER BY Password <> '' DESC, Server_name`,
};
