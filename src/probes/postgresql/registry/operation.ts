import {pgCollationMismatch} from '../checks/pg-collation-mismatch.js';
import {pgConnectionHeadroom} from '../checks/pg-connection-headroom.js';
import {pgCveKnown} from '../checks/pg-cve-known.js';
import {pgHaReplicaCount} from '../checks/pg-ha-replica-count.js';
import {pgIndexHealth} from '../checks/pg-index-health.js';
import {pgIntPkExhaustion} from '../checks/pg-int-pk-exhaustion.js';
import {pgLongTransactions} from '../checks/pg-long-transactions.js';
import {pgNoPrimaryKey} from '../checks/pg-no-primary-key.js';
import {pgPreparedXacts} from '../checks/pg-prepared-xacts.js';
import {pgPublicationAll} from '../checks/pg-publication-all.js';
import {pgReplicaLag} from '../checks/pg-replica-lag.js';
import {pgReplicationTlsObserved} from '../checks/pg-replication-tls-observed.js';
import {pgStandbyConninfoTls} from '../checks/pg-standby-conninfo-tls.js';
import {pgSubscriptionConninfo} from '../checks/pg-subscription-conninfo.js';
import {pgTemplateDbConnect} from '../checks/pg-template-db-connect.js';
import {pgUnloggedTables} from '../checks/pg-unlogged-tables.js';
import type {Check} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';

/** Checks of replication, of the health of the data, and of the version. */
export const operationChecks: readonly Check<PostgresFacts>[] = [
	pgCollationMismatch,
	pgConnectionHeadroom,
	pgCveKnown,
	pgHaReplicaCount,
	pgIndexHealth,
	pgIntPkExhaustion,
	pgLongTransactions,
	pgNoPrimaryKey,
	pgPreparedXacts,
	pgPublicationAll,
	pgReplicaLag,
	pgReplicationTlsObserved,
	pgStandbyConninfoTls,
	pgSubscriptionConninfo,
	pgTemplateDbConnect,
	pgUnloggedTables,
];
