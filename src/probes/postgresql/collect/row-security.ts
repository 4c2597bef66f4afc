import {BypassingView, TenantTable} from '../facts/objects.js';
import type {Query} from './session.js';
import {notOfExtension, ownSchema, tenantColumn} from './sql.js';

const granted = (acl: string): string =>
	`EXISTS (SELECT FROM aclexplode(${acl}) a LEFT JOIN pg_roles g ON g.oid = a.grantee
		WHERE a.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE') AND a.grantee <> c.relowner
			AND NOT coalesce(g.rolsuper, false))`;
/** Somebody but the owner and superusers may read or change a table, or some of its columns. */
const grantedOn = `(${granted('c.relacl')} OR EXISTS (SELECT FROM pg_attribute t WHERE t.attrelid = c.oid
	AND NOT t.attisdropped AND t.attacl IS NOT NULL AND ${granted('t.attacl')}))`;
/** All tables that a table is a partition or child of: their row security does not hold for whoever reads it by its own name. */
const parents = `up AS (SELECT inhrelid AS child, inhparent AS above FROM pg_inherits
	UNION SELECT u.child, i.inhparent FROM up u JOIN pg_inherits i ON i.inhrelid = u.above)`;

/**
 * Partitions without row security and without policies count only where they are granted directly: else they are reached
 * through their parent.
 */
export const tenantTablesQuery: Query<TenantTable> = {
	row: TenantTable,
	limit: 1_000,
	sql: `WITH RECURSIVE ${parents} SELECT * FROM (SELECT n.nspname || '.' || c.relname AS name,
		coalesce(o.rolname::text, '(unknown)') AS owner, c.relrowsecurity AS "rowSecurity",
		c.relforcerowsecurity AS forced,
		(SELECT count(*)::int FROM pg_policy y WHERE y.polrelid = c.oid) AS policies,
		(SELECT t.attname::text FROM pg_attribute t WHERE t.attrelid = c.oid AND t.attnum > 0
			AND NOT t.attisdropped AND t.attname ~* '${tenantColumn}' ORDER BY t.attnum LIMIT 1) AS "tenantColumn",
		CASE WHEN NOT c.relrowsecurity AND ${grantedOn} THEN (SELECT min(pn.nspname || '.' || p.relname) FROM up u
			JOIN pg_class p ON p.oid = u.above AND p.relrowsecurity JOIN pg_namespace pn ON pn.oid = p.relnamespace
			WHERE u.child = c.oid) END AS "protectedParent"
		FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_roles o ON o.oid = c.relowner
		WHERE c.relkind IN ('r', 'p') AND (NOT c.relispartition OR c.relrowsecurity OR ${grantedOn}
			OR EXISTS (SELECT FROM pg_policy y WHERE y.polrelid = c.oid))
			AND ${ownSchema('n')} AND ${notOfExtension('pg_class', 'c.oid')}) t
		WHERE "rowSecurity" OR policies > 0 OR "tenantColumn" IS NOT NULL OR "protectedParent" IS NOT NULL
		ORDER BY policies > 0 AND NOT "rowSecurity" DESC, "protectedParent" IS NULL, "rowSecurity", forced, name`,
};

/** Every spelling that the server takes for true. */
const invoker = `'^security_invoker=(t(r(ue?)?)?|y(es?)?|on|1)$'`;
/**
 * Views that others may read or write through, with all or some of their columns, over tables whose policies do not bind
 * the role that the table is read as, through any number of further views. What a view reads is read as its owner, and
 * with security_invoker as the user of the session, whatever views are around it: so the last view before the table decides.
 * A materialised view holds what its owner saw: inside it that owner is the user of the session, `who`. `eff` is the role
 * that reads, and both are null for a user who is not known yet. A partition or child without row security of its own is
 * bound by nothing, whoever reads it by its name.
 */
export const bypassingViewsQuery: Query<BypassingView> = {
	row: BypassingView,
	sql: `WITH RECURSIVE ${parents}, views AS (SELECT c.oid, c.relowner, CASE c.relkind WHEN 'm' THEN c.relowner END AS filler,
			EXISTS (SELECT FROM unnest(c.reloptions) o WHERE lower(o) ~ ${invoker}) AS invoker,
			${grantedOn} AS granted
			FROM pg_class c WHERE c.relkind IN ('v', 'm')),
		refs AS (SELECT DISTINCT w.ev_class AS v, d.refobjid AS r FROM pg_rewrite w
			JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
				AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> w.ev_class),
		way AS (SELECT v.oid AS top, r.r AS rel, v.filler AS who, CASE WHEN v.invoker THEN NULL ELSE v.relowner END AS eff
			FROM views v JOIN refs r ON r.v = v.oid WHERE v.granted
			UNION SELECT w.top, r.r, coalesce(v.filler, w.who), CASE WHEN v.invoker THEN w.who ELSE v.relowner END
			FROM way w JOIN views v ON v.oid = w.rel JOIN refs r ON r.v = v.oid)
		SELECT DISTINCT vn.nspname || '.' || c.relname AS view, tn.nspname || '.' || t.relname AS "table",
			o.rolname::text AS owner
			FROM way w JOIN pg_class c ON c.oid = w.top JOIN pg_namespace vn ON vn.oid = c.relnamespace
			JOIN pg_class t ON t.oid = w.rel JOIN pg_namespace tn ON tn.oid = t.relnamespace
			JOIN pg_roles o ON o.oid = w.eff
			WHERE t.relrowsecurity AND (o.rolsuper OR o.rolbypassrls
				OR NOT t.relforcerowsecurity AND pg_has_role(w.eff, t.relowner, 'USAGE'))
				OR t.relkind IN ('r', 'p') AND NOT t.relrowsecurity AND EXISTS (SELECT FROM up u
					JOIN pg_class p ON p.oid = u.above AND p.relrowsecurity WHERE u.child = t.oid)
			ORDER BY 1, 2`,
};
