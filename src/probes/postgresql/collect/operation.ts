import type {z} from 'zod';
import {
	Collation,
	FaultyLine,
	Headroom,
	IdentMap,
	InvalidIndex,
	NamedTable,
	OpenTransaction,
	OutdatedExtension,
	PreparedTransaction,
	Sequence,
	SettingSource,
} from '../facts/operation.js';
import type {Query} from './session.js';
import {notOfExtension, ownSchema} from './sql.js';

/** Connections are counted by database, which every role may see; those without one are not clients. */
export const headroomQuery: Query<z.infer<typeof Headroom>> = {
	row: Headroom,
	sql: `SELECT (SELECT coalesce(sum(numbackends), 0)::int FROM pg_stat_database WHERE datname IS NOT NULL) AS used,
		current_setting('max_connections')::int AS most,
		current_setting('superuser_reserved_connections')::int
			+ coalesce(current_setting('reserved_connections', true)::int, 0) AS reserved`,
};

export const preparedTransactionsQuery: Query<z.infer<typeof PreparedTransaction>> = {
	row: PreparedTransaction,
	sql: `SELECT coalesce(owner::text, '(unknown)') AS owner, coalesce(database::text, '(unknown)') AS database,
		extract(epoch FROM clock_timestamp() - prepared)::float8 AS "ageSeconds"
		FROM pg_prepared_xacts ORDER BY 3 DESC`,
};

export const openTransactionsQuery: Query<z.infer<typeof OpenTransaction>> = {
	row: OpenTransaction,
	sql: `SELECT coalesce(usename::text, '(unknown)') AS "user", coalesce(datname::text, '(none)') AS database,
		left(application_name, 80) AS application, coalesce(state, '') AS state,
		extract(epoch FROM clock_timestamp() - xact_start)::float8 AS "ageSeconds"
		FROM pg_stat_activity WHERE xact_start IS NOT NULL AND backend_type = 'client backend'
			AND pid <> pg_backend_pid() ORDER BY 5 DESC`,
};

/** Where a setting comes from is shown to members of pg_read_all_settings only. */
export const settingSourcesQuery: Query<z.infer<typeof SettingSource>> = {
	row: SettingSource,
	sql: `SELECT name, pending_restart AS "pendingRestart",
		coalesce(sourcefile LIKE '%postgresql.auto.conf', false) AS "alterSystem"
		FROM pg_settings WHERE pending_restart OR sourcefile LIKE '%postgresql.auto.conf' ORDER BY 2 DESC, 1`,
};

const place = (file: string): string => `regexp_replace(${file}, '^.*/', '') || ':'`;

export const faultyLinesQuery: Query<z.infer<typeof FaultyLine>> = {
	row: FaultyLine,
	sql: `SELECT ${place("coalesce(f.sourcefile, '(unknown)')")} || coalesce(f.sourceline, 0) AS place, f.name,
		coalesce(s.pending_restart, false) AS "waitsForRestart"
		FROM pg_file_settings f LEFT JOIN pg_settings s ON s.name = lower(f.name)
		WHERE f.error IS NOT NULL ORDER BY 3, 1`,
};

/** @param major file names came with 16 */
export const identMapsQuery = (major: number): Query<z.infer<typeof IdentMap>> => ({
	row: IdentMap,
	sql: `SELECT ${major >= 16 ? place("coalesce(file_name, 'pg_ident.conf')") : `'pg_ident.conf:'`} || line_number AS place,
		map_name AS map, sys_name AS system, pg_username AS role, error IS NOT NULL AS error
		FROM pg_ident_file_mappings`,
});

/**
 * Only collations that something in this database is sorted with: a server keeps hundreds that nobody uses.
 * @param major databases have a version of their own since 15
 */
export const collationsQuery = (major: number): Query<z.infer<typeof Collation>> => ({
	row: Collation,
	sql: `${
		major >= 15
			? `SELECT 'database ' || datname AS object, datcollversion AS recorded,
				pg_database_collation_actual_version(oid) AS actual FROM pg_database
				WHERE datallowconn AND datcollversion <> pg_database_collation_actual_version(oid) UNION ALL `
			: ''
	}SELECT 'collation ' || n.nspname || '.' || c.collname, c.collversion, pg_collation_actual_version(c.oid)
		FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
		WHERE c.collversion <> pg_collation_actual_version(c.oid) AND EXISTS (SELECT FROM pg_attribute t
			JOIN pg_class r ON r.oid = t.attrelid JOIN pg_namespace m ON m.oid = r.relnamespace
			WHERE t.attcollation = c.oid AND NOT t.attisdropped AND ${ownSchema('m')}) ORDER BY 1`,
});

/** The last value is shown to whoever may read the sequence; what a sequence may hold is bounded by its column too. */
export const sequencesQuery: Query<z.infer<typeof Sequence>> = {
	row: Sequence,
	sql: `SELECT * FROM (SELECT n.nspname || '.' || c.relname AS name,
		r.relname || '.' || t.attname AS "column",
		CASE WHEN NOT has_sequence_privilege(c.oid, 'SELECT, USAGE') THEN NULL
			WHEN s.seqincrement < 0 THEN 0
			ELSE coalesce(pg_sequence_last_value(c.oid), 0)::float8 / least(s.seqmax, CASE t.atttypid
				WHEN 'int2'::regtype THEN 32767 WHEN 'int4'::regtype THEN 2147483647 ELSE s.seqmax END)::float8 END AS used
		FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
		LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')
			AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
		LEFT JOIN pg_class r ON r.oid = d.refobjid
		LEFT JOIN pg_attribute t ON t.attrelid = d.refobjid AND t.attnum = d.refobjsubid
		WHERE c.relpersistence <> 't' AND NOT s.seqcycle AND ${ownSchema('n')}) q
		WHERE used IS NULL OR used > 0.5 ORDER BY used DESC NULLS LAST, name`,
};

export const invalidIndexesQuery: Query<z.infer<typeof InvalidIndex>> = {
	row: InvalidIndex,
	sql: `SELECT n.nspname || '.' || c.relname AS index, r.relname::text AS "table"
		FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class r ON r.oid = i.indrelid
		JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE NOT (i.indisvalid AND i.indisready) AND ${ownSchema('n')} ORDER BY 1`,
};

const tables = (condition: string): string =>
	`SELECT n.nspname || '.' || c.relname AS "table" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE ${condition} AND ${ownSchema('n')} AND ${notOfExtension('pg_class', 'c.oid')} ORDER BY 1`;

export const unloggedTablesQuery: Query<z.infer<typeof NamedTable>> = {
	row: NamedTable,
	sql: tables(`c.relkind = 'r' AND c.relpersistence = 'u'`),
};

/** Partitions are left to their parents, whose key is valid only when every partition has it. */
export const keylessTablesQuery: Query<z.infer<typeof NamedTable>> = {
	row: NamedTable,
	sql: tables(
		`c.relkind IN ('r', 'p') AND NOT c.relispartition AND NOT EXISTS (SELECT FROM pg_index i
			WHERE i.indrelid = c.oid AND i.indisvalid AND (i.indisprimary OR i.indisreplident))`,
	),
};

/** Whether there is something newer is the server's own word: a way to update leads to its default version. */
export const outdatedExtensionsQuery: Query<z.infer<typeof OutdatedExtension>> = {
	row: OutdatedExtension,
	sql: `SELECT e.extname::text AS name, e.extversion AS version, a.default_version AS latest
		FROM pg_extension e JOIN pg_available_extensions a ON a.name = e.extname
		WHERE a.default_version <> e.extversion AND EXISTS (SELECT FROM pg_extension_update_paths(e.extname) u
			WHERE u.source = e.extversion AND u.target = a.default_version AND u.path IS NOT NULL) ORDER BY 1`,
};
