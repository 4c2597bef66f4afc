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

const operand = `([A-Za-z_][A-Za-z0-9_.]*|"[^"]+"|-?[0-9.]+|''[^'']*''(?:::[a-z ]+)?|\\(["A-Za-z_0-9]+\\)::[a-z ]+)`;
/** A condition that can only be true (or null): the constant, or something compared with itself. `group` counts brackets. */
const trivial = (group: number): string =>
	`(?:true|\\( SELECT true(?: AS \\w+)?\\)|\\(NOT false\\)|\\(${operand} [<>]?= \\${group}\\))`;
/** As a whole, or as the first or last part of an OR that is the whole; what stands deeper is not recognised. */
const always = (condition: string): string =>
	`coalesce(pg_get_expr(${condition}, y.polrelid) ~ '^${trivial(1)}$|^\\(${trivial(2)} OR |^\\(.* OR ${trivial(3)}\\)$', false)`;

/** Permissive policies whose condition is the constant true, or one that is recognised to come to the same. */
export const openPoliciesQuery: Query<OpenPolicy> = {
	row: OpenPolicy,
	sql: `SELECT * FROM (SELECT n.nspname || '.' || c.relname AS "table", y.polname::text AS policy,
		CASE y.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
			WHEN 'd' THEN 'DELETE' ELSE 'ALL' END AS command,
		${always('y.polqual')} AS "using",
		${always('y.polwithcheck')} AS "check",
		0 = ANY (y.polroles) AS public
		FROM pg_policy y JOIN pg_class c ON c.oid = y.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE y.polpermissive AND ${notOfExtension('pg_class', 'c.oid')}) p
		WHERE "using" OR "check" ORDER BY 1, 2`,
};

/** Every spelling that the server takes for true. */
const invoker = `'^security_invoker=(t(r(ue?)?)?|y(es?)?|on|1)$'`;
const granted = (acl: string): string =>
	`EXISTS (SELECT FROM aclexplode(${acl}) a LEFT JOIN pg_roles g ON g.oid = a.grantee
		WHERE a.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE') AND a.grantee <> c.relowner
			AND NOT coalesce(g.rolsuper, false))`;

/**
 * Views that others may read or write through, with all or some of their columns, over tables whose policies do not bind
 * the role that the table is read as, through any number of further views. What a view reads is read as its owner, and
 * with security_invoker as the user of the session, whatever views are around it: so the last view before the table decides.
 * A materialised view holds what its owner saw: inside it that owner is the user of the session, `who`. `eff` is the role
 * that reads, and both are null for a user who is not known yet.
 */
export const bypassingViewsQuery: Query<BypassingView> = {
	row: BypassingView,
	sql: `WITH RECURSIVE views AS (SELECT c.oid, c.relowner, CASE c.relkind WHEN 'm' THEN c.relowner END AS filler,
			EXISTS (SELECT FROM unnest(c.reloptions) o WHERE lower(o) ~ ${invoker}) AS invoker,
			${granted('c.relacl')} OR EXISTS (SELECT FROM pg_attribute t WHERE t.attrelid = c.oid
				AND NOT t.attisdropped AND t.attacl IS NOT NULL AND ${granted('t.attacl')}) AS granted
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
			JOIN pg_class t ON t.oid = w.rel AND t.relrowsecurity JOIN pg_namespace tn ON tn.oid = t.relnamespace
			JOIN pg_roles o ON o.oid = w.eff
			WHERE o.rolsuper OR o.rolbypassrls OR NOT t.relforcerowsecurity AND pg_has_role(w.eff, t.relowner, 'USAGE')
			ORDER BY 1, 2`,
};
