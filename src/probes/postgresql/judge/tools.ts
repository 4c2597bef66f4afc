/** Programs that people look at a database with, by the names that they give themselves. */
const interactive =
	/^(psql|pgadmin ?\d*|dbeaver|datagrip|intellij|tableplus|postico|navicat|heidisql|beekeeper|dbvisualizer|pgcli|azure data studio|sql workbench|retool|metabase explorer)(?![a-z])/i;
/** Programs that administer, copy or watch a server, and dbvet itself. Those of providers have roles that are the provider's own. */
const administration =
	/^(dbvet|pg_dump|pg_dumpall|pg_restore|pg_basebackup|pg_receivewal|pg_recvlogical|pg_rewind|pg_upgrade|pg_cron|walreceiver|barman|pgbackrest|wal-g|patroni|repmgrd?|stolon|postgres_exporter|pgwatch|pganalyze|datadog|check_postgres|pg_monz|vacuumdb|reindexdb|logical replication)(?![a-z])/i;

export const isPersonsTool = (application: string): boolean => interactive.test(application.trim());
export const isAdministration = (application: string): boolean =>
	isPersonsTool(application) || administration.test(application.trim());
