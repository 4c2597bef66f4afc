import type {Evasion} from './evasion-base.js';

const snowball = (language: string, name: string, file: string): string =>
	`DO $do$ BEGIN EXECUTE format('CREATE OR REPLACE FUNCTION ${name}(internal, internal, internal, internal) RETURNS internal
		LANGUAGE ${language} STRICT AS %L, %L', ${file}, 'dsnowball_lexize'); END $do$`;

/** Defects that hide from a first look at the catalogue: other schemas, languages, ways and spellings. */
export const evasions: readonly Evasion[] = [
	{
		check: 'pg-audit-table-tamper',
		object: 'shop_app audit.events',
		sql: ['GRANT DELETE ON audit.events TO shop_app'],
	},
	{
		check: 'pg-audit-table-tamper',
		object: 'shop_app public.AuditEvents',
		sql: [
			'CREATE TABLE public."AuditEvents" (id int)',
			'GRANT UPDATE (id) ON public."AuditEvents" TO shop_app',
		],
	},
	{
		check: 'pg-audit-table-tamper',
		object: 'shop_app public.y2026',
		sql: [
			'CREATE TABLE public.audit_log (id int) PARTITION BY RANGE (id)',
			'CREATE TABLE public.y2026 PARTITION OF public.audit_log FOR VALUES FROM (0) TO (10)',
			'GRANT TRUNCATE ON public.y2026 TO shop_app',
		],
	},
	{
		check: 'pg-audit-table-tamper',
		object: 'writer audit.events',
		sql: ['GRANT pg_write_all_data TO writer'],
		since: 14,
	},
	{
		check: 'pg-backup-role',
		object: 'dump',
		sql: ['GRANT INSERT ON public.tenants TO dump'],
	},
	{
		check: 'pg-collation-mismatch',
		object: 'database postgres',
		sql: ["UPDATE pg_database SET datcollversion = '2.31' WHERE datname = 'postgres'"],
		since: 15,
	},
	{
		check: 'pg-collation-mismatch',
		object: 'collation public.rooted',
		sql: [
			"CREATE COLLATION public.rooted (provider = icu, locale = 'und')",
			`CREATE INDEX inside ON public.tenants ((note < 'x' COLLATE public.rooted))`,
			"UPDATE pg_collation SET collversion = '0' WHERE collname = 'rooted'",
		],
	},
	{
		check: 'pg-event-triggers',
		object: 'replicas only',
		sql: [
			'CREATE EVENT TRIGGER "replicas only" ON ddl_command_end EXECUTE FUNCTION public.ddl()',
			'ALTER EVENT TRIGGER "replicas only" ENABLE REPLICA',
		],
	},
	{
		check: 'pg-event-triggers',
		object: 'of_extension',
		sql: [
			'CREATE EVENT TRIGGER of_extension ON sql_drop EXECUTE FUNCTION public.ddl()',
			'ALTER EVENT TRIGGER of_extension DISABLE; ALTER EXTENSION hstore ADD EVENT TRIGGER of_extension',
		],
	},
	{
		check: 'pg-login-event-trigger',
		object: 'in_extension',
		sql: [
			'CREATE EVENT TRIGGER in_extension ON login EXECUTE FUNCTION public.ddl()',
			'ALTER EXTENSION hstore ADD EVENT TRIGGER in_extension',
		],
		since: 17,
	},
	{
		check: 'pg-extension-outdated',
		object: 'pg_trgm',
		sql: ["UPDATE pg_extension SET extversion = '9.9' WHERE extname = 'pg_trgm'"],
		outcome: 'unknown',
	},
	{
		check: 'pg-extension-outdated',
		object: 'gone',
		sql: ["UPDATE pg_extension SET extname = 'gone' WHERE extname = 'hstore'"],
		outcome: 'unknown',
	},
	{
		check: 'pg-foreign-auth-users-exposed',
		object: 'auth.list',
		sql: [
			'CREATE VIEW auth.list AS SELECT * FROM auth.users',
			'GRANT SELECT ON auth.list TO authenticated',
		],
	},
	{
		check: 'pg-foreign-auth-users-exposed',
		object: 'auth.users',
		sql: ['GRANT SELECT (email) ON auth.users TO anon'],
	},
	{
		check: 'pg-foreign-table-exposed',
		object: 'public.sales_old',
		sql: [
			'CREATE TABLE public.sales (id int) PARTITION BY RANGE (id)',
			'CREATE FOREIGN TABLE public.sales_old PARTITION OF public.sales FOR VALUES FROM (0) TO (10) SERVER far',
			'GRANT SELECT ON public.sales TO PUBLIC',
		],
	},
	{
		check: 'pg-function-search-path-mutable',
		object: 'public.own() policy',
		sql: [
			`CREATE FUNCTION public.own() RETURNS boolean LANGUAGE sql SET search_path = "$user", public AS 'SELECT true'`,
			'CREATE POLICY own ON public.tenants USING (public.own())',
		],
	},
	{
		check: 'pg-function-search-path-mutable',
		object: 'public.floats() event trigger',
		sql: [
			"CREATE FUNCTION public.floats() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
			'CREATE EVENT TRIGGER floats ON sql_drop EXECUTE FUNCTION public.floats()',
		],
	},
	{
		check: 'pg-function-search-path-mutable',
		object: 'public.half(integer) generated column',
		sql: [
			"CREATE FUNCTION public.half(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 / 2'",
			'CREATE TABLE public.halves (a int, b int GENERATED ALWAYS AS (public.half(a)) STORED)',
		],
	},
	{
		check: 'pg-grant-option',
		object: 'shop_app foreign server far',
		sql: ['GRANT USAGE ON FOREIGN SERVER far TO shop_app WITH GRANT OPTION'],
	},
	{
		check: 'pg-grant-option',
		object: 'shop_app setting log_statement',
		sql: ['GRANT SET ON PARAMETER log_statement TO shop_app WITH GRANT OPTION'],
		since: 15,
	},
	{
		check: 'pg-index-health',
		object: 'pg_toast',
		sql: [
			`UPDATE pg_index SET indisvalid = false WHERE indrelid = (SELECT reltoastrelid FROM pg_class WHERE oid = 'public.tenants'::regclass)`,
		],
	},
	{
		check: 'pg-int-pk-exhaustion',
		object: 'public.apart',
		sql: [
			'CREATE SEQUENCE public.apart; CREATE DOMAIN public.key AS int',
			"CREATE TABLE public.counted (id public.key DEFAULT nextval('public.apart'))",
			"SELECT setval('public.apart', 2100000000)",
		],
	},
	{
		check: 'pg-int-pk-exhaustion',
		object: 'public.downward',
		sql: [
			'CREATE SEQUENCE public.downward AS int INCREMENT -1 MINVALUE -2147483648',
			"SELECT setval('public.downward', -2100000000)",
		],
	},
	{
		check: 'pg-int-pk-exhaustion',
		object: 'public.late',
		sql: ['CREATE SEQUENCE public.late AS int START 2100000000'],
	},
	{
		check: 'pg-matview-exposes-rls',
		object: 'public.copied public.tenants',
		sql: [
			'CREATE MATERIALIZED VIEW public.copied AS SELECT * FROM public.tenants',
			'CREATE VIEW public.shown AS SELECT * FROM public.copied; GRANT SELECT ON public.shown TO shop_app',
		],
	},
	{
		check: 'pg-event-triggers',
		object: 'role shop_app',
		sql: ['ALTER ROLE shop_app SET event_triggers = off'],
		since: 17,
	},
	{
		check: 'pg-large-object-public',
		object: 'database postgres lo_compat_privileges',
		sql: ['ALTER DATABASE postgres SET lo_compat_privileges = on'],
	},
	{
		check: 'pg-dblink-installed',
		object: 'public.far()',
		sql: [
			"CREATE FUNCTION public.far() RETURNS text[] LANGUAGE c AS '$libdir/dblink', 'dblink_get_connections'",
		],
	},
	{
		check: 'pg-grant-option',
		object: 'shop_app new tables of postgres',
		sql: ['ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO shop_app WITH GRANT OPTION'],
	},
	{
		check: 'pg-c-language-user-function',
		object: 'pg_catalog.dsnowball_lexize(internal, internal, internal, internal)',
		sql: [
			snowball(
				'c',
				'pg_catalog.dsnowball_lexize',
				"(SELECT setting FROM pg_config WHERE name = 'PKGLIBDIR') || '/dict_snowball'",
			),
		],
	},
	{
		check: 'pg-c-language-user-function',
		object: 'public.hidden(internal, internal, internal, internal)',
		sql: [
			'ALTER LANGUAGE c RENAME TO kay',
			snowball('kay', 'public.hidden', "'$libdir/dict_snowball'"),
		],
	},
];
