/** What the hidden defects are planted in, and what only looks like one of them. */

export type Evasion = {
	readonly check: string;
	readonly object: string;
	readonly sql: readonly string[];
	/** What it must come to; `fail` unless given. */
	readonly outcome?: 'unknown';
	readonly since?: number;
};

export const roles: readonly string[] = [
	"CREATE ROLE monitor LOGIN PASSWORD 'm-secret'; GRANT pg_monitor TO monitor",
	"CREATE ROLE nobody LOGIN PASSWORD 'n-secret'",
	"CREATE ROLE shop_app LOGIN PASSWORD 'x-secret'; CREATE ROLE writer LOGIN; CREATE ROLE dump LOGIN",
	'CREATE ROLE anon NOLOGIN; CREATE ROLE authenticated NOLOGIN',
	'CREATE EXTENSION postgres_fdw; CREATE EXTENSION pg_trgm; CREATE EXTENSION hstore',
	"CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'far.example')",
	'CREATE TABLE public.tenants (id int, note text); ALTER TABLE public.tenants ENABLE ROW LEVEL SECURITY',
	'CREATE SCHEMA audit; CREATE TABLE audit.events (id int)',
	'CREATE SCHEMA auth; CREATE TABLE auth.users (id int, email text)',
	'GRANT USAGE ON SCHEMA auth TO anon, authenticated',
	"CREATE FUNCTION public.ddl() RETURNS event_trigger LANGUAGE plpgsql SET search_path = '' AS 'BEGIN END'",
];

/** Things that look like one of the above and are none: no finding may name them. */
export const harmless = (major: number): readonly Evasion[] => [
	...(major >= 15
		? [
				{
					check: 'pg-foreign-auth-users-exposed',
					object: 'public.me',
					sql: [
						'CREATE VIEW public.me WITH (security_invoker = on) AS SELECT * FROM auth.users',
						'GRANT SELECT ON public.me TO authenticated',
					],
				},
			]
		: []),
	...(major >= 14
		? [
				{
					check: 'pg-function-search-path-mutable',
					object: 'public.bound(text) index',
					sql: [
						'CREATE FUNCTION public.bound(t text) RETURNS text LANGUAGE sql IMMUTABLE RETURN lower(t)',
						'CREATE INDEX bound ON public.tenants (public.bound(note))',
					],
				},
			]
		: []),
];
