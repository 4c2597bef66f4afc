/** Programs that people look at a database with, by the names that they give themselves. */
const interactive =
	/^(psql|pgadmin|dbeaver|datagrip|intellij|tableplus|postico|navicat|heidisql|beekeeper|dbvisualizer|pgcli|azure data studio|sql workbench|retool|metabase explorer)/i;
/** Programs that administer, copy or watch a server, and dbvet itself. */
const administration =
	/^(dbvet|pg_dump|pg_dumpall|pg_restore|pg_basebackup|pg_receivewal|pg_recvlogical|pg_rewind|pg_upgrade|pg_cron|walreceiver|barman|pgbackrest|wal-g|patroni|repmgr|stolon|postgres_exporter|pgwatch|pganalyze|datadog|check_postgres|pg_monz|rds|cloudsql|azure|doadmin|aiven|vacuumdb|reindexdb|logical replication)/i;

export const isPersonsTool = (application: string): boolean => interactive.test(application.trim());
export const isAdministration = (application: string): boolean =>
	isPersonsTool(application) || administration.test(application.trim());
