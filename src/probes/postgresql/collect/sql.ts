/**
 * A text as an SQL literal. It is for names that a person declared; names with a NUL are left out by the caller. With
 * `E''` the meaning of a backslash does not depend on the server's settings.
 */
export const literal = (text: string): string =>
	`E'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll(';', '\\u003b')}'`;

/** Literals for an IN list; an empty list matches nothing. */
export const strings = (texts: readonly string[]): string =>
	texts.length === 0 ? 'NULL' : texts.map(literal).join(', ');

/** Schemas of the application, for a row of pg_namespace. */
export const ownSchema = (alias: string): string =>
	`${alias}.nspname !~ '^pg_' AND ${alias}.nspname <> 'information_schema'`;

/**
 * True for a role that inherits from another, may SET ROLE to it, or may grant itself either, through others too.
 * @param major a membership that gives none of these came with 16, and counts as MEMBER all the same
 */
export const mayBecome = (member: string, role: string, major: number): string =>
	major < 16
		? `pg_has_role(${member}, ${role}, 'MEMBER')`
		: `(pg_has_role(${member}, ${role}, 'USAGE') OR pg_has_role(${member}, ${role}, 'MEMBER')
			AND ${role} IN (WITH RECURSIVE up (id) AS (SELECT ${member} UNION SELECT a.roleid FROM up JOIN pg_auth_members a
				ON a.member = up.id AND (a.inherit_option OR a.set_option OR a.admin_option)) SELECT id FROM up))`;

/** Not a member of an extension. */
export const notOfExtension = (catalogue: string, oid: string): string =>
	`NOT EXISTS (SELECT FROM pg_depend x WHERE x.classid = '${catalogue}'::regclass AND x.objid = ${oid} AND x.deptype = 'e')`;

/** True when PUBLIC holds a privilege; a NULL list means the defaults of its kind, which acldefault spells out. */
export const publicHas = (acl: string, kind: string, owner: string, privilege: string): string =>
	`EXISTS (SELECT FROM aclexplode(coalesce(${acl}, acldefault('${kind}', ${owner}))) a
		WHERE a.grantee = 0 AND a.privilege_type = '${privilege}')`;

/** Shapes of secrets in a command: assignments, AWS keys, passwords in URLs. POSIX regular expression. */
export const commandSecret =
	'(passwd|password|secret|token|access.?key|api.?key)[a-z_]*\\s*=|AKIA[0-9A-Z]{16}|://[^/\\s:@]+:[^@\\s]+@';

/**
 * What a function does, as far as its text tells.
 * @param major bodies in standard SQL came with 14
 */
export const bodyOf = (alias: string, major: number): string =>
	major >= 14
		? `coalesce(pg_get_function_sqlbody(${alias}.oid), ${alias}.prosrc)`
		: `${alias}.prosrc`;

/** Shapes of secrets in a value whatever its name is: URLs with a password, private keys, keys and tokens of well-known services. */
export const valueSecret =
	'://[^/\\s:@]+:[^@\\s]+@|-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|eyJ[A-Za-z0-9_-]{10,}[.][A-Za-z0-9_-]{10,}[.]|Bearer [A-Za-z0-9._~+/=-]{16,}|\\m[sr]k_live_[A-Za-z0-9]{16,}|\\mgh[pousr]_[A-Za-z0-9]{30,}|\\mxox[abprs]-[A-Za-z0-9-]{10,}|\\mglpat-[A-Za-z0-9_-]{20}';

/** Names of columns that tell tenants apart. */
export const tenantColumn =
	'^(tenant|org|organi[sz]ation|account|customer|workspace|company)_?(id|uuid)$';

/** What is granted on a table of `c`, as a whole or on some of its columns. */
export const allRights = `(SELECT * FROM aclexplode(c.relacl) UNION ALL SELECT e.* FROM pg_attribute t
	CROSS JOIN aclexplode(t.attacl) e WHERE t.attrelid = c.oid AND NOT t.attisdropped)`;

/** Which relation `v` is a view over which relation `r`. */
export const references = `SELECT DISTINCT w.ev_class AS v, d.refobjid AS r FROM pg_rewrite w
	JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
		AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> w.ev_class`;

/** A view `c` that reads with the rights of whoever asks; the option came with PostgreSQL 15. */
export const asInvoker = `(c.relkind = 'v' AND EXISTS (SELECT FROM unnest(c.reloptions) o
	WHERE lower(o) ~ '^security_invoker=(t(r(ue?)?)?|y(es?)?|on|1)$'))`;
