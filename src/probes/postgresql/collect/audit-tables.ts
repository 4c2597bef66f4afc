import type {z} from 'zod';
import {AuditTable} from '../facts/exposure.js';
import type {Query} from './session.js';
import {allRights, mayBecome, notOfExtension, ownSchema} from './sql.js';

const tableName =
	'(^|_)(audits?|auditing|audit_?(log|trail|event|entry|entries|record|history)s?|logged_actions)(_|$)';
const schemaName = '(^|_)(audits?|auditing|audit_?(log|trail)s?)(_|$)';
const changes = `'UPDATE', 'DELETE', 'TRUNCATE'`;
/** Members of this role change every table, whatever is granted on it; it came with 14. */
const writesAll = `(SELECT w.oid FROM pg_roles w WHERE w.rolname = 'pg_write_all_data')`;

/**
 * Tables that keep a trail by their name or that of their schema, with their partitions, and what others than their owner may
 * do to what is written there.
 * @param major memberships in name only came with 16
 */
export const auditTablesQuery = (major: number): Query<z.infer<typeof AuditTable>> => ({
	row: AuditTable,
	sql: `WITH RECURSIVE trail AS (SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
			WHERE c.relkind IN ('r', 'p') AND (c.relname ~* '${tableName}' OR n.nspname ~* '${schemaName}')
				AND ${ownSchema('n')} AND ${notOfExtension('pg_class', 'c.oid')}
			UNION SELECT i.inhrelid FROM trail t JOIN pg_inherits i ON i.inhparent = t.oid)
		SELECT n.nspname || '.' || c.relname AS "table", x.grantee, array_agg(DISTINCT x.privilege ORDER BY x.privilege) AS privileges
		FROM trail t JOIN pg_class c ON c.oid = t.oid JOIN pg_namespace n ON n.oid = c.relnamespace
		CROSS JOIN LATERAL (SELECT coalesce(g.rolname::text, 'PUBLIC') AS grantee, a.privilege_type AS privilege
			FROM ${allRights} a LEFT JOIN pg_roles g ON g.oid = a.grantee
			WHERE a.privilege_type IN (${changes}) AND a.grantee <> c.relowner AND NOT coalesce(g.rolsuper, false)
			UNION SELECT r.rolname::text, 'DELETE' FROM pg_roles r WHERE r.rolcanlogin AND NOT r.rolsuper
				AND r.oid <> c.relowner AND ${mayBecome('r.oid', writesAll, major)}) x
		GROUP BY 1, 2 ORDER BY 1, 2`,
});
