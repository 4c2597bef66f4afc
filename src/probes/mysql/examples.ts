import {seen, unseen, type Observed} from '../engine/check.js';
import type {Listing} from '../engine/verdicts.js';
import {nothingSeen, type MysqlFacts} from './facts.js';
import type {Account} from './facts/accounts.js';
import type {Program} from './facts/objects.js';
import type {Observer, Variables} from './facts/server.js';

/** A complete list that was seen. */
export const listed = <T>(...items: readonly T[]): Observed<Listing<T>> =>
	seen({items, complete: true});

/** A list that was seen in part. */
export const cut = <T>(...items: readonly T[]): Observed<Listing<T>> =>
	seen({items, complete: false});

export const observer: Observer = {
	version: '8.4.13',
	comment: 'Percona Server (GPL), Release 13',
	account: 'dbvet@10.%',
	hostname: 'db1',
	secureFilePriv: null,
	product: 'mysql',
	release: {major: 8, minor: 4, patch: 13},
	peer: {verified: true, why: 'the chain verifies', subject: 'CN=db.example.com'},
};

/** The same place with MariaDB on it. */
export const mariadb: Observer = {
	...observer,
	version: '10.11.19-MariaDB',
	comment: 'MariaDB Server',
	product: 'mariadb',
	release: {major: 10, minor: 11, patch: 19},
	secureFilePriv: '/var/lib/mysql-files/',
};

/** An account of an application with nothing special about it. */
export const account: Account = {
	user: 'shop_app',
	host: '10.0.0.%',
	role: false,
	locked: false,
	logins: [{plugin: 'caching_sha2_password', empty: false}],
	allLogins: true,
	tls: 'any',
	privileges: [],
	lifetimeDays: null,
	reuseHistory: null,
	reuseDays: null,
	lockAfter: 5,
	maxConnections: 20,
	withheld: [],
	restricted: false,
};

/** The administrator of every installation. */
export const root: Account = {
	...account,
	user: 'root',
	host: 'localhost',
	logins: [{plugin: 'auth_socket', empty: true}],
	privileges: ['SUPER', 'FILE', 'CREATE USER', 'GRANT OPTION', 'INSERT', 'PROCESS'],
};

export const program: Program = {
	kind: 'routine',
	schema: 'shop',
	name: 'close_day',
	definer: 'shop_owner@localhost',
	asDefiner: false,
	secretLike: false,
	enabled: true,
};

const values: Variables = {
	version: '8.4.13',
	require_secure_transport: 'ON',
	tls_version: 'TLSv1.2,TLSv1.3',
	ssl_cipher: 'ECDHE-RSA-AES256-GCM-SHA384',
	skip_grant_tables: 'OFF',
	skip_name_resolve: 'ON',
	skip_show_database: 'ON',
	have_symlink: 'DISABLED',
	local_infile: 'OFF',
	old_passwords: '0',
	secure_auth: 'ON',
	authentication_policy: 'caching_sha2_password,,',
	default_password_lifetime: '365',
	password_history: '5',
	password_reuse_interval: '365',
	'validate_password.policy': 'MEDIUM',
	'validate_password.length': '14',
	connection_control_failed_connections_threshold: '3',
	sql_mode: 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION',
	general_log: 'OFF',
	log_raw: 'OFF',
	log_error: '/var/log/mysql/error.log',
	log_error_verbosity: '3',
	log_error_services: 'log_filter_internal; log_sink_internal',
	audit_log_policy: 'ALL',
	log_bin: 'ON',
	log_bin_trust_function_creators: 'OFF',
	sync_binlog: '1',
	innodb_flush_log_at_trx_commit: '1',
	binlog_expire_logs_seconds: '2592000',
	binlog_encryption: 'ON',
	default_table_encryption: 'ON',
	innodb_redo_log_encrypt: 'ON',
	innodb_undo_log_encrypt: 'ON',
	innodb_redo_log_enabled: 'ON',
	innodb_doublewrite: 'ON',
	bind_address: '10.0.0.5',
	event_scheduler: 'OFF',
	datadir: '/var/lib/mysql/',
	block_encryption_mode: 'aes-256-cbc',
	max_connections: '1000',
	max_user_connections: '200',
	wait_timeout: '600',
	performance_schema: 'ON',
};

/** Variables of a hardened server with some changed; undefined takes one away. */
export const variables = (
	changes: Readonly<Record<string, string | undefined>> = {},
): Observed<Variables> =>
	seen(
		Object.fromEntries(
			Object.entries({...values, ...changes}).flatMap(([name, value]) =>
				value === undefined ? [] : [[name, value]],
			),
		),
	);

/** Facts of a server on which every check passes, with some changed. */
export const example = (changes: Partial<MysqlFacts> = {}): MysqlFacts => ({
	observer: seen(observer),
	readOnly: seen(true),
	provider: seen({signs: []}),
	variables: variables(),
	ownSession: seen({cipher: 'TLS_AES_256_GCM_SHA384', version: 'TLSv1.3'}),
	ownPrivileges: seen(['PROCESS', 'SHOW DATABASES']),
	plugins: listed(
		{name: 'caching_sha2_password', status: 'ACTIVE', type: 'AUTHENTICATION'},
		{name: 'audit_log', status: 'ACTIVE', type: 'AUDIT'},
		{name: 'CONNECTION_CONTROL', status: 'ACTIVE', type: 'AUDIT'},
	),
	sessions: listed(),
	binlogFilters: seen({only: '', ignored: ''}),
	replication: listed({
		channel: '',
		source: '10.0.0.4',
		tls: true,
		verifies: true,
		receiver: 'Yes',
		applier: 'Yes',
		behind: 0,
		filters: {},
	}),
	accounts: listed(root, account, {...account, user: 'dbvet', host: '10.%'}),
	roleGrants: listed(),
	dynamicGrants: listed(),
	scopedGrants: listed({
		user: 'shop_app',
		host: '10.0.0.%',
		schema: 'shop',
		object: '',
		writes: true,
		reads: true,
		grants: false,
		system: false,
	}),
	proxyGrants: listed(),
	schemas: listed({name: 'shop'}),
	routines: listed(program),
	views: listed({...program, kind: 'view', name: 'open_orders'}),
	events: listed({...program, kind: 'event', name: 'nightly'}),
	triggers: listed({
		...program,
		kind: 'trigger',
		name: 'orders.stamp',
		asDefiner: true,
		definer: 'shop_app@10.0.0.%',
	}),
	udfs: listed(),
	foreignServers: listed(),
	identities: [{role: 'application', user: 'shop_app'}],
	...changes,
});

/** Facts with accounts beside those of the example. */
export const withAccount = (
	changes: Partial<Account>,
	more: Partial<MysqlFacts> = {},
): MysqlFacts =>
	example({accounts: listed(root, account, {...account, user: 'anna', ...changes}), ...more});

/** A server that refused everything. */
export const blind: MysqlFacts = nothingSeen(
	unseen('permission-denied', {
		detail: 'the server refused permission',
		grant: "GRANT SELECT ON mysql.user TO 'dbvet'@'10.%';",
	}),
	[{role: 'application', user: 'shop_app'}],
);

/** A scanner that may not read the accounts. */
export const hiddenAccounts: MysqlFacts = example({
	accounts: unseen('permission-denied', {
		detail: 'the server refused permission',
		grant: "GRANT SELECT ON mysql.user TO 'dbvet'@'10.%';",
	}),
});
