import {
	AuditedObjects,
	Database,
	IdentityPrivilege,
	Membership,
	ParameterGrant,
	Role,
	RoleSetting,
} from '../facts/roles.js';
import {developerSwitches} from '../checks/pg-dangerous-dev-gucs.js';
import {printSwitches} from '../checks/pg-debug-print.js';
import {readableOverrides} from '../judge/overrides.js';
import {judgedSettings} from '../settings.js';
import type {Query} from './session.js';
import {mayBecome, ownSchema, publicHas, strings, valueSecret} from './sql.js';

/** The powerful roles first, so that a cut list loses plain ones only. */
export const rolesQuery: Query<Role> = {
	row: Role,
	limit: 2_000,
	sql: `SELECT rolname::text AS name, oid = 10 AS bootstrap, rolsuper AS superuser,
		rolcreaterole AS "createRole", rolcreatedb AS "createDatabase", rolcanlogin AS "canLogin",
		rolreplication AS replication, rolbypassrls AS "bypassRls", rolconnlimit AS "connectionLimit",
		CASE WHEN rolvaliduntil < '1970-01-01' THEN '1970-01-01T00:00:00Z' WHEN rolvaliduntil < '9999-12-31'
			THEN to_char(rolvaliduntil AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') END AS "validUntil"
		FROM pg_roles
		ORDER BY rolsuper OR rolcreaterole OR rolbypassrls OR rolreplication DESC, rolcanlogin DESC, oid`,
};

/**
 * Since PostgreSQL 16 a membership may be there several times, once for each grantor.
 * @param major what a membership gives came with 16
 */
export const membershipsQuery = (major: number): Query<Membership> => ({
	row: Membership,
	limit: 5_000,
	sql: `SELECT m.rolname::text AS member, r.rolname::text AS role, bool_or(a.admin_option) AS admin,
		${major >= 16 ? 'bool_or(a.inherit_option OR a.set_option OR a.admin_option)' : 'true'} AS usable
		FROM pg_auth_members a JOIN pg_roles m ON m.oid = a.member JOIN pg_roles r ON r.oid = a.roleid
		GROUP BY 1, 2 ORDER BY 1, 2`,
});

export const databasesQuery: Query<Database> = {
	row: Database,
	sql: `SELECT d.datname::text AS name, coalesce(o.rolname::text, '(unknown)') AS owner,
		d.datistemplate AS template, d.datallowconn AS "allowsConnections",
		${publicHas('d.datacl', 'd', 'd.datdba', 'CONNECT')} AS "publicConnect",
		${publicHas('d.datacl', 'd', 'd.datdba', 'TEMPORARY')} AS "publicTemporary",
		age(d.datfrozenxid)::float8 AS "xidAge", mxid_age(d.datminmxid)::float8 AS "multixactAge"
		FROM pg_database d LEFT JOIN pg_roles o ON o.oid = d.datdba ORDER BY 1`,
};

const secretName = '(secret|passw|token|api_?key|private_?key|credential|jwt|dsn|service_?role)';
const harmlessName =
	'^(credcheck|passwordcheck|auth_delay|pg_stat_statements|plpgsql|pgaudit|cron|rds|azure|cloudsql)[.]|(url|uri|endpoint|expiry|exp|ttl|lifetime|algorithm|issuer|audience)$';

/** The checks themselves say which settings they judge. */
const readable = [
	...new Set([
		...readableOverrides,
		...judgedSettings,
		...[...developerSwitches, ...printSwitches].map(([name]) => name),
	]),
];

/** The server compares names and shapes; of values only those of a fixed list of settings are read, and these first. */
export const roleSettingsQuery: Query<RoleSetting> = {
	row: RoleSetting,
	limit: 1_000,
	sql: `SELECT role, database, name,
		CASE WHEN lower(name) IN (${strings(readable)}) THEN value END AS value,
		(name LIKE '%.%' AND name ~* '${secretName}' AND name !~* '${harmlessName}'
			AND length(value) >= 8 AND value !~ '^[0-9.]+\\s*[a-z]*$') OR value ~ '${valueSecret}' AS "secretLike"
		FROM (SELECT r.rolname::text AS role, d.datname::text AS database, split_part(c, '=', 1) AS name,
			substr(c, strpos(c, '=') + 1) AS value
			FROM pg_db_role_setting s LEFT JOIN pg_roles r ON r.oid = s.setrole
			LEFT JOIN pg_database d ON d.oid = s.setdatabase CROSS JOIN unnest(s.setconfig) c) o
		ORDER BY 5 DESC, 4 IS NULL, role, database, name`,
};

export const parameterGrantsQuery: Query<ParameterGrant> = {
	row: ParameterGrant,
	sql: `SELECT p.parname AS parameter, coalesce(r.rolname::text, 'PUBLIC') AS grantee,
		a.privilege_type AS privilege
		FROM pg_parameter_acl p CROSS JOIN aclexplode(p.paracl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
		WHERE NOT coalesce(r.rolsuper, false) ORDER BY 1, 2, 3`,
};

/**
 * pgAudit records the use of a table by what its role was granted, itself or through a group (audit_on_acl in its source);
 * what PUBLIC holds does not count.
 */
export const auditedObjectsQuery: Query<AuditedObjects> = {
	row: AuditedObjects,
	sql: `WITH auditor AS (SELECT s.n AS name, r.oid FROM (SELECT coalesce((SELECT reset_val FROM pg_settings
			WHERE name = 'pgaudit.role'), '') AS n) s LEFT JOIN pg_roles r ON r.rolname = s.n),
		held AS (SELECT s.nspname || '.' || c.relname AS n, a.privilege_type AS p
			FROM auditor o CROSS JOIN pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
			CROSS JOIN LATERAL (SELECT * FROM aclexplode(c.relacl) UNION ALL SELECT e.* FROM pg_attribute t
				CROSS JOIN aclexplode(t.attacl) e WHERE t.attrelid = c.oid AND NOT t.attisdropped) a
			WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND ${ownSchema('s')} AND a.grantee <> 0
				AND o.oid IS NOT NULL AND pg_has_role(o.oid, a.grantee, 'USAGE'))
		SELECT o.name::text AS role, o.oid IS NOT NULL AS exists,
			(SELECT count(DISTINCT n)::int FROM held) AS tables,
			(SELECT count(DISTINCT n)::int FROM held WHERE p = 'SELECT') AS reads,
			(SELECT min(n) FROM held WHERE p = 'SELECT') AS example FROM auditor o`,
};

/**
 * What declared users may do in this database beyond reading, counted by privilege. A role that one may SET ROLE
 * to counts like one that is inherited from: `has_table_privilege` alone would not see it. An owner is told besides, because
 * one whose privileges were revoked still alters and drops.
 * @param major MAINTAIN came with 17
 */
export const identityPrivilegesQuery = (
	users: readonly string[],
	major: number,
): Query<IdentityPrivilege> => {
	const names = users.filter(user => !user.includes('\0'));
	const tablePrivileges = [
		'INSERT',
		'UPDATE',
		'DELETE',
		'TRUNCATE',
		'REFERENCES',
		'TRIGGER',
		...(major >= 17 ? ['MAINTAIN'] : []),
	];
	const values = (privileges: readonly string[]): string =>
		`(VALUES ${privileges.map(p => `('${p}')`).join(', ')}) p(p)`;
	return {
		row: IdentityPrivilege,
		sql: `WITH who AS (SELECT r.oid, w.rolname::text AS n FROM pg_roles w
			JOIN pg_roles r ON r.oid = w.oid OR NOT w.rolsuper AND ${mayBecome('w.oid', 'r.oid', major)}
			WHERE w.rolname IN (${strings(names)})),
		own AS (SELECT oid, nspname::text AS n FROM pg_namespace n WHERE ${ownSchema('n')})
		SELECT w.n AS "user", 'table' AS kind, p.p AS privilege, count(DISTINCT c.oid)::int AS objects,
			min(s.n || '.' || c.relname) AS example, pg_has_role(w.oid, c.relowner, 'USAGE') AS owned
			FROM who w CROSS JOIN pg_class c JOIN own s ON s.oid = c.relnamespace
			CROSS JOIN ${values(tablePrivileges)}
			WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND (has_table_privilege(w.oid, c.oid, p.p)
				OR p.p IN ('INSERT', 'UPDATE', 'REFERENCES') AND has_any_column_privilege(w.oid, c.oid, p.p))
			GROUP BY 1, 2, 3, 6
		UNION ALL SELECT w.n, 'table', 'OWNER', count(DISTINCT c.oid)::int, min(s.n || '.' || c.relname), true
			FROM who w CROSS JOIN pg_class c JOIN own s ON s.oid = c.relnamespace
			WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND pg_has_role(w.oid, c.relowner, 'USAGE') GROUP BY 1
		UNION ALL SELECT w.n, 'sequence', p.p, count(DISTINCT c.oid)::int, min(s.n || '.' || c.relname),
			pg_has_role(w.oid, c.relowner, 'USAGE')
			FROM who w CROSS JOIN pg_class c JOIN own s ON s.oid = c.relnamespace
			CROSS JOIN ${values(['USAGE', 'UPDATE'])}
			WHERE CASE WHEN c.relkind = 'S' THEN has_sequence_privilege(w.oid, c.oid, p.p) ELSE false END
			GROUP BY 1, 2, 3, 6
		UNION ALL SELECT w.n, 'schema', 'CREATE', count(DISTINCT s.oid)::int, min(s.n), false
			FROM who w CROSS JOIN own s WHERE has_schema_privilege(w.oid, s.oid, 'CREATE') GROUP BY 1
		UNION ALL SELECT w.n, 'schema', 'OWNER', count(DISTINCT s.oid)::int, min(s.n), true
			FROM who w CROSS JOIN own s JOIN pg_namespace x ON x.oid = s.oid
			WHERE pg_has_role(w.oid, x.nspowner, 'USAGE')
			AND EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = s.oid AND c.relkind IN ('r', 'p', 'v', 'm', 'f')) GROUP BY 1
		UNION ALL SELECT DISTINCT w.n, 'database', p.p, 1, current_database()::text, false
			FROM who w CROSS JOIN ${values(['CREATE', 'TEMPORARY'])}
			WHERE has_database_privilege(w.oid, current_database(), p.p)`,
	};
};
