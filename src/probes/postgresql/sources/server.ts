/** What shows the facts about the whole server, for psql. The collector's own statements ask the same, for less. */
export const serverSources = {
	observer:
		"SELECT current_setting('server_version'), rolname, rolsuper, pg_has_role(oid, 'pg_monitor', 'USAGE'), pg_is_in_recovery() FROM pg_roles WHERE rolname = current_user",
	provider:
		"SELECT name FROM pg_settings WHERE split_part(name, '.', 1) IN ('rds', 'cloudsql', 'azure', 'neon', 'supautils'); SELECT datname FROM pg_database; SELECT rolname FROM pg_roles",
	ownSession:
		'SELECT ssl, version, cipher, bits, client_addr FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE pid = pg_backend_pid()',
	clock: 'SELECT clock_timestamp()',
	sessions:
		"SELECT usename, datname, application_name, client_addr, backend_start, ssl, version, cipher, encrypted AS gss FROM pg_stat_activity LEFT JOIN pg_stat_ssl USING (pid) LEFT JOIN pg_stat_gssapi USING (pid) WHERE backend_type IN ('client backend', 'walsender')",
	archiver:
		"SELECT name, setting FROM pg_settings WHERE name IN ('archive_mode', 'archive_command', 'archive_library', 'wal_level'); SELECT archived_count, failed_count, last_archived_wal, last_archived_time, last_failed_time FROM pg_stat_archiver",
	slots: 'SELECT * FROM pg_replication_slots',
	rules:
		'SELECT line_number, type, database, user_name, address, netmask, auth_method, options, error FROM pg_hba_file_rules',
	rulesFile: "SELECT pg_conf_load_time(), (pg_stat_file(current_setting('hba_file'))).modification",
	roles:
		'SELECT rolname, rolsuper, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls, rolconnlimit, rolvaliduntil FROM pg_roles',
	memberships:
		'SELECT member::regrole, roleid::regrole, admin_option FROM pg_auth_members /* and inherit_option, set_option of PostgreSQL 16 and newer */',
	databases:
		'SELECT datname, datdba::regrole, datistemplate, datallowconn, datacl, age(datfrozenxid), mxid_age(datminmxid) FROM pg_database',
	roleSettings: 'SELECT setrole::regrole, setdatabase, setconfig FROM pg_db_role_setting',
	passwords:
		"SELECT rolname, left(rolpassword, 3), substring(rolpassword FROM '^SCRAM-SHA-256[$][0-9]+') FROM pg_authid WHERE rolcanlogin",
	parameterGrants: 'SELECT parname, paracl FROM pg_parameter_acl /* PostgreSQL 15 and newer */',
	replicas:
		'SELECT usename, application_name, client_addr, state, replay_lsn, replay_lag, ssl FROM pg_stat_replication LEFT JOIN pg_stat_ssl USING (pid)',
	standby:
		"SELECT pg_is_in_recovery(), pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn(), pg_last_xact_replay_timestamp(); SELECT setting FROM pg_settings WHERE name = 'primary_conninfo'",
	headroom:
		"SELECT sum(numbackends) FROM pg_stat_database WHERE datname IS NOT NULL; SELECT name, setting FROM pg_settings WHERE name IN ('max_connections', 'superuser_reserved_connections', 'reserved_connections')",
	preparedTransactions: 'SELECT gid, owner, database, prepared FROM pg_prepared_xacts',
	openTransactions:
		'SELECT usename, datname, application_name, state, xact_start FROM pg_stat_activity WHERE xact_start IS NOT NULL AND pid <> pg_backend_pid()',
	settingSources:
		"SELECT name, setting, source, sourcefile, pending_restart FROM pg_settings WHERE pending_restart OR sourcefile LIKE '%/postgresql.auto.conf'",
	faultyLines:
		'SELECT sourcefile, sourceline, name, setting, error FROM pg_file_settings WHERE error IS NOT NULL',
	identMaps:
		'SELECT line_number, map_name, sys_name, pg_username, error FROM pg_ident_file_mappings /* PostgreSQL 15 and newer */',
} as const;
