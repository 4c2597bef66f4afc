import type {z} from 'zod';
import {
	Copy,
	ForeignSecret,
	OpenLargeObjects,
	Policy,
	SensitiveColumn,
	SuperuserObjects,
	WebExposed,
} from '../facts/exposure.js';
import {NamedTable} from '../facts/operation.js';
import type {DeclaredIdentity} from '../facts/roles.js';
import type {Query} from './session.js';
import {asInvoker, notOfExtension, ownSchema, references, strings} from './sql.js';

const condition = `concat_ws(' ', pg_get_expr(y.polqual, y.polrelid), pg_get_expr(y.polwithcheck, y.polrelid))`;
const asked = `current_setting\\(''([^'']+)''`;

/** Conditions stay on the server: what is read are the few traits that the judges need. */
export const policiesQuery: Query<Policy> = {
	row: Policy,
	limit: 2_000,
	sql: `SELECT n.nspname || '.' || c.relname AS "table", y.polname::text AS policy,
		CASE y.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
			WHEN 'd' THEN 'DELETE' ELSE 'ALL' END AS command, y.polpermissive AS permissive,
		ARRAY(SELECT CASE WHEN o = 0 THEN 'PUBLIC' ELSE o::regrole::text END FROM unnest(y.polroles) o ORDER BY 1) AS roles,
		e.text ~* 'user_?metadata' AS "userMetadata",
		substring(e.text FROM '${asked}') AS setting,
		e.text ~* '(^|\\()+(NULLIF\\()?current_setting\\([^)]*\\)(, ''''::text\\))? IS NULL\\)+ OR |current_setting\\([^)]*\\) = ''''::text\\)+ OR |COALESCE\\(\\(*current_setting.* true\\)+$|OR \\(+(NULLIF\\()?current_setting\\([^)]*\\)(, ''''::text\\))? (IS NULL|= ''''::text)\\)+'
			AS "openWhenUnset"
		FROM pg_policy y JOIN pg_class c ON c.oid = y.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
		CROSS JOIN LATERAL (SELECT ${condition} AS text) e
		WHERE ${notOfExtension('pg_class', 'c.oid')} ORDER BY 6 DESC, 8 DESC, 1, 2`,
};

/** Roles that stand for anybody on the web, by the names that PostgREST and Supabase give them, and PUBLIC. */
const webRoles = ['anon', 'authenticated'];
const mayEnter = `(has_schema_privilege(g.oid, n.oid, 'USAGE'))`;
/** Those of them who may use a relation `c` in a schema `n`, or some of its columns. */
export const webRights = (privileges: string): string =>
	`ARRAY(SELECT g.rolname::text FROM pg_roles g WHERE g.rolname IN (${strings(webRoles)})
		AND ${mayEnter} AND (has_table_privilege(g.oid, c.oid, '${privileges}')
			OR has_any_column_privilege(g.oid, c.oid, 'SELECT, INSERT, UPDATE')) ORDER BY 1)`;

/** Tables without row security that web roles may use. A partition counts where it can be reached by itself. */
export const webTablesQuery: Query<z.infer<typeof WebExposed>> = {
	row: WebExposed,
	sql: `SELECT * FROM (SELECT n.nspname || '.' || c.relname AS object,
		${webRights('SELECT, INSERT, UPDATE, DELETE')} AS grantees
		FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE c.relkind IN ('r', 'p') AND NOT c.relrowsecurity AND ${ownSchema('n')}
			AND ${notOfExtension('pg_class', 'c.oid')}) q WHERE cardinality(grantees) > 0 ORDER BY 1`,
};

const others = (acl: string, owner: string): string =>
	`EXISTS (SELECT FROM aclexplode(${acl}) a LEFT JOIN pg_roles g ON g.oid = a.grantee
		WHERE a.privilege_type = 'SELECT' AND a.grantee <> ${owner} AND NOT coalesce(g.rolsuper, false))`;
const readByOthers = `(${others('c.relacl', 'c.relowner')} OR EXISTS (SELECT FROM pg_attribute t
	WHERE t.attrelid = c.oid AND t.attacl IS NOT NULL AND ${others('t.attacl', 'c.relowner')}))`;

/**
 * A materialised view has no policies of its own, whoever filled it. Others read it directly, or through a view with the
 * rights of its owner.
 */
export const rowSecurityCopiesQuery: Query<z.infer<typeof Copy>> = {
	row: Copy,
	sql: `WITH RECURSIVE refs AS (${references}),
		shown AS (SELECT c.oid AS v FROM pg_class c WHERE c.relkind IN ('v', 'm') AND ${readByOthers}
			UNION SELECT f.r FROM shown s JOIN refs f ON f.v = s.v JOIN pg_class c ON c.oid = s.v WHERE NOT ${asInvoker}),
		way AS (SELECT c.oid AS top, r.r AS rel FROM shown s JOIN pg_class c ON c.oid = s.v JOIN refs r ON r.v = c.oid
				WHERE c.relkind = 'm'
			UNION SELECT w.top, r.r FROM way w JOIN refs r ON r.v = w.rel)
		SELECT DISTINCT vn.nspname || '.' || v.relname AS view, tn.nspname || '.' || t.relname AS "table"
			FROM way w JOIN pg_class v ON v.oid = w.top JOIN pg_namespace vn ON vn.oid = v.relnamespace
			JOIN pg_class t ON t.oid = w.rel AND t.relrowsecurity JOIN pg_namespace tn ON tn.oid = t.relnamespace
			ORDER BY 1, 2`,
};

/** Views that others read and that choose rows by who asks, without the option that keeps functions of the reader out. */
export const filterViewsQuery: Query<z.infer<typeof NamedTable>> = {
	row: NamedTable,
	sql: `SELECT n.nspname || '.' || c.relname AS "table" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE c.relkind = 'v' AND c.oid >= 16384 AND ${ownSchema('n')} AND ${notOfExtension('pg_class', 'c.oid')} AND ${readByOthers}
			AND NOT EXISTS (SELECT FROM unnest(c.reloptions) o
				WHERE lower(o) ~ '^security_barrier=(t(r(ue?)?)?|y(es?)?|on|1)$')
			AND pg_get_viewdef(c.oid) ~* '\\mWHERE\\M.*\\m(current_user|session_user|current_role|current_setting)\\M' ORDER BY 1`,
};

/** Words of English, German, French and Spanish; whole words of a name, so that token_count is none. */
const secretColumn =
	'^(.*_)?(passw(or)?d|password_hash|pwd|passwort|mot_de_passe|contrasena|secret|api_?key|private_?key|access_token|refresh_token|totp_secret|pin_code|cvv|cvc)$';
const personalColumn =
	'^(.*_)?(ssn|social_security(_(no|number))?|passport(_(no|number))?|iban|card_number|pan|credit_card(_number)?|date_of_birth|birth_?date|dob|geburtsdatum|fecha_nacimiento|steuernummer|tax_id|diagnosis|health_record|religion|ethnicity)$';

/** Names only: no row is read. Who reads are PUBLIC and the declared reporting roles. */
export const sensitiveColumnsQuery = (
	identities: readonly DeclaredIdentity[],
): Query<z.infer<typeof SensitiveColumn>> => {
	const names = identities
		.filter(({role, user}) => role === 'reporting' && !user.includes('\0'))
		.map(({user}) => user);
	return {
		row: SensitiveColumn,
		sql: `SELECT * FROM (SELECT n.nspname || '.' || c.relname || '.' || t.attname AS "column",
			ARRAY(SELECT r.rolname::text FROM pg_roles r WHERE r.rolname IN (${strings(names)}) AND NOT r.rolsuper
				AND has_schema_privilege(r.oid, n.oid, 'USAGE') AND has_column_privilege(r.oid, c.oid, t.attnum, 'SELECT') ORDER BY 1)
			|| CASE WHEN EXISTS (SELECT FROM aclexplode(c.relacl) a WHERE a.grantee = 0 AND a.privilege_type = 'SELECT')
				OR EXISTS (SELECT FROM aclexplode(t.attacl) a WHERE a.grantee = 0 AND a.privilege_type = 'SELECT')
				THEN ARRAY['PUBLIC'] ELSE '{}' END AS readers,
			t.attname ~* '${secretColumn}' AS secret
			FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
			WHERE t.attnum > 0 AND t.attrelid >= 16384 AND NOT t.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND ${ownSchema('n')}
				AND (t.attname ~* '${secretColumn}' OR t.attname ~* '${personalColumn}')
				AND ${notOfExtension('pg_class', 'c.oid')}) q WHERE cardinality(readers) > 0 ORDER BY 3 DESC, 1`,
	};
};

export const superuserObjectsQuery: Query<z.infer<typeof SuperuserObjects>> = {
	row: SuperuserObjects,
	sql: `SELECT kind, owner, count(*)::int AS objects, min(name) AS example FROM (
		SELECT CASE WHEN c.relkind IN ('v', 'm') THEN 'views' ELSE 'tables' END AS kind, o.rolname::text AS owner,
			n.nspname || '.' || c.relname AS name
			FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_roles o ON o.oid = c.relowner
			WHERE o.rolsuper AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND ${ownSchema('n')} AND ${notOfExtension('pg_class', 'c.oid')}
		UNION ALL SELECT 'functions', o.rolname::text, n.nspname || '.' || p.proname
			FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_roles o ON o.oid = p.proowner
			WHERE o.rolsuper AND ${ownSchema('n')} AND ${notOfExtension('pg_proc', 'p.oid')}) x
		GROUP BY 1, 2 ORDER BY 1, 2`,
};

export const openLargeObjectsQuery: Query<z.infer<typeof OpenLargeObjects>> = {
	row: OpenLargeObjects,
	sql: `SELECT a.privilege_type AS privilege, count(*)::int AS objects
		FROM pg_largeobject_metadata m CROSS JOIN aclexplode(m.lomacl) a WHERE a.grantee = 0 GROUP BY 1 ORDER BY 1`,
};

const secretOption = `option_name ~* 'passw|secret|token|api_?key|private_?key|credential' AND option_name <> 'password_required'`;
const options = (of: string, test: string): string =>
	`EXISTS (SELECT FROM pg_options_to_table(${of}) WHERE ${test})`;

/** The options of a server are shown to everybody, those of a mapping to its role and the owner of the server. */
export const foreignSecretsQuery: Query<ForeignSecret> = {
	row: ForeignSecret,
	sql: `SELECT 'server' AS kind, s.srvname::text AS server, NULL::text AS "user", true AS visible,
			${options('s.srvoptions', secretOption)} AS password, false AS "passwordNotRequired" FROM pg_foreign_server s
		UNION ALL SELECT 'mapping', m.srvname::text, coalesce(CASE WHEN m.umuser = 0 THEN 'PUBLIC' ELSE m.usename::text END, '(unknown)'),
			m.umoptions IS NOT NULL OR (SELECT w.rolsuper FROM pg_roles w WHERE w.rolname = current_user), ${options('m.umoptions', secretOption)},
			${options('m.umoptions', `option_name = 'password_required' AND lower(option_value) IN ('false', 'off', 'no', '0', 'f', 'n')`)}
			FROM pg_user_mappings m
		ORDER BY 5 DESC, 6 DESC, 4, 2, 3`,
};
