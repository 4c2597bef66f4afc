import {seen, unseen, type Observed} from '../engine/check.js';
import {workingArchiver} from './examples-archiver.js';
import {nothingSeen, type PostgresFacts} from './facts.js';
import type {Role} from './facts/roles.js';
import type {Listing, Observer, Setting, Settings} from './facts/server.js';

/** A complete list that was seen. */
export const listed = <T>(...items: readonly T[]): Observed<Listing<T>> =>
	seen({items, complete: true});

/** A list that was seen and cut. */
export const cut = <T>(...items: readonly T[]): Observed<Listing<T>> =>
	seen({items, complete: false});

export const observer: Observer = {
	versionNum: 180_007,
	versionText: '18.7',
	user: 'dbvet',
	database: 'shop',
	superuser: false,
	monitor: true,
	readSettings: true,
	readStats: true,
	readRules: true,
	readFileTimes: false,
	readPasswords: true,
	inRecovery: false,
	readOnly: true,
	serverTime: 1_790_000_000_000,
	databases: 1,
};

export const plainRole: Role = {
	name: 'shop_app',
	bootstrap: false,
	superuser: false,
	createRole: false,
	createDatabase: false,
	canLogin: true,
	replication: false,
	bypassRls: false,
	connectionLimit: -1,
	validUntil: null,
};

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
};
const offByDefault = [
	'allow_system_table_mods',
	'zero_damaged_pages',
	'ignore_checksum_failure',
	'ignore_system_indexes',
	'allow_in_place_tablespaces',
	'debug_print_parse',
	'debug_print_rewritten',
	'debug_print_plan',
	'krb_caseins_users',
];

/** Settings of a hardened server with some changed; undefined takes a row away. */
export const settings = (
	changes: Readonly<Record<string, string | undefined>> = {},
): Observed<Settings> =>
	seen(
		Object.fromEntries(
			Object.entries({
				...Object.fromEntries(offByDefault.map(name => [name, 'off'])),
				...values,
				...changes,
			}).flatMap(([name, value]) => (value === undefined ? [] : [[name, setting(value)]])),
		),
	);

/** Facts of a server on which every check passes, with some changed. */
export const example = (changes: Partial<PostgresFacts> = {}): PostgresFacts => ({
	observer: seen(observer),
	provider: seen({candidates: [], signs: []}),
	settings: settings(),
	ownSession: seen({
		tls: true,
		version: 'TLSv1.3',
		cipher: 'TLS_AES_256_GCM_SHA384',
		bits: 256,
		systemUser: 'scram-sha-256:dbvet',
		network: true,
		loopback: false,
	}),
	clock: seen({skewMs: 12, uncertaintyMs: 5}),
	sessions: listed(),
	archiver: seen(workingArchiver),
	slots: listed(),
	rules: listed({
		order: 1,
		place: 'line 1',
		type: 'local',
		databases: ['all'],
		users: ['all'],
		address: null,
		netmask: null,
		method: 'peer',
		clientCertificate: null,
		protectsPassword: false,
		error: false,
	}),
	rulesFile: seen({changedSinceLoad: false}),
	roles: listed({...plainRole, name: 'postgres', bootstrap: true, superuser: true}, plainRole),
	memberships: listed(),
	databases: listed({
		name: 'shop',
		owner: 'shop_owner',
		template: false,
		allowsConnections: true,
		publicConnect: false,
		publicTemporary: false,
		xidAge: 1_000_000,
		multixactAge: 1000,
	}),
	roleSettings: listed(),
	passwords: listed({role: 'shop_app', kind: 'scram', equalsName: false}),
	parameterGrants: listed(),
	identityPrivileges: listed(),
	auditedObjects: seen({
		role: 'auditor',
		exists: true,
		tables: 2,
		reads: 2,
		example: 'public.cards',
	}),
	adminFunctions: listed(),
	schemas: listed({name: 'public', publicCreate: false, publicUsage: true, creators: []}),
	publicGrants: listed(),
	defaultGrants: listed(),
	definerFunctions: listed(),
	untrustedLanguages: listed(),
	tenantTables: listed({
		name: 'public.orders',
		owner: 'shop_owner',
		rowSecurity: true,
		forced: true,
		policies: 1,
		tenantColumn: 'tenant_id',
	}),
	openPolicies: listed(),
	bypassingViews: listed(),
	extensions: listed({name: 'plpgsql', version: '1.0', schema: 'pg_catalog'}),
	foreignServers: listed({
		name: 'warehouse',
		wrapper: 'postgres_fdw',
		remote: true,
		sslmode: 'verify-full',
	}),
	identities: [{role: 'application', user: 'shop_app', database: 'shop'}],
	backups: [],
	...changes,
});

/** A server that refused everything. */
export const blind: PostgresFacts = nothingSeen(
	unseen('permission-denied', {detail: 'permission denied', grant: 'GRANT pg_monitor TO dbvet;'}),
	{identities: [{role: 'application', user: 'shop_app', database: 'shop'}], backups: []},
);

/** A monitoring role with all it should have: the stored passwords are not among that. */
export const hiddenPasswords: PostgresFacts = example({
	passwords: unseen('permission-denied', {
		detail: 'stored passwords are shown to superusers only',
		grant: 'GRANT SELECT (oid, rolname, rolcanlogin, rolpassword) ON pg_authid TO dbvet;',
	}),
});
