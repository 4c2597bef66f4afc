import type {z} from 'zod';
import {FaultyLine, SettingSource} from '../facts/operation.js';
import type {Query} from './session.js';

/** A file for a person: its name without the folder. */
export const place = (file: string): string => `regexp_replace(${file}, '^.*/', '') || ':'`;

const auto = `LIKE '%/postgresql.auto.conf'`;
/** Tools that make a standby write these into postgresql.auto.conf (pg_basebackup and pg_rewind with -R); that is no ALTER SYSTEM. */
const ofStandby = `'primary_conninfo', 'primary_slot_name'`;
/** What the client itself says when it connects. */
const ofClient = `'application_name', 'client_encoding', 'DateStyle', 'IntervalStyle', 'TimeZone', 'extra_float_digits'`;

/**
 * Where settings come from, which is shown to members of pg_read_all_settings only. A value of the session covers that of the
 * server: dbvet takes its own three back for the time of its transaction, which it therefore has for itself; what a role or
 * database has of its own stays in the way, and is told. The files show all of it, to whoever may see them.
 * @param files whether this role may read pg_file_settings
 */
export const settingSourcesQuery = (files: boolean): Query<z.infer<typeof SettingSource>> => ({
	row: SettingSource,
	alone: true,
	sql: `WITH own AS (SELECT set_config('statement_timeout', NULL, true), set_config('lock_timeout', NULL, true),
			set_config('search_path', NULL, true))
		SELECT name, bool_or(waits) AS "pendingRestart", bool_or(auto AND name NOT IN (${ofStandby})) AS "alterSystem",
			bool_or(covered) AS covered FROM (SELECT s.name, s.pending_restart AS waits, coalesce(s.sourcefile ${auto}, false) AS auto,
				${files ? 'false' : `s.source IN ('database', 'user', 'database user', 'client', 'session', 'interactive') AND s.name NOT IN (${ofClient}) AND s.name !~ '^transaction_'`} AS covered
			FROM pg_settings s WHERE (SELECT count(*) FROM own) > 0
			${files ? `UNION ALL SELECT f.name, false, true, false FROM pg_file_settings f WHERE f.sourcefile ${auto} AND f.name IS NOT NULL` : ''}) x
		GROUP BY name HAVING bool_or(waits OR auto OR covered) ORDER BY 2 DESC, 3 DESC, 1`,
});

const kind = `CASE WHEN s.vartype = 'bool' THEN lower(f.setting) ~ '^(on|off|true|false|yes|no|t|f|y|n|0|1)$'
	WHEN s.vartype = 'enum' THEN lower(f.setting) = ANY(s.enumvals)
	WHEN s.vartype IN ('integer', 'real') THEN CASE WHEN f.setting ~ '^-?[0-9]{1,15}([.][0-9]+)?$'
		THEN f.setting::numeric BETWEEN s.min_val::numeric AND s.max_val::numeric
		ELSE f.setting ~ '^-?[0-9]+([.][0-9]+)? *(B|kB|MB|GB|TB|us|ms|s|min|h|d)$' END
	ELSE true END`;

/**
 * The server uses the same words for a line that waits for a restart and for a value that it refuses, so that a line counts as
 * waiting only with a value that the setting could have.
 */
export const faultyLinesQuery: Query<z.infer<typeof FaultyLine>> = {
	row: FaultyLine,
	sql: `SELECT ${place("coalesce(f.sourcefile, '(unknown)')")} || coalesce(f.sourceline, 0) AS place, f.name,
		coalesce(s.pending_restart AND ${kind}, false) AS "waitsForRestart"
		FROM pg_file_settings f LEFT JOIN pg_settings s ON lower(s.name) = lower(f.name)
		WHERE f.error IS NOT NULL ORDER BY 3, 1`,
};
