/** Object ids from 16384 on were not made by initdb. */
const ofUsers = 'oid >= 16384';
const policies =
	'SELECT polrelid::regclass, polname, polcmd, polpermissive, polroles::regrole[], pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid) FROM pg_policy';
const heldOnTables = `SELECT rolname, c.oid::regclass, p FROM pg_roles r CROSS JOIN pg_class c CROSS JOIN unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p WHERE rolcanlogin AND NOT rolsuper AND relkind IN ('r', 'p', 'v', 'm', 'f') AND c.${ofUsers} AND has_table_privilege(r.oid, c.oid, p)`;
/** Views and what they read, as far as row security matters. */
const viewsOver = (condition: string): string =>
	`SELECT DISTINCT v.oid::regclass, v.relowner::regrole, v.relacl, v.reloptions, t.oid::regclass, t.relrowsecurity FROM pg_rewrite w JOIN pg_class v ON v.oid = ev_class JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid AND d.refclassid = 'pg_class'::regclass JOIN pg_class t ON t.oid = refobjid WHERE t.oid <> v.oid AND ${condition}`;
const tables = (columns: string, condition: string): string =>
	`SELECT c.oid::regclass, ${columns} FROM pg_class c WHERE ${condition} AND c.${ofUsers}`;

/** What shows who may do what with the objects of a database, for psql. */
export const objectSources = {
	identityPrivileges: heldOnTables,
	backupPrivileges: heldOnTables,
	auditedObjects:
		"SELECT c.oid::regclass, privilege_type FROM pg_class c CROSS JOIN aclexplode(relacl) a WHERE grantee::regrole::text = current_setting('pgaudit.role', true)",
	adminFunctions:
		"SELECT oid::regprocedure, proacl FROM pg_proc WHERE proacl IS NOT NULL AND proname LIKE ANY (ARRAY['pg_read_%', 'pg_ls_%', 'pg_stat_file', 'pg_file_%', 'lo_import', 'lo_export', 'dblink_connect_u', 'pg_reload_conf', 'pg_rotate_logfile', 'pg_switch_wal', 'pg_create_restore_point', 'pg_promote', 'pg_stat_reset'])",
	schemas:
		"SELECT nspname, nspowner::regrole, nspacl FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'",
	publicGrants: `SELECT c.oid::regclass, privilege_type FROM pg_class c CROSS JOIN aclexplode(relacl) a WHERE grantee = 0 AND (c.${ofUsers} OR relname IN ('pg_authid', 'pg_shadow', 'pg_user_mapping', 'pg_statistic', 'pg_statistic_ext_data', 'pg_largeobject', 'pg_hba_file_rules', 'pg_ident_file_mappings', 'pg_file_settings')); SELECT attrelid::regclass, attname, attacl FROM pg_attribute WHERE attacl IS NOT NULL`,
	defaultGrants:
		'SELECT defaclrole::regrole, defaclnamespace::regnamespace, defaclobjtype, defaclacl FROM pg_default_acl',
	definerFunctions: `SELECT oid::regprocedure, proowner::regrole, proconfig, proacl FROM pg_proc WHERE prosecdef AND ${ofUsers}`,
	untrustedLanguages:
		'SELECT lanname, p.oid::regprocedure, proacl FROM pg_language l LEFT JOIN pg_proc p ON prolang = l.oid WHERE lanispl AND NOT lanpltrusted',
	tenantTables: tables(
		'relowner::regrole, relrowsecurity, relforcerowsecurity, relacl, ARRAY(SELECT polname FROM pg_policy WHERE polrelid = c.oid)',
		"relkind IN ('r', 'p')",
	),
	openPolicies: policies,
	policies,
	joinedPolicies: policies,
	bypassingViews: viewsOver('t.relrowsecurity'),
	rowSecurityCopies: viewsOver('t.relrowsecurity'),
	webViewsOfUsers: viewsOver("t.relname = 'users'"),
	extensions: 'SELECT extname, extversion, extnamespace::regnamespace FROM pg_extension',
	foreignServers:
		'SELECT srvname, fdwname, srvoptions FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = srvfdw',
	webTables: tables('relacl', "relkind IN ('r', 'p') AND NOT relrowsecurity"),
	webForeignTables: tables('relacl', "relkind = 'f'"),
	filterViews: tables('relacl, reloptions, pg_get_viewdef(c.oid)', "relkind = 'v'"),
	sensitiveColumns: `SELECT attrelid::regclass, attname, relacl, attacl FROM pg_attribute JOIN pg_class c ON c.oid = attrelid WHERE attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'p', 'v', 'm', 'f') AND c.${ofUsers}`,
	auditTables: tables('relowner::regrole, relacl', "relkind IN ('r', 'p')"),
	handedOn: `SELECT c.oid::regclass, grantee::regrole, privilege_type FROM pg_class c CROSS JOIN aclexplode(relacl) a WHERE is_grantable AND grantee <> relowner; SELECT nspname, nspacl FROM pg_namespace; SELECT datname, datacl FROM pg_database; SELECT oid::regprocedure, proacl FROM pg_proc WHERE proacl IS NOT NULL AND ${ofUsers}`,
	superuserObjects: `SELECT c.oid::regclass, relowner::regrole FROM pg_class c JOIN pg_roles r ON r.oid = relowner WHERE rolsuper AND c.${ofUsers}; SELECT p.oid::regprocedure, proowner::regrole FROM pg_proc p JOIN pg_roles r ON r.oid = proowner WHERE rolsuper AND p.${ofUsers}`,
	openLargeObjects:
		'SELECT m.oid, privilege_type FROM pg_largeobject_metadata m CROSS JOIN aclexplode(lomacl) a WHERE grantee = 0',
	foreignSecrets:
		'SELECT srvname, srvoptions FROM pg_foreign_server; SELECT fdwname, fdwoptions FROM pg_foreign_data_wrapper; SELECT ftrelid::regclass, ftoptions FROM pg_foreign_table; SELECT attrelid::regclass, attname, attfdwoptions FROM pg_attribute WHERE attfdwoptions IS NOT NULL; SELECT srvname, usename, umoptions FROM pg_user_mappings',
	unvacuumedTables: tables('reloptions', "reloptions::text ~ 'autovacuum_enabled'"),
	unloggedTables: tables('relpersistence', "relkind = 'r' AND relpersistence = 'u'"),
	keylessTables: tables(
		'relkind',
		"relkind IN ('r', 'p') AND NOT relispartition AND NOT EXISTS (SELECT FROM pg_index WHERE indrelid = c.oid AND indisvalid AND (indisprimary OR indisreplident))",
	),
} as const;
