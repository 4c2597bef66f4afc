/** A PostgreSQL whose access rules, user maps, roles and sessions are not as they should be. */

export const defects = (major: number): readonly string[] => [
	"CREATE ROLE monitor LOGIN PASSWORD 'm-secret'; GRANT pg_monitor TO monitor",
	"CREATE ROLE nobody LOGIN PASSWORD 'n-secret'",
	"CREATE ROLE shop_app LOGIN PASSWORD 'x-secret'; CREATE ROLE shop_bi LOGIN REPLICATION",
	"CREATE ROLE old LOGIN VALID UNTIL '2020-01-01'; CREATE ROLE clerk LOGIN; CREATE ROLE copier LOGIN REPLICATION",
	"CREATE ROLE anna LOGIN SUPERUSER PASSWORD 'anna-secret'",
	'CREATE ROLE dump LOGIN CREATEROLE',
	'CREATE ROLE files NOLOGIN; GRANT pg_write_server_files TO files; GRANT files TO shop_app',
	'CREATE SCHEMA app; GRANT CREATE, USAGE ON SCHEMA app TO shop_app',
	'CREATE TABLE app.carts (id int); ALTER TABLE app.carts OWNER TO shop_app',
	'CREATE TABLE app.orders (id int); GRANT SELECT ON app.orders TO shop_bi WITH GRANT OPTION',
	"CREATE FUNCTION app.note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
	'ALTER FUNCTION app.note() OWNER TO clerk',
	'CREATE TRIGGER note AFTER INSERT ON app.orders FOR EACH ROW EXECUTE FUNCTION app.note()',
	'CREATE SCHEMA shared; GRANT CREATE ON SCHEMA shared TO PUBLIC',
	'ALTER ROLE old SET search_path = app, shared',
	...(major >= 15 ? ['GRANT ALTER SYSTEM ON PARAMETER archive_command TO old'] : []),
	...['ops /^(.*)$ shop_app', 'ops deploy postgres', 'own /^(.*)$ \\1'].map(
		(line, i) =>
			`COPY (SELECT '${line}') TO PROGRAM 'cat ${i === 0 ? '>' : '>>'} pg_ident.conf' (FORMAT csv)`,
	),
	'SELECT pg_reload_conf()',
];

export const hba: readonly string[] = [
	'hostssl all monitor,nobody,anna,postgres,shop_app 127.0.0.1/32 scram-sha-256',
	'host all all 10.0.0.0/8 scram-sha-256',
	'hostnossl all all 10.0.0.0/8 reject',
	'host replication all 10.0.0.0/8 scram-sha-256',
	'hostssl shop shop_app 192.0.2.0/24 cert',
];

/** The checks that fail for whoever may read the rules, and from PostgreSQL 15 the maps. */
export const failingForSuperusers = (major: number): readonly string[] => [
	'pg-hba-superuser-remote',
	'pg-hba-all-database-user',
	'pg-hba-clientcert',
	'pg-hba-unreachable-rule',
	'pg-hba-replication-scope',
	'pg-tls-crl',
	...(major >= 15 ? ['pg-ident-catchall', 'pg-ident-superuser-map'] : []),
];

/** The checks that a monitoring role sees fail. */
export const failing: readonly string[] = [
	'pg-role-escalation-graph',
	'pg-search-path-writable',
	'pg-sessions-by-privileged-role',
	'pg-shared-login-role',
	'pg-backup-role',
	'pg-replication-roles',
	'pg-ownership-app-role',
	'pg-role-valid-until',
	'pg-grant-option',
	'pg-ownership-superuser-objects',
];

export const identities = [
	{role: 'application', user: 'shop_app', database: 'postgres'},
	{role: 'reporting', user: 'shop_bi', database: 'postgres'},
	{role: 'backup', user: 'dump', database: 'postgres'},
] as const;
