import type {z} from 'zod';
import {
	Collation,
	Headroom,
	InvalidIndex,
	NamedTable,
	OpenTransaction,
	OutdatedExtension,
	PreparedTransaction,
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

/**
 * Whatever holds a transaction besides the server's own housekeeping: scheduled jobs and copies hold them too. A session that
 * has track_activities off does not tell.
 */
export const openTransactionsQuery: Query<z.infer<typeof OpenTransaction>> = {
	row: OpenTransaction,
	sql: `SELECT coalesce(usename::text, '(unknown)') AS "user", coalesce(datname::text, '(none)') AS database,
		left(application_name, 80) AS application, coalesce(state, '') AS state,
		extract(epoch FROM clock_timestamp() - xact_start)::float8 AS "ageSeconds"
		FROM pg_stat_activity WHERE (xact_start IS NOT NULL OR state = 'disabled') AND pid <> pg_backend_pid()
			AND backend_type NOT IN ('autovacuum worker', 'autovacuum launcher', 'parallel worker')
		ORDER BY 5 DESC NULLS FIRST`,
};

/** Collations that sort by the numbers of the characters, as glibc names them: they have no version. */
const unversioned = `'C', 'POSIX', 'C.UTF-8', 'C.utf8'`;

/**
 * Only collations that something in this database is sorted with: a server keeps hundreds that nobody uses, and opens the
 * library of each to tell its version (OFFSET 0 keeps the planner from asking for all of them: more than a second). A system that
 * tells no version any more has another library. Without a recorded version there is nothing to compare.
 * @param major databases have a version of their own since 15
 */
export const collationsQuery = (major: number): Query<z.infer<typeof Collation>> => ({
	row: Collation,
	sql: `${
		major >= 15
			? `SELECT 'database ' || datname AS object, datcollversion AS recorded,
				pg_database_collation_actual_version(oid) AS actual FROM pg_database
				WHERE datallowconn AND datcollversion IS DISTINCT FROM pg_database_collation_actual_version(oid)`
			: `SELECT 'database ' || datname AS object, NULL::text AS recorded, NULL::text AS actual FROM pg_database
				WHERE datname = current_database() AND datcollate NOT IN (${unversioned})`
	} UNION ALL SELECT u.object, u.recorded, pg_collation_actual_version(u.oid)
		FROM (SELECT c.oid, 'collation ' || n.nspname || '.' || c.collname AS object, c.collversion AS recorded
			FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace WHERE c.collversion IS NOT NULL AND c.oid IN (
				SELECT t.attcollation FROM pg_attribute t JOIN pg_class r ON r.oid = t.attrelid
					JOIN pg_namespace m ON m.oid = r.relnamespace WHERE NOT t.attisdropped AND ${ownSchema('m')}
				UNION SELECT d.refobjid FROM pg_depend d WHERE d.refclassid = 'pg_collation'::regclass) OFFSET 0) u
		WHERE u.recorded IS DISTINCT FROM pg_collation_actual_version(u.oid) ORDER BY 2, 1`,
});

/** Those of the catalogue and of long values (TOAST) too. One that is being built at this moment is none. */
export const invalidIndexesQuery: Query<z.infer<typeof InvalidIndex>> = {
	row: InvalidIndex,
	sql: `SELECT n.nspname || '.' || c.relname AS index, coalesce(o.relname, r.relname)::text AS "table"
		FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class r ON r.oid = i.indrelid
		JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_class o ON o.reltoastrelid = r.oid
		WHERE NOT (i.indisvalid AND i.indisready) AND NOT EXISTS (SELECT FROM pg_stat_progress_create_index b
			WHERE b.index_relid = i.indexrelid) ORDER BY 1`,
};

const tables = (condition: string): string =>
	`SELECT n.nspname || '.' || c.relname AS "table" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE ${condition} AND ${ownSchema('n')} AND ${notOfExtension('pg_class', 'c.oid')} ORDER BY 1`;

export const unloggedTablesQuery: Query<z.infer<typeof NamedTable>> = {
	row: NamedTable,
	sql: tables(`c.relkind = 'r' AND c.relpersistence = 'u'`),
};

/** Temporary ones are never vacuumed by it. The table of long values (TOAST) has a switch of its own; it is named by its table. */
export const unvacuumedTablesQuery: Query<z.infer<typeof NamedTable>> = {
	row: NamedTable,
	sql: tables(
		`c.relkind IN ('r', 'm', 'p') AND c.relpersistence <> 't' AND EXISTS (SELECT FROM pg_class o, unnest(o.reloptions) p
			WHERE o.oid IN (c.oid, c.reltoastrelid) AND p ~* '^autovacuum_enabled=(of|f|n|0)')`,
	),
};

/** Partitions are left to their parents, whose key is valid only when every partition has it. */
export const keylessTablesQuery: Query<z.infer<typeof NamedTable>> = {
	row: NamedTable,
	sql: tables(
		`c.relkind IN ('r', 'p') AND NOT c.relispartition AND NOT EXISTS (SELECT FROM pg_index i
			WHERE i.indrelid = c.oid AND i.indisvalid AND (i.indisprimary OR i.indisreplident))`,
	),
};

/**
 * Whether there is something newer is the server's own word: a way to update leads to its default version. Without one, or
 * without the files of the extension, it cannot be told.
 */
export const outdatedExtensionsQuery: Query<z.infer<typeof OutdatedExtension>> = {
	row: OutdatedExtension,
	sql: `SELECT e.extname::text AS name, e.extversion AS version, a.default_version AS latest,
		CASE WHEN a.name IS NULL THEN false ELSE EXISTS (SELECT FROM pg_extension_update_paths(e.extname) u
			WHERE u.source = e.extversion AND u.target = a.default_version AND u.path IS NOT NULL) END AS updatable
		FROM pg_extension e LEFT JOIN pg_available_extensions a ON a.name = e.extname
		WHERE a.default_version IS DISTINCT FROM e.extversion ORDER BY 4 DESC, 1`,
};
