/** Passwords of the tests' accounts: long and mixed enough for the plugins that check them. */
export const secrets = {
	scanner: 'Scanner-Pass-1!',
	nothing: 'Nothing-Pass-1!',
	admin: 'Admin-Long-Pass-1!',
	application: 'App-Long-Pass-1!',
} as const;

const ed25519 = (password: string): string =>
	`IDENTIFIED VIA ed25519 USING PASSWORD('${password}')`;

/** Takes away what the installer of MariaDB leaves behind, but for root on the server's own machine. */
export const tidy: readonly string[] = [
	"DELETE FROM mysql.global_priv WHERE User = '' OR (User = 'root' AND Host <> 'localhost')",
	"DELETE FROM mysql.proxies_priv WHERE Host <> 'localhost'",
	'FLUSH PRIVILEGES',
	// At the start it would lock root out, whose password has no date.
	'SET GLOBAL default_password_lifetime = 365',
];

/** Tables that a scanner with the least rights reads. */
export const scannerTables = [
	'global_priv',
	'roles_mapping',
	'db',
	'tables_priv',
	'columns_priv',
	'procs_priv',
	'proxies_priv',
	'proc',
	'event',
	'func',
	'servers',
] as const;

/** A scanner with the least rights that shows everything but triggers, and an account with nothing. */
export const scanners: readonly string[] = [
	`CREATE USER dbvet@'127.0.0.1' ${ed25519(secrets.scanner)}`,
	"GRANT PROCESS, SHOW DATABASES, SHOW VIEW, REPLICATION CLIENT, SLAVE MONITOR ON *.* TO dbvet@'127.0.0.1'",
	"GRANT SELECT ON performance_schema.* TO dbvet@'127.0.0.1'",
	...scannerTables.map(table => `GRANT SELECT ON mysql.${table} TO dbvet@'127.0.0.1'`),
	`CREATE USER nothing@'127.0.0.1' ${ed25519(secrets.nothing)}`,
];

/** The least rights do not show triggers, because the only right that does makes them too. */
export const triggersNotShown: readonly string[] = [
	'mysql-routine-definer unknown permission-denied',
	'mysql-secrets-in-routines unknown permission-denied',
];

/** A shop with an application and a reporting account as they should be. */
export const shop: readonly string[] = [
	'CREATE DATABASE shop; CREATE TABLE shop.orders (id int)',
	'CREATE SQL SECURITY INVOKER VIEW shop.open_orders AS SELECT * FROM shop.orders',
	`CREATE USER shop_app@'10.0.0.%' ${ed25519(secrets.application)}`,
	`CREATE USER shop_bi@'10.0.0.%' ${ed25519(secrets.application)}`,
	// Locked and without a password, as the product's own accounts are.
	`INSERT INTO mysql.global_priv VALUES ('%', 'idle', '{"access":0,"plugin":"mysql_native_password","authentication_string":"","account_locked":true}')`,
	'FLUSH PRIVILEGES',
	"GRANT SELECT, INSERT, UPDATE, DELETE ON shop.* TO shop_app@'10.0.0.%'",
	"GRANT SELECT ON shop.* TO shop_bi@'10.0.0.%'",
];

export const identities = [
	{role: 'application', user: 'shop_app', database: 'shop'},
	{role: 'reporting', user: 'shop_bi', database: 'shop'},
] as const;

/** What a hardened server has, as far as MariaDB 10.11 of Debian offers it without a key server. */
export const hardened: readonly string[] = [
	'plugin-load-add=auth_ed25519',
	'require-secure-transport=ON',
	'tls-version=TLSv1.2,TLSv1.3',
	'local-infile=OFF',
	'skip-show-database',
	'skip-name-resolve',
	'symbolic-links=0',
	'log-bin=binlog',
	'server-id=7',
	'sync-binlog=1',
	'expire-logs-days=7',
	'innodb-flush-log-at-trx-commit=1',
	'max-user-connections=50',
	'max-password-errors=10',
	'performance-schema=ON',
	'plugin-load-add=server_audit',
	'server-audit-logging=ON',
	'server-audit-events=CONNECT,QUERY_DDL,QUERY_DCL',
	'plugin-load-add=simple_password_check',
	'simple-password-check-minimal-length=14',
	'plugin-load-add=password_reuse_check',
	'secure-file-priv=FOLDER/files',
];

/** Settings of a hardened server, each undone in a way that a glance at the usual variable does not show. */
export const hidden: readonly string[] = [
	...hardened.filter(
		option =>
			!/^(server-audit-events|max-password-errors|max-user-connections|secure-file)/.test(option),
	),
	'server-audit-events=CONNECT,QUERY_DDL',
	'server-audit-incl-users=root',
	'max-password-errors=1000000',
	'max-user-connections=151',
	'secure-file-priv=FOLDER/data',
	'innodb-flush-method=nosync',
	'binlog-ignore-db=shop',
	'slow-query-log=ON',
	'long-query-time=0',
	'interactive-timeout=31536000',
	'event-scheduler=ON',
	'simple-password-check-digits=0',
	'simple-password-check-letters-same-case=0',
	'simple-password-check-other-characters=0',
	'bind-address=0',
	'version=8.4.13',
];
