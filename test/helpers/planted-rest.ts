/** Defects that fit on one server beside each other, each for a check that no other file plants one for. */

export const settings = (major: number): Readonly<Record<string, string | number>> => ({
	// Otherwise a worker might mend the age of the database at once.
	autovacuum: 'off',
	allow_system_table_mods: 'on',
	ssl_max_protocol_version: 'TLSv1.2',
	...(major >= 16 ? {scram_iterations: 1_000} : {}),
});

export const defects: readonly string[] = [
	"CREATE FUNCTION public.open_handler() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler'",
	'CREATE LANGUAGE open_code HANDLER public.open_handler',
	'CREATE ROLE cloudsqlsuperuser NOLOGIN; CREATE ROLE ann LOGIN; CREATE ROLE ben LOGIN; GRANT cloudsqlsuperuser TO ann, ben',
	'CREATE DATABASE aged',
	// 600 million transactions before the present one.
	"UPDATE pg_database SET datfrozenxid = (((txid_current() - 600000000) & 4294967295)::text)::xid WHERE datname = 'aged'",
];

/** What takes them away. */
export const mended: readonly string[] = [
	'DROP LANGUAGE open_code; DROP FUNCTION public.open_handler()',
	'REVOKE cloudsqlsuperuser FROM ben',
	'DROP DATABASE aged',
	'ALTER SYSTEM RESET ssl_max_protocol_version',
	'ALTER SYSTEM RESET scram_iterations',
	'SELECT pg_reload_conf()',
];

/** The checks that find one of these. */
export const failing = (major: number): readonly string[] => [
	'pg-untrusted-language',
	'pg-vendor-admin-members',
	'pg-xid-wraparound',
	'pg-tls-max-version',
	...(major >= 16 ? ['pg-scram-iterations'] : []),
];
