import {BypassingView, OpenPolicy, TenantTable} from '../facts/objects.js';
import type {Query} from './session.js';
import {notOfExtension, ownSchema} from './sql.js';

const tenant = '^(tenant|org|organi[sz]ation|account|customer|workspace|company)_?(id|uuid)$';

/** Partitions count only where they are granted directly: else they are reached through their parent. */
export const tenantTablesQuery: Query<TenantTable> = {
	row: TenantTable,
	limit: 1_000,
	sql: `SELECT * FROM (SELECT n.nspname || '.' || c.relname AS name,
		coalesce(o.rolname::text, '(unknown)') AS owner, c.relrowsecurity AS "rowSecurity",
		c.relforcerowsecurity AS forced,
		(SELECT count(*)::int FROM pg_policy y WHERE y.polrelid = c.oid) AS policies,
		(SELECT t.attname::text FROM pg_attribute t WHERE t.attrelid = c.oid AND t.attnum > 0
			AND NOT t.attisdropped AND t.attname ~* '${tenant}' ORDER BY t.attnum LIMIT 1) AS "tenantColumn"
		FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_roles o ON o.oid = c.relowner
		WHERE c.relkind IN ('r', 'p') AND (NOT c.relispartition OR c.relacl IS NOT NULL)
			AND ${ownSchema('n')} AND ${notOfExtension('pg_class', 'c.oid')}) t
		WHERE "rowSecurity" OR policies > 0 OR "tenantColumn" IS NOT NULL
		ORDER BY policies > 0 AND NOT "rowSecurity" DESC, "rowSecurity", forced, name`,
};

/** Permissive policies whose condition is the constant true. */
export const openPoliciesQuery: Query<OpenPolicy> = {
	row: OpenPolicy,
	sql: `SELECT * FROM (SELECT n.nspname || '.' || c.relname AS "table", y.polname::text AS policy,
		CASE y.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
			WHEN 'd' THEN 'DELETE' ELSE 'ALL' END AS command,
		coalesce(pg_get_expr(y.polqual, y.polrelid) = 'true', false) AS "using",
		coalesce(pg_get_expr(y.polwithcheck, y.polrelid) = 'true', false) AS "check",
		0 = ANY (y.polroles) AS public
		FROM pg_policy y JOIN pg_class c ON c.oid = y.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE y.polpermissive AND ${notOfExtension('pg_class', 'c.oid')}) p
		WHERE "using" OR "check" ORDER BY 1, 2`,
};

const invoker = `ARRAY['security_invoker=true', 'security_invoker=on', 'security_invoker=1', 'security_invoker=yes']`;

/** Views that others may read, materialised ones too (they hold what their owner saw), over tables whose policies do not bind the view's owner. */
export const bypassingViewsQuery: Query<BypassingView> = {
	row: BypassingView,
	sql: `SELECT DISTINCT vn.nspname || '.' || v.relname AS view, tn.nspname || '.' || t.relname AS "table",
		o.rolname::text AS owner
		FROM pg_rewrite w JOIN pg_class v ON v.oid = w.ev_class AND v.relkind IN ('v', 'm')
		JOIN pg_namespace vn ON vn.oid = v.relnamespace
		JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
			AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> v.oid
		JOIN pg_class t ON t.oid = d.refobjid AND t.relrowsecurity
		JOIN pg_namespace tn ON tn.oid = t.relnamespace JOIN pg_roles o ON o.oid = v.relowner
		WHERE NOT coalesce(v.reloptions && ${invoker}, false)
			AND (o.rolsuper OR o.rolbypassrls
				OR NOT t.relforcerowsecurity AND pg_has_role(v.relowner, t.relowner, 'USAGE'))
			AND EXISTS (SELECT FROM aclexplode(v.relacl) a LEFT JOIN pg_roles g ON g.oid = a.grantee
				WHERE a.privilege_type = 'SELECT' AND a.grantee <> v.relowner AND NOT coalesce(g.rolsuper, false))
		ORDER BY 1, 2`,
};
