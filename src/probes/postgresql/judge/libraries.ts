/** Libraries that are widely known, of PostgreSQL itself, of well-kept extensions, and of the providers. */
const known: ReadonlySet<string> = new Set([
	...['auth_delay', 'auto_explain', 'basebackup_to_shell', 'basic_archive', 'passwordcheck'],
	...['pg_prewarm', 'pg_stat_statements', 'pg_overexplain', 'plpgsql', 'sepgsql'],
	...['anon', 'age', 'bg_mon', 'citus', 'columnar', 'credcheck', 'decoderbufs', 'login_hook'],
	...['orafce', 'pg_auth_mon', 'pg_bigm', 'pg_cron', 'pg_failover_slots', 'pg_hint_plan'],
	...['pg_ivm', 'pg_net', 'pg_partman_bgw', 'pg_plan_advsr', 'pg_proctab', 'pg_qualstats'],
	...['pg_repack', 'pg_similarity', 'pg_squeeze', 'pg_stat_kcache', 'pg_stat_monitor', 'pg_tde'],
	...['pg_tle', 'pg_wait_sampling', 'pgaudit', 'pgauditlogtofile', 'pgextwlist', 'pglogical'],
	...['pgsodium', 'plan_filter', 'plrust', 'powa', 'set_user', 'supabase_vault', 'supautils'],
	...['timescaledb', 'vectors', 'wal2json', 'percona_pg_telemetry'],
	...['apg_plan_mgmt', 'aurora_stat_utils', 'rds_casts', 'rdsutils', 'neon', 'neon_utils'],
	...['azure', 'azure_storage', 'pgms_stats', 'pgms_wait_sampling', 'pg_availability', 'pg_qs'],
	...['cloudsql', 'google_columnar_engine', 'google_db_advisor', 'google_insights', 'aiven_extras'],
	...['aiven_gatekeeper', 'pgbouncer_fdw'],
]);

/** The libraries of a list as the server takes it: without folder and ending. */
export const librariesOf = (list: string): readonly string[] =>
	list
		.split(',')
		.map(word =>
			word
				.trim()
				.replace(/^"(.*)"$/, '$1')
				.replace(/^(\$libdir|plugins)\//, '')
				.replace(/^\$libdir\/plugins\//, '')
				.replace(/\.so$/, ''),
		)
		.filter(word => word !== '');

/** Libraries of a list that dbvet does not know; a path to a file is never known. */
export const strangers = (list: string): readonly string[] =>
	librariesOf(list).filter(name => !known.has(name) && !/^timescaledb-[\d.]+$/.test(name));
