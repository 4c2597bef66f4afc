/**
 * Global privileges by their names in GRANT, in the order of the columns of `mysql.user` (MySQL) and of the bits of `access`
 * in `mysql.global_priv` (MariaDB, sql/privilege.h).
 */
export const globalPrivileges = [
	'SELECT',
	'INSERT',
	'UPDATE',
	'DELETE',
	'CREATE',
	'DROP',
	'RELOAD',
	'SHUTDOWN',
	'PROCESS',
	'FILE',
	'GRANT OPTION',
	'REFERENCES',
	'INDEX',
	'ALTER',
	'SHOW DATABASES',
	'SUPER',
	'CREATE TEMPORARY TABLES',
	'LOCK TABLES',
	'EXECUTE',
	'REPLICATION SLAVE',
	'REPLICATION CLIENT',
	'CREATE VIEW',
	'SHOW VIEW',
	'CREATE ROUTINE',
	'ALTER ROUTINE',
	'CREATE USER',
	'EVENT',
	'TRIGGER',
	'CREATE TABLESPACE',
] as const;

/** Privileges that only MariaDB has, from the bit after the shared ones on. */
const mariadbPrivileges = [
	'DELETE HISTORY',
	'SET USER',
	'FEDERATED ADMIN',
	'CONNECTION ADMIN',
	'READ_ONLY ADMIN',
	'REPLICATION SLAVE ADMIN',
	'REPLICATION MASTER ADMIN',
	'BINLOG ADMIN',
	'BINLOG REPLAY',
	'SLAVE MONITOR',
] as const;

/** The columns of `mysql.user` that hold the shared privileges, in the same order. */
export const privilegeColumns: readonly string[] = [
	'Select',
	'Insert',
	'Update',
	'Delete',
	'Create',
	'Drop',
	'Reload',
	'Shutdown',
	'Process',
	'File',
	'Grant',
	'References',
	'Index',
	'Alter',
	'Show_db',
	'Super',
	'Create_tmp_table',
	'Lock_tables',
	'Execute',
	'Repl_slave',
	'Repl_client',
	'Create_view',
	'Show_view',
	'Create_routine',
	'Alter_routine',
	'Create_user',
	'Event',
	'Trigger',
	'Create_tablespace',
].map(name => `${name}_priv`);

/** The privileges of a row of Y and N. */
export const fromLetters = (letters: string): readonly string[] =>
	globalPrivileges.filter((_, index) => letters[index] === 'Y');

/** The privileges of MariaDB's number, which may need 64 bits. */
export const fromBits = (access: string): readonly string[] => {
	const bits = BigInt(access);
	return [...globalPrivileges, ...mariadbPrivileges].filter(
		(_, index) => (bits & (1n << BigInt(index))) !== 0n,
	);
};
