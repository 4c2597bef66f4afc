import type {Variant} from './planted-variants.js';

const foreign = (name: string, options: string, wrapper = 'postgres_fdw'): Variant => ({
	check: 'pg-fdw-sslmode',
	object: name,
	sql: `CREATE SERVER ${name} FOREIGN DATA WRAPPER ${wrapper} OPTIONS (${options})`,
});

const secret = (object: string, sql: string): Variant => ({
	check: 'pg-secrets-in-functions',
	object,
	sql,
});

/** Faults that a check once called absent; each on a server where nothing else would have it fail. */
export const falsePasses: readonly Variant[] = [
	foreign('several', `host '/tmp,db.example'`),
	foreign('dressed', `host '127.evil.example.com'`),
	foreign('renamed', `host 'db.example', sslmode 'disable'`, 'plain_name'),
	{
		check: 'pg-search-path-writable',
		object: 'lib',
		sql: 'CREATE SCHEMA lib; GRANT CREATE ON SCHEMA lib TO bi_group; ALTER ROLE shop_app SET search_path = app, lib',
	},
	secret(
		'comment public.logins',
		"COMMENT ON COLUMN public.logins.note IS 'login: admin, password: hunter2hunter'",
	),
	secret(
		'comment public.hooks',
		`CREATE TABLE public.hooks (id int); COMMENT ON TABLE public.hooks IS '{\\"api_key\\": \\"hunter2hunter\\"}'`,
	),
	secret(
		'rule public.logins noted',
		`CREATE RULE noted AS ON INSERT TO public.logins WHERE new.id < 0 DO ALSO SELECT 'password=hunter2hunter'`,
	),
	secret(
		'constraint public.logins known',
		"ALTER TABLE public.logins ADD CONSTRAINT known CHECK (password <> 'x' OR password = 'hunter2hunter')",
	),
	secret(
		'constraint public.coded coded_check',
		"CREATE DOMAIN public.coded AS varchar(40) CONSTRAINT coded_check CHECK (VALUE <> 'password=hunter2hunter')",
	),
	secret(
		'policy public.logins by_key',
		"CREATE POLICY by_key ON public.logins USING (current_setting('app.k') = 'password=hunter2hunter')",
	),
	secret(
		'index public.by_password',
		"CREATE INDEX by_password ON public.logins (id) WHERE api_key = 'hunter2hunter'",
	),
	{check: 'pg-password-equals-name', object: 'anna', sql: "CREATE ROLE anna LOGIN PASSWORD 'Anna'"},
	{check: 'pg-password-equals-name', object: 'rita', sql: "CREATE ROLE rita LOGIN PASSWORD 'RITA'"},
	{
		check: 'pg-password-equals-name',
		object: 'Otto',
		sql: `SET password_encryption = 'md5'; CREATE ROLE "Otto" LOGIN PASSWORD 'otto'; RESET password_encryption`,
	},
	{
		check: 'pg-autovacuum-disabled',
		object: 'public.swollen',
		sql: 'CREATE TABLE public.swollen (id int) WITH (autovacuum_enabled = off)',
	},
	{
		check: 'pg-autovacuum-disabled',
		object: 'public.toasted',
		sql: 'CREATE TABLE public.toasted (t text) WITH (toast.autovacuum_enabled = No)',
	},
	{
		check: 'pg-publication-all',
		object: 'wide',
		sql: 'CREATE PUBLICATION wide FOR TABLES IN SCHEMA public',
		since: 15,
	},
];

/** What looks like one of them and is none: no finding names these. */
export const harmless: readonly Variant[] = [
	foreign('near', `host '/tmp,localhost', hostaddr '127.0.0.1'`),
	foreign('certain', `host 'db.example', sslmode 'verify-full'`),
	secret(
		'comment public.kept',
		"CREATE TABLE public.kept (id int); COMMENT ON TABLE public.kept IS 'password: see the vault'",
	),
	secret(
		'comment public.dated',
		"CREATE TABLE public.dated (id int); COMMENT ON TABLE public.dated IS 'last password: 2026-01-02, secret: scram-sha-256, api_key: https://vault.example/v1'",
	),
	{
		check: 'pg-search-path-writable',
		object: 'app',
		sql: 'CREATE SCHEMA app; GRANT CREATE ON SCHEMA app TO shop_app',
	},
	{
		check: 'pg-autovacuum-disabled',
		object: 'public.vacuumed',
		sql: 'CREATE TABLE public.vacuumed (id int) WITH (autovacuum_enabled = on)',
	},
];

export const setUp: readonly string[] = [
	"CREATE ROLE monitor LOGIN PASSWORD 'm-secret'; GRANT pg_monitor TO monitor",
	'CREATE ROLE shop_app LOGIN; CREATE ROLE shop_bi LOGIN; CREATE ROLE bi_group NOLOGIN; GRANT bi_group TO shop_bi',
	'CREATE DATABASE shop2',
	'CREATE EXTENSION postgres_fdw',
	'CREATE FOREIGN DATA WRAPPER plain_name HANDLER postgres_fdw_handler VALIDATOR postgres_fdw_validator',
	'CREATE TABLE public.logins (id int, note text, password text, api_key varchar(40))',
	"CREATE SERVER by_service FOREIGN DATA WRAPPER postgres_fdw OPTIONS (service 'far')",
];
