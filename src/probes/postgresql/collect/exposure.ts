import type {z} from 'zod';
import {
	Copy,
	ForeignSecret,
	OpenLargeObjects,
	SensitiveColumn,
	SuperuserObjects,
	WebExposed,
} from '../facts/exposure.js';
import {NamedTable} from '../facts/operation.js';
import type {DeclaredIdentity} from '../facts/roles.js';
import type {Query} from './session.js';
import {webRoles} from '../judge/web-roles.js';
import {dsnPassword} from './secrets.js';
import {
	asInvoker,
	bodyOf,
	commandSecret,
	mayBecome,
	notOfExtension,
	ownSchema,
	references,
	strings,
	valueSecret,
} from './sql.js';

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

const whoAsks = '(current_user|session_user|current_role|current_setting|pg_has_role)';
/** A function of the application that asks, and that stands in a condition by a name without signs of regular expressions. */
const asksInFunction = (major: number): string => `EXISTS (SELECT FROM pg_rewrite w JOIN pg_depend d
	ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid AND d.refclassid = 'pg_proc'::regclass
	JOIN pg_proc p ON p.oid = d.refobjid JOIN pg_language l ON l.oid = p.prolang WHERE w.ev_class = v.oid
		AND l.lanname NOT IN ('c', 'internal') AND ${bodyOf('p', major)} ~* '\\m${whoAsks}\\M'
		AND CASE WHEN p.proname ~ '^\\w+$' THEN v.body ~ ('\\m(WHERE|ON)\\M.*\\m' || p.proname || '\\(') ELSE true END)`;

/**
 * Views that others read and that choose rows by who asks, without the option that keeps functions of the reader out.
 * @param major bodies in standard SQL came with 14
 */
export const filterViewsQuery = (major: number): Query<z.infer<typeof NamedTable>> => ({
	row: NamedTable,
	sql: `SELECT v.name AS "table" FROM (SELECT c.oid, n.nspname || '.' || c.relname AS name, pg_get_viewdef(c.oid) AS body
		FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE c.relkind = 'v' AND c.oid >= 16384 AND ${ownSchema('n')} AND ${notOfExtension('pg_class', 'c.oid')} AND ${readByOthers}
			AND NOT EXISTS (SELECT FROM unnest(c.reloptions) o
				WHERE lower(o) ~ '^security_barrier=(t(r(ue?)?)?|y(es?)?|on|1)$') OFFSET 0) v
		WHERE v.body ~* '\\m(WHERE|ON)\\M.*\\m${whoAsks}\\M' OR v.body ~ '\\m(WHERE|ON)\\M.*[ (]USER\\M'
			OR ${asksInFunction(major)} ORDER BY 1`,
});

/** Words of English, German, French and Spanish; whole words of a name, so that token_count is none. */
const secretColumn =
	'^(.*_)?(passw(or)?d(_(hash|digest|salt))?|pwd|passwort|mot_de_passe|contrasena|secret(_key)?|api_?key|private_?key|(access|refresh|reset|session|auth|remember)_token|pin_code|cvv|cvc)$';
const personalColumn =
	'^(.*_)?(ssn|social_security(_(no|number))?|passport(_(no|number))?|iban|card_number|pan|credit_card(_number)?|date_of_birth|birth_?date|dob|geburtsdatum|fecha_nacimiento|steuernummer|tax_id|diagnosis|health_record|religion|ethnicity)$';

/** `passwordHash` and `Card Number` are written like password_hash and card_number. */
const plainName = `regexp_replace(regexp_replace(t.attname, '([a-z0-9])([A-Z])', '\\1_\\2', 'g'), '[^A-Za-z0-9]+', '_', 'g')`;

/**
 * Names only: no row is read. Who reads are PUBLIC and the declared reporting roles. A role that one may SET ROLE to counts like
 * one that is inherited from.
 */
export const sensitiveColumnsQuery = (
	identities: readonly DeclaredIdentity[],
	major: number,
): Query<z.infer<typeof SensitiveColumn>> => {
	const names = identities
		.filter(({role, user}) => role === 'reporting' && !user.includes('\0'))
		.map(({user}) => user);
	return {
		row: SensitiveColumn,
		sql: `SELECT * FROM (SELECT n.nspname || '.' || c.relname || '.' || t.attname AS "column",
			ARRAY(SELECT DISTINCT w.rolname::text FROM pg_roles w JOIN pg_roles r ON r.oid = w.oid
				OR NOT w.rolsuper AND ${mayBecome('w.oid', 'r.oid', major)} WHERE w.rolname IN (${strings(names)})
				AND has_schema_privilege(r.oid, n.oid, 'USAGE') AND has_column_privilege(r.oid, c.oid, t.attnum, 'SELECT') ORDER BY 1)
			|| CASE WHEN EXISTS (SELECT FROM aclexplode(c.relacl) a WHERE a.grantee = 0 AND a.privilege_type = 'SELECT')
				OR EXISTS (SELECT FROM aclexplode(t.attacl) a WHERE a.grantee = 0 AND a.privilege_type = 'SELECT')
				THEN ARRAY['PUBLIC'] ELSE '{}' END AS readers,
			${plainName} ~* '${secretColumn}' AS secret
			FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
			WHERE t.attnum > 0 AND t.attrelid >= 16384 AND NOT t.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND ${ownSchema('n')}
				AND (${plainName} ~* '${secretColumn}' OR ${plainName} ~* '${personalColumn}')
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

/** By its name, but for names and numbers of secrets that are kept elsewhere; or by the shape of its value. */
const secretOption = `(option_name ~* 'passw|pwd|secret|token|api_?key|private_?key|credential'
	AND option_name !~* '^password_required$|_(id|name)$' AND option_value <> ''
	OR option_name = 'program' AND option_value ~* '${commandSecret}|\\s(-u|--user|--proxy-user)[ =]?[^\\s:]+:[^\\s$]'
	OR option_value ~ '${valueSecret}' OR option_value ~* '${dsnPassword}')`;
const options = (of: string, test: string): string =>
	`EXISTS (SELECT FROM pg_options_to_table(${of}) WHERE ${test})`;

/** Options that everybody is shown. */
const open = (kind: string, name: string, of: string, from: string): string =>
	`SELECT '${kind}' AS kind, ${name} AS server, NULL::text AS "user", true AS visible,
			${options(of, secretOption)} AS password, false AS "passwordNotRequired" FROM ${from} WHERE ${of} IS NOT NULL`;
const ofTable = `JOIN pg_class c ON c.oid = t.`;
const inSchema = 'JOIN pg_namespace n ON n.oid = c.relnamespace';

/** Those of a mapping are shown to its role and the owner of the server alone. */
export const foreignSecretsQuery: Query<ForeignSecret> = {
	row: ForeignSecret,
	sql: `${[
		open('wrapper', 'w.fdwname::text', 'w.fdwoptions', 'pg_foreign_data_wrapper w'),
		open('server', 's.srvname::text', 's.srvoptions', 'pg_foreign_server s'),
		open(
			'table',
			`n.nspname || '.' || c.relname`,
			't.ftoptions',
			`pg_foreign_table t ${ofTable}ftrelid ${inSchema}`,
		),
		open(
			'column',
			`n.nspname || '.' || c.relname || '.' || t.attname`,
			't.attfdwoptions',
			`pg_attribute t ${ofTable}attrelid ${inSchema}`,
		),
	].join(' UNION ALL ')}
		UNION ALL SELECT 'mapping', m.srvname::text, coalesce(CASE WHEN m.umuser = 0 THEN 'PUBLIC' ELSE m.usename::text END, '(unknown)'),
			m.umoptions IS NOT NULL OR (SELECT r.rolsuper FROM pg_roles r WHERE r.rolname = current_user), ${options('m.umoptions', secretOption)},
			${options('m.umoptions', `option_name = 'password_required' AND lower(option_value) IN ('false', 'off', 'no', '0', 'f', 'n')`)}
			FROM pg_user_mappings m
		ORDER BY 5 DESC, 6 DESC, 4, 2, 3`,
};
