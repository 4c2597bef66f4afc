/** Faults in spellings that a hurried look misses: each is the same fault as another file plants, written another way. */

export type Variant = {
	readonly check: string;
	/** The object of the finding; left out where the check has one finding for all. */
	readonly object?: string;
	readonly sql: string;
	/** The first major version that knows the statement. */
	readonly since?: number;
};

const roles: readonly Variant[] = [
	{
		check: 'pg-ownership-app-role',
		object: 'shop_app',
		sql: 'CREATE TABLE public.kept (id int PRIMARY KEY); ALTER TABLE public.kept OWNER TO shop_app; REVOKE ALL ON public.kept FROM shop_app',
	},
	{check: 'pg-replication-roles', object: 'root_app', sql: 'ALTER ROLE root_app SUPERUSER'},
	{
		check: 'pg-role-valid-until',
		object: 'gone',
		sql: "CREATE ROLE gone LOGIN VALID UNTIL '-infinity'",
	},
	{
		check: 'pg-role-valid-until',
		object: 'today',
		sql: `DO $$BEGIN EXECUTE format('CREATE ROLE today LOGIN VALID UNTIL %L', now() - interval '1 second'); END$$`,
	},
	{
		check: 'pg-role-escalation-graph',
		object: 'clerk',
		sql: 'CREATE ROLE clerk LOGIN; GRANT ALTER SYSTEM ON PARAMETER hba_file TO clerk',
		since: 15,
	},
	{
		check: 'pg-role-escalation-graph',
		object: 'loader',
		sql: 'CREATE ROLE loader LOGIN; GRANT SET ON PARAMETER session_preload_libraries TO loader',
		since: 15,
	},
	{
		check: 'pg-dangerous-dev-gucs',
		object: 'role clerk2 zero_damaged_pages',
		sql: "CREATE ROLE clerk2 LOGIN; ALTER ROLE clerk2 SET zero_damaged_pages = 'tru'",
	},
	{
		check: 'pg-security-guc-overrides',
		object: 'role clerk3 row_security',
		sql: "CREATE ROLE clerk3 LOGIN; ALTER ROLE clerk3 SET row_security = 'n'",
	},
	{
		check: 'pg-privileged-change-monitoring',
		object: 'role clerk4',
		sql: "CREATE ROLE clerk4 LOGIN; ALTER ROLE clerk4 SET log_statement = 'NONE'",
	},
	{
		check: 'pg-privileged-change-monitoring',
		object: 'role clerk5',
		sql: "CREATE ROLE clerk5 LOGIN; ALTER ROLE clerk5 SET log_min_messages = 'panic'",
	},
	{
		check: 'pg-search-path-writable',
		object: 'shared',
		sql: 'CREATE SCHEMA shared; GRANT CREATE ON SCHEMA shared TO PUBLIC',
	},
];

const objects: readonly Variant[] = [
	{
		check: 'pg-no-primary-key',
		sql: 'CREATE TABLE public.parts (id int NOT NULL) PARTITION BY RANGE (id); CREATE TABLE public.parts1 PARTITION OF public.parts FOR VALUES FROM (0) TO (10); ALTER TABLE ONLY public.parts ADD PRIMARY KEY (id)',
	},
	{
		check: 'pg-password-in-usermapping',
		object: 'server by_address',
		sql: "CREATE FOREIGN DATA WRAPPER plain; CREATE SERVER by_address FOREIGN DATA WRAPPER plain OPTIONS (uri 'https://u:hunter2hunter@h/')",
	},
	{
		check: 'pg-password-in-usermapping',
		object: 'server odbc',
		sql: 'CREATE SERVER odbc FOREIGN DATA WRAPPER plain OPTIONS ("odbc_PWD" \'hunter2hunter\')',
	},
	{
		check: 'pg-sensitive-columns-exposed',
		object: 'public.People.passwordHash',
		sql: 'CREATE TABLE public."People" (id int PRIMARY KEY, "passwordHash" text); GRANT SELECT ON public."People" TO PUBLIC',
	},
	{
		check: 'pg-sensitive-columns-exposed',
		object: 'public.staff.iban',
		sql: 'CREATE TABLE public.staff (id int PRIMARY KEY, iban text); GRANT SELECT ON public.staff TO hr; GRANT hr TO shop_bi',
	},
	{
		check: 'pg-triggers-disabled',
		object: 'public.items noted',
		sql: "CREATE TABLE public.items (id int PRIMARY KEY); CREATE FUNCTION public.note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'; CREATE TRIGGER noted AFTER INSERT ON public.items FOR EACH ROW EXECUTE FUNCTION public.note(); ALTER TABLE public.items ENABLE REPLICA TRIGGER noted",
	},
	{
		check: 'pg-triggers-disabled',
		object: 'public.lines foreign key lines_id_fkey',
		sql: 'CREATE TABLE public.lines (id int PRIMARY KEY REFERENCES public.items); ALTER TABLE public.lines DISABLE TRIGGER ALL',
	},
	{check: 'pg-template-db-connect', object: 'shop_test', sql: 'CREATE DATABASE shop_test'},
	{
		check: 'pg-rls-disabled-exposed',
		object: 'public.offers',
		sql: 'CREATE ROLE web_anon NOLOGIN; CREATE TABLE public.offers (id int PRIMARY KEY); GRANT SELECT ON public.offers TO web_anon',
	},
];

const rows: readonly Variant[] = [
	{
		check: 'pg-rls-settable-guc',
		object: 'public.orders own',
		sql: `CREATE TABLE public.orders (id int PRIMARY KEY, tenant text); ALTER TABLE public.orders ENABLE ROW LEVEL SECURITY;
			CREATE FUNCTION public.tenant() RETURNS text LANGUAGE sql STABLE AS $$SELECT pg_catalog.Current_Setting('app.tenant', true)$$;
			CREATE POLICY own ON public.orders TO "Sales Staff" USING (tenant = public.tenant())`,
	},
	{
		check: 'pg-rls-settable-guc',
		object: 'public.orders composed',
		sql: `CREATE POLICY composed ON public.orders AS RESTRICTIVE USING (tenant = current_setting('app.' || current_user))`,
	},
	{
		check: 'pg-rls-user-metadata',
		object: 'public.orders meta',
		sql: `CREATE FUNCTION public.whoami() RETURNS text LANGUAGE sql STABLE AS $$SELECT current_setting('request.jwt.claims')::json -> 'user_metadata' ->> 'tenant'$$;
			CREATE POLICY meta ON public.orders AS RESTRICTIVE USING (tenant = public.whoami())`,
	},
	{
		check: 'pg-rls-user-metadata',
		object: 'public.orders raw',
		sql: `CREATE TABLE public.members (id int PRIMARY KEY, raw_user_meta_data json);
			CREATE POLICY raw ON public.orders AS RESTRICTIVE USING (EXISTS (SELECT FROM public.members m WHERE m.raw_user_meta_data ->> 'role' = 'admin'))`,
	},
	{
		check: 'pg-rls-multiple-permissive',
		object: 'public.orders',
		sql: 'CREATE POLICY chiefs ON public.orders TO chiefs USING (id > 0); GRANT "Sales Staff", chiefs TO shop_app',
	},
	{
		check: 'pg-rls-with-check-missing',
		object: 'public.inserted inserts',
		// The restrictive policies of the table above would take it back.
		sql: `CREATE TABLE public.inserted (id int); ALTER TABLE public.inserted ENABLE ROW LEVEL SECURITY;
			CREATE POLICY inserts ON public.inserted FOR INSERT TO hr WITH CHECK ((SELECT true))`,
	},
	{
		check: 'pg-view-security-barrier',
		object: 'public.mine',
		sql: `CREATE FUNCTION public.me() RETURNS text LANGUAGE plpgsql STABLE AS 'BEGIN RETURN current_user; END';
			CREATE VIEW public.mine AS SELECT * FROM public.items WHERE public.me() = 'x'; GRANT SELECT ON public.mine TO PUBLIC`,
	},
	{
		check: 'pg-view-security-barrier',
		object: 'public.joined',
		sql: `CREATE VIEW public.joined AS SELECT i.* FROM public.items i JOIN public.staff s ON s.iban = USER; GRANT SELECT ON public.joined TO PUBLIC`,
	},
];

const secret = (name: string, body: string): Variant => ({
	check: 'pg-secrets-in-functions',
	object: `function public.${name}()`,
	sql: `CREATE FUNCTION public.${name}() RETURNS void LANGUAGE plpgsql AS $body$${body}$body$`,
});

const secrets: readonly Variant[] = [
	secret('typed', `DECLARE v_password constant text := 'hunter2hunter'; BEGIN END`),
	secret('dollars', `DECLARE db_password text := $x$hunter2hunter$x$; BEGIN END`),
	secret('quoted', `BEGIN PERFORM 'host=h password=''hunter2hunter'''; END`),
	secret('json', `BEGIN PERFORM '{"api_key": "hunter2hunter"}'; END`),
	secret('bearer', `BEGIN PERFORM 'Authorization: Bearer hunter2hunter2hunter'; END`),
	secret('sealed', `BEGIN PERFORM pgp_sym_decrypt(x, 'hunter2hunter'); END`),
	{
		check: 'pg-secrets-in-functions',
		object: 'function public.preset(token text)',
		sql: `CREATE FUNCTION public.preset(token text DEFAULT 'AKIAABCDEFGHIJKLMNOP') RETURNS text LANGUAGE sql AS 'SELECT $1'`,
	},
	{
		check: 'pg-secrets-in-functions',
		object: 'comment pg_namespace public',
		sql: "COMMENT ON SCHEMA public IS 'see postgresql://u:hunter2hunter@db/shop'",
	},
];

export const variants: readonly Variant[] = [...roles, ...objects, ...rows, ...secrets];

export const setUp: readonly string[] = [
	"CREATE ROLE monitor LOGIN PASSWORD 'm-secret'; GRANT pg_monitor TO monitor",
	"CREATE ROLE shop_app LOGIN PASSWORD 'x-secret'; CREATE ROLE root_app LOGIN",
	'CREATE ROLE hr NOLOGIN; CREATE ROLE chiefs NOLOGIN; CREATE ROLE "Sales Staff" NOLOGIN',
	"CREATE ROLE shop_bi LOGIN NOINHERIT PASSWORD 'y-secret'",
];

export const settings = {log_statement: 'ddl', search_path: 'SHARED, app'};

export const identities = [
	{role: 'application', user: 'shop_app', database: 'postgres'},
	{role: 'application', user: 'root_app', database: 'postgres'},
	{role: 'reporting', user: 'shop_bi', database: 'postgres'},
] as const;
