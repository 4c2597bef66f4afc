import type {z} from 'zod';
import {
	Archiver,
	Observer,
	OwnSession,
	ProviderSigns,
	ReplicationSlot,
	SessionGroup,
	SettingRow,
} from '../facts/server.js';
import {archiveCommandKind} from './archive-command.js';
import type {Query} from './session.js';
import {notLoaded} from '../judge/settings.js';
import {librarySettings, settingNames} from './setting-names.js';
import {commandSecret, strings} from './sql.js';

/** Who we are there, what we may see, and the server's clock. */
export const observerQuery: Query<Observer> = {
	row: Observer,
	sql: `SELECT current_setting('server_version_num')::int AS "versionNum",
		current_setting('server_version') AS "versionText",
		r.rolname::text AS "user", current_database()::text AS database, r.rolsuper AS superuser,
		pg_has_role(r.oid, 'pg_monitor', 'USAGE') AS monitor,
		pg_has_role(r.oid, 'pg_read_all_settings', 'USAGE') AS "readSettings",
		pg_has_role(r.oid, 'pg_read_all_stats', 'USAGE') AS "readStats",
		has_table_privilege('pg_hba_file_rules', 'SELECT')
			AND has_function_privilege('pg_hba_file_rules()', 'EXECUTE') AS "readRules",
		has_function_privilege('pg_stat_file(text)', 'EXECUTE') AND EXISTS (SELECT FROM pg_settings h
			WHERE h.name = 'hba_file' AND (pg_has_role(r.oid, 'pg_read_server_files', 'USAGE')
			OR h.setting LIKE (SELECT setting FROM pg_settings WHERE name = 'data_directory') || '/%')) AS "readFileTimes",
		has_function_privilege('pg_read_file(text)', 'EXECUTE') AS "readFileTexts",
		has_column_privilege('pg_authid', 'rolpassword', 'SELECT') AS "readPasswords",
		coalesce(has_table_privilege(to_regclass('pg_file_settings'), 'SELECT')
			AND has_function_privilege('pg_show_all_file_settings()', 'EXECUTE'), false) AS "readFileSettings",
		coalesce(has_table_privilege(to_regclass('pg_ident_file_mappings'), 'SELECT')
			AND has_function_privilege(to_regprocedure('pg_ident_file_mappings()'), 'EXECUTE'), false) AS "readIdentMaps",
		has_column_privilege('pg_subscription', 'subconninfo', 'SELECT') AS "readSubscriptions",
		pg_is_in_recovery() AS "inRecovery",
		current_setting('transaction_read_only') = 'on' AS "readOnly",
		(extract(epoch FROM clock_timestamp()) * 1000)::float8 AS "serverTime",
		(SELECT count(*)::int FROM pg_database WHERE datallowconn AND NOT datistemplate) AS databases
		FROM pg_roles r WHERE r.rolname = current_user`,
};

export const providerQuery: Query<ProviderSigns> = {
	row: ProviderSigns,
	sql: `SELECT
		ARRAY(SELECT datname::text FROM pg_database WHERE datname IN ('rdsadmin', 'cloudsqladmin',
			'azure_maintenance', 'azure_sys', '_dodb', '_aiven') ORDER BY 1) AS databases,
		ARRAY(SELECT rolname::text FROM pg_roles WHERE rolname IN ('rds_superuser', 'cloudsqlsuperuser',
			'azure_pg_admin', 'doadmin', 'avnadmin', 'neon_superuser', 'supabase_admin') ORDER BY 1) AS roles,
		ARRAY(SELECT DISTINCT split_part(name, '.', 1) FROM pg_settings
			WHERE name ~ '^(rds|cloudsql|azure|neon|supautils)[.]' ORDER BY 1) AS settings,
		EXISTS (SELECT FROM pg_proc WHERE proname = 'aurora_version' AND pronamespace = 'pg_catalog'::regnamespace) AS aurora`,
};

/** `reset_val` is what a session starts with: it does not show our own SET LOCAL. */
export const settingsQuery: Query<z.infer<typeof SettingRow>> = {
	row: SettingRow,
	sql: `SELECT name, coalesce(reset_val, '') AS value, source, pending_restart AS "pendingRestart"
		FROM pg_settings WHERE name IN (${strings([...settingNames, ...librarySettings])}) OR name LIKE 'pgaudit.%'
		UNION ALL SELECT n, current_setting(n, true), '${notLoaded}', false FROM unnest(ARRAY[${strings(librarySettings)}]) n
		WHERE current_setting(n, true) IS NOT NULL AND NOT EXISTS (SELECT FROM pg_settings WHERE name = n) ORDER BY 1`,
};

/** @param major PostgreSQL's major version: SYSTEM_USER came with 16 */
export const ownSessionQuery = (major: number): Query<OwnSession> => ({
	row: OwnSession,
	sql: `SELECT s.ssl AS tls, s.version, s.cipher, s.bits,
		${major >= 16 ? `SYSTEM_USER AS "systemUser",` : ''} a.client_addr IS NOT NULL AS network,
		coalesce(inet '127.0.0.0/8' >>= a.client_addr OR a.client_addr = inet '::1', false) AS loopback
		FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid) WHERE s.pid = pg_backend_pid()`,
});

export const sessionsQuery: Query<SessionGroup> = {
	row: SessionGroup,
	sql: `SELECT coalesce(a.usename::text, '(unknown)') AS "user", a.datname::text AS database,
		left(a.application_name, 80) AS application, coalesce(host(a.client_addr), 'the Unix socket') AS address,
		a.client_addr IS NULL OR inet '127.0.0.0/8' >>= a.client_addr OR a.client_addr = inet '::1' AS loopback,
		a.backend_type = 'walsender' AS replication,
		coalesce(s.ssl, false) OR coalesce(g.encrypted, false) AS encrypted,
		s.version AS "tlsVersion", s.cipher, count(*)::int AS sessions,
		max(extract(epoch FROM clock_timestamp() - a.backend_start))::float8 AS "oldestSeconds"
		FROM pg_stat_activity a LEFT JOIN pg_stat_ssl s USING (pid) LEFT JOIN pg_stat_gssapi g USING (pid)
		WHERE a.pid <> pg_backend_pid() AND a.backend_type IN ('client backend', 'walsender')
		GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 ORDER BY 7, 11 DESC`,
};

/** Bytes of a WAL file. */
const segment = `pg_size_bytes(current_setting('wal_segment_size'))`;

/** The command is classified on the server and never read. A library's own settings are in no view, but can be asked for. */
export const archiverQuery: Query<Archiver> = {
	row: Archiver,
	sql: `SELECT coalesce((SELECT setting FROM pg_settings WHERE name = 'archive_mode'), 'off') AS mode,
		${archiveCommandKind('c.setting')} AS command,
		coalesce(c.setting ~* '${commandSecret}', false) AS "commandHasSecret",
		CASE coalesce((SELECT setting FROM pg_settings WHERE name = 'archive_library'), '') WHEN '' THEN 'none'
			WHEN 'basic_archive' THEN CASE WHEN coalesce(current_setting('basic_archive.archive_directory', true), '') = ''
				THEN 'no-folder' ELSE 'known' END
			ELSE 'other' END AS library,
		current_setting('wal_level') AS "walLevel",
		CASE WHEN NOT pg_is_in_recovery() AND s.last_archived_wal ~ '^[0-9A-F]{24}$' THEN
			floor((pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') - 1) / ${segment})
			- ('x' || substr(s.last_archived_wal, 9, 8))::bit(32)::bigint * (4294967296 / ${segment})
			- ('x' || substr(s.last_archived_wal, 17, 8))::bit(32)::bigint - 1 END::float8 AS waiting,
		s.archived_count::float8 AS archived, s.failed_count::float8 AS failed,
		extract(epoch FROM clock_timestamp() - s.last_archived_time)::float8 AS "lastArchivedSeconds",
		extract(epoch FROM clock_timestamp() - s.last_failed_time)::float8 AS "lastFailedSeconds"
		FROM pg_stat_archiver s LEFT JOIN pg_settings c ON c.name = 'archive_command'`,
};

/** @param major wal_status came with 13 */
export const slotsQuery = (major: number): Query<ReplicationSlot> => ({
	row: ReplicationSlot,
	sql: `SELECT slot_name::text AS name, slot_type AS kind, active,
		CASE WHEN restart_lsn IS NULL THEN 0 ELSE pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery()
			THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END, restart_lsn) END::float8
			AS "retainedBytes",
		${major >= 13 ? 'wal_status' : 'NULL::text'} AS "walStatus"
		FROM pg_replication_slots ORDER BY active, slot_name`,
});
