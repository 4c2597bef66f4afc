/** A PostgreSQL in whose database something is wrong for each check of code, secrets, policies and what is open to many. */

const policies: readonly string[] = [
	'CREATE TABLE public.orders (id int PRIMARY KEY, tenant text, note text)',
	'ALTER TABLE public.orders ENABLE ROW LEVEL SECURITY',
	`CREATE POLICY meta ON public.orders USING (tenant = (current_setting('request.jwt.claims')::json -> 'user_metadata' ->> 'tenant'))`,
	`CREATE POLICY setting ON public.orders FOR SELECT USING (current_setting('app.tenant', true) IS NULL OR tenant = current_setting('app.tenant', true))`,
	'CREATE POLICY writing ON public.orders FOR UPDATE USING (tenant = current_user) WITH CHECK (true)',
	'CREATE TABLE public.drafts (id int PRIMARY KEY); ALTER TABLE public.drafts ENABLE ROW LEVEL SECURITY',
	'CREATE MATERIALIZED VIEW public.totals AS SELECT * FROM public.orders; GRANT SELECT ON public.totals TO shop_bi',
	'CREATE VIEW public.own AS SELECT * FROM public.orders WHERE tenant = current_user; GRANT SELECT ON public.own TO shop_bi',
	'CREATE TABLE public.users (id int PRIMARY KEY, password_hash text, birth_date date)',
	'GRANT SELECT ON public.users TO anon, shop_bi',
	'CREATE TABLE public.people (id int PRIMARY KEY, mail text); GRANT SELECT (mail) ON public.people TO anon',
	'CREATE SCHEMA auth; CREATE TABLE auth.users (id int PRIMARY KEY, email text)',
	'CREATE VIEW public.profiles AS SELECT * FROM auth.users; GRANT SELECT ON public.profiles TO authenticated',
];

const secrets = (major: number): readonly string[] => [
	"CREATE FUNCTION public.sync() RETURNS text LANGUAGE sql AS $$SELECT dblink_connect('host=h user=u password=hunter2hunter')$$",
	"CREATE FUNCTION public.harmless(password text) RETURNS text LANGUAGE sql AS $$SELECT 'password is ' || $1$$",
	"CREATE VIEW public.addresses AS SELECT 'https://u:hunter2hunter@example.com/'::text AS url",
	"COMMENT ON TABLE public.users IS 'import with postgresql://u:hunter2hunter@db/shop'",
	"CREATE TABLE public.conf (id int PRIMARY KEY, api text DEFAULT 'AKIAABCDEFGHIJKLMNOP')",
	'CREATE FOREIGN DATA WRAPPER plain',
	"CREATE SERVER open_server FOREIGN DATA WRAPPER plain OPTIONS (api_key 'hunter2hunter')",
	"CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'far.example', sslmode 'verify-full')",
	"CREATE USER MAPPING FOR shop_bi SERVER far OPTIONS (user 'u', password 'hunter2hunter')",
	...(major >= 13
		? ["CREATE USER MAPPING FOR shop_app SERVER far OPTIONS (user 'u', password_required 'false')"]
		: []),
	'CREATE FOREIGN TABLE public.stock (id int) SERVER far; GRANT SELECT ON public.stock TO PUBLIC',
];

const objects: readonly string[] = [
	'SELECT lo_create(4711); GRANT SELECT ON LARGE OBJECT 4711 TO PUBLIC',
	"CREATE FUNCTION public.mynow() RETURNS timestamptz LANGUAGE internal AS 'now'",
	"CREATE FUNCTION public.norm(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower($1)'",
	'CREATE INDEX norm_index ON public.orders (public.norm(note))',
	'CREATE TABLE public.audit_log (id int PRIMARY KEY); GRANT INSERT, UPDATE (id) ON public.audit_log TO shop_app',
	"CREATE EXTENSION pg_trgm VERSION '1.3'",
	'CREATE PUBLICATION cdc FOR ALL TABLES',
	"CREATE SUBSCRIPTION incoming CONNECTION 'host=far.example dbname=x password=hunter2hunter' PUBLICATION p WITH (connect = false)",
	'CREATE UNLOGGED TABLE public.carts (id int)',
	"UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'norm_index'::regclass",
	"CREATE TABLE public.counted (id serial PRIMARY KEY); SELECT setval('counted_id_seq', 2100000000)",
	'CREATE TABLE public.texts (id int PRIMARY KEY, t text COLLATE "und-x-icu")',
	"UPDATE pg_collation SET collversion = '0' WHERE collname = 'und-x-icu'",
];

/** Run as superuser, one after the other. */
export const defects = (major: number): readonly string[] => [
	'CREATE EXTENSION pg_stat_statements; CREATE EXTENSION dblink; CREATE EXTENSION postgres_fdw',
	"CREATE ROLE monitor LOGIN PASSWORD 'm-secret'; GRANT pg_monitor TO monitor",
	"CREATE ROLE shop_app LOGIN PASSWORD 'x-secret'",
	"CREATE ROLE shop_bi LOGIN PASSWORD 'y-secret'",
	'CREATE ROLE anon NOLOGIN; CREATE ROLE authenticated NOLOGIN',
	...policies,
	...secrets(major),
	...objects,
	'CREATE DATABASE dvdrental',
];

export const settings = {
	shared_preload_libraries: 'pg_stat_statements',
	max_prepared_transactions: 5,
	superuser_reserved_connections: 0,
};

/** The checks that a monitoring role sees fail. */
export const failing: readonly string[] = [
	'pg-secrets-in-functions',
	'pg-query-text-exposure',
	'pg-password-in-usermapping',
	'pg-foreign-table-exposed',
	'pg-rls-user-metadata',
	'pg-rls-settable-guc',
	'pg-rls-with-check-missing',
	'pg-rls-no-policy',
	'pg-rls-multiple-permissive',
	'pg-rls-disabled-exposed',
	'pg-foreign-auth-users-exposed',
	'pg-matview-exposes-rls',
	'pg-view-security-barrier',
	'pg-large-object-public',
	'pg-c-language-user-function',
	'pg-function-search-path-mutable',
	'pg-audit-table-tamper',
	'pg-sensitive-columns-exposed',
	'pg-extension-in-public',
	'pg-extension-outdated',
	'pg-dblink-installed',
	'pg-publication-all',
	'pg-unlogged-tables',
	'pg-no-primary-key',
	'pg-index-health',
	'pg-collation-mismatch',
	'pg-template-db-connect',
	'pg-connection-headroom',
	'pg-ha-replica-count',
];

/** The checks that fail for a superuser, and are unknown to a monitoring role. */
export const onlyForSuperusers = (major: number): readonly string[] => [
	...(major >= 13 ? ['pg-fdw-password-required-false'] : []),
	'pg-int-pk-exhaustion',
	'pg-subscription-conninfo',
];
