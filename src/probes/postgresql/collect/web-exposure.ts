import type {z} from 'zod';
import {WebExposed} from '../facts/exposure.js';
import {webRights} from './exposure.js';
import type {Query} from './session.js';
import {allRights, asInvoker, references} from './sql.js';

/**
 * The table of users itself, where no row security protects it, and views over it that web roles may read, through any
 * number of further views. A view that reads the table with the rights of whoever asks shows no more than the table does.
 */
export const webViewsOfUsersQuery: Query<z.infer<typeof WebExposed>> = {
	row: WebExposed,
	sql: `WITH RECURSIVE refs AS (${references}),
		users AS (SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
			WHERE n.nspname = 'auth' AND c.relname = 'users'),
		way AS (SELECT f.v FROM refs f JOIN users u ON u.oid = f.r UNION SELECT f.v FROM refs f JOIN way w ON w.v = f.r)
		SELECT * FROM (SELECT n.nspname || '.' || c.relname AS object, ${webRights('SELECT')} AS grantees
			FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
			WHERE c.oid IN (SELECT oid FROM users) AND NOT c.relrowsecurity OR c.oid IN (SELECT v FROM way)
				AND NOT (${asInvoker} AND NOT EXISTS (SELECT FROM refs f JOIN way w ON w.v = f.r WHERE f.v = c.oid))) q
		WHERE cardinality(grantees) > 0 ORDER BY 1`,
};

/** A foreign table that is a partition, or inherits, is reached with the rights on its parents too. */
export const webForeignTablesQuery: Query<z.infer<typeof WebExposed>> = {
	row: WebExposed,
	sql: `WITH RECURSIVE way AS (SELECT oid AS f, oid AS a FROM pg_class WHERE relkind = 'f'
			UNION SELECT w.f, i.inhparent FROM way w JOIN pg_inherits i ON i.inhrelid = w.a)
		SELECT * FROM (SELECT m.nspname || '.' || t.relname AS object, ARRAY(SELECT DISTINCT g FROM way w
				JOIN pg_class c ON c.oid = w.a JOIN pg_namespace n ON n.oid = c.relnamespace
				CROSS JOIN LATERAL unnest(${webRights('SELECT, INSERT, UPDATE, DELETE')}
					|| CASE WHEN EXISTS (SELECT FROM ${allRights} a WHERE a.grantee = 0) THEN ARRAY['PUBLIC'] ELSE '{}' END) g
				WHERE w.f = t.oid ORDER BY g) AS grantees
			FROM pg_class t JOIN pg_namespace m ON m.oid = t.relnamespace WHERE t.relkind = 'f') q
		WHERE cardinality(grantees) > 0 ORDER BY 1`,
};
