import {seen, type Observed} from '../engine/check.js';
import type {Setting, Settings} from './facts/server.js';

const setting = (value: string): Setting => ({
	value,
	source: 'configuration file',
	pendingRestart: false,
	overridden: false,
});

const values: Readonly<Record<string, string>> = {
	ssl: 'on',
	password_encryption: 'scram-sha-256',
	listen_addresses: '10.0.0.5',
	log_connections: 'authorization',
	log_disconnections: 'on',
	log_statement: 'ddl',
	log_line_prefix: '%m [%p] %q%u@%d %r %a ',
	log_destination: 'stderr',
	log_min_messages: 'warning',
	log_min_error_statement: 'error',
	log_error_verbosity: 'default',
	log_min_duration_statement: '1000',
	log_min_duration_sample: '-1',
	log_statement_sample_rate: '1',
	log_transaction_sample_rate: '0',
	log_parameter_max_length: '0',
	log_parameter_max_length_on_error: '0',
	'pgaudit.log': 'ddl, role, write',
	'pgaudit.role': 'auditor',
	fsync: 'on',
	full_page_writes: 'on',
	data_checksums: 'on',
	ssl_min_protocol_version: 'TLSv1.2',
	ssl_ciphers: 'HIGH:!aNULL:!3DES',
	ssl_prefer_server_ciphers: 'on',
	statement_timeout: '30000',
	idle_in_transaction_session_timeout: '60000',
	authentication_timeout: '60',
	row_security: 'on',
	lo_compat_privileges: 'off',
	backslash_quote: 'safe_encoding',
	standard_conforming_strings: 'on',
	synchronous_commit: 'on',
	autovacuum: 'on',
	log_lock_waits: 'on',
	log_replication_commands: 'on',
	ssl_max_protocol_version: '',
	scram_iterations: '4096',
	'rds.force_ssl': '1',
	'pgaudit.log_client': 'off',
	'pgaudit.log_parameter': 'off',
	session_replication_role: 'origin',
	search_path: '"$user", public',
	client_min_messages: 'notice',
	log_timezone: 'UTC',
	logging_collector: 'on',
	log_file_mode: '384',
	log_rotation_age: '1440',
	log_rotation_size: '10240',
	syslog_sequence_numbers: 'on',
	syslog_split_messages: 'on',
	temp_file_limit: '20971520',
	log_directory: 'log',
	log_filename: 'postgresql-%Y-%m-%d_%H%M%S.log',
	log_truncate_on_rotation: 'off',
	'auth_delay.milliseconds': '500',
	archive_mode: 'on',
	archive_timeout: '300',
	wal_level: 'replica',
	shared_preload_libraries: 'pgaudit, passwordcheck, auth_delay',
	session_preload_libraries: '',
	local_preload_libraries: '',
	dynamic_library_path: '$libdir',
	extension_control_path: '$system',
	ssl_ca_file: '',
	ssl_crl_file: '',
	ssl_crl_dir: '',
	ssl_groups: 'X25519:prime256v1',
	md5_password_warnings: 'on',
	oauth_validator_libraries: '',
	allow_alter_system: 'off',
	event_triggers: 'on',
	max_prepared_transactions: '0',
};
const offByDefault = [
	'allow_system_table_mods',
	'zero_damaged_pages',
	'ignore_checksum_failure',
	'ignore_system_indexes',
	'ignore_invalid_pages',
	'allow_in_place_tablespaces',
	'debug_print_parse',
	'debug_print_rewritten',
	'debug_print_plan',
	'krb_caseins_users',
	'db_user_namespace',
	'gss_accept_delegation',
	'log_hostname',
	'log_parser_stats',
	'log_planner_stats',
	'log_executor_stats',
	'log_statement_stats',
];

/** Made once: hundreds of examples are built whenever the checks are loaded. */
const hardened: Settings = Object.fromEntries(
	[...offByDefault.map(name => [name, 'off'] as const), ...Object.entries(values)].map(
		([name, value]) => [name, setting(value)],
	),
);

/** Settings of a hardened server with some changed; undefined takes a row away. */
export const settings = (
	changes: Readonly<Record<string, string | undefined>> = {},
): Observed<Settings> => {
	const rows: Record<string, Setting> = {...hardened};
	for (const [name, value] of Object.entries(changes)) {
		if (value === undefined) Reflect.deleteProperty(rows, name);
		else rows[name] = setting(value);
	}
	return seen(rows);
};
