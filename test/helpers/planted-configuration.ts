/** A PostgreSQL with a fault for each check of settings that the first set of planted defects leaves out. */

/** Run as superuser, one after the other. */
export const defects = (major: number): readonly string[] => [
	"CREATE ROLE monitor LOGIN PASSWORD 'm-secret'; GRANT pg_monitor TO monitor",
	"CREATE ROLE nobody LOGIN PASSWORD 'n-secret'",
	"CREATE ROLE shop_app LOGIN PASSWORD 'x-secret'",
	'CREATE ROLE anna NOLOGIN; CREATE SCHEMA audit; GRANT CREATE, USAGE ON SCHEMA audit TO anna',
	"CREATE FUNCTION audit.log_ddl() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN RETURN; END'",
	'CREATE EVENT TRIGGER log_ddl ON ddl_command_end EXECUTE FUNCTION audit.log_ddl()',
	'ALTER FUNCTION audit.log_ddl() OWNER TO anna',
	'CREATE EVENT TRIGGER log_drop ON sql_drop EXECUTE FUNCTION audit.log_ddl()',
	'ALTER EVENT TRIGGER log_drop DISABLE',
	...(major >= 17
		? ['CREATE EVENT TRIGGER at_login ON login EXECUTE FUNCTION audit.log_ddl()']
		: []),
	'CREATE TABLE public.orders (id int)',
	"CREATE FUNCTION audit.note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
	'CREATE TRIGGER orders_audit AFTER INSERT ON public.orders FOR EACH ROW EXECUTE FUNCTION audit.note()',
	'ALTER TABLE public.orders DISABLE TRIGGER orders_audit',
	'ALTER SYSTEM SET max_connections = 41',
	'SELECT pg_reload_conf()',
];

export const settings = (major: number): Readonly<Record<string, string | number>> => ({
	session_replication_role: 'replica',
	client_min_messages: 'log',
	log_statement: 'none',
	log_hostname: 'on',
	log_timezone: 'Europe/Berlin',
	log_planner_stats: 'on',
	krb_caseins_users: 'on',
	shared_preload_libraries: 'moddatetime',
	dynamic_library_path: '$libdir:/tmp/lib',
	log_destination: 'syslog,stderr',
	syslog_sequence_numbers: 'off',
	logging_collector: 'on',
	log_file_mode: '0644',
	archive_mode: 'on',
	archive_command: 'test -f %p',
	// Before 18 there is one curve only, and with a weak one no client of today gets in.
	...(major >= 18 ? {ssl_groups: 'X25519:secp224r1', md5_password_warnings: 'off'} : {}),
});

/** The checks that a monitoring role sees fail. */
export const failing = (major: number): readonly string[] => [
	'pg-session-replication-role',
	'pg-client-min-messages',
	'pg-temp-file-limit',
	'pg-log-hostname',
	'pg-log-timezone',
	'pg-log-stats',
	'pg-log-syslog',
	'pg-log-rotation',
	'pg-krb-settings',
	'pg-preload-libraries',
	'pg-library-path',
	'pg-password-policy-extension',
	'pg-auth-delay',
	'pg-pending-restart',
	'pg-alter-system-source',
	'pg-pitr-evidence',
	'pg-event-triggers',
	'pg-triggers-disabled',
	'pg-privileged-change-monitoring',
	...(major >= 17 ? ['pg-login-event-trigger'] : []),
	...(major >= 18 ? ['pg-md5-login-warning', 'pg-tls-groups'] : []),
];

/** Settings that only members of pg_read_all_settings see, so that a role with nothing must not pass them. */
export const hiddenFromAll: readonly string[] = [
	'pg-preload-libraries',
	'pg-library-path',
	'pg-password-policy-extension',
	'pg-auth-delay',
	'pg-tls-groups',
	'pg-config-file-drift',
];
