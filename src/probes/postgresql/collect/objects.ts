import {
	DefaultGrant,
	DefinerFunction,
	Extension,
	ForeignServer,
	HbaRule,
	PublicGrant,
	RulesFile,
	SchemaAccess,
	UntrustedLanguage,
} from '../facts/objects.js';
import {FunctionGrant} from '../facts/roles.js';
import {vendorAdminRoles} from '../judge/roles.js';
import type {Query} from './session.js';
import {notOfExtension, ownSchema, publicHas, strings} from './sql.js';

export const schemasQuery: Query<SchemaAccess> = {
	row: SchemaAccess,
	limit: 1_000,
	sql: `SELECT n.nspname::text AS name,
		(SELECT o.rolname::text FROM pg_roles o WHERE NOT o.rolsuper AND o.oid = CASE
			WHEN (SELECT r.rolname FROM pg_roles r WHERE r.oid = n.nspowner) = 'pg_database_owner'
			THEN (SELECT d.datdba FROM pg_database d WHERE d.datname = current_database()) ELSE n.nspowner END) AS owner,
		${publicHas('n.nspacl', 'n', 'n.nspowner', 'CREATE')} AS "publicCreate",
		${publicHas('n.nspacl', 'n', 'n.nspowner', 'USAGE')} AS "publicUsage",
		ARRAY(SELECT DISTINCT g.rolname::text FROM aclexplode(n.nspacl) a JOIN pg_roles g ON g.oid = a.grantee
			WHERE a.privilege_type = 'CREATE' AND a.grantee <> n.nspowner AND NOT g.rolsuper ORDER BY 1) AS creators
		FROM pg_namespace n WHERE ${ownSchema('n')} ORDER BY 2 DESC, n.nspname = 'public' DESC, 1`,
};

/** Catalogues that initdb closes for PUBLIC, because they hold verifiers, passwords, samples of data or access rules. */
const closedCatalogues = [
	'pg_authid',
	'pg_shadow',
	'pg_user_mapping',
	'pg_statistic',
	'pg_statistic_ext_data',
	'pg_largeobject',
	'pg_hba_file_rules',
	'pg_ident_file_mappings',
	'pg_file_settings',
	'pg_subscription',
];
const isClosed = `n.nspname = 'pg_catalog' AND c.relname IN (${strings(closedCatalogues)})`;

/** Of pg_subscription initdb itself gives PUBLIC all columns but the one with the connection, which pg_init_privs remembers. */
export const publicGrantsQuery: Query<PublicGrant> = {
	row: PublicGrant,
	sql: `SELECT n.nspname || '.' || c.relname AS object,
		array_agg(DISTINCT a.privilege_type ORDER BY a.privilege_type) AS privileges, false AS "columnsOnly"
		FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN aclexplode(c.relacl) a
		WHERE a.grantee = 0 AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
			AND (${ownSchema('n')} OR ${isClosed})
			AND ${notOfExtension('pg_class', 'c.oid')} GROUP BY 1
		UNION ALL SELECT n.nspname || '.' || c.relname,
		array_agg(DISTINCT a.privilege_type ORDER BY a.privilege_type), true
		FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
		CROSS JOIN aclexplode(t.attacl) a
		WHERE a.grantee = 0 AND NOT t.attisdropped AND (${ownSchema('n')} OR ${isClosed} AND NOT EXISTS (SELECT FROM pg_init_privs i,
			 aclexplode(i.initprivs) b WHERE i.classoid = 'pg_class'::regclass AND i.objoid = c.oid AND i.objsubid = t.attnum
			 AND b.grantee = 0 AND b.privilege_type = a.privilege_type))
			AND ${notOfExtension('pg_class', 'c.oid')} GROUP BY 1 ORDER BY 1, 3`,
};

/** Functions are executable by PUBLIC by default; for them only what is granted in a schema counts. */
export const defaultGrantsQuery: Query<DefaultGrant> = {
	row: DefaultGrant,
	sql: `SELECT r.rolname::text AS creator, n.nspname::text AS schema, CASE d.defaclobjtype
			WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'n' THEN 'schemas'
			WHEN 'f' THEN 'functions' ELSE 'large objects' END AS objects,
		array_agg(DISTINCT a.privilege_type ORDER BY a.privilege_type) AS privileges
		FROM pg_default_acl d JOIN pg_roles r ON r.oid = d.defaclrole
		LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace CROSS JOIN aclexplode(d.defaclacl) a
		WHERE a.grantee = 0 AND (d.defaclobjtype IN ('r', 'S', 'n', 'L')
			OR d.defaclobjtype = 'f' AND d.defaclnamespace <> 0)
		GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
};

/** Who may call a function `p` of a schema `n`; where PUBLIC may, but not enter the schema, those who may enter it. */
const callers = `SELECT x.who FROM (SELECT DISTINCT coalesce(g.rolname::text, 'PUBLIC') AS who, g.oid AS caller
		FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a LEFT JOIN pg_roles g ON g.oid = a.grantee
		WHERE a.privilege_type = 'EXECUTE' AND a.grantee <> p.proowner AND NOT coalesce(g.rolsuper, false)) x
	WHERE CASE WHEN x.caller IS NULL THEN ${publicHas('n.nspacl', 'n', 'n.nspowner', 'USAGE')}
		ELSE has_schema_privilege(x.caller, n.oid, 'USAGE') END
	UNION SELECT g.rolname::text FROM aclexplode(n.nspacl) a JOIN pg_roles g ON g.oid = a.grantee
	WHERE a.privilege_type = 'USAGE' AND a.grantee <> p.proowner AND NOT g.rolsuper
		AND ${publicHas('p.proacl', 'f', 'p.proowner', 'EXECUTE')} ORDER BY 1`;
/** `|name|other`, for a regular expression. */
const argumentNames = `coalesce((SELECT string_agg('|' || x, '') FROM unnest(p.proargnames) x WHERE x ~ '^\\w+$'), '')`;

/**
 * A superuser may hide a function in pg_catalog: object ids from 16384 on were not made by initdb. The sign that ends a
 * statement is written as a number, because none may stand in ours.
 * @param major bodies in standard SQL came with 14
 */
export const definerFunctionsQuery = (major: number): Query<DefinerFunction> => ({
	row: DefinerFunction,
	sql: `SELECT n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS name,
		coalesce(o.rolname::text, '(unknown)') AS owner,
		coalesce(o.rolsuper OR o.rolbypassrls OR o.rolname IN (${strings(vendorAdminRoles)}), true) AS "ownerPowerful",
		(SELECT substr(c, 13) FROM unnest(p.proconfig) c WHERE starts_with(c, 'search_path=') LIMIT 1)
			AS "searchPath",
		${publicHas('p.proacl', 'f', 'p.proowner', 'EXECUTE')} AS "publicExecute",
		${publicHas('n.nspacl', 'n', 'n.nspowner', 'USAGE')} AS "publicUsage",
		ARRAY(${callers}) AS callers,
		p.prorettype IN ('trigger'::regtype, 'event_trigger'::regtype) AS trigger,
		${major >= 14 ? 'p.prosqlbody IS NOT NULL' : 'false'} AS bound,
		CASE l.lanname WHEN 'sql' THEN false WHEN 'plpgsql' THEN p.prosrc ~* '\\mexecute\\M' ELSE true END AS dynamic,
		l.lanname = 'plpgsql' AND p.prosrc ~* ('\\mexecute\\s+([$][0-9]+' || ${argumentNames} || ')\\s*(\\u003b|into\\M|using\\M|loop\\M)') AS "runsArgument",
		p.prosrc ~* '\\m(from|join|into|update)\\s+(only\\s+)?pg_[a-z_]+\\M(?!\\s*[.(])' AS "bareCatalogue"
		FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace LEFT JOIN pg_roles o ON o.oid = p.proowner
		JOIN pg_language l ON l.oid = p.prolang
		WHERE p.prosecdef AND (${ownSchema('n')} OR p.oid >= 16384 AND n.nspname !~ '^pg_(temp|toast)') AND ${notOfExtension('pg_proc', 'p.oid')}
		ORDER BY p.proconfig IS NULL DESC, 1`,
});

/** Languages that reach the machine by their names: a superuser may mark one as trusted, and everybody then writes in it. */
const reachesMachine = `l.lanname ~ '^(plperlu|pltclu|plpython[23]?u|plsh|plr|plluau|javau)$'`;

export const untrustedLanguagesQuery: Query<UntrustedLanguage> = {
	row: UntrustedLanguage,
	sql: `SELECT l.lanname::text AS name, count(p.oid)::int AS functions,
		count(p.oid) FILTER (WHERE ${publicHas('p.proacl', 'f', 'p.proowner', 'EXECUTE')})::int
			AS "publicFunctions"
		FROM pg_language l LEFT JOIN pg_proc p ON p.prolang = l.oid
		WHERE l.lanispl AND (NOT l.lanpltrusted OR ${reachesMachine}) GROUP BY 1 ORDER BY 1`,
};

const reachesOut = [
	'pg_read_file',
	'pg_read_binary_file',
	'pg_ls_dir',
	'pg_stat_file',
	'lo_import',
	'lo_export',
	'dblink_connect_u',
	'pg_file_write',
	'pg_file_sync',
	'pg_file_rename',
	'pg_file_unlink',
];
const administers = [
	'pg_ls_logdir',
	'pg_ls_waldir',
	'pg_ls_archive_statusdir',
	'pg_ls_tmpdir',
	'pg_reload_conf',
	'pg_rotate_logfile',
	'pg_switch_wal',
	'pg_create_restore_point',
	'pg_promote',
	'pg_stat_reset',
];

/** An owner counts too: initdb gives these functions to a superuser, who is left out. */
export const adminFunctionsQuery: Query<FunctionGrant> = {
	row: FunctionGrant,
	sql: `SELECT p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS function,
		coalesce(r.rolname::text, 'PUBLIC') AS grantee, p.proname IN (${strings(reachesOut)}) AS severe
		FROM pg_proc p CROSS JOIN aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
		LEFT JOIN pg_roles r ON r.oid = a.grantee
		WHERE p.proname IN (${strings([...reachesOut, ...administers])}) AND a.privilege_type = 'EXECUTE'
			AND (p.pronamespace = 'pg_catalog'::regnamespace OR NOT ${notOfExtension('pg_proc', 'p.oid')})
			AND NOT coalesce(r.rolsuper, false) AND coalesce(r.rolname, '') !~ '^pg_' ORDER BY 3 DESC, 1, 2`,
};

export const extensionsQuery: Query<Extension> = {
	row: Extension,
	sql: `SELECT e.extname::text AS name, e.extversion AS version, n.nspname::text AS schema
		FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace ORDER BY 1`,
};

const option = (name: string): string =>
	`(SELECT option_value FROM pg_options_to_table(s.srvoptions) WHERE option_name = '${name}')`;

/** True where one of the hosts of a list, which libpq tries in turn, is neither a socket nor this machine. */
const leadsAway = (hosts: string): string =>
	`EXISTS (SELECT FROM unnest(string_to_array(${hosts}, ',')) h
		WHERE lower(h) !~ '^(|[/@].*|localhost|127[.][0-9]+[.][0-9]+[.][0-9]+|::1)$')`;

/** A wrapper may bear any name: what it does is told by the functions that it calls. */
const ofPostgres = `w.fdwname IN ('postgres_fdw', 'dblink_fdw') OR EXISTS (SELECT FROM pg_proc p
	WHERE p.oid IN (w.fdwhandler, w.fdwvalidator) AND p.prosrc IN ('postgres_fdw_handler', 'postgres_fdw_validator',
		'dblink_fdw_validator', 'postgresql_fdw_validator'))`;

/**
 * Of the options only the hosts' kind and the TLS mode are read: others may hold secrets. A service stands in a file of the
 * server, and may bring an address beside the host that is named here.
 */
export const foreignServersQuery: Query<ForeignServer> = {
	row: ForeignServer,
	sql: `SELECT s.srvname::text AS name, w.fdwname::text AS wrapper,
		CASE WHEN ${leadsAway(option('hostaddr'))} OR (${option('hostaddr')} IS NULL OR ',' || ${option('hostaddr')} || ',' ~ ',,')
				AND ${leadsAway(option('host'))} THEN true
			WHEN ${option('service')} IS NULL THEN false END AS remote,
		lower(${option('sslmode')}) AS sslmode
		FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
		WHERE ${ofPostgres} OR ${option('sslmode')} IS NOT NULL ORDER BY 1`,
};

const ruleOption = (name: string): string =>
	`(SELECT substr(o, ${name.length + 2}) FROM unnest(options) o WHERE starts_with(o, '${name}=') LIMIT 1)`;

/**
 * The view shows ldaptls=1 as true. A line with an error and a type was read, and can just never match here: hostssl while TLS is off.
 * @param major file names came with 16
 */
export const rulesQuery = (major: number): Query<HbaRule> => ({
	row: HbaRule,
	sql: `SELECT (row_number() OVER ())::int AS "order",
		${major >= 16 ? `coalesce(regexp_replace(file_name, '^.*/', ''), 'pg_hba.conf') || ':'` : `'pg_hba.conf:'`}
			|| line_number AS place,
		type, database AS databases, user_name AS users, address, netmask, auth_method AS method,
		${ruleOption('clientcert')} AS "clientCertificate", ${ruleOption('map')} AS map,
		coalesce(${ruleOption('ldapbindpasswd')} <> '', false) AS "bindPassword",
		coalesce(${ruleOption('issuer')} !~* '^https:', false) AS "plainIssuer",
		coalesce(${ruleOption('delegate_ident_mapping')} IN ('1', 'on', 'true', 'yes'), false) AS "delegatesMapping",
		coalesce(options && ARRAY['ldaptls=1', 'ldaptls=true', 'ldapscheme=ldaps'], false) AS "protectsPassword",
		error IS NOT NULL AND type IS NULL AS error
		FROM pg_hba_file_rules`,
});

/** Words that mean themselves in quotes, and much more without (PostgreSQL manual, The pg_hba.conf File). */
const quoted = '"(all|replication|sameuser|samerole|samegroup|samehost|samenet|[+][^"]*)"';

/**
 * The time of the file is shown to superusers, and to members of pg_read_server_files who may execute pg_stat_file; others are
 * refused, which is no reason to grant so much. A change within the second of the load is not seen: the time of a file is
 * given in whole seconds, and tools that write and reload at once are the rule. Lists of names (`@file`) are not looked at.
 * @param major included files came with 16
 * @param texts whether this role may read the files; nothing of them leaves the server but one bit
 */
export const rulesFileQuery = (major: number, texts: boolean): Query<RulesFile> => ({
	row: RulesFile,
	sql: `SELECT max((pg_stat_file(f.name)).modification) > pg_conf_load_time() AS "changedSinceLoad",
		${texts ? `bool_or(regexp_replace(pg_read_file(f.name), '#[^\n]*', '', 'g') ~ '${quoted}')` : 'NULL::boolean'} AS "quotedKeywords"
		FROM (SELECT current_setting('hba_file') AS name
			${major >= 16 ? 'UNION SELECT file_name FROM pg_hba_file_rules WHERE file_name IS NOT NULL' : ''}) f`,
});
